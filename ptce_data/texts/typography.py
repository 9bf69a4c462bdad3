"""French spacing: declarations are typed with plain spaces, readers see the right ones."""

import re

from ptce_data.texts.formats import NBSP, NNBSP

_RULES = (
    (re.compile(r" (?=[;?!%€»])"), NNBSP),
    (re.compile(r"(?<=«) "), NNBSP),
    (re.compile(r" (?=:)"), NBSP),
)


def typeset(text: str) -> str:
    """`text` with the spaces that French asks for: narrow before ; ? ! % € and inside « », wide before a colon."""
    for pattern, space in _RULES:
        text = pattern.sub(space, text)
    return text
