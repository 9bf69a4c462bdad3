"""How every page is drawn: its head, then its sections; and the page's one question to the library."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import TYPE_CHECKING, TypeVar

import streamlit as st

from ptce_data.datasets import paths, release
from ptce_data.datasets.catalogue import DATASETS, data_folder
from ptce_data.datasets.faults import DataError
from ptce_data.selection import Selection, selection_words
from ptce_data.texts import NNBSP
from ptce_data.views import live
from ptce_data.views.app import frame, messages, state
from ptce_data.views.app.errors import AlreadyTold, guarded
from ptce_data.views.app.leads import lead
from ptce_data.views.app.site_map import CONTENT, NAME, PAGE
from ptce_data.views.components.filter_bar import filter_bar
from ptce_data.views.components.filter_bar.option_counts import Counts
from ptce_data.views.components.markup import plain

if TYPE_CHECKING:
    from ptce_data.indicators import Answer

#: Answers kept in memory, a few kilobytes each: what 25 readers look at, many times over.
_ANSWERS = 1_000


T = TypeVar("T")


@dataclass(frozen=True)
class Subject:
    """What a page speaks of when its link asks for one thing: a pole, a figure. heading: its name, a text from data."""

    heading: str
    record: object


@dataclass(frozen=True)
class Context:
    """What every section of a page is given.

    subject: the record that the link asks for, None on a page that speaks of all of them.
    """

    key: str
    selection: Selection
    subject: object = None
    _read: dict = field(default_factory=dict, repr=False)

    @property
    def answer(self) -> "Answer":
        """The Answer of the page for its Selection. Raises as `shared` does."""
        return self.shared(_own_answer)

    def shared(self, read: Callable[["Context"], T]) -> T:
        """What `read` gives for this page, read once whatever the number of sections that need it.

        Raises what `read` raises to the first of them, and AlreadyTold to the others: a fault is told once.
        """
        if read not in self._read:
            self._read[read] = None, True  # unless what follows succeeds
            self._read[read] = read(self), False
        value, failed = self._read[read]
        if failed:
            raise AlreadyTold
        return value


#: A part of a page: it draws itself, and one that fails says so and leaves the others.
Section = Callable[[Context], None]


def show(key: str, sections: Sequence[Section], subject: Callable[[], Subject | None] | None = None) -> None:
    """Draw a page: its head, then each of its sections.

    subject: reads the one thing that the page's link asks for; None where it asks for nothing that is known. It then
    gives the page its title, and one that can't be read leaves the head alone.
    Where figures follow the filters, only what is below the head is drawn anew when a filter changes.
    """
    if subject is None and PAGE[key].side:
        _head(key)
        _below_head(key, sections)
        return
    with guarded():
        asked = _asked(key, subject)
        _head(key, asked and asked.heading)
        _draw(sections, Context(key, _filters(key), asked and asked.record))


def about(*sections: Callable[[T], None]) -> tuple[Section, ...]:
    """Sections of a page that speaks of one thing: each is given its record, and is not drawn without."""
    return tuple(partial(_about, section) for section in sections)


def without_subject(*sections: Section) -> tuple[Section, ...]:
    """Sections of the same page where its link asks for nothing: the choice."""
    return tuple(partial(_without_subject, section) for section in sections)


def _about(section: Callable[[object], None], context: Context) -> None:
    if context.subject is not None:
        section(context.subject)


def _without_subject(section: Section, context: Context) -> None:
    if context.subject is None:
        section(context)


def _draw(sections: Sequence[Section], context: Context) -> None:
    for section in sections:
        with guarded():
            section(context)


def _own_answer(context: Context) -> "Answer":
    return answer_to(context.selection, context.key)


def _asked(key: str, subject: Callable[[], Subject | None] | None) -> Subject | None:
    """The subject of the page, whose name is that of the browser's tab. Raises DataError, the head drawn."""
    try:
        asked = subject() if subject is not None else None
    except DataError:
        _head(key)
        _filters(key)
        raise
    if asked is not None:
        st.set_page_config(page_title=f"{asked.heading} – {NAME}")
    return asked


@st.fragment
def _below_head(key: str, sections: Sequence[Section]) -> None:
    """A run of this alone starts and ends like a run of the whole."""
    state.restore(key)
    state.write()
    live.start()
    frame.menu()
    with guarded():  # whatever happens, the menu and the filters go on
        _draw(sections, Context(key, _filters(key)))
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
