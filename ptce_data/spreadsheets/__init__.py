"""Safe opening of an XLSX, an ODS or a CSV whose author is unknown: its cells, or a Refusal. It knows no other room.

read_sheets("table.xlsx", content)[0].rows[12][2]   # what cell C12 of the first sheet holds
"""

from ptce_data.spreadsheets.csv_text import text_sheets
from ptce_data.spreadsheets.grid import Cell, Grid
from ptce_data.spreadsheets.ods import ods_sheets
from ptce_data.spreadsheets.refusals import Place, Reason, Refusal
from ptce_data.spreadsheets.sniffing import FileType, file_type
from ptce_data.spreadsheets.xlsx import xlsx_sheets

__all__ = ["Cell", "FileType", "Grid", "Place", "Reason", "Refusal", "file_type", "read_sheets"]

_READERS = {FileType.XLSX: xlsx_sheets, FileType.ODS: ods_sheets, FileType.TEXT: text_sheets}


def read_sheets(name: str, content: bytes) -> tuple[Grid, ...]:
    """Every sheet of a file, in its order; a CSV has one, without a name.

    Raises Refusal. Bounded in time and memory by `file_limits` whatever the bytes are; nothing is written or logged.
    """
    return _READERS[file_type(name, content)](content)
