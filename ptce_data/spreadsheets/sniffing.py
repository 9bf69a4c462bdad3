"""The type of a file, by its first bytes and not by its name alone."""

from enum import Enum
from pathlib import PurePath

from ptce_data.spreadsheets import file_limits
from ptce_data.spreadsheets.refusals import Reason, Refusal


class FileType(Enum):
    XLSX = ("XLSX", (".xlsx",))
    ODS = ("ODS", (".ods",))
    TEXT = ("CSV", (".csv", ".tsv", ".txt"))

    @property
    def title(self) -> str:
        return self.value[0]

    @property
    def extensions(self) -> tuple[str, ...]:
        return self.value[1]


_BY_EXTENSION = {extension: type_ for type_ in FileType for extension in type_.extensions}

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_OLE = "EncryptedPackage".encode("utf-16-le")
_ODS_MIME = b"application/vnd.oasis.opendocument.spreadsheet"

#: First bytes → the format that they announce: never a table, and often taken for one.
OTHER_FORMATS = {
    b"%PDF": "pdf",
    b"\x89PNG": "png",
    b"\xff\xd8\xff": "jpeg",
    b"GIF8": "gif",
    b"\x1f\x8b": "gzip",
    b"7z\xbc\xaf": "7z",
    b"Rar!": "rar",
    b"BZh": "bzip2",
    b"\xfd7zXZ": "xz",
    b"\x28\xb5\x2f\xfd": "zstd",
    b"PAR1": "parquet",
    b"SQLite format 3": "sqlite",
    b"MZ": "program",
    b"\x7fELF": "program",
    b"{\\rtf": "rtf",
    b"PK\x05\x06": "empty-zip",
}

_MARKUP = (b"<!doctype", b"<html", b"<?xml", b"<table", b"<office:", b"<svg", b"<script")


def file_type(name: str, content: bytes) -> FileType:
    """XLSX, ODS or text, agreed by name and content. Raises Refusal otherwise."""
    if not content.strip():
        raise Refusal(Reason.EMPTY_FILE)
    most = file_limits.MAX_BYTES * file_limits.scale()
    if len(content) > most:
        raise Refusal(Reason.TOO_HEAVY, bytes=len(content), most=most)
    declared, actual = _declared(name), _actual(content)
    if declared is not actual:
        raise Refusal(Reason.MISNAMED, declared=declared, actual=actual)
    return actual


def _declared(name: str) -> FileType:
    extension = PurePath(name).suffix.lower()
    if extension in (".xlsm", ".xltm", ".xlam"):
        raise Refusal(Reason.MACRO_EXTENSION)
    if extension not in _BY_EXTENSION:
        if not extension:
            raise Refusal(Reason.NO_EXTENSION)
        raise Refusal(Reason.OTHER_EXTENSION, extension=extension)
    return _BY_EXTENSION[extension]


def _actual(content: bytes) -> FileType:
    head = content[:512]
    if head.startswith(_OLE):
        raise _ole(content)
    if head.startswith(_ZIP):
        return FileType.ODS if _ODS_MIME in head else FileType.XLSX
    for start, other in OTHER_FORMATS.items():
        if head.startswith(start) and not (start == b"MZ" and b"\0" not in head):
            raise Refusal(Reason.OTHER_FORMAT, format=other)
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP):
        raise Refusal(Reason.MARKUP)
    return FileType.TEXT


def _ole(content: bytes) -> Refusal:
    return Refusal(Reason.PASSWORD if _ENCRYPTED_OLE in content else Reason.OLD_OFFICE)
