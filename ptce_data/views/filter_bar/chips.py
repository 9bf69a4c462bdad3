"""What is active, each removable in one click."""

import streamlit as st

from ptce_data.selection import Selection
from ptce_data.texts import NBSP
from ptce_data.views import state
from ptce_data.views.doors import doors

#: Filters whose options mean nothing without their name: « Oui » alone says nothing.
_NAMED = {"qpv": "QPV", "iae": "IAE", "departements": "Département", "legal_statuses": "Statut", "sectors": "Secteur"}

KEY = "ptce-chip"
_ALL = ("", "")


def chips(selection: Selection) -> None:
    """A button for each active option, and one for all; nothing when nothing is selected.

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
        doors(f"Filtres actifs{NBSP}: un clic retire", labels, KEY, _remove)


def chip_label(field: str, code: str, label: str) -> str:
    """`QPV : Oui`, `Bretagne`; "non renseigné" always says of what."""
    named = field in ("qpv", "iae") or code == "nr" or code == "autre"
    return f"{_NAMED.get(field, 'Reconnaissance')}{NBSP}: {label}" if named else label


def _remove(chip: tuple[str, str]) -> None:
    state.set_selection(Selection() if chip == _ALL else state.selection().without(*chip))
