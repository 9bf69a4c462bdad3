"""The forms of a figure: chart, table, text, files to take away. Only the chosen one is drawn.

The others, on nine cards, would be half of what a page has to renew at each change of a filter. A choice of this
kind is one element, where tabs are four.
"""

import streamlit as st

from ptce_data.texts import NBSP

CHART, TABLE, TEXT, FILES = FORMS = ("Graphique", "Tableau", "Texte", "Fichiers")


def form(key: str, title: str) -> str:
    """Draw the choice, and return what is chosen. key: of the figure; title: what is said of it to who can't see it."""
    return st.segmented_control(
        f"Forme{NBSP}: {title}",
        FORMS,
        default=CHART,
        required=True,
        key=f"form-{key}",
        label_visibility="collapsed",
        persist_state="session",
    )
