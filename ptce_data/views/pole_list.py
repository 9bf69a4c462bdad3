"""The list of poles, the map's equal: searched, sorted, paged, one line per pole."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from ptce_data.maps import wording
from ptce_data.maps.facts import Pole
from ptce_data.maps.listing import KEPT, ORDERS, listed
from ptce_data.views.markup import plain
from ptce_data.views.pager import pager, shown, span
from ptce_data.views.rows import rows
from ptce_data.views.search_row import search_row

PAGE_SIZE = 10


def pole_list(poles: Sequence[Pole], key: str, on_open: Callable[[str], None]) -> None:
    """Draw the list. on_open is called with a pole_id, as a callback. key: prefix of every widget's key."""
    asked = search_row(
        key,
        "Chercher un pôle",
        "Nom, commune, secteur…",
        {name: label for name, (label, _) in KEPT.items()},
        {name: order.label for name, order in ORDERS.items()},
        lambda words, kept: len(listed(poles, words, kept=kept)),
    )
    found = listed(poles, asked.words, asked.order, asked.kept)
    if not found:
        st.info("Aucun pôle de la sélection ne répond à cette recherche.", icon=":material/search_off:")
        return
    about = (asked, tuple(pole.pole_id for pole in found))
    counted = span(found, PAGE_SIZE, key, about, "pôle")
    pole_rows(f"{counted}{asked.how}", {pole: "" for pole in shown(found, PAGE_SIZE, key, about)}, key, on_open)
    pager(found, PAGE_SIZE, key, about, "pôle", said=False)


def pole_rows(
    label: str, poles: Mapping[Pole, str], key: str, on_open: Callable[[str], None], said: bool = True
) -> None:
    """A line for each pole. poles: pole → what follows its place, its main sector where that is empty."""
    lines = {
        pole.pole_id: f"**{plain(pole.name)}** — {plain(wording.place(pole))} · "
        f"{plain(beside or wording.main_sector(pole))}"
        for pole, beside in poles.items()
    }
    rows(label, lines, key, on_open, said)
