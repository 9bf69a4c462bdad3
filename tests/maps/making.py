"""Real-looking poles and neighbourhoods for tests, each a few fields away from the usual."""

import json
import re
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from ptce_data.maps import geometry
from ptce_data.poles.directory import Neighbourhood, Pole

LYON = (4.8357, 45.764)
PARIS = (2.3522, 48.8566)


def pole(pole_id: str = "un", point: tuple[float, float] | None = LYON, **fields) -> Pole:
    usual = {
        "name": f"Pôle {pole_id}",
        "alias": None,
        "commune_code": "69123" if point else None,
        "commune_name": "Lyon" if point else None,
        "departement_code": "69",
        "region_code": "84",
        "lon": point[0] if point else None,
        "lat": point[1] if point else None,
        "geo_basis": "commune_stated" if point else "dept_only",
        "sectors": ("culture",),
        "carrier": None,
        "legal_status": None,
        "recognition": "cite",
        "in_qpv": None,
        "iae": None,
        "year_created": None,
        "members": None,
        "members_note": None,
        "jobs": None,
        "jobs_note": None,
        "source_urls": (),
        "confidence": "high",
        "note": None,
    }
    return Pole(pole_id=pole_id, **(usual | fields))


def neighbourhood(qpv_code: str = "QN06900", point: tuple[float, float] = LYON, **fields) -> Neighbourhood:
    usual = {
        "name": "Les Tilleuls",
        "commune_codes": ("69123",),
        "commune_names": ("Lyon",),
        "departement_code": "69",
        "region_code": "84",
        "population": 1000,
        "poverty_rate": None,
    }
    return Neighbourhood(qpv_code=qpv_code, lon=point[0], lat=point[1], **(usual | fields))


def layer_of(spec: dict, name: str) -> dict | None:
    return next((layer for layer in spec["layers"] if layer["id"].startswith(name)), None)


def shown_poles(spec: dict) -> set[str]:
    """The pole_ids that a map shows: those whose mark is 1, read as the browser reads them."""
    if layer_of(spec, "poles") is None:
        return set()
    marks = re.search("'([01]+)'", layer_of(spec, "poles")["getIconSize"]).group(1)
    features = json.loads(geometry.geometries()["poles"])["features"]
    assert len(marks) == len(features)
    properties = [feature["properties"] for feature in features]
    return {one["i"] for one in properties if marks[one["n"]] == "1"}


def rename(file: Path, columns: tuple[str, ...], value: str) -> None:
    """Write the same value in every row of some text columns of a Parquet file."""
    table = pq.read_table(file)
    for column in columns:
        position, field = table.column_names.index(column), table.schema.field(column)
        table = table.set_column(position, field, pa.array([value] * table.num_rows, field.type))
    pq.write_table(table, file)
