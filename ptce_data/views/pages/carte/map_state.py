"""Where the map looks, between two runs: it moves when the reader asks, never because a filter changed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st

from ptce_data.maps import viewports
from ptce_data.maps.viewports import NARROW, WIDE, Screen, Viewport
from ptce_data.poles import communes
from ptce_data.poles.directory import Pole
from ptce_data.views.app import state

_KEY = "ptce-map-state"


@dataclass(frozen=True)
class MapState:
    """turn: views asked for so far. commune: the one the map was last centred on. clicks: objects clicked so far."""

    viewport: Viewport
    turn: int = 0
    commune: str | None = None
    clicks: int = 0


def current(poles: Sequence[Pole]) -> MapState:
    """The state of the map; the first time, a view that holds `poles`. Follows the commune of the link."""
    kept = st.session_state.get(_KEY) or MapState(around(poles))
    commune = state.view("commune")
    if commune != kept.commune:
        kept = replace(kept, commune=commune)
        place = communes.find(commune) if commune else None
        if place is not None and place.lon is not None:
            kept = replace(kept, viewport=Viewport(place.lon, place.lat, viewports.COMMUNE_ZOOM), turn=kept.turn + 1)
    st.session_state[_KEY] = kept
    return kept


def go(viewport: Viewport) -> None:
    """Callback: move the map, even to the view it was last sent to."""
    kept = st.session_state[_KEY]
    st.session_state[_KEY] = replace(kept, viewport=viewport, turn=kept.turn + 1)


def clicked() -> None:
    """Callback: an object of the map was clicked; its highlight, which Streamlit keeps, will be let go."""
    kept = st.session_state[_KEY]
    st.session_state[_KEY] = replace(kept, clicks=kept.clicks + 1)


def around(poles: Sequence[Pole]) -> Viewport:
    """The view that holds these poles."""
    return viewports.around([pole.point for pole in poles if pole.located], screen())


def screen() -> Screen:
    """The room of the map, guessed from the browser's own name: Streamlit doesn't tell the width."""
    agent = st.context.headers.get("User-Agent") or ""
    return NARROW if "Mobi" in agent else WIDE
