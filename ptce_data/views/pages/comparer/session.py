"""The pole entered in this session: a frozen Draft, copied in the browser's tab, and nowhere else."""

from secrets import token_hex

import streamlit as st

from ptce_data.datasets.faults import DataError
from ptce_data.intake import reopen, save
from ptce_data.schema.user_pole import UserPole
from ptce_data.views.pages.comparer.draft import Draft
from ptce_data.views.pages.comparer.tab_storage import keep

_DRAFT = "ptce-mine"
_PANEL = "ptce-mine-panel"
_KEPT = "ptce-mine-kept"  # what the tab must hold: None before anything is known, "" once erased
_SESSION = "ptce-mine-session"
_SAID = "ptce-mine-said"

#: Every key of this session that holds an entry of the user starts so; `erase` deletes them.
PREFIX = "ptce-mine"


def draft() -> Draft:
    return st.session_state.get(_DRAFT, Draft())


def pole() -> UserPole | None:
    """The user's pole; None before anything was entered."""
    stored = draft().pole
    return None if stored == UserPole() else stored


def save_draft(new: Draft) -> None:
    """Callback: store a draft."""
    st.session_state[_DRAFT] = new
    st.session_state[_KEPT] = save(new.pole).decode()


def replace_pole(new: UserPole) -> None:
    """Callback: store a whole pole, in place of the one before."""
    save_draft(Draft(new))


def erase() -> None:
    """Callback: erase everything that was entered, here and in the tab."""
    for key in [key for key in st.session_state if str(key).startswith(PREFIX)]:
        del st.session_state[key]
    st.session_state[_KEPT] = ""
    set_notice("Tout est effacé, ici et dans cet onglet.")


def panel() -> str | None:
    """The way to enter a pole that is open: "form", "file", "sample" or None."""
    return st.session_state.get(_PANEL)


def open_panel(name: str | None) -> None:
    """Callback: open one way to enter a pole, or close them all."""
    st.session_state[_PANEL] = name


def set_notice(words: str) -> None:
    """Set the message that the next run shows once."""
    st.session_state[_SAID] = words


def take_notice() -> str | None:
    return st.session_state.pop(_SAID, None)


def sync_tab() -> None:
    """Copy the draft in the tab's storage; restore the one that an earlier session left there."""
    session = st.session_state.setdefault(_SESSION, token_hex(8))
    stored = keep(st.session_state.get(_KEPT), session)
    if stored is None or st.session_state.get(_KEPT) is not None:
        return
    try:
        replace_pole(reopen(stored.encode()))
        set_notice("Vos réponses, gardées par cet onglet, sont revenues.")
    except DataError as fault:  # shown, never logged: it may quote what the user entered
        st.session_state[_KEPT] = ""
        set_notice(f"Les réponses gardées par cet onglet n’ont pas pu être relues. {fault}")
