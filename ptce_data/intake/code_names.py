"""From the words of a cell to codes: labels and codes, with or without accents, and the closest ones."""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping

from ptce_data.schema import source_words
from ptce_data.schema.codes import ANSWERS, LEGAL_STATUSES, NOT_RECORDED, SECTORS, CodeList
from ptce_data.schema.cog import DEPARTEMENTS
from ptce_data.spreadsheets.grid import is_invisible
from ptce_data.texts.plain import plain

#: x is a tick in many forms, ✗ and ❌ are a no. ☒ and ✖ are used for both: they are read as neither.
_YES = frozenset(("oui", "o", "1", "vrai", "x", "true", "yes", "y", "ok", *"✓✔☑✅🗸🗹"))
_NO = frozenset(("non", "n", "0", "faux", "false", "no", *"✗✘❌"))

#: Words for the absence of an answer.
_SILENCE = frozenset(
    (NOT_RECORDED, "non renseigne", "nsp", "ne sait pas", "n a", "nc", "non concerne")
    + tuple(plain(words) for code in ANSWERS for words in (code.code, code.label) if code.code not in ("oui", "non"))
)

#: Punctuation that changes the meaning of the words beside it: "oui ?", "#N/A", "1 %".
_LOADED = frozenset("?¿#%‰*@§†‡")

_MINUS = "\N{MINUS SIGN}"

#: Texts without any sign, the most common by far.
_ORDINARY = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ0-9 ]*")

#: Words that the sources of the observatory use for our codes.
_SOURCE_WORDS: dict[str, Mapping[str, str | None]] = {
    SECTORS.key: source_words.SECTORS,
    LEGAL_STATUSES.key: source_words.LEGAL_STATUSES,
}

_SUGGESTION = 0.6


def comparable_words(text: str) -> str:
    """The words of an answer as they are compared: plain, or the text itself where `plain` would change its meaning.

    `Oui.` → `oui`, `✔️` → `✔`, `#N/A` → `#n/a`, `-1` → `-1`; empty for a text without visible character only.
    """
    if _ORDINARY.fullmatch(text):
        return plain(text)
    text = "".join(letter for letter in text if letter.isspace() or not is_invisible(letter))
    words = plain(text)
    if words and not _is_signed_number(text) and not any(map(_is_loaded, text)):
        return words
    return " ".join(text.casefold().split())


def is_silence(text: str) -> bool:
    """Whether a text means that there is no answer: `nr`, `sans réponse`, dashes; no other visible text does."""
    words = comparable_words(text)
    return words in _SILENCE or all(unicodedata.category(letter) == "Pd" or letter == " " for letter in words)


def yes_or_no(text: str) -> bool | None:
    """True for a yes or a tick, False for a no or a cross-out, None for anything else."""
    words = comparable_words(text)
    return True if words in _YES else False if words in _NO else None


def _is_loaded(letter: str) -> bool:
    """Whether dropping it may change the meaning: it doesn't for letters, digits, accents, spaces, most punctuation."""
    kind = unicodedata.category(letter)
    # ´ and ` are typed for an apostrophe, − for a dash.
    return letter in _LOADED or (kind[0] not in "LNMZP" and kind != "Sk" and letter != _MINUS and not letter.isspace())


def _is_signed_number(text: str) -> bool:
    text = text.strip()
    return text[:1] in ("-", "+", _MINUS) and text[1:2].isdigit()


def find_code(codes: CodeList, text: str) -> str | None:
    """The code that a text stands for, None when it stands for none. In the list of answers, ticks are words too."""
    code = codes_by_words(codes).get(comparable_words(text))
    if code is not None or codes is not ANSWERS:
        return code
    if is_silence(text):
        return "sans-reponse"
    answer = yes_or_no(text)
    return None if answer is None else "oui" if answer else "non"


def codes_by_words(codes: CodeList) -> Mapping[str, str]:
    """Plain words → code: the code, its label, each part of a label that says "ou", words of our sources."""
    # By key: hashing a hundred départements for every cell costs more than reading it.
    if codes.key not in _KNOWN:
        _KNOWN[codes.key] = _meanings(codes)
    return _KNOWN[codes.key]


_KNOWN: dict[str, Mapping[str, str]] = {}


def _meanings(codes: CodeList) -> Mapping[str, str]:
    words: dict[str, set[str]] = {}

    def means(text: str, code: str) -> None:
        for known in {plain(text), comparable_words(text)} - {""}:
            words.setdefault(known, set()).add(code)

    for code in codes:
        for text in (code.code, code.label, *code.label.split(" ou ")):
            means(text, code.code)
        if codes is DEPARTEMENTS:
            # A spreadsheet turns 01 into 1.
            for text in (code.code.lstrip("0"), f"{code.code} {code.label}", f"{code.label} {code.code}"):
                means(text, code.code)
    for text, code in _SOURCE_WORDS.get(codes.key, {}).items():
        if code is not None:
            means(text, code)
    return {text: next(iter(meant)) for text, meant in words.items() if len(meant) == 1}


def suggest_label(codes: CodeList, text: str) -> str | None:
    """The label of the code whose words look most like `text`, None when none does."""
    words = [known for known in codes_by_words(codes) if not (codes is DEPARTEMENTS and any(map(str.isdigit, known)))]
    near = closest_words(text, words)
    return None if near is None else codes.label(codes_by_words(codes)[near])


def closest_words(text: str, known: Iterable[str], likeness: float = _SUGGESTION) -> str | None:
    """The known words that look most like `text`, None when none does; likeness: from 0 to 1, 1 being the same."""
    by_plain = {plain(words): words for words in known}
    matches = difflib.get_close_matches(plain(text[:80]), by_plain, n=1, cutoff=likeness)
    return by_plain[matches[0]] if matches else None
