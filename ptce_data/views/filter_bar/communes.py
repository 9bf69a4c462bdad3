"""Search a commune: it centres the map and offers its département."""

import streamlit as st

from ptce_data import places
from ptce_data.places import Place
from ptce_data.selection import Selection
from ptce_data.texts import NBSP, number
from ptce_data.views import state

_KEY = "ptce-commune-text"


def communes(selection: Selection) -> None:
    text = st.text_input("Chercher une commune", key=_KEY, placeholder="Nom ou code INSEE", max_chars=60)
    chosen = state.view("commune")
    if chosen:
        _chosen(places.find(chosen), selection)
    found = places.search(text) if text else ()
    if text and not found:
        st.caption("Aucune commune ne porte ce nom ou ce code.")
    for place in found:
        st.button(
            label(place),
            key=f"ptce-commune-{place.code}",
            type="tertiary",
            on_click=_centre,
            args=(place.code,),
        )


def label(place: Place) -> str:
    """`Lyon (Rhône), 519 127 habitants`."""
    kind = f", {place.kind}" if place.kind else ""
    people = f", {number(place.population)}{NBSP}habitants" if place.population else ""
    return f"{place.name} ({place.departement}{kind}){people}"


def _chosen(place: Place | None, selection: Selection) -> None:
    if place is None:
        return
    st.markdown(f"Carte centrée sur **{place.name}** ({place.departement}).")
    with st.container(horizontal=True):
        if place.can_filter and place.departement_code not in selection.departements:
            st.button(
                f"Filtrer sur le département{NBSP}: {place.departement}",
                key="ptce-commune-filter",
                on_click=_filter,
                args=(place.departement_code,),
            )
        st.button("Ne plus centrer", key="ptce-commune-forget", type="tertiary", on_click=_centre, args=(None,))


def _centre(code: str | None) -> None:
    state.set_view("commune", code)
    st.session_state[_KEY] = ""


def _filter(departement: str) -> None:
    selection = state.selection()
    state.set_selection(selection.with_values("departements", (*selection.departements, departement)))
