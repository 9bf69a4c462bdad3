"""Small surveys as an animation unit would bring them: CSV folders and workbooks, right or wrong."""

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

from ptce_data.datasets.catalogue import SAMPLE
from ptce_data.intake.survey_columns import SHEETS, survey_fields
from ptce_data.spreadsheets.workbooks import WorkbookWriter

POLES = [
    {"Identifiant du pôle": "p1", "Nom du pôle": "Pôle Un", "Département du pôle": "Rhône", "ETP total": "12,5"},
    {"Identifiant du pôle": "p2", "Nom du pôle": "Pôle Deux", "Département du pôle": "1", "ETP total": "8"},
]


def structures(number: int = 8) -> list[dict[str, str]]:
    return [
        {
            "Identifiant de la structure": f"s{rank}",
            "Identifiant du pôle": "p1" if rank < number - 3 else "p2",
            "Nom": f"Structure {rank}",
            "Département": "69 – Rhône" if rank < number - 3 else "Ain",
            "Secteurs": "Culture ; Formation" if rank % 2 else "",
            "Statut juridique": "association",
            "QPV": "oui" if rank < 4 else "NON",
            "IAE": "",
        }
        for rank in range(number)
    ]


def responses(number: int = 8, yes: int = 5) -> list[dict[str, str]]:
    return [
        {
            "Répondant": f"s{rank}",
            "Question": "values",
            "Modalité": "Coopération",
            "Réponse": "x" if rank < yes else "n",
        }
        for rank in range(number)
    ]


def survey(number: int = 8, yes: int = 5) -> dict[str, list[dict[str, str]]]:
    return {"sample_poles": POLES, "structures": structures(number), "responses": responses(number, yes)}


def headers(table: str, rows: Iterable[Mapping[str, str]]) -> list[str]:
    """Every column of a table, those that the rows name first."""
    named = list(dict.fromkeys(key for row in rows for key in row))
    known = {name: field for field in survey_fields(table) for name in (field.key, field.label, *field.names)}
    taken = {known[name].key for name in named if name in known}
    taken |= {"in_qpv"} if "QPV" in named else set()
    taken |= {"iae"} if "IAE" in named else set()
    return named + [field.label for field in survey_fields(table) if field.key not in taken]


def folder(path: Path, tables: Mapping[str, list[dict[str, str]]]) -> Path:
    path.mkdir(parents=True, exist_ok=True)
    for table, rows in tables.items():
        with (path / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, headers(table, rows), delimiter=";")
            writer.writeheader()
            writer.writerows(rows)
    return path


def workbook(path: Path, tables: Mapping[str, list[dict[str, str]]]) -> Path:
    with WorkbookWriter() as workbook:
        for table in SAMPLE:
            sheet = workbook.sheet(SHEETS[table][0])
            names = headers(table, tables[table])
            for column, name in enumerate(names):
                workbook.write(sheet, 0, column, name)
                for row, values in enumerate(tables[table], 1):
                    workbook.write(sheet, row, column, values.get(name, ""))
    path.write_bytes(workbook.content)
    return path
