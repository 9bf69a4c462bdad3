"""Figures on a page: the switch of intervals, themes with their cards two by two."""

import streamlit as st

from ptce_data.results import Result, wording
from ptce_data.views.app.errors import guarded
from ptce_data.views.components.blocks import show_html
from ptce_data.views.components.figure_card import figure_card
from ptce_data.views.live import tag


def interval_switch() -> bool:
    """One switch for the page: whether charts show the 95 % confidence intervals."""
    return st.toggle(
        "Montrer les intervalles de confiance à 95\u202f%",
        value=False,
        key="ptce-intervals",
        help="Ce que le hasard d’un tirage ferait varier. L’enquête n’a pas tiré ses pôles au sort\u00a0: "
        "l’intervalle est un ordre de grandeur, et ne dit rien des pôles qui n’ont pas répondu.",
    )


def section(heading: str, results: tuple[Result, ...], intervals: bool) -> None:
    """A theme: its heading, its cards."""
    st.header(heading, anchor=False)
    cards(results, intervals)


def cards(results: tuple[Result, ...], intervals: bool = False) -> None:
    """Cards two by two, the last one alone if need be."""
    with st.container(key=f"ptce-cards-{results[0].key}"):
        for result in results:
            with guarded():
                figure_card(result, intervals)


def section_with_quote(heading: str, result: Result) -> None:
    """A theme of one figure that needs to be said as well as drawn: its card, and its sentence in large."""
    st.header(heading, anchor=False)
    card, quote = st.columns(2, gap="medium", vertical_alignment="center")
    with card, guarded():
        figure_card(result)
    with quote:
        show_html(tag("p", wording.sentence(result), class_="ptce-quote"))


def keyed(results: tuple[Result, ...], *keys: str) -> tuple[Result, ...]:
    """The Results of these indicators, in this order."""
    found = {result.key: result for result in results}
    return tuple(found[key] for key in keys)
