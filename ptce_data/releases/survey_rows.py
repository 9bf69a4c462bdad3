"""A sheet to the rows of its table: columns in any order, labels or codes, every cell that can't be read said."""

from dataclasses import dataclass, field

from ptce_data.datasets.catalogue import DATASET
from ptce_data.datasets.faults import Fault
from ptce_data.intake.cell_faults import shortened
from ptce_data.intake.cell_values import Wrong, parse, written
from ptce_data.intake.code_names import closest, comparable, is_silence, meanings, yes_or_no
from ptce_data.intake.fields import REMARKS, Field, Kind
from ptce_data.intake.findings import Findings
from ptce_data.releases import survey_columns
from ptce_data.releases.survey_sheets import Sheet
from ptce_data.schema.cog import REGION_OF
from ptce_data.schema.questions import QUESTION
from ptce_data.spreadsheets.file_limits import HEADING_ROWS
from ptce_data.spreadsheets.grid import Cell, Grid
from ptce_data.texts.formats import quoted
from ptce_data.texts.plain import plain

#: Yes or no → the code of the answer.
_ANSWERS = {True: "oui", False: "non", None: None}

#: An unknown header is taken for a misspelt one only when it looks this much like it.
_SURE = 0.8


@dataclass
class Rows:
    """The rows of one table as plain values, in the order of the sheet; `lines` gives each its line there.

    headers: column → header as written. A cell that couldn't be read is None, and has its fault.
    """

    sheet: Sheet
    values: list[dict[str, object]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def rows(sheet: Sheet) -> Rows:
    """The rows of a sheet, and every fault of its header and of its cells."""
    found = Rows(sheet)
    findings = Findings(sheet.file)
    grid = sheet.grid
    at = _header_row(grid, sheet.table)
    places = _places(grid, at, found, findings)
    if not found.faults:
        reader = _Reader(sheet.table, grid, places, findings)
        for line in sorted(line for line in grid.rows if line > at):
            if any(place in grid.rows[line] for place, _ in places.values()):
                found.values.append(reader.row(line))
                found.lines.append(line)
        if not found.values:
            found.faults.append(_fault(sheet, at, "aucune ligne sous les titres", "écrire les lignes de la table"))
    found.faults += findings.faults
    return found


def _header_row(grid: Grid, table: str) -> int:
    """The line among the first ones that names most columns."""
    known = survey_columns.headers(table)
    top = [line for line in sorted(grid.rows) if line <= HEADING_ROWS + 1] or [1]
    return max(top, key=lambda line: (sum(plain(written(c)) in known for c in grid.rows.get(line, {}).values()), -line))


def _places(grid: Grid, at: int, found: Rows, findings: Findings) -> dict[str, tuple[int, Field]]:
    """Column → (place, field); what is missing, repeated or misspelt is a fault."""
    known = survey_columns.headers(found.sheet.table)
    places: dict[str, tuple[int, Field]] = {}
    strangers: list[tuple[int, str, Cell]] = []
    for place, cell in sorted(grid.rows.get(at, {}).items()):
        header = written(cell)
        match = known.get(plain(header))
        if match is None:
            strangers.append((place, header, cell))
        elif match.key in places:
            findings.add(
                grid, at, place, header, cell, Wrong("colonne présente deux fois", lambda: "une seule d’elles")
            )
        else:
            places[match.key] = (place, match)
            found.headers[match.key] = header
    for place, header, cell in strangers:
        near = closest(header, [one.label for one in known.values() if one.key not in places], _SURE)
        if near and plain(header) != plain(REMARKS):
            findings.add(
                grid, at, place, header, cell, Wrong("titre de colonne inconnu", lambda near=near: quoted(near))
            )
    for one in survey_columns.fields(found.sheet.table):
        if one.key not in places and one.key not in survey_columns.DERIVED:
            rule = f"colonne {quoted(one.label)} manquante"
            found.faults.append(_fault(found.sheet, at, rule, f"ajouter la colonne {quoted(one.label)} ou {one.key}"))
    return places


class _Reader:
    """Reads the lines of one sheet, one after the other; each cell has one fault at most."""

    def __init__(self, table: str, grid: Grid, places: dict[str, tuple[int, Field]], findings: Findings):
        self._grid, self._places, self._findings = grid, places, findings
        self._columns = DATASET[table].table.columns

    def row(self, line: int) -> dict[str, object]:
        cells = self._grid.rows[line]
        values: dict[str, object] = {}
        faulty: set[str] = set()
        for column in self._columns:
            place, field_ = self._places.get(column.name, (None, None))
            try:
                values[column.name] = None if place not in cells else _value(field_, cells[place], values)
            except Wrong as wrong:
                values[column.name] = None
                faulty.add(column.name)
                self._findings.add(self._grid, line, place, shortened(field_.label), cells[place], wrong)
            if column.type == "text[]":
                values[column.name] = list(values[column.name] or ())
        self._derive(values, faulty)
        for column in self._columns:
            if values[column.name] is None and not column.nullable and column.name not in faulty:
                self._missing(line, column.name, values)
        return values

    def _derive(self, values: dict[str, object], faulty: set[str]) -> None:
        """What stands beside says it; and an empty answer is no answer, as in every file that this project reads."""
        if values.get("region_code", "") is None and values.get("departement_code") and "region_code" not in faulty:
            values["region_code"] = REGION_OF.get(values["departement_code"])
        if values.get("question"):
            if values["unit"] is None and "unit" not in faulty:
                values["unit"] = QUESTION[values["question"]].unit
            if values["answer"] is None and "answer" not in faulty:
                values["answer"] = "sans-reponse"

    def _missing(self, line: int, name: str, values: dict[str, object]) -> None:
        place, field_ = self._places.get(name, self._places.get(survey_columns.DERIVED.get(name, ""), (None, None)))
        unsaid = (
            name in survey_columns.DERIVED and values[survey_columns.DERIVED[name]] is None
        )  # what would have said it has its own fault
        unsaid = unsaid or (name == "item" and values["question"] is None)
        if field_ is not None and not unsaid:
            wrong = Wrong("valeur obligatoire manquante", lambda: field_.kind.value)
            self._findings.add(self._grid, line, place, shortened(field_.label), None, wrong)


def _value(field_: Field, cell: Cell, values: dict[str, object]) -> object:
    """The value of a cell, as its contract has it. Raises Wrong."""
    text = written(cell)
    if field_.key == "answer":
        return _answer(field_, text)
    if field_.key == "item":
        if values.get("question") is None:
            return None  # which items it has isn't known
        field_ = survey_columns.item_field(field_, values["question"])
    if field_.kind is Kind.CODE and (code := meanings(field_.codes).get(plain(text))):
        return code
    value = parse(field_, cell)
    if field_.kind is Kind.YES_NO and value is not None:
        return "oui" if value else "non"
    return value


def _answer(field_: Field, text: str) -> str:
    found = meanings(field_.codes).get(comparable(text)) or _ANSWERS[yes_or_no(text)]
    if found is None and is_silence(text):
        return "sans-reponse"
    if found is None:
        raise Wrong(
            f"hors de la liste {quoted(field_.codes.title)}",
            lambda: f"l’un de : {', '.join(quoted(code.label) for code in field_.codes)}",
        )
    return found


def _fault(sheet: Sheet, line: int, rule: str, remedy: str) -> Fault:
    where = f"{sheet.file}, feuille {quoted(sheet.grid.name)}" if sheet.grid.name else sheet.file
    return Fault(where, None, line, rule, remedy)
