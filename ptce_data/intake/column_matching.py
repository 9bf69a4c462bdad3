"""Which row of a sheet is its header, and which column is which field: in any order, by label, code or other name."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ptce_data.intake.cell_values import InvalidValue, cell_text, title_words
from ptce_data.intake.code_names import closest_words
from ptce_data.intake.fields import REMARKS, Field
from ptce_data.intake.findings import Findings
from ptce_data.spreadsheets.file_limits import HEADING_ROWS
from ptce_data.spreadsheets.grid import Grid
from ptce_data.texts.formats import quoted
from ptce_data.texts.plain import plain

#: An unknown header is a misspelt one only when it looks this much like a name of a field.
_SURE = 0.8


@dataclass(frozen=True)
class Column:
    """A column of a sheet: its place from 0, its field, its header as it was written."""

    place: int
    field: Field
    header: str


@dataclass(frozen=True)
class ColumnMatch:
    """The columns of a sheet beside the fields that are looked for.

    row: that of the header, from 1; columns: one a field, from the left; repeated: others of the same field;
    misspelt: columns of no field, with the one that their header looks like; unknown: headers of no field;
    missing: fields without a column, be there a misspelt one or not.
    """

    row: int
    columns: tuple[Column, ...]
    repeated: tuple[Column, ...]
    misspelt: tuple[Column, ...]
    unknown: tuple[str, ...]
    missing: tuple[Field, ...]

    def add_faults(self, findings: Findings, grid: Grid, left_aside: str = "", only_first_read: str = "") -> None:
        """Add a fault for each misspelt and each repeated header; the last words of each rule say what follows."""
        for column in self.misspelt:
            wrong = InvalidValue(
                f"titre de colonne inconnu{left_aside}", lambda label=column.field.label: quoted(label)
            )
            self._add_fault(findings, grid, column, wrong)
        for column in self.repeated:
            wrong = InvalidValue(f"colonne présente deux fois{only_first_read}", lambda: "une seule de ces colonnes")
            self._add_fault(findings, grid, column, wrong)

    def _add_fault(self, findings: Findings, grid: Grid, column: Column, wrong: InvalidValue) -> None:
        cell = grid.rows[self.row][column.place]
        findings.add(grid, self.row, column.place, column.header, cell, wrong)


def match_columns(grid: Grid, fields: Sequence[Field]) -> ColumnMatch:
    """The header among the first rows, the one that names most fields, and its columns. Keys of fields all differ.

    Where no row names any field, `columns` is empty and `row` is the first one that holds something.
    """
    names = field_names(fields)
    top = [row for row in sorted(grid.rows) if row <= HEADING_ROWS + 1] or [1]
    titles = {row: {place: title_words(cell) for place, cell in grid.rows.get(row, {}).items()} for row in top}
    row = max(top, key=lambda row: (sum(words in names for words in titles[row].values()), -row))
    columns: dict[str, Column] = {}
    repeated, others = [], []
    for place, words in sorted(titles[row].items()):
        header = cell_text(grid.rows[row][place])
        field = names.get(words)
        if field is None:
            others.append((place, words, header))
        elif field.key in columns:
            repeated.append(Column(place, field, header))
        else:
            columns[field.key] = Column(place, field, header)
    missing = tuple(field for field in fields if field.key not in columns)
    absent = {words: field for words, field in names.items() if field.key not in columns}
    misspelt, unknown = [], []
    for place, words, header in others:
        if words == plain(REMARKS):
            continue
        near = closest_field(words, absent)
        if near is None:
            unknown.append(header)
        else:
            misspelt.append(Column(place, near, header))
    return ColumnMatch(row, tuple(columns.values()), tuple(repeated), tuple(misspelt), tuple(unknown), missing)


def closest_field(words: str, names: Mapping[str, Field]) -> Field | None:
    """The field whose name looks like a misspelt header, None where none does. names: plain header → field."""
    near = closest_words(words, names, _SURE)
    return None if near is None else names[near]


def field_names(fields: Sequence[Field]) -> dict[str, Field]:
    """Plain header → field: its label, its code, its other names; a name that two fields share is left out."""
    names = {plain(words): field for field in fields for words in (field.label, field.key)}
    shared = Counter(words for field in fields for words in {plain(name) for name in field.names})
    for field in fields:
        for words in map(plain, field.names):
            if shared[words] == 1:
                names.setdefault(words, field)
    return names
