"""Why a file is not read: a code, its parameters, and the place in the file where one is known. No sentence."""

from dataclasses import dataclass
from enum import Enum, auto


class Reason(Enum):
    """Why a file is refused; beside each, the names of its parameters."""

    # The file as a whole.
    EMPTY_FILE = auto()
    TOO_HEAVY = auto()  # bytes, most: both in bytes
    NO_EXTENSION = auto()
    OTHER_EXTENSION = auto()  # extension
    MACRO_EXTENSION = auto()
    MISNAMED = auto()  # declared, actual: FileType
    OTHER_FORMAT = auto()  # format: a key of `sniffing.OTHER_FORMATS`
    MARKUP = auto()
    OLD_OFFICE = auto()
    PASSWORD = auto()
    # The ZIP around a workbook.
    BROKEN = auto()
    TOO_MANY_PARTS = auto()  # most
    PART_TWICE = auto()
    COMPRESSION = auto()
    PATH_OUTSIDE = auto()
    NESTED_ARCHIVE = auto()
    TOO_LARGE_UNPACKED = auto()  # most, in bytes
    # Its XML.
    MALFORMED = auto()
    EXCESSIVE_XML = auto()
    XML_ENTITIES = auto()
    # What a workbook must not hold, or must.
    NOT_A_WORKBOOK = auto()  # format: FileType
    MACROS = auto()  # format: FileType
    EXTERNAL_FILES = auto()
    OUTSIDE_DATA = auto()
    EMBEDDED_OBJECTS = auto()
    NO_SHEET = auto()
    SHEET_TWICE = auto()
    TABLE_IN_CELL = auto()
    MISPLACED_CELLS = auto()
    UNKNOWN_TEXT = auto()
    FORMULA = auto()  # at a place
    # Its size.
    TOO_MANY_ROWS = auto()  # most
    TOO_MANY_COLUMNS = auto()  # most
    TOO_MANY_CELLS = auto()  # most
    TOO_LONG_TEXT = auto()  # most, in characters
    # A CSV.
    UTF_16 = auto()
    NOT_TEXT = auto()
    QUOTES = auto()  # near a place: its row


@dataclass(frozen=True)
class Place:
    """Where in a file. sheet: "" for a CSV; row from 1; column from 0, None where only the row is known."""

    sheet: str
    row: int
    column: int | None = None

    @property
    def cell(self) -> str:
        """`C12`, as a spreadsheet names it."""
        return f"{'' if self.column is None else column_letters(self.column)}{self.row}"


class Refusal(Exception):
    """The file is not read. reason: its code; parameters: by name, as the code declares them; place: where, or None."""

    def __init__(self, reason: Reason, place: Place | None = None, **parameters: object):
        super().__init__(reason.name)
        self.reason, self.place, self.parameters = reason, place, parameters


def column_letters(column: int) -> str:
    """`A` for 0, `AA` for 26."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
