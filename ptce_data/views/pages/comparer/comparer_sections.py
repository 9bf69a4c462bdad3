"""The page, part by part: what was brought, then what comes of it."""

import streamlit as st

from ptce_data import comparison
from ptce_data.comparison import ComparisonReport
from ptce_data.datasets.release import release
from ptce_data.views.app.errors import guarded
from ptce_data.views.app.page import Context
from ptce_data.views.components import sample_banner
from ptce_data.views.components.blocks import show_html
from ptce_data.views.pages.comparer import (
    choices,
    contact_list,
    group_choice,
    peer_list,
    report_view,
    session,
    similar_poles,
    uncertainty_panel,
)

GONE = (
    "Le pôle que vous aviez pris n’est pas dans l’échantillon de ce site\u00a0: une autre vague l’a peut-être "
    "remplacé. Choisissez-en un autre, ou remplissez le formulaire."
)


def bring(context: Context) -> None:
    """What one brings, kept in the tab."""
    session.keep_in_tab()
    said = session.said()
    if said:
        st.info(said, icon=":material/info:")
    choices.bring()


def compare(context: Context) -> None:
    """Where my pole stands, unless nothing was brought or a way of bringing is open."""
    my_pole = session.pole()
    if session.panel():
        return
    if my_pole is None:
        _empty()
        return
    st.header("Mon pôle et sa référence", anchor=False)
    show_html(sample_banner.banner(release()))
    if my_pole.sample_pole_id and my_pole.sample_pole_id not in {peer.pole_id for peer in comparison.choices()[0]}:
        st.warning(GONE, icon=":material/link_off:")
        return
    chosen = group_choice.choose(my_pole)
    found = comparison.compare(my_pole, chosen, weights=group_choice.weights())
    if found.refusal:
        report_view.refused(found)
    else:
        report_view.standing_view(found, my_pole)
    for part in (_sure, _peers):
        with guarded():
            part(found)
    with guarded():
        similar_poles.alike(my_pole, found.provenance)
    with guarded():
        contact_list.calling(my_pole)


def _sure(found: ComparisonReport) -> None:
    if found.rows:
        uncertainty_panel.closely(found, session.pole())


def _peers(found: ComparisonReport) -> None:
    if found.peers:
        peer_list.peers(found)


def _empty() -> None:
    """Nothing brought yet: what the page will give."""
    with st.container(border=True, key="ptce-compare-empty"):
        st.header("Rien n’est encore apporté", anchor=False)
        st.markdown(
            "Choisissez l’une des trois façons ci-dessus. Vous verrez ensuite\u00a0:\n\n"
            "- où se situe votre pôle, ligne par ligne, à côté d’un groupe que vous choisissez\u202f;\n"
            "- à quel point c’est sûr, en trois parts\u00a0: le tirage, la sélection, le secret\u202f;\n"
            "- quels pôles lui ressemblent, et qui appeler."
        )
