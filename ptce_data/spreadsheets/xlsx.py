"""The sheets of an XLSX: values that were typed, never computed ones."""

import posixpath
import re
from functools import lru_cache

from ptce_data.spreadsheets import zip_parts
from ptce_data.spreadsheets.file_limits import MAX_TEXT
from ptce_data.spreadsheets.grid import Cell, Grid, check_column, check_row, too_long
from ptce_data.spreadsheets.refusals import Place, Reason, Refusal
from ptce_data.spreadsheets.sniffing import FileType
from ptce_data.spreadsheets.typed_values import number_or_text
from ptce_data.spreadsheets.xml_parts import attribute, walk
from ptce_data.spreadsheets.zip_parts import Archive

_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_STRINGS = "xl/sharedStrings.xml"

_MACROS = re.compile(r"vbaproject|vbadata|macrosheets/|dialogsheets/|/activex/|customui/", re.I)
_EXTERNAL_FILES = re.compile(r"externallinks/|connections\.xml|querytables/", re.I)
_OBJECTS = re.compile(r"xl/embeddings/", re.I)


def xlsx_sheets(content: bytes) -> tuple[Grid, ...]:
    """Every worksheet, in the order of its tabs. Raises Refusal."""
    with zip_parts.opened(content) as parts:
        if any(map(_MACROS.search, parts.names)):
            raise _macros()
        if any(map(_EXTERNAL_FILES.search, parts.names)):
            raise Refusal(Reason.EXTERNAL_FILES)
        if any(map(_OBJECTS.search, parts.names)):
            raise Refusal(Reason.EMBEDDED_OBJECTS)
        if not parts.has(_WORKBOOK):
            raise Refusal(Reason.NOT_A_WORKBOOK, format=FileType.XLSX)
        _check_relations(parts)
        strings = _strings(parts) if parts.has(_STRINGS) else []
        return tuple(_Sheet(name, strings).read(parts, part) for name, part in _tabs(parts))


def _check_relations(parts: Archive) -> None:
    """Refuse a file that a relation makes fetch something from outside; a hyperlink is accepted, and never followed."""

    def relation(attributes: dict[str, str]) -> None:
        outside = attributes.get("TargetMode", "").lower() == "external"
        if outside and not attributes.get("Type", "").endswith("/hyperlink"):
            raise Refusal(Reason.OUTSIDE_DATA)

    def kind(attributes: dict[str, str]) -> None:
        if "macroenabled" in attributes.get("ContentType", "").lower():
            raise _macros()

    for name in parts.names:
        if name.endswith(".rels") or name == "[Content_Types].xml":
            walk(parts, name, {"Relationship": relation, "Override": kind, "Default": kind})


def _tabs(parts: Archive) -> list[tuple[str, str]]:
    """(name of the tab, name of the part) of every worksheet."""
    targets: dict[str, str] = {}
    tabs: list[tuple[str, str]] = []

    def relation(attributes: dict[str, str]) -> None:
        if attributes.get("Type", "").endswith("/worksheet"):
            path = posixpath.normpath(posixpath.join("/xl", attributes.get("Target", "")))
            targets[attributes.get("Id", "")] = path.lstrip("/")

    def sheet(attributes: dict[str, str]) -> None:
        tabs.append((attributes.get("name", ""), attribute(attributes, "id") or ""))

    if parts.has(_RELATIONS):
        walk(parts, _RELATIONS, {"Relationship": relation})
    walk(parts, _WORKBOOK, {"sheet": sheet})
    sheets = [(name, targets[identifier]) for name, identifier in tabs if identifier in targets]
    sheets = [(name, part) for name, part in sheets if parts.has(part)]
    if not sheets:
        raise Refusal(Reason.NO_SHEET)
    if len({part for _, part in sheets}) < len(sheets):
        raise Refusal(Reason.SHEET_TWICE)
    return sheets


class _Text:
    """The text being read, in pieces: those of `t` and `v`, but for the reading aids of Asian scripts (`rPh`)."""

    def __init__(self):
        self._pieces: list[str] = []
        self._length = 0
        self._reading = self._aside = False

    def take(self) -> str:
        """The text since the last time."""
        whole = "".join(self._pieces)
        self._pieces.clear()
        self._length = 0
        return whole

    def begin(self, _: dict[str, str]) -> None:
        self._reading = not self._aside

    def end(self) -> None:
        self._reading = False

    def begin_aside(self, _: dict[str, str]) -> None:
        self._aside = True

    def end_aside(self) -> None:
        self._aside = False

    def add(self, piece: str) -> None:
        if self._reading:
            self._pieces.append(piece)
            self._length += len(piece)
            if self._length > MAX_TEXT:
                raise too_long()


def _strings(parts: Archive) -> list[str]:
    """The texts that cells share, by index from 0."""
    texts: list[str] = []
    text = _Text()
    walk(
        parts,
        _STRINGS,
        {"t": text.begin, "rPh": text.begin_aside},
        {"t": text.end, "rPh": text.end_aside, "si": lambda: texts.append(text.take())},
        text.add,
    )
    return texts


class _Sheet:
    """One worksheet being read: the position and the kind of the current cell."""

    def __init__(self, name: str, strings: list[str]):
        self.grid = Grid(name)
        self._strings = strings
        self._row, self._column, self._kind = 0, -1, "n"
        self._content = _Text()

    def read(self, parts: Archive, part: str) -> Grid:
        text = self._content
        begins = {"row": self._begin_row, "c": self._begin_cell, "f": self._refuse_formula}
        walk(
            parts,
            part,
            begins | {"v": text.begin, "t": text.begin, "rPh": text.begin_aside},
            {"c": self._end_cell, "v": text.end, "t": text.end, "rPh": text.end_aside},
            text.add,
        )
        return self.grid

    def _begin_row(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        row = int(reference) if reference and reference.isascii() and reference.isdigit() else self._row + 1
        if row <= self._row:
            raise _misplaced()
        check_row(row)
        self._row, self._column = row, -1

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._kind = attributes.get("t", "n")
        reference = attributes.get("r")
        if reference is None:
            column = self._column + 1
        else:
            letters = reference.rstrip("0123456789")
            column = _column(letters)
            if reference != f"{letters}{self._row}":
                raise _misplaced()
        if column <= self._column:
            raise _misplaced()
        check_column(column)
        self._column = column

    def _end_cell(self) -> None:
        if raw := self._content.take():
            self.grid.put(self._row, self._column, self._value(raw))

    def _refuse_formula(self, _: dict[str, str]) -> None:
        raise Refusal(Reason.FORMULA, Place(self.grid.name, self._row, self._column))

    def _value(self, raw: str) -> Cell:
        if self._kind == "s":
            return self._shared(raw)
        if self._kind == "b":
            return {"1": True, "true": True, "0": False, "false": False}.get(raw.strip(), raw)
        if self._kind == "n":
            return number_or_text(raw)
        return raw

    def _shared(self, raw: str) -> str:
        try:
            if raw.strip().startswith("-") or len(raw) >= 10:
                raise ValueError(raw)
            return self._strings[int(raw)]
        except (ValueError, IndexError):
            raise Refusal(Reason.UNKNOWN_TEXT) from None


@lru_cache(maxsize=1024)
def _column(letters: str) -> int:
    """`C` → 2."""
    if not (letters.isascii() and letters.isalpha() and letters.isupper() and len(letters) <= 3):
        raise _misplaced()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1


def _misplaced() -> Refusal:
    return Refusal(Reason.MISPLACED_CELLS)


def _macros() -> Refusal:
    return Refusal(Reason.MACROS, format=FileType.XLSX)
