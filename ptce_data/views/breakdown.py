"""The figures of the directory, one at a time: nothing is drawn, or sent, before it is asked for."""

import streamlit as st

from ptce_data.results import Result
from ptce_data.texts import NNBSP
from ptce_data.views.errors import guarded

_KEY = "ptce-breakdown"


def breakdown(results: tuple[Result, ...]) -> None:
    """Draw the choice of figures, and the card of the chosen one."""
    if not results:
        return
    st.header(f"Comment se répartissent les pôles{NNBSP}?", anchor=False)
    titles = {result.key: result.title for result in results}
    chosen = st.pills(
        "Choisissez une question",
        list(titles),
        format_func=titles.__getitem__,
        key=_KEY,
        persist_state="session",
    )
    result = next((result for result in results if result.key == chosen), None)
    if result is not None:
        from ptce_data.views.figure_card import figure_card  # charts are imported when one is asked for

        with guarded():
            figure_card(result)
