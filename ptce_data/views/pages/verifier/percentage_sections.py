"""Every percentage: the rule, the list, those that must share a base, the table to take away."""

import pandas
import streamlit as st

from ptce_data import published
from ptce_data.exports import Kind
from ptce_data.published import Group, grim_table, grim_wording, percentage_list
from ptce_data.texts import typographic
from ptce_data.views.app.page import Context
from ptce_data.views.components import downloads
from ptce_data.views.components.blocks import fact_list, show_html
from ptce_data.views.components.pager import Pager
from ptce_data.views.components.search_row import SearchRow
from ptce_data.views.pages.verifier.figure_rows import figure_rows

PAGE_SIZE = 12
KEY = "ptce-verifier"

RULE = typographic(
    "Un pourcentage imprimé n’est possible sur une base que si un nombre entier de répondants le donne. 82 % de 24 "
    "pôles ? 19 sur 24 font 79,2 %, 20 sur 24 font 83,3 % : aucun nombre de pôles ne donne 82 %. Nous essayons deux "
    "façons de couper les décimales : arrondir (12,5 devient 13) et tronquer (12,9 devient 12). **Possible** ne veut "
    "pas dire vrai ; **impossible** veut dire que la base dite n’est pas celle du calcul ; **indécidable**, que "
    "l’arithmétique n’a pas prise."
)


def rule(context: Context) -> None:
    st.markdown(RULE)


def search(context: Context) -> None:
    """The list: searched, kept, sorted, paged."""
    figures = tuple(published.checked_percentages().figures.values())
    st.header("Tous les pourcentages", anchor="liste")
    st.markdown(_tally(figures))
    row = SearchRow(
        KEY,
        "Chercher un chiffre",
        "Sujet, réponse, enquête, pourcentage…",
        {name: label for name, (label, _) in percentage_list.KEPT.items()},
        {name: order.label for name, order in percentage_list.ORDERS.items()},
    )
    asked = row.asked
    found = percentage_list.listed(figures, asked.words, asked.order, asked.kept)
    pager = Pager(found, PAGE_SIZE, KEY, (asked, tuple(one.figure_id for one in found)), "chiffre")
    label = f"{pager.span}{asked.how}" if found else "Aucun pourcentage ne répond à cette recherche."
    figure_rows(label, pager.shown, "list", search=row, pager=pager)


def together(context: Context) -> None:
    """The answers to one question must be possible at once: that asks for more."""
    st.header("Ensemble, ils en disent plus", anchor="ensemble")
    st.markdown(
        "Les réponses à une même question ont la même base. Chaque pourcentage peut être possible sur une base où, "
        "ensemble, ils ne le sont pas."
    )
    show_html(fact_list(map(_group, published.checked_percentages().groups)))


def download(context: Context) -> None:
    st.header("Télécharger les verdicts", anchor="telecharger")
    with st.container(horizontal=True, key=f"{KEY}-files"):
        downloads.short_buttons(Kind.TABLE, verdicts, "ptce-chiffres-verifies", f"{KEY}-file-")


def verdicts() -> pandas.DataFrame:
    """Every verdict. Raises DataError."""
    return grim_table.table(published.checked_percentages().figures.values())


def _tally(figures) -> str:
    counted = {name: sum(map(keep, figures)) for name, (_, keep) in percentage_list.KEPT.items()}
    return grim_wording.tally(
        counted["possibles"],
        counted["impossibles"],
        counted["indecidables"],
        sum(one.computed for one in figures),
    )


def _group(group: Group) -> tuple[str, str]:
    return typographic(group.question), grim_wording.group_sentence(group)
