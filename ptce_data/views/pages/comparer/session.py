"""What was brought, in this session alone: a frozen Draft, mirrored in the browser's tab, never anywhere else."""

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

#: Every key of this session that holds something brought starts so, for `erase` to forget it.
PREFIX = "ptce-mine"


def draft() -> Draft:
    return st.session_state.get(_DRAFT, Draft())


def pole() -> UserPole | None:
    """My pole; None before anything was brought."""
    found = draft().pole
    return None if found == UserPole() else found


def put(new: Draft) -> None:
    """Callback: take what was typed."""
    st.session_state[_DRAFT] = new
    st.session_state[_KEPT] = save(new.pole).decode()


def bring(new: UserPole) -> None:
    """Callback: take a whole pole, in place of the one before."""
    put(Draft(new))


def erase() -> None:
    """Callback: forget everything that was brought, here and in the tab."""
    for key in [key for key in st.session_state if str(key).startswith(PREFIX)]:
        del st.session_state[key]
    st.session_state[_KEPT] = ""
    say("Tout est effacé, ici et dans cet onglet.")


def panel() -> str | None:
    """The way of bringing that is open: "form", "file", "sample" or None."""
    return st.session_state.get(_PANEL)


def open_panel(name: str | None) -> None:
    """Callback: open one way of bringing, or close them all."""
    st.session_state[_PANEL] = name


def say(words: str) -> None:
    """Say something once, on the next run."""
    st.session_state[_SAID] = words


def said() -> str | None:
    return st.session_state.pop(_SAID, None)


def keep_in_tab() -> None:
    """Mirror what was brought in the tab's storage; take back what an earlier session left there."""
    session = st.session_state.setdefault(_SESSION, token_hex(8))
    found = keep(st.session_state.get(_KEPT), session)
    if found is None or st.session_state.get(_KEPT) is not None:
        return
    try:
        bring(reopen(found.encode()))
        say("Vos réponses, gardées par cet onglet, sont revenues.")
    except DataError as fault:  # said, never logged: it may quote what was brought
        st.session_state[_KEPT] = ""
        say(f"Les réponses gardées par cet onglet n’ont pas pu être relues. {fault}")
