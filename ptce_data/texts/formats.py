"""Numbers, percentages, dates and plurals, written the French way. Pure functions."""

import datetime
import math
import re
from decimal import ROUND_HALF_UP, Decimal

NBSP = "\N{NO-BREAK SPACE}"  # before ":" and between words that must stay together
NNBSP = "\N{NARROW NO-BREAK SPACE}"  # before % ; ? ! inside « » and between thousands
NOT_AVAILABLE = f"n.{NBSP}d."
MINUS = "\N{MINUS SIGN}"

#: In order, January first.
MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
_PREPOSITIONS = ("de", "du", "des", "d’", "à", "en", "sans", "par", "sur")


def number(value: float | None, decimals: int = 0) -> str:
    """`1 234,5`: narrow spaces between thousands, decimal comma, rounded half up. "n. d." where there is none."""
    return NOT_AVAILABLE if _missing(value) else _written(Decimal(str(value)), decimals)


def percent(share: float | None, decimals: int = 1) -> str:
    """`57,2 %` for a share of 0.572 (from 0 to 1). Exactly none and all are `0 %` and `100 %`, and only they are."""
    if _missing(share):
        return NOT_AVAILABLE
    exact = Decimal(str(share)) * 100
    if exact in (0, 100):
        return f"{exact:.0f}{NNBSP}%"
    step = Decimal(1).scaleb(-decimals)
    if 0 < exact < step / 2:
        return f"moins de {_written(step, decimals)}{NNBSP}%"
    if 100 - step / 2 <= exact < 100:
        return f"plus de {_written(100 - step, decimals)}{NNBSP}%"
    return f"{_written(exact, decimals)}{NNBSP}%"


def published_percent(value: float | None) -> str:
    """`57 %` for a percentage printed as 57 by its source: with the decimals that the source gives, no more."""
    if _missing(value):
        return NOT_AVAILABLE
    exact = Decimal(str(value)).normalize()
    return f"{_written(exact, max(0, -exact.as_tuple().exponent))}{NNBSP}%"


def date(value: str | datetime.date) -> str:
    """`5 juillet 2017` for a date or `2017-07-05`, `juillet 2017` for `2017-07`; other words are kept as they are."""
    if isinstance(value, datetime.date):
        return f"{_day(value.day)} {MONTHS[value.month - 1]} {value.year}"
    try:
        if len(value) == len("2017-07"):
            month = datetime.date.fromisoformat(f"{value}-01")
            return f"{MONTHS[month.month - 1]} {month.year}"
        return date(datetime.date.fromisoformat(value))
    except ValueError:
        return value


def plural(n: float | None, word: str, many: str | None = None) -> str:
    """`1 pôle`, `2 pôles`, `0 pôle`: in French the plural begins at two. `many` gives an irregular plural."""
    return f"{number(n)}{NBSP}{inflected(n, word, many)}"


def inflected(n: float | None, word: str, many: str | None = None) -> str:
    """The word alone, agreed with n: every word up to the first preposition takes an s."""
    if not _missing(n) and abs(n) < 2:
        return word
    return many or _regular_plural(word)


def listing(words: list[str] | tuple[str, ...]) -> str:
    """`a, b et c`."""
    return " et ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def quoted(words: str) -> str:
    """`« words »`."""
    return f"«{NNBSP}{words}{NNBSP}»"


def typographic(words: str) -> str:
    """The same words with French apostrophes and unbreakable spaces: what a source wrote on a plain keyboard."""
    return spaced(words.replace("'", "’"))


def spaced(words: str) -> str:
    """The same words with unbreakable spaces alone: for a text that quotes a value as it was found."""
    words = words.replace(" :", f"{NBSP}:").replace("« ", f"«{NNBSP}").replace(" »", f"{NNBSP}»")
    return re.sub(r" (?=[%€;?!])", NNBSP, words)


def _missing(value: float | None) -> bool:
    return value is None or math.isnan(value)


def _written(value: Decimal, decimals: int) -> str:
    rounded = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    digits = f"{abs(rounded):,f}".replace(",", NNBSP).replace(".", ",")
    return f"{MINUS}{digits}" if rounded < 0 else digits


def _day(day: int) -> str:
    return "1er" if day == 1 else str(day)


def _regular_plural(words: str) -> str:
    before, after = [], words.split(" ")
    while after and after[0] not in _PREPOSITIONS:
        word = after.pop(0)
        before.append(word if word[-1:] in ("s", "x", "z") else f"{word}s")
    return " ".join(before + after)
