"""Above a long list: words to look for, and behind one button which rows are kept and how they are sorted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from ptce_data.texts import number


@dataclass(frozen=True)
class Asked:
    """What the reader asks of a list. kept, order: keys of what the list offers; how: both in words, for its head."""

    words: str
    kept: str
    order: str
    how: str


def search_row(
    key: str,
    label: str,
    placeholder: str,
    kept: Mapping[str, str],
    orders: Mapping[str, str],
    count: Callable[[str, str], int],
) -> Asked:
    """Draw the row. kept, orders: code → label, the usual one first; count: (words, code of kept) → rows.

    The choices are drawn once their menu is open, and stand when it is closed.
    """
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key=f"{key}-tools"):
        words = st.text_input(
            label, type="search", key=f"{key}-search", placeholder=placeholder, persist_state="session"
        )
        menu = st.popover("Trier", key=f"{key}-sorting", icon=":material/sort:", on_change="rerun")
    if menu.open:
        with menu:
            _choice("Montrer", kept, f"{key}-kept", lambda code: f"{kept[code]} · {number(count(words, code))}")
            _choice("Trier par", orders, f"{key}-order", orders.__getitem__)
    keeps, sorts = _chosen(kept, f"{key}-kept"), _chosen(orders, f"{key}-order")
    hidden = "" if keeps == next(iter(kept)) else f", {_lower(kept[keeps])}"
    return Asked(words, keeps, sorts, f"{hidden}, par {_lower(orders[sorts])}")


def _choice(label: str, options: Mapping[str, str], key: str, words: Callable[[str], str]) -> None:
    codes = list(options)
    chosen = _chosen(options, key)
    st.radio(
        label,
        codes,
        index=codes.index(chosen),
        format_func=words,
        key=f"{key}-choice",
        on_change=lambda: st.session_state.update({key: st.session_state[f"{key}-choice"]}),
    )


def _lower(label: str) -> str:
    """A label inside a sentence: `QPV` stays as it is."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def _chosen(options: Mapping[str, str], key: str) -> str:
    """What was last chosen; the usual one as long as nothing was."""
    chosen = st.session_state.get(key)
    return chosen if chosen in options else next(iter(options))
