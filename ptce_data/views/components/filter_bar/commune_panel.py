"""Search a commune: it centres the map and offers its département."""

from collections.abc import Callable, Mapping

import streamlit as st

from ptce_data.poles import communes as places
from ptce_data.poles.communes import Place
from ptce_data.schema import cog
from ptce_data.selection import Selection
from ptce_data.texts import NBSP, number
from ptce_data.views.app import state
from ptce_data.views.live import Tree, field, tag

#: What is being looked for, in the session.
KEY = "ptce-commune-text"
_MAX_CHARACTERS = 60


def communes(selection: Selection) -> list[Tree]:
    """The field, the commune the map is centred on, and those found. Raises DataError."""
    text, chosen = st.session_state.get(KEY, ""), state.view("commune")
    found = places.search(text) if text else ()
    searched = field("Chercher une commune", "commune", text, type="search", placeholder="Nom ou code INSEE")
    parts = [tag("div", searched, class_="ptce-search", role="search")]
    if chosen:
        parts += _chosen(places.find(chosen), selection)
    if text and not found:
        parts.append(tag("p", "Aucune commune ne porte ce nom ou ce code.", role="status"))
    if found:
        parts.append(tag("ul", *(_row(place) for place in found), class_="ptce-rows", aria_label="Communes trouvées"))
    return parts


def hear() -> Mapping[str, Callable[[str], None]]:
    """What these parts say, for `live`."""
    return {
        "commune": lambda text: st.session_state.update({KEY: text[:_MAX_CHARACTERS]}),
        "centre": _centre,
        "filter": _filter,
    }


def label(place: Place) -> str:
    """`Lyon (Rhône), 519 127 habitants`."""
    kind = f", {place.kind}" if place.kind else ""
    people = f", {number(place.population)}{NBSP}habitants" if place.population else ""
    return f"{place.name} ({place.departement}{kind}){people}"


def _row(place: Place) -> Tree:
    return tag("li", tag("button", label(place), say=("centre", place.code)))


def _chosen(place: Place | None, selection: Selection) -> list[Tree]:
    if place is None:
        return []
    buttons = [tag("button", "Ne plus centrer", say=("centre", ""))]
    if place.can_filter and place.departement_code not in selection.departements:
        words = f"Filtrer sur le département{NBSP}: {place.departement}"
        buttons.insert(0, tag("button", words, say=("filter", place.departement_code)))
    return [
        tag("p", "Carte centrée sur ", tag("strong", place.name), f" ({place.departement})."),
        tag("div", *buttons, role="group", aria_label="Commune choisie"),
    ]


def _centre(code: str) -> None:
    if not code or places.find(code):
        state.set_view("commune", code or None)
        st.session_state[KEY] = ""


def _filter(departement: str) -> None:
    selection = state.selection()
    if departement in cog.DEPARTEMENTS and departement not in selection.departements:
        state.set_selection(selection.toggled("departements", departement))
