"""The list of poles, the map's equal: searched, sorted, paged, one button per pole."""

from collections.abc import Callable, Sequence

import streamlit as st

from ptce_data.maps import wording
from ptce_data.maps.facts import Pole
from ptce_data.maps.listing import KEPT, ORDERS, listed
from ptce_data.texts import number
from ptce_data.views.markup import plain
from ptce_data.views.pager import pager, shown

PAGE_SIZE = 10


def pole_list(poles: Sequence[Pole], key: str, on_open: Callable[[str], None]) -> None:
    """Draw the list. on_open is called with a pole_id, as a callback. key: prefix of every widget's key."""
    words = st.text_input(
        "Chercher un pôle",
        type="search",
        key=f"{key}-search",
        placeholder="Nom, commune, secteur…",
        persist_state="session",
    )
    counts = {name: len(listed(poles, words, kept=name)) for name in KEPT}
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"{key}-tools"):
        kept = st.segmented_control(
            "Montrer",
            list(KEPT),
            default="tous",
            required=True,
            format_func=lambda name: f"{KEPT[name][0]} · {number(counts[name])}",
            key=f"{key}-kept",
            label_visibility="collapsed",
            wrap=True,
            persist_state="session",
        )
        order = st.selectbox(
            "Trier par",
            list(ORDERS),
            format_func=lambda name: f"Par {ORDERS[name].label.lower()}",
            key=f"{key}-order",
            label_visibility="collapsed",
            persist_state="session",
        )
    found = listed(poles, words, order, kept)
    if not found:
        st.info("Aucun pôle de la sélection ne répond à cette recherche.", icon=":material/search_off:")
        return
    about = (words, order, kept, tuple(pole.pole_id for pole in found))
    with st.container(gap=None, key=f"{key}-rows"):
        for pole in shown(found, PAGE_SIZE, key, about):
            pole_row(pole, f"{key}-{pole.pole_id}", on_open)
    pager(found, PAGE_SIZE, key, about, "Pôles")


def pole_row(pole: Pole, key: str, on_open: Callable[[str], None], beside: str | None = None) -> None:
    """One pole as a button; `beside` replaces the sector after its place."""
    after = wording.main_sector(pole) if beside is None else beside
    st.button(
        f"**{plain(pole.name)}** — {plain(wording.place(pole))} · {plain(after)}",
        key=key,
        type="tertiary",
        width="stretch",
        wrap=True,
        on_click=on_open,
        args=(pole.pole_id,),
    )
