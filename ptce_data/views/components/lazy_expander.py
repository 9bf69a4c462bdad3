"""A part of a page behind its question: drawn once it is opened."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from ptce_data.views.components.blocks import show_html
from ptce_data.views.live import tag


@contextmanager
def folded(question: str, key: str, opened: bool = False) -> Iterator[bool]:
    """Draw the question; give whether its part is open. A closed one holds nothing: it would travel at each change.

    opened: how it is found. The question never changes: another one would be another part, closed.
    """
    fold = st.expander(question, expanded=opened, key=f"ptce-fold-{key}", on_change="rerun")
    with fold:
        if fold.open:  # the question is a button: those who go from heading to heading find it here
            show_html(tag("h2", question, class_="ptce-unseen"))
        yield bool(fold.open)
