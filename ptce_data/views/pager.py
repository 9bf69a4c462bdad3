"""Previous and next, for a list too long to be read at once."""

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

from ptce_data.texts import number

T = TypeVar("T")


def shown(items: Sequence[T], size: int, key: str, about: object) -> Sequence[T]:
    """The items of the current page. `about`: what the list depends on; when it changes, the first page is shown."""
    return items[_start(items, size, key, about) :][:size]


def pager(items: Sequence, size: int, key: str, about: object, noun: str) -> None:
    """Draw the buttons; nothing when one page is enough. `noun` names what is turned, for buttons read aloud."""
    if len(items) <= size:
        return
    start = _start(items, size, key, about)
    with st.container(horizontal=True, vertical_alignment="center", key=f"{key}-pager"):
        _turn("Précédents", key, about, start - size, start == 0, ":material/chevron_left:", noun)
        st.caption(f"{number(start + 1)} à {number(min(start + size, len(items)))} sur {number(len(items))}")
        _turn("Suivants", key, about, start + size, start + size >= len(items), ":material/chevron_right:", noun)


def _turn(label: str, key: str, about: object, start: int, disabled: bool, icon: str, noun: str) -> None:
    st.button(
        f"{label}",
        key=f"{key}-{'next' if label == 'Suivants' else 'previous'}",
        icon=icon,
        icon_position="right" if label == "Suivants" else "left",
        type="tertiary",
        disabled=disabled,
        help=f"{noun} {label.lower()}",
        on_click=_go,
        args=(key, about, start),
    )


def _go(key: str, about: object, start: int) -> None:
    st.session_state[f"{key}-start"] = (about, start)


def _start(items: Sequence, size: int, key: str, about: object) -> int:
    kept, start = st.session_state.get(f"{key}-start", (about, 0))
    return start if kept == about and 0 <= start < len(items) else 0
