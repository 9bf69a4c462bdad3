"""The card of one pole beside the map: its facts, what is around it, where it is said."""

import streamlit as st

from ptce_data.poles.directory import Pole
from ptce_data.views.app import state
from ptce_data.views.app.errors import guarded
from ptce_data.views.app.site_map import link_target
from ptce_data.views.components import pole_blocks
from ptce_data.views.components.markup import plain


def pole_card(pole: Pole, selected: bool) -> None:
    """Draw the card. selected: whether the current filters keep this pole."""
    with st.container(key="ptce-card"):
        st.button(
            "Retour à la liste", key="ptce-card-close", icon=":material/arrow_back:", type="tertiary", on_click=close
        )
        st.header(plain(pole.name), anchor=False)
        if not selected:
            st.caption("Ce pôle ne répond pas aux filtres actuels.")
        st.page_link(
            link_target("pole"),
            label="Ouvrir la fiche complète",
            icon=":material/arrow_forward:",
            query_params=state.params(page_key="pole", id=pole.pole_id),
        )
        pole_blocks.definitions(pole)
        with guarded():
            pole_blocks.surroundings(pole)
        pole_blocks.sources(pole)


def open_(pole_id: str) -> None:
    """Callback: open the card of a pole."""
    state.set_view("pole", pole_id)


def close() -> None:
    state.set_view("pole", None)
