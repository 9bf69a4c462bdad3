"""The ZIP around an XLSX or an ODS: its list is checked before any part is unpacked, parts are unpacked in slices."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from ptce_data.spreadsheets import file_limits
from ptce_data.spreadsheets.refusals import Reason, Refusal

_SLICE = 1 << 16
_ENTRY = b"PK\x01\x02"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ARCHIVES = (".zip", ".xlsx", ".xlsm", ".xls", ".ods", ".docx", ".gz", ".7z", ".rar", ".jar", ".bin.zip")

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


class Archive:
    """Parts of a ZIP whose list was accepted; all that is unpacked from it, together, stays under MAX_UNPACKED.

    elements: XML elements read so far in all its parts, counted by `xml_parts.walk`.
    """

    def __init__(self, zipped: zipfile.ZipFile):
        self._zipped = zipped
        self._left = file_limits.MAX_UNPACKED * file_limits.scale()
        self.elements = 0
        self.names = tuple(zipped.namelist())

    def slices(self, name: str) -> Iterator[bytes]:
        """The bytes of one part; sizes are those really unpacked, whatever the headers declare."""
        with self._zipped.open(name) as part:
            while piece := part.read(_SLICE):
                self._left -= len(piece)
                if self._left < 0:
                    raise _expands()
                yield piece

    def has(self, name: str) -> bool:
        return name in self.names


@contextmanager
def opened(content: bytes) -> Iterator[Archive]:
    """An archive in memory. Raises Refusal for its list, and for whatever is broken while it is read."""
    try:
        if content.count(_ENTRY) > file_limits.MAX_ENTRIES:
            raise Refusal(Reason.TOO_MANY_PARTS, most=file_limits.MAX_ENTRIES)
        with zipfile.ZipFile(io.BytesIO(content)) as zipped:
            _check_parts(zipped.infolist())
            yield Archive(zipped)
    except _BROKEN as error:
        raise Refusal(Reason.BROKEN) from error


def _check_parts(entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename for entry in entries]
    if len(set(names)) < len(names):
        raise Refusal(Reason.PART_TWICE)
    if sum(entry.file_size for entry in entries) > file_limits.MAX_UNPACKED * file_limits.scale():
        raise _expands()
    for entry in entries:
        if entry.flag_bits & 0x1:
            raise Refusal(Reason.PASSWORD)
        if entry.compress_type not in _METHODS:
            raise Refusal(Reason.COMPRESSION)
        if entry.filename.startswith(("/", "\\")) or ".." in entry.filename.split("/") or "\\" in entry.filename:
            raise Refusal(Reason.PATH_OUTSIDE)
        if entry.filename.lower().endswith(_ARCHIVES):
            raise Refusal(Reason.NESTED_ARCHIVE)


def _expands() -> Refusal:
    return Refusal(Reason.TOO_LARGE_UNPACKED, most=file_limits.MAX_UNPACKED * file_limits.scale())
