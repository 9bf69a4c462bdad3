"""Previous and next, for a list too long to be read at once."""

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

from ptce_data.texts import number, plural

T = TypeVar("T")

PREVIOUS, NEXT = "‹\u202fPrécédents", "Suivants\u202f›"


def shown(items: Sequence[T], size: int, key: str, about: object) -> Sequence[T]:
    """The items of the current page. `about`: what the list depends on; when it changes, the first page is shown."""
    return items[_start(items, size, key, about) :][:size]


def span(items: Sequence, size: int, key: str, about: object, noun: str) -> str:
    """What is shown of what: `Pôles 11 à 20 sur 111`; `7 pôles` when one page is enough. noun: `pôle`."""
    if len(items) <= size:
        return plural(len(items), noun)
    start = _start(items, size, key, about)
    last = min(start + size, len(items))
    return f"{noun.capitalize()}s {number(start + 1)} à {number(last)} sur {number(len(items))}"


def pager(items: Sequence, size: int, key: str, about: object, noun: str, said: bool = True) -> None:
    """Draw where one can go; nothing when one page is enough. One element, as each costs at every change of a filter.

    noun: as for `span`; said: whether `Quartiers 1 à 10 sur 90` is seen, or is already said beside the list.
    """
    if len(items) <= size:
        return
    start = _start(items, size, key, about)
    turns = {PREVIOUS: start - size} if start else {}
    turns |= {NEXT: start + size} if start + size < len(items) else {}
    st.session_state[f"{key}-turn"] = None  # a way to go, not a state
    st.segmented_control(
        span(items, size, key, about, noun),
        list(turns),
        key=f"{key}-turn",
        label_visibility="visible" if said else "collapsed",
        on_change=_go,
        args=(key, about, turns),
    )


def _go(key: str, about: object, turns: dict[str, int]) -> None:
    asked = st.session_state[f"{key}-turn"]
    if asked in turns:
        st.session_state[f"{key}-start"] = (about, turns[asked])


def _start(items: Sequence, size: int, key: str, about: object) -> int:
    kept, start = st.session_state.get(f"{key}-start", (about, 0))
    return start if kept == about and 0 <= start < len(items) else 0
