"""An XLSX made in memory, every text written as a text: no formula, no link, no temporary file."""

import io
from datetime import UTC, datetime

from ptce_data.spreadsheets.grid import Cell

#: A fixed date of creation: the same content gives the same bytes.
_DATE = datetime(2026, 1, 1, tzinfo=UTC)
_SAFE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}

_LOOKS = {
    "header": {"bold": True, "bg_color": "#DDE6E8", "text_wrap": True, "valign": "top", "border": 1},
    "title": {"bold": True, "font_size": 14},
    "wrap": {"text_wrap": True, "valign": "top"},
    "bold": {"bold": True, "valign": "top"},
    "fault": {"bg_color": "#FFD9C2", "font_color": "#7A2600", "border": 1, "text_wrap": True, "valign": "top"},
}


class WorkbookWriter:
    """`with WorkbookWriter() as workbook: …`, then `workbook.content`."""

    def __init__(self):
        # Imported when it is used: the home page doesn't need it.
        import xlsxwriter

        self._stream = io.BytesIO()
        self.workbook = xlsxwriter.Workbook(self._stream, _SAFE)
        self.workbook.set_properties({"created": _DATE})
        self._formats = {name: self.workbook.add_format(look) for name, look in _LOOKS.items()} | {"": None}
        self._names: set[str] = set()
        self.content = b""

    def __enter__(self) -> "WorkbookWriter":
        return self

    def __exit__(self, kind: type | None, *_: object) -> None:
        if kind is None:
            self.workbook.close()
            self.content = self._stream.getvalue()

    def sheet(self, name: str, otherwise: str = "Sheet"):
        """A new sheet; a name that spreadsheets refuse, or that is taken, is changed.

        otherwise: the name of a sheet when no letter of its own is allowed.
        """
        fit = "".join(letter for letter in name if letter.isprintable() and letter not in "[]:*?/\\").strip("' ")[:28]
        fit = fit if fit and fit.casefold() not in ("history", "historique") else otherwise
        free, number = fit, 1
        while free.casefold() in self._names:
            number += 1
            free = f"{fit} {number}"[:31]
        self._names.add(free.casefold())
        return self.workbook.add_worksheet(free)

    def write(self, sheet, row: int, column: int, cell: Cell, look: str = "") -> None:
        """A value by its type, row and column from 0: a text is never taken for something else."""
        format_ = self._formats[look]
        if isinstance(cell, bool):
            sheet.write_boolean(row, column, cell, format_)
        elif isinstance(cell, float | int):
            sheet.write_number(row, column, cell, format_)
        elif cell:
            sheet.write_string(row, column, cell, format_)
