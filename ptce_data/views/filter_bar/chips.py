"""What is active, each removable in one click."""

import streamlit as st

from ptce_data.selection import Selection
from ptce_data.texts import NBSP
from ptce_data.views import state

#: Filters whose options mean nothing without their name: « Oui » alone says nothing.
_NAMED = {"qpv": "QPV", "iae": "IAE", "departements": "Département", "legal_statuses": "Statut", "sectors": "Secteur"}

KEY = "ptce-chip"
_ALL = ("", "")


def chips(selection: Selection) -> None:
    """A button for each active option, and one for all; nothing when nothing is selected. One element for them all.

    The container is drawn all the same: one that comes and goes would shift everything below it, and the map, drawn
    anew by the browser, would lose its zoom.
    """
    with st.container(key="ptce-chips"):
        if not selection:
            return
        active = {
            (filter_.field, code): f":material/close: {chip_label(filter_.field, code, filter_.codes.label(code))}"
            for filter_, code in selection.active()
        }
        labels = active | {_ALL: "Tout effacer"}
        st.session_state[KEY] = None  # a way out, not a state
        st.pills(
            f"Filtres actifs{NBSP}: un clic retire",
            list(labels),
            format_func=labels.__getitem__,
            key=KEY,
            label_visibility="collapsed",
            wrap=True,
            on_change=_remove,
        )


def chip_label(field: str, code: str, label: str) -> str:
    """`QPV : Oui`, `Bretagne`; "non renseigné" always says of what."""
    named = field in ("qpv", "iae") or code == "nr" or code == "autre"
    return f"{_NAMED.get(field, 'Reconnaissance')}{NBSP}: {label}" if named else label


def _remove() -> None:
    picked = st.session_state[KEY]
    if picked == _ALL:
        state.set_selection(Selection())
    elif isinstance(picked, tuple):  # nothing is picked where a chip was clicked that is no more
        state.set_selection(state.selection().without(*picked))
