"""Speed of bringing a file: 5,000 structures, every column of the template filled, from bytes to UserPole.

    python -m benchmarks.upload

Medians of 9 of processor time: all is computed in one thread, and a busy machine would double what a clock says.
"""

import csv
import io
import sys
import time
from statistics import median

from benchmarks.report import Line, table
from ptce_data.intake import mark_faults, read_upload, template_xlsx
from ptce_data.intake.fields import STRUCTURE_FIELDS, Field, Kind
from ptce_data.spreadsheets.file_limits import MAX_ROWS
from ptce_data.spreadsheets.workbooks import WorkbookWriter
from tests.intake.hostile import HOSTILE, all_wrong

ROUNDS = 9

#: Milliseconds of computing from the bytes to UserPole: what a person doesn't call waiting.
BOUND = 2_000


def main() -> int:
    lines = measures()
    print(table(lines))
    return 0 if all(line.holds for line in lines) else 1


def measures() -> list[Line]:
    """The lines of the table: both formats, then what is made only on request."""
    files = full_files()
    times: dict[str, list[float]] = {name: [] for name in files}
    for _ in range(ROUNDS):
        for name, content in files.items():
            started = time.process_time()
            upload = read_upload(name, content)
            times[name].append((time.process_time() - started) * 1000)
            if upload.rows_kept != MAX_ROWS or upload.faults:
                raise SystemExit(f"{name} was not read whole: {upload.faults[:1]}")
    lines = [
        Line(f"{name} : {MAX_ROWS} lignes, {len(content) // 1000} ko", median(times[name]), bound=BOUND)
        for name, content in files.items()
    ]
    return [*lines, *_hostile(), *_on_request(files["structures.csv"])]


def _hostile() -> list[Line]:
    """The slowest refusal of the files that a server should never open, then a file where every cell is wrong."""
    refused = {}
    for hostile in HOSTILE:
        content = hostile.make()
        refused[hostile.key] = _milliseconds(hostile.name, content)
    slowest = max(refused, key=refused.get)
    return [
        Line(f"fichier hostile, le plus long des {len(refused)} : {slowest}", refused[slowest], bound=BOUND),
        Line("fichier dont chaque cellule est fausse", _milliseconds("a.csv", all_wrong()), bound=BOUND),
    ]


def _milliseconds(name: str, content: bytes) -> float:
    started = time.process_time()
    read_upload(name, content)
    return (time.process_time() - started) * 1000


def full_files() -> dict[str, bytes]:
    """Name → content of a file as large as is accepted, in both formats."""
    rows = [[field.label for field in STRUCTURE_FIELDS]]
    rows += [[_answer(field, row) for field in STRUCTURE_FIELDS] for row in range(MAX_ROWS)]
    return {"structures.csv": _csv(rows), "structures.xlsx": _xlsx(rows)}


def _on_request(content: bytes) -> list[Line]:
    wrong = content.replace(b";oui;", b";oiu;", 1_000)
    upload = read_upload("structures.csv", wrong)
    started = time.process_time()
    mark_faults("structures.csv", wrong, upload.faults)
    marked = (time.process_time() - started) * 1000
    template_xlsx.cache_clear()
    started = time.process_time()
    template_xlsx()
    made = (time.process_time() - started) * 1000
    return [
        Line(f"fichier corrigé : {MAX_ROWS} lignes, {len(upload.faults)} défauts marqués", marked),
        Line("modèle XLSX, la première fois", made),
    ]


def _answer(field: Field, row: int) -> str:
    if field.kind is Kind.TEXT:
        return f"Structure {row}"
    if field.kind is Kind.YES_NO:
        return ("oui", "non")[row % 2]
    return field.codes.label(field.codes.keys[row % len(field.codes)])


def _csv(rows: list[list[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(rows)
    return text.getvalue().encode("cp1252", "replace")


def _xlsx(rows: list[list[str]]) -> bytes:
    with WorkbookWriter() as workbook:
        sheet = workbook.sheet("Structures")
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                workbook.write(sheet, row, column, cell)
    return workbook.content


if __name__ == "__main__":
    sys.exit(main())
