"""The head of every page, and the page's one question to the library."""

import streamlit as st

from ptce_data.selection import Selection
from ptce_data.views import state
from ptce_data.views.site_map import PAGE


def begin(key: str) -> Selection:
    """Draw the head of a page (title, lead, filters, messages) and return the current Selection."""
    site_page = PAGE[key]
    st.title(site_page.heading, anchor=False)
    st.markdown(site_page.lead)
    state.write()
    return state.selection()


def answer(key: str):
    """The Answer of a page for the current Selection: one question to the engine, remembered."""
    from ptce_data import indicators

    return indicators.answer(state.selection(), key)
