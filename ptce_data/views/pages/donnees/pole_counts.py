"""How many poles there are, according to whom and when: never a trend."""

import streamlit as st

from ptce_data.texts import NBSP, NNBSP, date, typographic
from ptce_data.views.components.blocks import fact_list, show_html
from ptce_data.views.live import Tree, tag
from ptce_data.views.pages.donnees.published_lines import Figure, figures, found, source_link
from ptce_data.views.pages.donnees.section import Section

#: The survey's own counts are filed under its method.
_OF_THE_SURVEY = ("labo-2017-methode-ptce-recenses-france", "labo-2017-methode-ptce-existants-selon-synthese")

_CAUTION = typographic(
    "Ces nombres ne comptent pas la même chose : pôles recensés, « qui fonctionnent », visés, lauréats, projets. "
    "Les mettre en courbe ferait voir une histoire qui n’a pas eu lieu. Chacun reste avec sa date et sa source."
)


def _draw() -> None:
    st.markdown(_CAUTION)
    show_html(fact_list(_count(figure) for figure in counts()))


def counts() -> list[Figure]:
    """Every count of poles, by date as printed."""
    book = figures()
    named = [found(book, figure) for figure in _OF_THE_SURVEY]
    counted = [figure for figure in book.values() if figure.topic == "dénombrement"]
    return sorted([*named, *counted], key=lambda figure: (figure.date, figure.figure_id))


def _count(figure: Figure) -> tuple[str, list[Tree]]:
    words = f"{figure.value} {figure.unit}".strip()
    counted = f"{figure.item} ({figure.base})" if figure.base and figure.base != "pôles" else figure.item
    return typographic(date(figure.date)), [
        tag("strong", typographic(words)),
        f"{NBSP}: {typographic(counted)} ",
        tag("small", f"{typographic(figure.survey)}, ", source_link(figure.url)),
    ]


SECTION = Section("combien", f"Combien de PTCE{NNBSP}?", _draw)
