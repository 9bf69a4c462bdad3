"""The head of every page, and the page's one question to the library."""

from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING

import streamlit as st

from ptce_data.datasets import paths, release
from ptce_data.datasets.catalogue import DATASETS, data_folder
from ptce_data.datasets.faults import DataError
from ptce_data.selection import Selection, selection_words
from ptce_data.texts import NNBSP
from ptce_data.views import live
from ptce_data.views.app import frame, messages, state
from ptce_data.views.app.errors import guarded
from ptce_data.views.app.leads import lead
from ptce_data.views.app.site_map import CONTENT, PAGE
from ptce_data.views.components.filter_bar import filter_bar
from ptce_data.views.components.filter_bar.option_counts import Counts
from ptce_data.views.components.markup import plain

if TYPE_CHECKING:
    from ptce_data.indicators import Answer

#: Answers kept in memory, a few kilobytes each: what 25 readers look at, many times over.
_ANSWERS = 1_000


def show(key: str, content: Callable[[Selection], None]) -> None:
    """Draw a page whose figures follow the filters: its head once, then what a change of a filter draws anew.

    content: draws what is below the filters. It is a fragment: name, title and footer are left as they are.
    """
    _head(key)
    _content(key, content)


def begin(key: str, heading: str | None = None) -> Selection:
    """Draw the head of a page (title, lead, filters, messages) and return the current Selection.

    heading: a text from data, such as the name of a pole, that takes the place of the page's own title and lead.
    """
    _head(key, heading)
    return _filters(key)


@st.fragment
def _content(key: str, content: Callable[[Selection], None]) -> None:
    """A run of this alone starts and ends like a run of the whole."""
    state.restore(key)
    state.write()
    live.start()
    frame.menu()
    with guarded():  # whatever happens, the menu and the filters go on
        content(_filters(key))
    state.write()
    live.send()


def _head(key: str, heading: str | None = None) -> None:
    site_page = PAGE[key]
    st.title(site_page.heading if heading is None else plain(heading), anchor=CONTENT)
    if heading is None:
        st.html(f"<p class='ptce-page-lead'>{lead(site_page)}</p>")


def _filters(key: str) -> Selection:
    """Messages, then the filter bar of a page that has one."""
    site_page, selection = PAGE[key], state.selection()
    with st.container():  # always there: a message told once and gone would move the map, which would lose its zoom
        messages.dropped(state.take_report())
    if site_page.side:
        filter_bar(selection, _counts(key))
    elif selection:
        words = selection_words(selection)
        st.caption(f"Vos filtres ({words}) sont gardés pour les autres pages{NNBSP}; celle-ci montre tout.")
    return selection


def answer(key: str) -> "Answer":
    """The Answer of a page for the current Selection, remembered while the data doesn't change.

    Raises DataError when the data can't be read: draw under `errors.guarded`.
    """
    return answer_to(state.selection(), key)


def answer_to(selection: Selection, key: str) -> "Answer":
    """The same for another Selection: what one filter less would give."""
    return _answer(selection, PAGE[key].asks or key, *state.once(_data_version))


def prepare(selection: Selection, key: str) -> None:
    """Have an answer ready before any page is drawn."""
    _answer(selection, PAGE[key].asks or key, *_data_version())


def _counts(key: str) -> Counts:
    """The numbers of the filter bar; without them where the data can't be read: the page itself says why."""
    found = None
    with guarded(), suppress(DataError):
        found = answer(key)
    return Counts.of(found, PAGE[key].side)


@lru_cache(maxsize=_ANSWERS)
def _answer(selection: Selection, page: str, folder: str, version: tuple[tuple[int, int], ...]) -> "Answer":
    from ptce_data import indicators

    return indicators.answer(selection, page, folder)


def _data_version() -> tuple[str, tuple[tuple[int, int], ...]]:
    """The data folder and (mtime, size) of each of its files: a replaced file is read anew.

    Where waves were imported, the folder is that of the release in use: a switch is another folder. The pointer is
    there for the wave before.
    """
    folder = paths.pinned()
    files = (release.FILE, *(dataset.file for dataset in DATASETS))
    versions = (_file_version(paths.located(name, folder)) for name in files)
    return str(folder), (_file_version(paths.pointer(data_folder())), *versions)


def _file_version(file) -> tuple[int, int]:
    try:
        found = file.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size
