"""What is wrong with a brought file: the whole of it (Refusal), or one cell (CellFault)."""

from dataclasses import dataclass

from ptce_data.datasets.faults import Fault
from ptce_data.texts.formats import quoted, spaced

_SHOWN = 60


class Refusal(Exception):
    """The file can't be read at all: `rule` says what is wrong and why it matters, `remedy` what to do."""

    def __init__(self, rule: str, remedy: str):
        super().__init__(rule)
        self.rule, self.remedy = rule, remedy

    def fault(self, file: str) -> Fault:
        return Fault(file, None, None, self.rule, self.remedy)


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
        return f"{column_letters(self.place)}{self.row}"

    def __str__(self) -> str:
        where = f"feuille {quoted(self.sheet)}, " if self.sheet else ""
        seen = f"lu {quoted(shortened(self.value))}, " if self.value else ""
        head = f"{where}cellule {self.cell} (colonne {quoted(shortened(self.column or ''))}, ligne {self.row})"
        return spaced(f"{head} : {seen}{self.rule}. Écrire : {self.remedy}.")


def shortened(text: str, length: int = _SHOWN) -> str:
    """One line of at most `length` printable characters."""
    flat = " ".join("".join(letter if letter.isprintable() else " " for letter in text[: 4 * length]).split())
    return flat if len(flat) <= length else f"{flat[: length - 1]}…"


def column_letters(place: int) -> str:
    """`A` for 0, `AA` for 26."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
