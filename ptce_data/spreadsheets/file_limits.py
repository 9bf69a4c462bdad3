"""What a file may weigh and hold. Declared here once: shown before a file is chosen, enforced while it is opened."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

MEGABYTE = 1_000_000

MAX_BYTES = 5 * MEGABYTE
MAX_ROWS = 5_000
MAX_COLUMNS = 200
MAX_CELLS = 300_000

#: Titles and empty lines that may stand above the header.
HEADING_ROWS = 20

#: Bytes of XML that an XLSX or ODS may unpack to: 5,000 rows of 100 full columns, each cell with its attributes.
MAX_UNPACKED = 40 * MEGABYTE
MAX_ENTRIES = 500

#: XML elements read (two for a filled cell), their depth, bytes of one tag, distinct names.
MAX_ELEMENTS = 2 * MAX_CELLS
MAX_DEPTH = 64
MAX_TAG = 200_000
MAX_NAMES = 5_000

#: Characters of one cell.
MAX_TEXT = 32_767

_SCALE: ContextVar[int] = ContextVar("scale", default=1)


def scale() -> int:
    """How many times larger than a visitor's file a file may be: 1, unless under `scaled`."""
    return _SCALE.get()


@contextmanager
def scaled(times: int) -> Iterator[None]:
    """Allow files so many times larger meanwhile: for the command line, where the machine is the user's own."""
    token = _SCALE.set(times)
    try:
        yield
    finally:
        _SCALE.reset(token)
