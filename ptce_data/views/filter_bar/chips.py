"""What is active, each removable in one click."""

import streamlit as st

from ptce_data.selection import Selection
from ptce_data.texts import NBSP
from ptce_data.views import state

#: Filters whose options mean nothing without their name: « Oui » alone says nothing.
_NAMED = {"qpv": "QPV", "iae": "IAE", "departements": "Département", "legal_statuses": "Statut", "sectors": "Secteur"}


def chips(selection: Selection) -> None:
    """A button for each active option, and one for all; nothing when nothing is selected.

    The container is drawn all the same: one that comes and goes would shift everything below it, and the map, drawn
    anew by the browser, would lose its zoom.
    """
    with st.container(horizontal=True, gap="xsmall", key="ptce-chips"):
        if not selection:
            return
        for filter_, code in selection.active():
            st.button(
                chip_label(filter_.field, code, filter_.codes.label(code)),
                key=f"ptce-chip-{filter_.field}-{code}",
                icon=":material/close:",
                icon_position="right",
                on_click=_remove,
                args=(filter_.field, code),
            )
        st.button("Tout effacer", key="ptce-clear", type="tertiary", on_click=_clear)


def chip_label(field: str, code: str, label: str) -> str:
    """`QPV : Oui`, `Bretagne`; "non renseigné" always says of what."""
    named = field in ("qpv", "iae") or code == "nr" or code == "autre"
    return f"{_NAMED.get(field, 'Reconnaissance')}{NBSP}: {label}" if named else label


def _remove(field: str, code: str) -> None:
    state.set_selection(state.selection().without(field, code))


def _clear() -> None:
    state.set_selection(Selection())
