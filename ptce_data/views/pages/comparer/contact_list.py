"""The poles to contact: real ones beside those of the sample, each with its provenance and a reason."""

import streamlit as st

from ptce_data import comparison
from ptce_data.comparison import VARIABLES, Recommendation
from ptce_data.comparison.contacts import recommendation_reason
from ptce_data.schema.codes import PROVENANCES
from ptce_data.schema.user_pole import UserPole
from ptce_data.texts import NNBSP, typographic
from ptce_data.views.app import state
from ptce_data.views.app.site_map import link_target
from ptce_data.views.components.markup import html, plain

WANTED = 4


def show_contacts(my_pole: UserPole) -> None:
    """Draw the poles to contact, or the entries that they need first."""
    st.header(f"Qui appeler{NNBSP}?", anchor=False)
    proposed = comparison.recommendations(my_pole, WANTED)
    if not proposed:
        st.info(
            "Dites les secteurs et les pratiques de mon pôle\u00a0: rien n’est deviné à votre place.",
            icon=":material/call:",
        )
        return
    st.markdown("Des pôles au contexte proche, qui font ce que le mien ne fait pas, ou peu.")
    real = [recommendation for recommendation in proposed if recommendation.provenance == "public"]
    sampled = [recommendation for recommendation in proposed if recommendation.provenance != "public"]
    for column, calls, title in zip(
        st.columns(2, gap="large"), (real, sampled), ("Pôles réels", "Pôles de l’échantillon"), strict=True
    ):
        with column:
            st.subheader(title, anchor=False)
            for recommendation in calls:
                _show_recommendation(recommendation)
            if not calls:
                st.caption(_NONE[title])


_NONE = {
    "Pôles réels": "Dites d’abord les secteurs de mon pôle.",
    "Pôles de l’échantillon": "Aucune pratique rare ici que d’autres, proches, auraient\u00a0: rien à signaler.",
}


def _show_recommendation(recommendation: Recommendation) -> None:
    words = {variable.key: variable.words for variable in VARIABLES}
    name, place = typographic(recommendation.name), typographic(recommendation.place)
    with st.container(key=f"ptce-call-{recommendation.pole_id}", gap=None):
        provenance, reason = recommendation.provenance, recommendation_reason(recommendation, words)
        st.html(
            f"<p class='ptce-provenance ptce-{html(provenance)}'>{html(PROVENANCES.label(provenance))}</p>"
            f"<p class='ptce-call'><b>{html(name)}</b>, {html(place)}<br>{html(reason)}</p>"
        )
        if recommendation.provenance == "public":
            with st.container(horizontal=True, gap="small"):
                st.page_link(
                    link_target("pole"),
                    label=f"Fiche de {plain(name)}",
                    icon=":material/arrow_forward:",
                    query_params=state.params(page_key="pole", id=recommendation.pole_id),
                )
                st.page_link(
                    link_target("carte"),
                    label="Sur la carte",
                    icon=":material/map:",
                    query_params=state.params(page_key="carte", pole=recommendation.pole_id),
                )
