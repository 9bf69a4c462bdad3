"""The options of one filter, several at a time, seeded from the Selection at each run."""

import streamlit as st

from ptce_data import selection as selections
from ptce_data.selection import Filter, Selection
from ptce_data.views import state
from ptce_data.views.filter_bar.counts import Counts, plain


def options(
    filter_: Filter, selection: Selection, counts: Counts, codes: tuple[str, ...] | None = None, meaning: bool = True
) -> None:
    """Draw the options of a filter, all of them or `codes`, with what the filter means."""
    offered = selections.options(filter_) if codes is None else codes
    key = f"ptce-{filter_.field}"
    st.session_state[key] = [code for code in selection.values(filter_.field) if code in offered]
    st.pills(
        filter_.label,
        offered,
        selection_mode="multi",
        key=key,
        format_func=lambda code: counts.label(filter_.field, code, filter_.codes.label(code)),
        wrap=True,  # on a phone too: what one must scroll for sideways is not seen
        on_change=_choose,
        args=(filter_, offered, key),
    )
    if meaning:
        counts.say(filter_)


def _choose(filter_: Filter, offered: tuple[str, ...], key: str) -> None:
    """The reader's choice becomes the Selection; what this widget didn't offer stays as it was."""
    selection = state.selection()
    kept = tuple(code for code in selection.values(filter_.field) if code not in offered)
    chosen = tuple(code for code in map(lambda value: _code(filter_, offered, value), st.session_state[key]) if code)
    state.set_selection(selection.with_values(filter_.field, kept + chosen))


def _code(filter_: Filter, offered: tuple[str, ...], value: str) -> str | None:
    """The code of a value: Streamlit hands back the label itself when its count changed under the click."""
    if value in offered:
        return value
    return next((code for code in offered if filter_.codes.label(code) == plain(value)), None)
