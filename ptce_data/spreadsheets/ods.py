"""The sheets of an ODS: values that were typed, never computed ones. Repeated cells are counted before they exist."""

import re
from functools import partial

from ptce_data.spreadsheets import zip_parts
from ptce_data.spreadsheets.file_limits import MAX_CELLS, MAX_TEXT, scale
from ptce_data.spreadsheets.grid import Cell, Grid, check_row, too_long, too_many_cells
from ptce_data.spreadsheets.refusals import Place, Reason, Refusal
from ptce_data.spreadsheets.sniffing import FileType
from ptce_data.spreadsheets.typed_values import number_or_text
from ptce_data.spreadsheets.xml_parts import attribute, walk
from ptce_data.spreadsheets.zip_parts import Archive

_CONTENT = "content.xml"
_MANIFEST = "META-INF/manifest.xml"
_MACROS = re.compile(r"^(basic|scripts)/", re.I)
_OBJECTS = re.compile(r"^object \d", re.I)
_OUTSIDE = ("cell-range-source", "table-source", "dde-link", "dde-source", "database-source-table")
#: What a cell may carry beside its text: a comment, a picture.
_ASIDE = ("annotation", "frame", "custom-shape", "shapes")
_SPACES = {"s": " ", "tab": " ", "line-break": "\n"}
#: Where a cell that shows no text holds its value.
_UNSHOWN = ("string-value", "date-value", "time-value", "value", "boolean-value")
_CELLS = ("table-cell", "covered-table-cell")


def ods_sheets(content: bytes) -> tuple[Grid, ...]:
    """Every sheet, in the order of its tabs. Raises Refusal."""
    with zip_parts.opened(content) as parts:
        if any(_MACROS.match(name) for name in parts.names):
            raise Refusal(Reason.MACROS, format=FileType.ODS)
        if any(_OBJECTS.match(name) for name in parts.names):
            raise Refusal(Reason.EMBEDDED_OBJECTS)
        if not parts.has(_CONTENT):
            raise Refusal(Reason.NOT_A_WORKBOOK, format=FileType.ODS)
        _check_encryption(parts)
        return _Content().read(parts)


def _check_encryption(parts: Archive) -> None:
    def encrypted(_: dict[str, str]) -> None:
        raise Refusal(Reason.PASSWORD)

    if parts.has(_MANIFEST):
        walk(parts, _MANIFEST, {"encryption-data": encrypted})


class _Content:
    """content.xml being read: the sheet, the position, and the current cell with how often it is repeated."""

    def __init__(self):
        self._grids: list[Grid] = []
        self._row, self._rows = 1, 1
        self._column, self._columns = 0, 1
        self._cell: dict[str, str] | None = None
        self._pieces: list[str] = []
        self._length = self._cells = self._aside = self._tables = 0
        self._paragraph = False

    def read(self, parts: Archive) -> tuple[Grid, ...]:
        begins = {"table": self._begin_table, "table-row": self._begin_row, "p": self._begin_paragraph}
        begins |= dict.fromkeys(_CELLS, self._begin_cell) | dict.fromkeys(_ASIDE, self._begin_aside)
        begins |= dict.fromkeys(_OUTSIDE, self._refuse_source)
        begins |= {tag: partial(self._begin_space, space) for tag, space in _SPACES.items()}
        ends = {"table": self._end_table, "table-row": self._end_row, "p": self._end_paragraph}
        ends |= dict.fromkeys(_CELLS, self._end_cell) | dict.fromkeys(_ASIDE, self._end_aside)
        walk(parts, _CONTENT, begins, ends, self._add)
        return tuple(self._grids)

    def _begin_table(self, attributes: dict[str, str]) -> None:
        self._tables += 1
        if self._tables > 1:
            raise Refusal(Reason.TABLE_IN_CELL)
        self._grids.append(Grid(attribute(attributes, "name") or ""))
        self._row = 1

    def _end_table(self) -> None:
        self._tables -= 1

    def _begin_row(self, attributes: dict[str, str]) -> None:
        self._rows, self._column = _repeated(attributes, "number-rows-repeated"), 0

    def _end_row(self) -> None:
        self._row += self._rows

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        if not self._grids or self._cell is not None:
            raise Refusal(Reason.MISPLACED_CELLS)
        if attribute(attributes, "formula") is not None:
            raise Refusal(Reason.FORMULA, Place(self._grids[-1].name, self._row, self._column))
        self._cell = attributes
        self._columns = _repeated(attributes, "number-columns-repeated")

    def _end_cell(self) -> None:
        value = self._value(self._cell or {}, "".join(self._pieces))
        if value is not None:
            self._count()
            self._grids[-1].put(self._row, self._column, value, self._rows, self._columns)
        self._column += self._columns
        self._cell = None
        self._pieces.clear()
        self._length = 0

    def _begin_aside(self, _: dict[str, str]) -> None:
        self._aside += 1

    def _end_aside(self) -> None:
        self._aside -= 1

    def _begin_paragraph(self, _: dict[str, str]) -> None:
        self._paragraph = self._cell is not None and not self._aside
        if self._paragraph and self._pieces:
            self._pieces.append("\n")

    def _end_paragraph(self) -> None:
        self._paragraph = False

    def _begin_space(self, space: str, _: dict[str, str]) -> None:
        self._add(space)

    def _refuse_source(self, _: dict[str, str]) -> None:
        raise Refusal(Reason.OUTSIDE_DATA)

    def _add(self, piece: str) -> None:
        if self._paragraph and not self._aside:
            self._pieces.append(piece)
            self._length += len(piece)
            if self._length > MAX_TEXT:
                raise too_long()

    def _count(self) -> None:
        """Bound the cells of all sheets together: a repeated cell takes a few bytes of the file, however often."""
        check_row(self._row + self._rows - 1)
        self._cells += self._rows * self._columns
        if self._cells > MAX_CELLS * scale():
            raise too_many_cells()

    @staticmethod
    def _value(attributes: dict[str, str], text: str) -> Cell:
        kind = attribute(attributes, "value-type")
        if kind in ("float", "percentage", "currency"):
            return number_or_text(attribute(attributes, "value") or text)
        if kind == "boolean":
            value = attribute(attributes, "boolean-value") or text
            return {"true": True, "false": False}.get(value, value)
        return text or next(filter(None, (attribute(attributes, name) for name in _UNSHOWN)), None)


def _repeated(attributes: dict[str, str], name: str) -> int:
    times = attribute(attributes, name) or "1"
    if not (times.isascii() and times.isdigit() and len(times) < 10):
        raise Refusal(Reason.MISPLACED_CELLS)
    return max(int(times), 1)
