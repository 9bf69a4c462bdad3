"""Small data folders that keep their contracts, and poles of a user, from the few values that a test is about."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from ptce_data.datasets import release
from ptce_data.datasets.parquet_files import write
from ptce_data.schema.contracts import Table
from ptce_data.schema.tables import STRUCTURES, TABLES
from ptce_data.schema.user_pole import Tally, UserPole

Row = Mapping[str, object]


def _row(table: Table, **values) -> Row:
    """A row of a table, each column that isn't given as empty as its type allows."""
    return {column.name: [] if column.type == "text[]" else None for column in table.columns} | values


def structure(number: int, pole: str = "d1", departement: str = "69", region: str = "84", **values) -> Row:
    """One structure of the sample; give sectors, legal_status, recognition, in_qpv, iae as needed."""
    own = {
        "structure_id": f"s{number:03}",
        "pole_id": pole,
        "name": f"Structure de démonstration {number}",
        "departement_code": departement,
        "region_code": region,
    }
    return _row(STRUCTURES, **own | values)


def pole(key: str, departement: str | None = "69", region: str = "84", **values) -> Row:
    """One real pole."""
    return {
        "pole_id": key,
        "name": key.title(),
        "departement_code": departement,
        "region_code": region,
        "geo_basis": "dept_only" if departement else "region_only",
        "sectors": [],
        "recognition": "cite",
        "source_urls": ["https://example.org"],
        "confidence": "high",
    } | values


def sample_pole(key: str, total: float | None = None, coordination: float | None = None, **values) -> Row:
    """One pole of the sample: its FTE, and those given to coordination."""
    return {
        "pole_id": key,
        "name": f"Pôle de démonstration {key}",
        "departement_code": "69",
        "region_code": "84",
        "fte_total": total,
        "fte_coordination": coordination,
    } | values


def responses(question: str, item: str, answers: Mapping[int, str], unit: str = "structure") -> list[Row]:
    """One response per structure number."""
    return [
        {"respondent_id": f"s{number:03}", "unit": unit, "question": question, "item": item, "answer": answer}
        for number, answer in answers.items()
    ]


def figure(key: str, indicator: str | None, item_code: str | None, value: float, unit: str = "%", **values) -> Row:
    """One published figure."""
    return {
        "figure_id": key,
        "survey": "Enquête",
        "date": "2017",
        "topic": "sujet",
        "item": "ce qui est compté",
        "value": value,
        "unit": unit,
        "base_certainty": "stated",
        "indicator": indicator,
        "item_code": item_code,
        "source_url": "https://example.org",
    } | values


def write_dataset(
    folder: Path,
    structures: Iterable[Row] = (),
    declared: release.Release = release.DEMONSTRATION,
    **tables: Iterable[Row],
) -> Path:
    """Write every table of the contracts into `folder`: those given, the others empty; and the release declared.

    The poles of the sample follow from the structures where they aren't given.
    """
    structures = list(structures)
    own = {row["pole_id"]: sample_pole(row["pole_id"]) for row in structures}
    rows = {"structures": structures, "sample_poles": list(own.values())} | tables
    folder.mkdir(parents=True, exist_ok=True)
    for table in TABLES:
        write([_row(table, **row) for row in rows.get(table.key, ())], table, folder)
    release.write(declared, folder)
    return folder


def user_pole(tallies: Mapping[str, tuple[int, int]], name: str = "Mon pôle", **values) -> UserPole:
    """The pole of a user, in the Rhône. tallies: "indicator/item" → (structures that say yes, that answered)."""
    counted = tuple(Tally(*key.split("/"), *counts) for key, counts in tallies.items())
    return UserPole(name, **({"departement_code": "69"} | values), tallies=counted)
