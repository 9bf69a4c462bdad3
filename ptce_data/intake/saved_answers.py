"""A UserPole as a JSON file that its user keeps: readable, and checked whole when it is opened again."""

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import asdict
from functools import lru_cache

from ptce_data.datasets.faults import DataError
from ptce_data.intake.cell_faults import shortened
from ptce_data.intake.fields import STRUCTURE_FIELDS
from ptce_data.intake.intake_limits import MAX_NAME, MAX_SAVED, MAX_STRUCTURES
from ptce_data.intake.refused_files import RefusedFile
from ptce_data.schema.codes import LEGAL_STATUSES, RECOGNITIONS, CodeList
from ptce_data.schema.cog import DEPARTEMENTS
from ptce_data.schema.user_pole import Tally, UserPole
from ptce_data.texts.formats import number, quoted

FORMAT = "ptce-mon-pole"
VERSION = 1
FILE = "mon-pole.json"

_AGAIN = "choisir un fichier enregistré par « Enregistrer mes réponses »"
_EDITED = "ne pas modifier ce fichier à la main, ou l’enregistrer à nouveau"


def save(pole: UserPole) -> bytes:
    """The pole in UTF-8 JSON, indented. `reopen` gives the same pole back."""
    document = {"format": FORMAT, "version": VERSION, "pole": asdict(pole)}
    return f"{json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)}\n".encode()


def reopen(content: bytes) -> UserPole:
    """The pole of a saved file. Raises DataError: too big, not such a file, another version, unknown code or count."""
    try:
        return _pole(_document(content))
    except RefusedFile as refusal:
        raise DataError((refusal.fault(FILE),)) from None


def _document(content: bytes) -> Mapping[str, object]:
    if len(content) > MAX_SAVED:
        raise RefusedFile(f"plus de {number(MAX_SAVED // 1000)} ko : ce n’est pas un fichier de réponses", _AGAIN)
    try:
        document = json.loads(content.decode("utf-8-sig"), parse_constant=_refuse, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        raise RefusedFile("ce n’est pas un fichier de réponses lisible", _AGAIN) from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise RefusedFile("ce n’est pas un fichier de réponses de l’observatoire", _AGAIN)
    if document.get("version") != VERSION or isinstance(document["version"], bool):
        seen = shortened(str(document.get("version")), 12)
        raise RefusedFile(
            f"version {quoted(seen)} de ce fichier, or seule la version {VERSION} est lue ici",
            "l’enregistrer à nouveau avec la version en ligne de l’observatoire",
        )
    if not isinstance(document.get("pole"), dict):
        raise RefusedFile("le fichier ne décrit aucun pôle", _AGAIN)
    return document["pole"]


def _pole(saved: Mapping[str, object]) -> UserPole:
    unknown = sorted(set(saved) - set(_READERS) - {"tallies"})
    if unknown:
        raise RefusedFile(f"champ inconnu : {quoted(shortened(unknown[0]))}", _EDITED)
    values = {key: read(key, saved[key]) for key, read in _READERS.items() if key in saved}
    total, part = values.get("fte_total"), values.get("fte_coordination")
    if total is not None and part is not None and part > total:
        raise RefusedFile("plus d’ETP d’animation que d’ETP en tout", _EDITED)
    return UserPole(**values, tallies=_tallies(saved.get("tallies", [])))


def _tallies(saved: object) -> tuple[Tally, ...]:
    if not isinstance(saved, list):
        raise _wrong("tallies", saved)
    tallies = tuple(map(_tally, saved))
    if len({(tally.indicator, tally.item) for tally in tallies}) < len(tallies):
        raise RefusedFile("une même réponse est comptée deux fois", _EDITED)
    return tallies


def _tally(saved: object) -> Tally:
    if not isinstance(saved, dict) or set(saved) != {"indicator", "item", "yes", "answered"}:
        raise _wrong("tallies", saved)
    indicator, item = saved["indicator"], saved["item"]
    if not isinstance(indicator, str) or not isinstance(item, str) or item not in known_items().get(indicator, ()):
        raise RefusedFile(f"code inconnu : {quoted(shortened(f'{indicator} / {item}'))}", _EDITED)
    yes, answered = (_count(key, saved[key]) for key in ("yes", "answered"))
    if yes is None or answered is None or yes > answered:
        raise RefusedFile(f"plus de « oui » que de réponses pour {quoted(f'{indicator} / {item}')}", _EDITED)
    return Tally(indicator, item, yes, answered)


@lru_cache(maxsize=1)
def known_items() -> Mapping[str, tuple[str, ...]]:
    """Indicator → the items that a pole may bring: those of the fields of a structure."""
    items: dict[str, tuple[str, ...]] = {}
    for field in STRUCTURE_FIELDS:
        if field.indicator:
            own = (field.item,) if field.item else field.codes.keys
            items[field.indicator] = (*items.get(field.indicator, ()), *own)
    return items


def _text(key: str, value: object) -> str:
    if not isinstance(value, str) or len(value) > MAX_NAME:
        raise _wrong(key, value)
    return value


def _optional_text(key: str, value: object) -> str | None:
    return None if value is None else _text(key, value)


def _code(codes: CodeList) -> Callable[[str, object], str | None]:
    def read(key: str, value: object) -> str | None:
        if value is not None and (not isinstance(value, str) or value not in codes):
            raise RefusedFile(f"code inconnu pour {quoted(codes.title)} : {quoted(shortened(str(value)))}", _EDITED)
        return value

    return read


def _count(key: str, value: object) -> int | None:
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= MAX_STRUCTURES:
        raise _wrong(key, value)
    return value


def _amount(key: str, value: object) -> float | None:
    if value is None:
        return None
    if not isinstance(value, int | float) or isinstance(value, bool) or value < 0:
        raise _wrong(key, value)
    try:
        amount = float(value)
    except OverflowError:
        amount = math.inf
    if not math.isfinite(amount):
        raise _wrong(key, value)
    return amount


_READERS: dict[str, Callable[[str, object], object]] = {
    "name": _text,
    "departement_code": _code(DEPARTEMENTS),
    "recognition": _code(RECOGNITIONS),
    "legal_status": _code(LEGAL_STATUSES),
    "structures": _count,
    "fte_total": _amount,
    "fte_coordination": _amount,
    "sample_pole_id": _optional_text,
}


def _wrong(key: str, value: object) -> RefusedFile:
    return RefusedFile(f"valeur impossible pour {quoted(key)} : {quoted(shortened(str(value)[:200]))}", _EDITED)


def _refuse(constant: str) -> None:
    raise ValueError(constant)


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    document = dict(pairs)
    if len(document) < len(pairs):
        raise ValueError("a key twice")
    return document
