"""The one frozen Selection of the session, and its mirror in the address bar.

The address bar is read when it can say something new: at the start of a session, at a page change, and when the browser
says that its reader went back or forward. At any other run it may still show the view before the last choice, however
slow the connection is, so it is not read. On a page change, a link that says nothing of filters leaves them standing.
"""

from collections.abc import Callable
from typing import TypeVar
from urllib.parse import parse_qs

import streamlit as st

from ptce_data.selection import ReadQuery, Selection, read_query
from ptce_data.views.app import view_links as links

T = TypeVar("T")

_SELECTION = "ptce-selection"
_VIEW = "ptce-view"
_PAGE = "ptce-page"
_LINK = "ptce-link"  # what the address bar says: as read, or as written since
_POPPED = "ptce-popped"  # the query of the address that the reader went back or forward to
_CHANGED = "ptce-changed"
_READ = "ptce-read"
_ONCE = "ptce-once"


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


def pop_address(query: str) -> None:
    """Callback: the reader went back or forward within the page, to an address with this query string."""
    st.session_state[_POPPED] = query


def restore(page_key: str) -> None:
    """Start a run: read the address bar where it can say something new."""
    state = st.session_state
    state.pop(_ONCE, None)
    popped = state.pop(_POPPED, None)
    first, moved = _PAGE not in state, state.get(_PAGE, page_key) != page_key
    changed = state.pop(_CHANGED, False)
    state[_PAGE] = page_key
    if not (first or moved or popped is not None):
        return
    arrived = {key: st.query_params.get_all(key) for key in st.query_params}
    if popped is not None and not moved:
        arrived = parse_qs(popped.removeprefix("?"), keep_blank_values=True, errors="replace")
    state[_LINK] = arrived
    if changed:
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
    if wanted != st.session_state.get(_LINK):
        st.query_params.from_dict(wanted)
        st.session_state[_LINK] = wanted


def _view() -> dict[str, str]:
    return st.session_state.get(_VIEW, {})


def _declared(key: str) -> str:
    if key not in links.VIEW_KEYS:
        raise KeyError(f"{key!r} is no view key: declare it in views/app/site_map.py")
    return key
