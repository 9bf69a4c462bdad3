"""What a file may weigh and hold. Declared here once: said on the page before, enforced before anything is read."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from ptce_data.texts.formats import NBSP, number

MEGABYTE = 1_000_000

MAX_BYTES = 5 * MEGABYTE
MAX_ROWS = 5_000
MAX_COLUMNS = 200
MAX_CELLS = 300_000

#: Titles and empty lines that may stand above the header.
HEADING_ROWS = 20

#: Bytes of XML that an XLSX or ODS may unpack to: 5,000 rows of 100 full columns, written the wordy way.
MAX_UNPACKED = 40 * MEGABYTE
MAX_ENTRIES = 500

#: XML elements read (two for a filled cell), their depth, bytes of one tag, distinct names.
MAX_ELEMENTS = 2 * MAX_CELLS
MAX_DEPTH = 64
MAX_TAG = 200_000
MAX_NAMES = 5_000

#: Characters of one cell, and of one name that is kept.
MAX_TEXT = 32_767
MAX_NAME = 200

#: Faults listed one by one; beyond, one line says how many others there are.
MAX_FAULTS = 1_000

#: Bytes of a file of saved answers, and structures that one pole may have.
MAX_SAVED = 200_000
MAX_STRUCTURES = 100_000

_SCALE: ContextVar[int] = ContextVar("scale", default=1)


def scale() -> int:
    """How many times larger a file may be than what a visitor brings: 1, unless under `scaled`."""
    return _SCALE.get()


@contextmanager
def scaled(times: int) -> Iterator[None]:
    """Larger files, for who runs the command line on a machine of their own: a whole survey, say."""
    token = _SCALE.set(times)
    try:
        yield
    finally:
        _SCALE.reset(token)


def words() -> str:
    """`5 Mo, 5 000 lignes, 200 colonnes et 300 000 cellules remplies au plus`."""
    return (
        f"{number(MAX_BYTES // MEGABYTE)}{NBSP}Mo, {number(MAX_ROWS)}{NBSP}lignes, {number(MAX_COLUMNS)}{NBSP}colonnes "
        f"et {number(MAX_CELLS)}{NBSP}cellules remplies au plus"
    )
