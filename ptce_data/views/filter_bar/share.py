"""How to share a view: its address is its link."""

import streamlit as st

from ptce_data.selection import Selection
from ptce_data.views import state


def share(selection: Selection) -> None:
    st.markdown(
        "**L’adresse affichée par votre navigateur est le lien de cette vue.** Copiez-la\u00a0: la page, les filtres "
        "et la fiche ouverte seront les mêmes pour la personne qui la reçoit.\n\n"
        f"`/{state.link(selection, state.page()).removeprefix('.')}`"
    )
