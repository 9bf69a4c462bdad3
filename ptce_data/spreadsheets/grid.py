"""A sheet as it was read: its cells, nothing else. A cell beyond the limits is refused when it is added."""

import unicodedata
from dataclasses import dataclass, field

from ptce_data.spreadsheets.file_limits import HEADING_ROWS, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_TEXT, scale
from ptce_data.spreadsheets.refusals import Reason, Refusal

Cell = str | float | bool | None


@dataclass
class Grid:
    """One sheet. `rows` maps a row from 1 to its cells, which map a column from 0 to what it holds; no empty cell.

    Texts are shared, never copied: a text repeated a million times costs one text and a million references.
    """

    name: str = ""
    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)

    def put(self, row: int, column: int, value: Cell, rows: int = 1, columns: int = 1) -> None:
        """Set a cell, repeated over `rows` and `columns`; one where nothing shows is left out.

        Raises Refusal at the limits.
        """
        if isinstance(value, str):
            if len(value) > MAX_TEXT:
                raise too_long()
            value = value.strip()
            if all(map(is_invisible, value)):
                value = None
        if value is None:
            return
        check_row(row + rows - 1)
        check_column(column + columns - 1)
        for at in range(row, row + rows):
            line = self.rows.setdefault(at, {})
            for place in range(column, column + columns):
                line[place] = value


def is_invisible(letter: str) -> bool:
    """Whether a character shows nothing by itself: spaces, controls, joiners, selectors of a look (✔ or ✔️)."""
    if letter.isascii():
        return letter.isspace() or not letter.isprintable()
    return (
        letter.isspace()
        or unicodedata.category(letter) in ("Cf", "Cc")
        or "\ufe00" <= letter <= "\ufe0f"
        or "\U000e0100" <= letter <= "\U000e01ef"
    )


def check_row(row: int) -> None:
    if row > MAX_ROWS * scale() + HEADING_ROWS:
        raise too_many_rows()


def check_column(column: int) -> None:
    if column >= MAX_COLUMNS:
        raise Refusal(Reason.TOO_MANY_COLUMNS, most=MAX_COLUMNS)


def too_many_cells() -> Refusal:
    return Refusal(Reason.TOO_MANY_CELLS, most=MAX_CELLS * scale())


def too_many_rows() -> Refusal:
    return Refusal(Reason.TOO_MANY_ROWS, most=MAX_ROWS * scale())


def too_long() -> Refusal:
    return Refusal(Reason.TOO_LONG_TEXT, most=MAX_TEXT)
