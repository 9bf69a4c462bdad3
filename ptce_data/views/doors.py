"""Buttons that lead somewhere, in one group: chips to remove, views to go to, rows to open.

One element for the browser, where ten buttons would be ten, each renewed at every change of a filter.
"""

from collections.abc import Callable, Hashable, Mapping
from typing import Any, TypeVar

import streamlit as st

Code = TypeVar("Code", bound=Hashable)


def doors(label: str, words: Mapping[Code, str], key: str, on_pick: Callable[[Code], None], **look: Any) -> None:
    """Draw the buttons. words: code → what is read on it, no two alike; on_pick is called with a code, as a callback.

    label: what the buttons do, heard by who can't see them; look: further arguments of `st.pills`.
    """
    st.session_state[key] = None  # a door, not a state: the same one can be taken again
    st.pills(
        label,
        list(words),
        format_func=words.__getitem__,
        key=key,
        wrap=True,
        on_change=_pick,
        args=(key, frozenset(words), on_pick),
        **{"label_visibility": "collapsed"} | look,
    )


def _pick(key: str, known: frozenset, on_pick: Callable) -> None:
    """A door clicked while it was going is no door any more: nothing is picked, and nothing opens."""
    picked = st.session_state[key]
    if picked in known:
        on_pick(picked)
