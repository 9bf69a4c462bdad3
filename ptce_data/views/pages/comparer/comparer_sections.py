"""The sections of the page: the user enters a pole, then reads the comparison."""

import streamlit as st

from ptce_data import comparison
from ptce_data.comparison import ComparisonReport
from ptce_data.datasets.release import release
from ptce_data.views.app.errors import guarded
from ptce_data.views.app.page import Context
from ptce_data.views.components import sample_banner
from ptce_data.views.components.blocks import show_html
from ptce_data.views.pages.comparer import (
    contact_list,
    entry_methods,
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


def enter_pole(context: Context) -> None:
    """Draw the ways to enter a pole; what is entered is copied in the tab."""
    session.sync_tab()
    notice = session.take_notice()
    if notice:
        st.info(notice, icon=":material/info:")
    entry_methods.show_entry_methods()


def compare_pole(context: Context) -> None:
    """Draw the comparison, unless no pole is entered or a way to enter one is open."""
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
    report = comparison.compare(my_pole, chosen, weights=group_choice.weights())
    if report.refusal:
        report_view.show_refusal(report)
    else:
        report_view.show_report(report, my_pole)
    for part in (_uncertainty, _group):
        with guarded():
            part(report)
    with guarded():
        similar_poles.show_similar_poles(my_pole, report.provenance)
    with guarded():
        contact_list.show_contacts(my_pole)


def _uncertainty(report: ComparisonReport) -> None:
    if report.rows:
        uncertainty_panel.show_uncertainty(report, session.pole())


def _group(report: ComparisonReport) -> None:
    if report.peers:
        peer_list.show_group(report)


def _empty() -> None:
    """Say what the page will show once a pole is entered."""
    with st.container(border=True, key="ptce-compare-empty"):
        st.header("Rien n’est encore apporté", anchor=False)
        st.markdown(
            "Choisissez l’une des trois façons ci-dessus. Vous verrez ensuite\u00a0:\n\n"
            "- où se situe votre pôle, ligne par ligne, à côté d’un groupe que vous choisissez\u202f;\n"
            "- à quel point c’est sûr, en trois parts\u00a0: le tirage, la sélection, le secret\u202f;\n"
            "- quels pôles lui ressemblent, et qui appeler."
        )
