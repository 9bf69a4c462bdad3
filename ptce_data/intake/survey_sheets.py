"""The three tables of a survey as cells: from a workbook of three sheets, or from a folder of three files."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from ptce_data.datasets.catalogue import SAMPLE
from ptce_data.datasets.faults import DataError, Fault
from ptce_data.intake.refused_files import RefusedFile, open_sheets
from ptce_data.intake.survey_columns import SHEETS
from ptce_data.spreadsheets import Grid, file_limits
from ptce_data.texts.formats import listing, quoted
from ptce_data.texts.plain import plain

#: A survey may be so many times larger than a visitor's file: 200,000 answers.
SCALE = 40

_SUFFIXES = (".csv", ".tsv", ".txt", ".parquet")

#: Whole numbers below it are the same once they are floats; an identifier above it stays a text.
_EXACT = 2**53


@dataclass(frozen=True)
class SurveySheet:
    """One table of a survey: the file that it comes from, and its cells."""

    table: str
    file: str
    grid: Grid


def open_survey(source: str | Path) -> tuple[SurveySheet, ...]:
    """The three tables of a survey. Raises DataError with the faults of all those that can't be read."""
    source = Path(source)
    with file_limits.scaled(SCALE):
        parts = list(_folder(source) if source.is_dir() else _workbook(source))
    tables = {part.table: part for part in parts if isinstance(part, SurveySheet)}
    faults = [part for part in parts if isinstance(part, Fault)]
    refused = {fault.column for fault in faults}
    for table in SAMPLE:
        if table not in tables and table not in refused and None not in refused:
            names = " ou ".join(quoted(name) for name in SHEETS[table])
            what = "fichier" if source.is_dir() else "feuille"
            remedy = f"ajouter {'le' if source.is_dir() else 'la'} {what} {names}, en partant du modèle"
            faults.append(Fault(source.name, None, None, f"{what} {quoted(SHEETS[table][0])} introuvable", remedy))
    if faults:
        raise DataError(tuple(Fault(f.file, None, f.row, f.rule, f.remedy, f.count) for f in faults))
    return tuple(tables[table] for table in SAMPLE)


def _workbook(source: Path) -> Iterator[SurveySheet | Fault]:
    try:
        grids = open_sheets(source.name, source.read_bytes())
    except RefusedFile as refusal:
        yield refusal.fault(source.name)
        return
    except OSError as error:
        yield Fault(
            source.name, None, None, f"fichier illisible ({error.strerror})", "vérifier le chemin et les droits"
        )
        return
    for grid in grids:
        table = _named(grid.name)
        if table:
            yield SurveySheet(table, source.name, grid)


def _folder(source: Path) -> Iterator[SurveySheet | Fault]:
    seen: dict[str, str] = {}
    for file in sorted(source.iterdir()):
        table = _named(file.stem) if file.suffix.lower() in _SUFFIXES else None
        if table is None:
            continue
        if table in seen:
            both = listing([quoted(seen[table]), quoted(file.name)])
            yield Fault(file.name, table, None, f"deux fichiers pour une même table : {both}", "n’en garder qu’un")
            continue
        seen[table] = file.name
        try:
            yield SurveySheet(table, file.name, _opened(file))
        except RefusedFile as refusal:
            fault = refusal.fault(file.name)
            yield Fault(fault.file, table, None, fault.rule, fault.remedy)
        except (pa.ArrowException, OSError) as error:
            cause = str(error).splitlines()[0][:120]
            yield Fault(
                file.name, table, None, f"fichier illisible ou tronqué ({cause})", "en remettre une copie saine"
            )


def _opened(file: Path) -> Grid:
    if file.suffix.lower() == ".parquet":
        return _parquet(pq.read_table(file), file.stem)
    return open_sheets(file.name, file.read_bytes())[0]


def _parquet(content: pa.Table, name: str) -> Grid:
    """Typed columns as the cells of a sheet, so that all formats are read alike: lists are joined by semicolons."""
    grid = Grid(name)
    for place, column in enumerate(content.column_names):
        grid.put(1, place, column)
        for row, value in enumerate(content.column(column).to_pylist(), 2):
            if isinstance(value, list):
                value = ";".join(map(str, value))
            elif isinstance(value, int) and not isinstance(value, bool) and abs(value) < _EXACT:
                value = float(value)
            elif value is not None and not isinstance(value, str | float | bool):
                value = str(value)
            grid.put(row, place, value)
    return grid


def _named(name: str) -> str | None:
    words = plain(name)
    return next((table for table, names in SHEETS.items() if words in map(plain, names)), None)
