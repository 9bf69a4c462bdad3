"""What a file is, by its first bytes and not by its name alone; what it must not be, each with its remedy."""

from enum import Enum
from pathlib import PurePath

from ptce_data.spreadsheets import file_limits
from ptce_data.spreadsheets.refusals import Refusal
from ptce_data.texts.formats import number, quoted


class Nature(Enum):
    XLSX = ("XLSX", (".xlsx",))
    ODS = ("ODS", (".ods",))
    TEXT = ("CSV", (".csv", ".tsv", ".txt"))

    @property
    def title(self) -> str:
        return self.value[0]

    @property
    def extensions(self) -> tuple[str, ...]:
        return self.value[1]


_BY_EXTENSION = {extension: nature for nature in Nature for extension in nature.extensions}

_SAVE = "l’enregistrer depuis le tableur en XLSX, ODS ou CSV (menu « Enregistrer sous »)"
_TEMPLATE = "partir d’un modèle à télécharger, XLSX ou CSV"

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_OLE = "EncryptedPackage".encode("utf-16-le")
_ODS_MIME = b"application/vnd.oasis.opendocument.spreadsheet"

#: (first bytes, what they are): never a table, and often taken for one.
_STRANGERS = (
    (b"%PDF", "un PDF"),
    (b"\x89PNG", "une image PNG"),
    (b"\xff\xd8\xff", "une image JPEG"),
    (b"GIF8", "une image GIF"),
    (b"\x1f\x8b", "une archive gzip"),
    (b"7z\xbc\xaf", "une archive 7z"),
    (b"Rar!", "une archive RAR"),
    (b"BZh", "une archive bzip2"),
    (b"\xfd7zXZ", "une archive xz"),
    (b"\x28\xb5\x2f\xfd", "une archive zstd"),
    (b"PAR1", "un fichier Parquet"),
    (b"SQLite format 3", "une base SQLite"),
    (b"MZ", "un programme"),
    (b"\x7fELF", "un programme"),
    (b"{\\rtf", "un document RTF"),
    (b"PK\x05\x06", "une archive ZIP vide"),
)

_MARKUP = (b"<!doctype", b"<html", b"<?xml", b"<table", b"<office:", b"<svg", b"<script")


def nature(name: str, content: bytes) -> Nature:
    """XLSX, ODS or text, agreed by name and content. Raises Refusal otherwise."""
    if not content.strip():
        raise Refusal("le fichier est vide", _TEMPLATE)
    most = file_limits.MAX_BYTES * file_limits.scale()
    if len(content) > most:
        size = number(len(content) / file_limits.MEGABYTE, 1)
        raise Refusal(
            f"le fichier pèse {size} Mo, or la limite est de {number(most // file_limits.MEGABYTE)} Mo",
            "garder les seules colonnes du modèle, et retirer images et feuilles étrangères",
        )
    declared, found = _declared(name), _found(content)
    if declared is not found:
        raise Refusal(
            f"le nom annonce {declared.title}, le contenu est {found.title} : le fichier est mal nommé",
            f"le renommer en {quoted(found.extensions[0])}, ou {_SAVE}",
        )
    return found


def _declared(name: str) -> Nature:
    extension = PurePath(name).suffix.lower()
    if extension in (".xlsm", ".xltm", ".xlam"):
        raise Refusal("un classeur à macros n’est jamais ouvert", "l’enregistrer en XLSX, sans macro")
    if extension not in _BY_EXTENSION:
        if not extension:
            raise Refusal("le nom n’a pas d’extension : XLSX, ODS ou CSV, rien ne le dit", _SAVE)
        raise Refusal(f"l’extension {quoted(extension[:12])} n’est pas celle d’un XLSX, d’un ODS ou d’un CSV", _SAVE)
    return _BY_EXTENSION[extension]


def _found(content: bytes) -> Nature:
    head = content[:512]
    if head.startswith(_OLE):
        raise _ole(content)
    if head.startswith(_ZIP):
        return Nature.ODS if _ODS_MIME in head else Nature.XLSX
    for start, what in _STRANGERS:
        if head.startswith(start) and not (start == b"MZ" and b"\0" not in head):
            raise Refusal(f"c’est {what}, pas un tableau", _SAVE)
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP):
        raise Refusal("c’est une page web ou du XML, pas un tableau", _SAVE)
    return Nature.TEXT


def _ole(content: bytes) -> Refusal:
    if _ENCRYPTED_OLE in content:
        return Refusal("le classeur est protégé par un mot de passe", "retirer le mot de passe, puis l’enregistrer")
    return Refusal("c’est un ancien format de bureautique (.xls, .doc…), qui peut porter des macros", _SAVE)
