"""The one frozen Selection of the session, and its mirror in the address bar.

A link that arrives wins over the session: pasted, followed, or reached by back and forward. On a page change, a link
that says nothing of filters leaves them standing. A choice made by a widget in this very run wins over the address
bar, which still shows the view before it.
"""

import time
from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from ptce_data.selection import ReadQuery, Selection, read_query
from ptce_data.views.app import view_links as links

T = TypeVar("T")

_SELECTION = "ptce-selection"
_VIEW = "ptce-view"
_PAGE = "ptce-page"
_LINK = "ptce-link"  # (link now, link before, when it was written)
_CHANGED = "ptce-changed"
_READ = "ptce-read"
_ONCE = "ptce-once"

#: A rerun sent before the browser received our new link still carries the old one.
_IN_FLIGHT_SECONDS = 0.4


def selection() -> Selection:
    return st.session_state.get(_SELECTION, Selection())


def set_selection(new: Selection) -> None:
    """Take a new Selection; from a callback, or before `write`."""
    st.session_state[_SELECTION] = new
    st.session_state[_CHANGED] = True


def view(key: str) -> str | None:
    """What the page shows beyond its filters: a key of `link.VIEW_KEYS`."""
    return _view().get(_declared(key))


def set_view(key: str, value: str | None) -> None:
    kept = {name: old for name, old in _view().items() if name != _declared(key)}
    st.session_state[_VIEW] = kept | ({key: value} if value else {})
    st.session_state[_CHANGED] = True


def page() -> str:
    """The key of the page being drawn."""
    return st.session_state[_PAGE]


def params(to: Selection | None = None, page_key: str | None = None, **extra: str) -> dict[str, list[str]]:
    """Query parameters of a link, for `st.page_link` and `st.switch_page`."""
    chosen = selection() if to is None else to
    return links.grouped(links.pairs(chosen, page_key or page(), _view() | extra))


def link(to: Selection, page_key: str, **extra: str) -> str:
    """The address of a page with a Selection and view keys, from any page: `effets?region=84`, `./?region=84`."""
    from ptce_data.views.app.site_map import PAGE

    query = links.query(to, page_key, _view() | extra)
    path = "./" if PAGE[page_key].home else page_key
    return f"{path}?{query}" if query else path


def once(ask: Callable[[], T]) -> T:
    """What `ask` gives, asked once in a run: the files of the data folder are not looked at again for each part."""
    answers = st.session_state.setdefault(_ONCE, {})
    if ask not in answers:
        answers[ask] = ask()
    return answers[ask]


def restore(page_key: str) -> None:
    """Start a run: let the address bar speak if it has changed since we last read or wrote it."""
    state = st.session_state
    state.pop(_ONCE, None)
    arrived = {key: st.query_params.get_all(key) for key in st.query_params}
    moved = state.get(_PAGE, page_key) != page_key
    state[_PAGE] = page_key
    if state.pop(_CHANGED, False) or not (moved or _news(arrived)):
        return
    read = read_query(arrived)
    if read.too_long or not moved or links.speaks_of_filters(arrived):
        state[_SELECTION] = read.selection
    own = {key for key, pages in links.VIEW_KEYS.items() if page_key in pages}
    kept = {key: value for key, value in _view().items() if key not in own or (moved and not arrived)}
    state[_VIEW] = kept | ({} if read.too_long else links.read_view(arrived, page_key))
    state[_READ] = read if read.dropped or read.too_long else None


def take_report() -> ReadQuery | None:
    """What the last link said that could not be kept; told once."""
    return st.session_state.pop(_READ, None)


def write() -> None:
    """The address bar says what is shown; before the page is drawn, and after it if it changed something."""
    st.session_state.pop(_CHANGED, None)
    wanted = params()
    now = {key: st.query_params.get_all(key) for key in st.query_params}
    if now != wanted:
        st.query_params.from_dict(wanted)
    last = st.session_state.get(_LINK, (None, None, 0.0))
    if last[0] != wanted:
        st.session_state[_LINK] = (wanted, last[0], time.monotonic())


def _news(arrived: dict[str, list[str]]) -> bool:
    """Whether the address bar says something else than what we left there."""
    last, before, written = st.session_state.get(_LINK, (None, None, 0.0))
    in_flight = arrived == before and time.monotonic() - written < _IN_FLIGHT_SECONDS
    return arrived != last and not in_flight


def _view() -> dict[str, str]:
    return st.session_state.get(_VIEW, {})


def _declared(key: str) -> str:
    if key not in links.VIEW_KEYS:
        raise KeyError(f"{key!r} is no view key: declare it in views/app/site_map.py")
    return key
