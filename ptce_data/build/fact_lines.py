"""Human-editable facts: one CSV, one line a fact. Every fault of a file is said at once, with its line."""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ptce_data.datasets.faults import DataError, Fault

#: Separates the values of a column that may hold several.
SEVERAL = ";"

# Python would also read "nan", "inf" and "1_000".
_INTEGER = re.compile(r"-?[0-9]+")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


@dataclass(frozen=True)
class Line:
    """One line of facts. Reading a value that breaks a rule records a Fault and gives None: the rest is read."""

    file: str
    row: int
    values: Mapping[str, str]
    faults: list[Fault] = field(compare=False)

    def text(self, column: str, required: bool = False) -> str | None:
        value = self.values[column].strip()
        if not value and required:
            self.fault(column, "valeur obligatoire manquante", "renseigner la valeur, ou retirer la ligne")
        return value or None

    def several(self, column: str) -> list[str]:
        """Values separated by ";", in the order of the file."""
        return [part.strip() for part in self.values[column].split(SEVERAL) if part.strip()]

    def integer(self, column: str) -> int | None:
        return self._parsed(column, int, _INTEGER, "nombre entier")

    def number(self, column: str) -> float | None:
        return self._parsed(column, float, _NUMBER, "nombre (point décimal)")

    def mapped(self, column: str, mapping: Mapping[str, str | None], value: str | None = None) -> str | None:
        """The code that `mapping` gives to this column's value, or to one `value` of it."""
        raw = self.values[column].strip() if value is None else value
        if raw in mapping:
            return mapping[raw]
        known = ", ".join(repr(key) for key in list(mapping)[:15])
        self.fault(column, f"valeur {raw!r} inconnue", f"prendre l’une de : {known}")
        return None

    def fault(self, column: str, rule: str, remedy: str) -> None:
        self.faults.append(Fault(self.file, column, self.row, rule, remedy))

    def _parsed(self, column: str, parse: type, pattern: re.Pattern, nature: str):
        value = self.text(column)
        if value is None or pattern.fullmatch(value):
            return None if value is None else parse(value)
        self.fault(column, f"{value!r} n’est pas un {nature}", "corriger la valeur, ou la laisser vide")
        return None


def read(path: Path, columns: Sequence[str]) -> list[Line]:
    """The lines of a CSV (UTF-8, commas, header as `columns`); all share one list of faults.

    Raises DataError when the file can't be read as such. Then the caller maps values and calls `refuse`.
    """
    rows = _rows(path)
    header = rows[0][1] if rows else []
    if header != list(columns):
        rule = f"en-tête inattendu : {','.join(header)[:80]!r}"
        raise _error(path, 1, rule, f"enregistrer en CSV UTF-8 à virgules, en-tête : {','.join(columns)}")
    if len(rows) == 1:
        raise _error(path, 2, "aucune ligne de faits", "remettre les lignes du fichier")
    faults: list[Fault] = []
    lines = []
    for number, row in rows[1:]:
        if len(row) != len(header):
            rule = f"{len(row)} valeurs au lieu de {len(header)}"
            faults.append(Fault(path.name, None, number, rule, "mettre entre guillemets les textes à virgules"))
        lines.append(Line(path.name, number, dict(zip(header, row, strict=False)), faults))
    if faults:
        raise DataError(tuple(faults))
    return lines


def _rows(path: Path) -> list[tuple[int, list[str]]]:
    """(line number, values) of every line, header first."""
    if not path.is_file():
        raise _error(path, None, "fichier de faits introuvable", "le remettre à sa place")
    reader = csv.reader(io.StringIO(_decoded(path), newline=""), strict=True)
    try:
        return [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        raise _error(path, reader.line_num, f"CSV mal formé ({error})", "refermer les guillemets") from error


def numbers(path: Path) -> list[int]:
    """The number of each line of a CSV but its header, in order; none where there is no file."""
    return [number for number, _ in _rows(path)[1:]] if path.is_file() else []


def refuse(lines: Sequence[Line]) -> None:
    """Raise DataError with every fault recorded while `lines` were read, if any."""
    faults = lines[0].faults
    if faults:
        raise DataError(tuple(sorted(faults, key=lambda fault: fault.row or 0)))


def _decoded(path: Path) -> str:
    content = path.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise _error(path, line, "texte qui n’est pas en UTF-8", "enregistrer le fichier en UTF-8") from error


def _error(path: Path, row: int | None, rule: str, remedy: str) -> DataError:
    return DataError((Fault(path.name, None, row, rule, remedy),))
