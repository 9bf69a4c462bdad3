"""A sheet to the rows of its table: columns in any order, labels or codes, a fault for each cell that can't be read."""

from dataclasses import dataclass, field

from ptce_data.datasets.catalogue import DATASET
from ptce_data.datasets.faults import Fault
from ptce_data.intake.cell_faults import shortened
from ptce_data.intake.cell_values import InvalidValue, parse_cell
from ptce_data.intake.column_matching import Column, match_columns
from ptce_data.intake.fields import Field
from ptce_data.intake.findings import Findings
from ptce_data.intake.survey_columns import DERIVED, item_field, survey_fields
from ptce_data.intake.survey_sheets import SurveySheet
from ptce_data.schema.cog import REGION_OF
from ptce_data.schema.questions import QUESTION
from ptce_data.spreadsheets.grid import Cell, Grid
from ptce_data.texts.formats import quoted


@dataclass
class SurveyRows:
    """The rows of one table as plain values, in the order of the sheet; `lines` gives each its line there.

    headers: column → header as written. A cell that couldn't be read is None, and has its fault.
    """

    sheet: SurveySheet
    values: list[dict[str, object]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def read_survey_rows(sheet: SurveySheet) -> SurveyRows:
    """The rows of a sheet, and every fault of its header and of its cells."""
    result, findings, grid = SurveyRows(sheet), Findings(sheet.file), sheet.grid
    match = match_columns(grid, survey_fields(sheet.table))
    match.add_faults(findings, grid)
    for absent in match.missing:
        if absent.key not in DERIVED:
            rule = f"colonne {quoted(absent.label)} manquante"
            remedy = f"ajouter la colonne {quoted(absent.label)} ou {absent.key}"
            result.faults.append(_fault(sheet, match.row, rule, remedy))
    columns = {column.field.key: column for column in match.columns}
    result.headers = {key: column.header for key, column in columns.items()}
    if not result.faults:
        reader = _Reader(sheet.table, grid, columns, findings)
        for line in sorted(line for line in grid.rows if line > match.row):
            if any(column.place in grid.rows[line] for column in match.columns):
                result.values.append(reader.row(line))
                result.lines.append(line)
        if not result.values:
            result.faults.append(
                _fault(sheet, match.row, "aucune ligne sous les titres", "écrire les lignes de la table")
            )
    result.faults += findings.faults
    return result


class _Reader:
    """Reads the lines of one sheet, one after the other; each cell has one fault at most."""

    def __init__(self, table: str, grid: Grid, columns: dict[str, Column], findings: Findings):
        self._grid, self._columns, self._findings = grid, columns, findings
        self._contract = DATASET[table].table.columns

    def row(self, line: int) -> dict[str, object]:
        cells = self._grid.rows[line]
        values: dict[str, object] = {}
        faulty: set[str] = set()
        for column in self._contract:
            values[column.name] = None
            source = self._columns.get(column.name)
            if source is not None and source.place in cells:
                try:
                    values[column.name] = _value(source.field, cells[source.place], values)
                except InvalidValue as wrong:
                    faulty.add(column.name)
                    self._add_fault(line, source, cells[source.place], wrong)
            if column.type == "text[]":
                values[column.name] = list(values[column.name] or ())
        self._derive(values, faulty)
        for column in self._contract:
            if values[column.name] is None and not column.nullable and column.name not in faulty:
                self._missing(line, column.name, values)
        return values

    def _derive(self, values: dict[str, object], faulty: set[str]) -> None:
        """The region from the département, the unit from the question; an empty answer is no answer, never a no."""
        if values.get("region_code", "") is None and values.get("departement_code") and "region_code" not in faulty:
            values["region_code"] = REGION_OF.get(values["departement_code"])
        if values.get("question"):
            if values["unit"] is None and "unit" not in faulty:
                values["unit"] = QUESTION[values["question"]].unit
            if values["answer"] is None and "answer" not in faulty:
                values["answer"] = "sans-reponse"

    def _missing(self, line: int, name: str, values: dict[str, object]) -> None:
        said_by = DERIVED.get(name)
        source = self._columns.get(name) or self._columns.get(said_by or "")
        # The cell that determines it is empty or faulty, and has its own fault.
        unsaid = (said_by and values[said_by] is None) or (name == "item" and values["question"] is None)
        if source is not None and not unsaid:
            wrong = InvalidValue("valeur obligatoire manquante", lambda: source.field.kind.value)
            self._add_fault(line, source, None, wrong)

    def _add_fault(self, line: int, source: Column, cell: Cell, wrong: InvalidValue) -> None:
        self._findings.add(self._grid, line, source.place, shortened(source.field.label), cell, wrong)


def _value(source: Field, cell: Cell, values: dict[str, object]) -> object:
    """The value of a cell, as its contract has it. Raises InvalidValue."""
    if source.key == "item":
        if values.get("question") is None:
            return None  # which items it has isn't known
        source = item_field(source, values["question"])
    value = parse_cell(source, cell)
    if isinstance(value, bool):
        return "oui" if value else "non"
    return value


def _fault(sheet: SurveySheet, line: int, rule: str, remedy: str) -> Fault:
    where = f"{sheet.file}, feuille {quoted(sheet.grid.name)}" if sheet.grid.name else sheet.file
    return Fault(where, None, line, rule, remedy)
