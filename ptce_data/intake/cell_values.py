"""One cell to one value, by the kind of its field; what can't be read is an InvalidValue, with its remedy."""

import math
import re
from collections.abc import Callable
from functools import cached_property

from ptce_data.intake.code_names import find_code, is_silence, suggest_label, yes_or_no
from ptce_data.intake.fields import Field, Kind
from ptce_data.intake.intake_limits import MAX_NAME
from ptce_data.spreadsheets.file_limits import MAX_TEXT
from ptce_data.spreadsheets.grid import Cell
from ptce_data.texts.formats import number, quoted
from ptce_data.texts.plain import plain

Value = str | float | bool | tuple[str, ...] | None

_SEVERAL = re.compile(r"[;|,\n]")
_NUMBER = re.compile(r"[-+]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][-+]?\d+)?")
#: A number among words, and not a piece of a longer one: "1.234,5" holds none.
_AMONG_WORDS = re.compile(r"(?<![\d.,])[-+]?\d{1,9}(?:[.,]\d{1,6})?(?![.,]?\d)")
_LISTED = 8

#: Characters of the longest answer of each kind: longer texts are refused without being parsed.
#: A number may have as many decimals as its cell holds.
_LONGEST = {
    Kind.TEXT: MAX_NAME,
    Kind.CODE: MAX_NAME,
    Kind.SEVERAL: 3 * MAX_NAME,
    Kind.YES_NO: 40,
    Kind.NUMBER: MAX_TEXT,
}


class InvalidValue(Exception):
    """A cell that breaks the rule of its field. `remedy`: what to write instead, computed only when shown."""

    def __init__(self, rule: str, remedy: Callable[[], str]):
        super().__init__(rule)
        self.rule, self._remedy = rule, remedy

    @cached_property
    def remedy(self) -> str:
        return self._remedy()


def parse_cell(field: Field, cell: Cell) -> Value:
    """The value of a cell: text, code, codes, True or False, number; None where nothing was answered.

    Raises InvalidValue.
    """
    text = cell_text(cell)
    longest = _LONGEST[field.kind]
    if len(text) > longest:
        raise InvalidValue(f"plus de {number(longest)} caractères", lambda: f"{field.kind.value}, en moins de mots")
    if field.kind is Kind.CODE and (code := find_code(field.codes, text)) is not None:
        return code
    if field.kind is not Kind.TEXT and is_silence(text):
        return None
    if text.startswith("="):
        raise InvalidValue("une formule n’est jamais calculée ici", lambda: "la valeur elle-même, ou rien")
    return _PARSERS[field.kind](field, text)


def cell_text(cell: Cell) -> str:
    """A cell as it is read on screen: 1 and not 1.0, vrai and not True."""
    if isinstance(cell, bool):
        return "vrai" if cell else "faux"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    return cell or ""


def title_words(cell: Cell) -> str:
    """The words of a cell that names something, as they are compared; no name is longer than MAX_NAME."""
    return plain(cell_text(cell)[:MAX_NAME])


def _text(field: Field, text: str) -> str:
    return " ".join(text.split())


def _yes_no(field: Field, text: str) -> bool:
    answer = yes_or_no(text)
    if answer is None:
        known = f"{quoted('oui')}, {quoted('non')}, ou rien si la réponse n’est pas connue"
        raise InvalidValue("ni oui ni non", lambda: known)
    return answer


def _code(field: Field, text: str) -> str:
    code = find_code(field.codes, text)
    if code is None:
        raise InvalidValue(f"hors de la liste {quoted(field.codes.title)}", lambda: _from_list(field, text))
    return code


def _several(field: Field, text: str) -> tuple[str, ...]:
    whole = find_code(field.codes, text)
    if whole is not None:
        return (whole,)
    parts = [part for part in _SEVERAL.split(text) if part.strip()]
    # Separators without values are parsed as one value, so that they are a fault and not an empty list.
    return tuple(dict.fromkeys(_code(field, part) for part in parts or [text]))


def _number(field: Field, text: str) -> float:
    compact = "".join(text.split())
    if not _NUMBER.fullmatch(compact):
        raise InvalidValue("pas un nombre", lambda: _closest_number(text))
    value = float(compact.replace(",", "."))
    if not math.isfinite(value):
        raise InvalidValue("un nombre démesuré", lambda: "un nombre, comme « 12,5 », ou rien")
    if field.minimum is not None and value < field.minimum:
        raise InvalidValue(
            f"plus petit que {number(field.minimum)}", lambda: f"un nombre d’au moins {number(field.minimum)}"
        )
    return value


def _from_list(field: Field, text: str) -> str:
    near = suggest_label(field.codes, text[:80])
    labels = [quoted(code.label) for code in field.codes][:_LISTED]
    rest = "" if len(labels) == len(field.codes) else "…"
    return quoted(near) if near else f"l’un de : {', '.join(labels)}{rest}"


def _closest_number(text: str) -> str:
    match = _AMONG_WORDS.search("".join(text.split())[:80])
    return quoted(match[0].replace(".", ",")) if match else "un nombre, comme « 12,5 », ou rien"


_PARSERS: dict[Kind, Callable[[Field, str], Value]] = {
    Kind.TEXT: _text,
    Kind.YES_NO: _yes_no,
    Kind.CODE: _code,
    Kind.SEVERAL: _several,
    Kind.NUMBER: _number,
}
