"""Poles to call: like mine, doing what mine does not; real ones first, each with the nature of what is said of it."""

import streamlit as st

from ptce_data import comparison
from ptce_data.comparison import VARIABLES, Recommendation
from ptce_data.comparison.contacts import recommendation_reason
from ptce_data.schema.codes import PROVENANCES
from ptce_data.schema.user_pole import UserPole
from ptce_data.texts import NNBSP, typographic
from ptce_data.views.app import state
from ptce_data.views.app.site_map import pages
from ptce_data.views.components.markup import html, plain

WANTED = 4


def calling(my_pole: UserPole) -> None:
    """Draw the poles to call, real ones beside those of the sample; or what to say first for there to be any."""
    st.header(f"Qui appeler{NNBSP}?", anchor=False)
    found = comparison.recommendations(my_pole, WANTED)
    if not found:
        st.info(
            "Dites les secteurs et les pratiques de mon pôle\u00a0: rien n’est deviné à votre place.",
            icon=":material/call:",
        )
        return
    st.markdown("Des pôles au contexte proche, qui font ce que le mien ne fait pas, ou peu.")
    real = [call for call in found if call.provenance == "public"]
    sampled = [call for call in found if call.provenance != "public"]
    for column, calls, title in zip(
        st.columns(2, gap="large"), (real, sampled), ("Pôles réels", "Pôles de l’échantillon"), strict=True
    ):
        with column:
            st.subheader(title, anchor=False)
            for call in calls:
                _call(call)
            if not calls:
                st.caption(_NONE[title])


_NONE = {
    "Pôles réels": "Dites d’abord les secteurs de mon pôle.",
    "Pôles de l’échantillon": "Aucune pratique rare ici que d’autres, proches, auraient\u00a0: rien à signaler.",
}


def _call(call: Recommendation) -> None:
    words = {variable.key: variable.words for variable in VARIABLES}
    name, place = typographic(call.name), typographic(call.place)
    with st.container(key=f"ptce-call-{call.pole_id}", gap=None):
        st.html(
            f"<p class='ptce-provenance ptce-{html(call.provenance)}'>{html(PROVENANCES.label(call.provenance))}</p>"
            f"<p class='ptce-call'><b>{html(name)}</b>, {html(place)}<br>{html(recommendation_reason(call, words))}</p>"
        )
        if call.provenance == "public":
            with st.container(horizontal=True, gap="small"):
                st.page_link(
                    pages()["pole"],
                    label=f"Fiche de {plain(name)}",
                    icon=":material/arrow_forward:",
                    query_params=state.params(page_key="pole", id=call.pole_id),
                )
                st.page_link(
                    pages()["carte"],
                    label="Sur la carte",
                    icon=":material/map:",
                    query_params=state.params(page_key="carte", pole=call.pole_id),
                )
