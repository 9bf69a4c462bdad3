"""Which published percentages are possible on which base: in short, with the way to the whole."""

import streamlit as st

from ptce_data.published import Checked, checked_percentages, grim_wording
from ptce_data.schema.questions import QUESTION
from ptce_data.texts import NNBSP, typographic
from ptce_data.views.app import state
from ptce_data.views.app.site_map import link_target
from ptce_data.views.components.blocks import framed_table, show_html
from ptce_data.views.live import Tree, tag
from ptce_data.views.pages.donnees.section import Section

#: figure_id of the poles and of the structures that the survey kept → the head of their column.
BASES = {
    "labo-2017-methode-ptce-consolides": "Possible sur 24 pôles",
    "labo-2017-methode-structures-consolidees": "Possible sur 187 structures",
}

_WORDS = typographic(
    "Un pourcentage imprimé n’est possible sur une base que si un nombre entier de répondants s’y arrondit. "
    "82 % de 24 pôles ? 19 sur 24 font 79,2 %, 20 sur 24 font 83,3 % : aucun nombre de pôles ne donne 82 %. "
    "C’est pourquoi nous montrons ces chiffres avec une base incertaine. Possible sur 187 ne veut pas dire vrai : "
    "c’est la base connue qui ne contredit rien."
)


def _draw() -> None:
    st.markdown(_WORDS)
    show_html(_table())
    st.caption("Enquête du Labo de l’ESS, 2017. Calcul fait ici, à chaque affichage, sur les chiffres du fichier.")
    st.page_link(
        link_target("verifier"),
        label="Tous les pourcentages publiés, vérifiés un par un",
        icon=":material/fact_check:",
        query_params=state.params(page_key="verifier"),
    )


def rows() -> dict[str, list[tuple[str, ...]]]:
    """By question: (answer, percentage as printed, numerators possible on each base). Raises DataError.

    Only the questions of the survey, whose base is silent or doubtful.
    """
    checked = {(one.indicator, one.item_code): one for one in checked_percentages().figures.values() if one.testable}
    found: dict[str, list[tuple[str, ...]]] = {}
    for question in QUESTION.values():
        for item in question.items:
            one = checked.get((question.key, item.code))
            if one is not None:
                cells = (grim_wording.printed(one), *_possible(one))
                found.setdefault(typographic(question.wording), []).append((typographic(item.label), *cells))
    return found


def _table() -> Tree:
    names = ("Réponse", "Imprimé", *BASES.values())
    groups = [_group(question, lines, len(names)) for question, lines in rows().items()]
    return framed_table(names, groups, "Nombres de répondants qui donnent le pourcentage imprimé, selon la base")


def _group(question: str, lines: list[tuple[str, ...]], width: int) -> Tree:
    title = tag("tr", tag("th", tag("strong", question), scope="rowgroup", colspan=str(width)))
    body = (tag("tr", tag("th", answer, scope="row"), *(tag("td", cell) for cell in cells)) for answer, *cells in lines)
    return tag("tbody", title, *body)


def _possible(one: Checked) -> list[str]:
    known = {base.figure_id: base for base in one.candidates}
    bases = (known.get(figure_id) for figure_id in BASES)
    return [
        grim_wording.numerators(base.rounded) if base and base.rounded else "impossible" if base else "n. d."
        for base in bases
    ]


SECTION = Section("bases", f"Quels pourcentages sont possibles{NNBSP}?", _draw)
