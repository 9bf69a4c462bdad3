"""Rows to pick one from: a list whose every line is a button, and one element for the browser.

Ten buttons would be ten elements, each renewed at every change of a filter: half of what the list costs a page.
"""

from collections.abc import Callable, Mapping

import streamlit as st

#: Told apart without being seen: Streamlit names an option by its label.
_UNSEEN = "\u200b"


def rows(label: str, lines: Mapping[str, str], key: str, on_pick: Callable[[str], None], said: bool = True) -> None:
    """Draw the rows. lines: code → Markdown; on_pick is called with the code of a row, as a callback.

    label: what is listed; said: whether it is seen, or only heard by who can't see the list.
    """
    key = f"ptce-rows-{key}"
    st.session_state[key] = None  # a door, not a state: the same row can be picked again
    st.pills(
        label,
        list(lines),
        format_func=_apart(lines).__getitem__,
        key=key,
        label_visibility="visible" if said else "collapsed",
        width="stretch",
        wrap=True,
        on_change=_pick,
        args=(key, frozenset(lines), on_pick),
    )


def _apart(lines: Mapping[str, str]) -> dict[str, str]:
    """The lines, no two alike."""
    seen: dict[str, int] = {}
    told = {}
    for code, line in lines.items():
        told[code] = line + _UNSEEN * seen.get(line, 0)
        seen[line] = seen.get(line, 0) + 1
    return told


def _pick(key: str, known: frozenset[str], on_pick: Callable[[str], None]) -> None:
    """A row clicked while the list changed is no row any more: nothing is picked, and nothing opens."""
    picked = st.session_state[key]
    if picked in known:
        on_pick(picked)
