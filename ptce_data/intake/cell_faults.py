"""A fault at one cell of a file, and texts of that file cut short enough to be shown."""

from dataclasses import dataclass

from ptce_data.datasets.faults import Fault
from ptce_data.spreadsheets import Place
from ptce_data.texts.formats import quoted, spaced

_SHOWN = 60


@dataclass(frozen=True)
class CellFault(Fault):
    """A fault of one cell, or of a whole column where `row` is the header's.

    sheet: "" for a CSV; row: line of the sheet from 1, as a spreadsheet numbers it; place: column from 0;
    value: what was read, cut short; `remedy` says what to write instead.
    """

    sheet: str = ""
    place: int = 0
    value: str = ""

    @property
    def cell(self) -> str:
        """`C12`, as a spreadsheet names it."""
        return Place(self.sheet, self.row, self.place).cell

    def __str__(self) -> str:
        where = f"feuille {quoted(self.sheet)}, " if self.sheet else ""
        seen = f"lu {quoted(shortened(self.value))}, " if self.value else ""
        head = f"{where}cellule {self.cell} (colonne {quoted(shortened(self.column or ''))}, ligne {self.row})"
        return spaced(f"{head} : {seen}{self.rule}. Écrire : {self.remedy}.")


def shortened(text: str, length: int = _SHOWN) -> str:
    """One line of at most `length` printable characters."""
    flat = " ".join("".join(letter if letter.isprintable() else " " for letter in text[: 4 * length]).split())
    return flat if len(flat) <= length else f"{flat[: length - 1]}…"
