"""A section of the page: its title, its address inside the page, what it draws."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from ptce_data.views.app.page import Context
from ptce_data.views.app.page import Section as PageSection


@dataclass(frozen=True)
class Section:
    """anchor: what follows "#" in a link to this section; `draw` draws all but the heading."""

    anchor: str
    title: str
    draw: Callable[[], None]

    def __call__(self, context: Context) -> None:
        st.header(self.title, anchor=self.anchor)
        self.draw()


def with_contents(sections: Sequence[Section]) -> tuple[PageSection, ...]:
    """The same, after a table of contents."""

    def contents(context: Context) -> None:
        st.markdown(" · ".join(f"[{section.title}](#{section.anchor})" for section in sections))

    return (contents, *sections)
