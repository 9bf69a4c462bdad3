"""A CSV: its encoding, its delimiter, then its cells. Encodings are tried in a fixed order, each strictly."""

import csv
import io
import re
from collections.abc import Iterator

from ptce_data.spreadsheets.file_limits import HEADING_ROWS, MAX_COLUMNS
from ptce_data.spreadsheets.grid import Grid, check_column, check_row
from ptce_data.spreadsheets.refusals import Place, Reason, Refusal

_DELIMITERS = (";", "\t", ",")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f]")
#: Excel's own first line, which names the delimiter.
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n", re.I)


def text_sheets(content: bytes) -> tuple[Grid, ...]:
    """The one sheet of a CSV: UTF-8, UTF-8 with a mark or Windows-1252; `;`, tab or `,`. Raises Refusal."""
    text = _decoded(content)
    declared = _SEPARATOR_LINE.match(text)
    delimiter = declared[1] if declared and declared[1] in _DELIMITERS else _delimiter(text)
    grid = Grid()
    lines = _guarded(text, delimiter)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    row = 0
    try:
        for row, values in enumerate(reader, 1):
            check_row(row)
            if len(values) > MAX_COLUMNS:
                check_column(len(values))
            if not (row == 1 and declared):
                for column, value in enumerate(values):
                    grid.put(row, column, value)
    except csv.Error as error:
        raise Refusal(Reason.QUOTES, Place("", row + 1)) from error
    return (grid,)


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refusal(Reason.UTF_16)
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _CONTROL.search(text):
            break
        return text
    raise Refusal(Reason.NOT_TEXT)


def _delimiter(text: str) -> str:
    """The delimiter that a line among the first ones holds most often; `;`, then tab, where several are equal."""
    top = [line for line in text[: 1 << 16].splitlines()[: HEADING_ROWS + 5] if line.strip()]
    counts = {delimiter: [line.count(delimiter) for line in top] for delimiter in _DELIMITERS}
    return max(_DELIMITERS, key=lambda delimiter: (max(counts[delimiter], default=0), -_DELIMITERS.index(delimiter)))


def _guarded(text: str, delimiter: str) -> Iterator[str]:
    """Lines, those with an absurd number of delimiters refused before they are cut."""
    for line in io.StringIO(text, newline=""):
        if len(line) > MAX_COLUMNS and line.count(delimiter) > MAX_COLUMNS * 10:
            check_column(MAX_COLUMNS)
        yield line
