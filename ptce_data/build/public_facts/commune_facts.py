"""Communes: what can be derived from the code (département, région) isn't written in the facts."""

from pathlib import Path

from ptce_data.build import fact_lines
from ptce_data.schema.cog import REGION_OF

_COLUMNS = ("code", "name", "type", "epci_code", "population", "lon", "lat", "point_source")

#: The facts leave these two blank: they are what nearly every line would say.
_USUAL_TYPE = "commune-actuelle"
_USUAL_POINT_SOURCE = "geonames"

#: First and last arrondissement of the communes that have some.
_ARRONDISSEMENTS = (("75101", "75120", "75056"), ("69381", "69389", "69123"), ("13201", "13216", "13055"))


def departement_of(commune: str) -> str:
    """The département, or overseas collectivity, that a commune's code starts with."""
    return commune[:3] if commune.startswith(("97", "98")) else commune[:2]


def whole_commune(commune: str) -> str:
    """Paris, Lyon or Marseille for one of their arrondissements; any other commune is itself."""
    for first, last, whole in _ARRONDISSEMENTS:
        if first <= commune <= last:
            return whole
    return commune


def rows(folder: Path) -> list[dict]:
    """Rows of the `communes` table from `facts/communes.csv`; DataError with every faulty line."""
    lines = fact_lines.read(folder / "facts" / "communes.csv", _COLUMNS)
    built = [_row(line) for line in lines]
    fact_lines.refuse(lines)
    return built


def _row(line: fact_lines.Line) -> dict:
    code = line.text("code", required=True) or ""
    lon, lat = line.number("lon"), line.number("lat")
    if (lon is None) != (lat is None):
        line.fault("lon", "longitude sans latitude, ou l’inverse", "renseigner les deux, ou aucune")
    return {
        "commune_code": code,
        "name": line.text("name", required=True),
        "type": line.text("type") or _USUAL_TYPE,
        "departement_code": departement_of(code),
        # Overseas collectivities (Nouvelle-Calédonie, Polynésie…) belong to no région.
        "region_code": REGION_OF.get(departement_of(code)),
        "epci_code": line.text("epci_code"),
        "population": line.integer("population"),
        "lon": lon,
        "lat": lat,
        "point_source": None if lon is None else line.text("point_source") or _USUAL_POINT_SOURCE,
    }
