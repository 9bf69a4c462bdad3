"""Figures on a page: the switch of intervals, themes with their cards two by two."""

import streamlit as st

from ptce_data.indicators import INDICATORS
from ptce_data.indicators.survey_frame import survey_frame
from ptce_data.results import Result, wording
from ptce_data.views.app.errors import guarded
from ptce_data.views.app.page import Context, Section
from ptce_data.views.components.blocks import show_html
from ptce_data.views.components.empty_state import is_empty
from ptce_data.views.components.figure_card import figure_card
from ptce_data.views.components.sample_banner import sample_banner
from ptce_data.views.live import tag

#: Whether charts show the 95 % confidence intervals, in the session.
_INTERVALS = "ptce-intervals"


def figures_of(page: str) -> tuple[Section, ...]:
    """The sections of every indicator that is declared for a page: one per heading, in the order declared."""
    keys: dict[str, list[str]] = {}
    for indicator in INDICATORS:
        if indicator.page == page:
            keys.setdefault(indicator.heading, []).append(indicator.key)
    return tuple(_figures(heading, *own) for heading, own in keys.items())


def _figures(heading: str, *keys: str) -> Section:
    """A heading, and the cards of these indicators in this order; nothing where no unit is kept."""

    def section(context: Context) -> None:
        if not is_empty(context.answer):
            st.header(heading, anchor=False)
            cards(_keyed(context.answer.results, keys), st.session_state.get(_INTERVALS, False))

    return section


def sample(context: Context) -> None:
    """The section that says what the figures below are made of, with their switch of intervals."""
    if not is_empty(context.answer):
        sample_banner(context.answer)
        st.toggle(
            "Montrer les intervalles de confiance à 95\u202f%",
            value=False,
            key=_INTERVALS,
            help="Ce que le hasard d’un tirage ferait varier. L’enquête n’a pas tiré ses pôles au sort\u00a0: "
            "l’intervalle est un ordre de grandeur, et ne dit rien des pôles qui n’ont pas répondu.",
        )


def survey(context: Context) -> None:
    """The section that says how many answered the survey: one figure, its card, and its sentence in large."""
    result = survey_frame()
    st.header("L’enquête", anchor=False)
    card, quote = st.columns(2, gap="medium", vertical_alignment="center")
    with card, guarded():
        figure_card(result)
    with quote:
        show_html(tag("p", wording.sentence(result), class_="ptce-quote"))


def cards(results: tuple[Result, ...], intervals: bool = False) -> None:
    """Cards two by two, the last one alone if need be."""
    with st.container(key=f"ptce-cards-{results[0].key}"):
        for result in results:
            with guarded():
                figure_card(result, intervals)


def _keyed(results: tuple[Result, ...], keys: tuple[str, ...]) -> tuple[Result, ...]:
    found = {result.key: result for result in results}
    return tuple(found[key] for key in keys)
