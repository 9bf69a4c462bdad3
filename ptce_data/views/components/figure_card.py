"""The figure card, made from a Result alone: question, chart | table | text | files, base, source."""

import streamlit as st

from ptce_data import charts
from ptce_data.exports import Kind
from ptce_data.results import Result, wording
from ptce_data.texts import NBSP
from ptce_data.views.components import display_mode, downloads, figure_table, figure_words
from ptce_data.views.components.blocks import show_html
from ptce_data.views.live import live


def figure_card(result: Result, intervals: bool = True) -> None:
    """Draw one figure. intervals: whether the chart shows the 95 % confidence intervals that the Result has."""
    with st.container(border=True, key=f"figure-{result.key}", height="stretch"):
        head = [*figure_words.head(result), display_mode.choice(result.key, wording.title(result))]
        live(f"figure-{result.key}-head", head, display_mode.hear(result.key))
        match display_mode.form(result.key):
            case display_mode.TABLE:
                show_html(figure_table.figure_table(result))
            case display_mode.TEXT:
                show_html(figure_words.text(result))
            case display_mode.FILES:
                downloads.buttons(Kind.FIGURE, result, result.key, f"ptce-{result.key}")
            case _:
                _chart(result, intervals)
        live(f"figure-{result.key}-foot", [figure_words.foot(result)])


def _chart(result: Result, intervals: bool) -> None:
    st.vega_lite_chart(
        charts.arrow(result),
        charts.spec(result, intervals=intervals),
        width="stretch",
        theme="streamlit",
        # Never the numbers: another text makes another chart, drawn anew; they are said in the card's head.
        alt=f"Graphique{NBSP}: {wording.title(result)}",
    )
