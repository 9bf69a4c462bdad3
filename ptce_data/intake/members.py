"""From rows of structures to tallies: one row is one structure, counted once; its faulty cells are no answers."""

from collections import Counter

from ptce_data.intake.cell_values import InvalidValue, Value, title_words
from ptce_data.intake.code_names import comparable_words
from ptce_data.intake.column_matching import Column
from ptce_data.intake.fields import STRUCTURE_FIELDS, Field, Kind
from ptce_data.intake.findings import Findings
from ptce_data.intake.refused_files import RefusedFile, explained
from ptce_data.intake.upload_header import Header
from ptce_data.schema.user_pole import Tally
from ptce_data.spreadsheets.file_limits import MAX_ROWS
from ptce_data.spreadsheets.grid import Grid, too_many_rows
from ptce_data.texts.formats import plural, quoted

#: Names of a line that sums the others: it is not a structure.
_SUMS = ("total", "totaux", "somme", "ensemble", "total general")


class Members:
    """The rows of one sheet, counted. rows_read: rows with a cell about a structure; rows_kept: those counted."""

    def __init__(self, grid: Grid, header: Header, findings: Findings):
        self._grid, self._findings = grid, findings
        self._columns = header.structures
        self._name = next((column for column in self._columns if column.field.key == "name"), None)
        self._answered: Counter[str] = Counter()
        self._yes: Counter[tuple[str, str]] = Counter()
        self._seen: dict[tuple[str, Value], int] = {}
        rows = [row for row in sorted(grid.rows) if row > header.row and self._is_filled(row)]
        if len(rows) > MAX_ROWS:
            raise explained(too_many_rows())
        self.rows_read = len(rows)
        self.rows_kept = sum(self._count(row) for row in rows)

    @property
    def tallies(self) -> tuple[Tally, ...]:
        """One per item of every field that at least one structure answered, in the order of the codebook."""
        tallies = []
        for column in sorted(self._columns, key=lambda column: STRUCTURE_FIELDS.index(column.field)):
            field = column.field
            if field.indicator and (answered := self._answered[field.key]):
                for item in _items(field):
                    tallies.append(Tally(field.indicator, item, self._yes[field.key, item], answered))
        return tuple(tallies)

    def note_columns_without_no(self) -> None:
        """Note the columns with empty cells and no "non": empty cells are no answers, so that the share is 100 %."""
        for column in self._columns:
            field = column.field
            yes, answered = self._yes[field.key, field.item], self._answered[field.key]
            if field.kind is Kind.YES_NO and yes == answered and 0 < answered < self.rows_kept:
                empty = plural(self.rows_kept - answered, "case vide", "cases vides")
                self._findings.notes.append(
                    f"{quoted(field.label)} : aucun « non », et {empty}. Une case vide est lue comme une absence de "
                    "réponse : écrire « non » là où c’est non."
                )

    def _is_filled(self, row: int) -> bool:
        cells = self._grid.rows[row]
        return any(column.place in cells for column in self._columns)

    def _count(self, row: int) -> bool:
        if self._is_a_sum(row):
            return False
        values = {column.field.key: self._value(row, column) for column in self._columns}
        if not self._is_new(row, values):
            return False
        for column in self._columns:
            field, value = column.field, values[column.field.key]
            if field.indicator and value is not None:
                self._answered[field.key] += 1
                for item in _chosen(field, value):
                    self._yes[field.key, item] += 1
        return True

    def _value(self, row: int, column: Column) -> Value:
        return self._findings.read(column.field, self._grid, row, column.place, column.header)

    def _is_a_sum(self, row: int) -> bool:
        column = self._name
        cell = self._grid.rows[row].get(column.place) if column else None
        if not isinstance(cell, str) or title_words(cell) not in _SUMS:
            return False
        self._drop(
            row, InvalidValue("une ligne de total n’est pas une structure, ligne laissée de côté", lambda: "rien")
        )
        return True

    def _is_new(self, row: int, values: dict[str, Value]) -> bool:
        name = values.get("name")
        if not isinstance(name, str):
            return True
        first = self._seen.setdefault((comparable_words(name), values.get("departement_code")), row)
        if first != row:
            rule = f"structure déjà écrite ligne {first}, ligne laissée de côté"
            self._drop(row, InvalidValue(rule, lambda: "une seule ligne par structure, ou un nom qui les distingue"))
        return first == row

    def _drop(self, row: int, wrong: InvalidValue) -> None:
        cell = self._grid.rows[row][self._name.place]
        self._findings.add(self._grid, row, self._name.place, self._name.header, cell, wrong)


def count_members(grid: Grid, header: Header, findings: Findings) -> Members:
    """The structures of a sheet. Raises RefusedFile when no row says anything, or when there are too many."""
    members = Members(grid, header, findings)
    if not members.rows_read:
        raise RefusedFile("aucune structure sous les titres de colonne", "écrire une ligne par structure membre")
    members.note_columns_without_no()
    return members


def _items(field: Field) -> tuple[str, ...]:
    return (field.item,) if field.item else field.codes.keys


def _chosen(field: Field, value: Value) -> tuple[str, ...]:
    if field.kind is Kind.YES_NO:
        return (field.item,) if value else ()
    return value if isinstance(value, tuple) else (value,)
