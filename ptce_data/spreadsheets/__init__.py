"""Opening a file that nobody vouches for: `sheets` gives its cells, or refuses it before reading it."""

from ptce_data.spreadsheets.csv_text import text_sheets
from ptce_data.spreadsheets.grid import Cell, Grid
from ptce_data.spreadsheets.ods import ods_sheets
from ptce_data.spreadsheets.sniffing import Nature, nature
from ptce_data.spreadsheets.xlsx import xlsx_sheets

__all__ = ["Cell", "Grid", "Nature", "nature", "sheets"]

_READERS = {Nature.XLSX: xlsx_sheets, Nature.ODS: ods_sheets, Nature.TEXT: text_sheets}


def sheets(name: str, content: bytes) -> tuple[Grid, ...]:
    """Every sheet of a file, in its order; a CSV has one, without a name.

    Raises Refusal. Bounded in time and memory by `limits` whatever the bytes are; nothing is written or logged.
    """
    return _READERS[nature(name, content)](content)
