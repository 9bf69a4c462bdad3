"""The figure card, made from a Result alone: question, chart | table | text | files, base, source."""

import streamlit as st

from ptce_data import charts, texts
from ptce_data.results import Result
from ptce_data.texts import NBSP
from ptce_data.views import downloads, figure_table, figure_words, forms
from ptce_data.views.live import live


def figure_card(result: Result, intervals: bool = True) -> None:
    """Draw one figure. intervals: whether the chart shows the 95 % confidence intervals that the Result has."""
    with st.container(border=True, key=f"figure-{result.key}", height="stretch"):
        head = [*figure_words.head(result), forms.choice(result.key, texts.title(result))]
        live(f"figure-{result.key}-head", head, forms.hear(result.key))
        match forms.form(result.key):
            case forms.TABLE:
                st.html(figure_table.table(result))
            case forms.TEXT:
                st.html(figure_words.text(result))
            case forms.FILES:
                downloads.buttons(result, result.key, f"ptce-{result.key}")
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
        alt=f"Graphique{NBSP}: {texts.title(result)}",
    )
