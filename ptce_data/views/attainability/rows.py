"""Percentages as rows that open their sheet."""

from collections.abc import Iterable

import streamlit as st

from ptce_data.attainability import Checked
from ptce_data.texts import NBSP, number, typographic, verdicts
from ptce_data.views import state
from ptce_data.views.markup import plain


def rows(figures: Iterable[Checked], name: str) -> None:
    """One button a figure. name: tells this list from another of the page."""
    with st.container(gap=None, key=f"ptce-sheet-rows-{name}"):
        for one in figures:
            st.button(
                _line(one),
                key=f"{name}-{one.figure_id}",
                type="tertiary",
                width="stretch",
                wrap=True,
                on_click=open_,
                args=(one.figure_id,),
            )


def _line(one: Checked) -> str:
    parts = [typographic(one.item), verdicts.verdict(one)]
    parts += [f"plus petite base possible{NBSP}: {number(one.smallest_base)}"] if one.testable else []
    return f"**{plain(verdicts.printed(one))}** — {plain(' · '.join(parts))}"


def open_(figure_id: str | None) -> None:
    """Callback: show the sheet of a figure; the whole list without one."""
    state.set_view("chiffre", figure_id)
