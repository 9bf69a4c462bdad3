"""A section of the page: its title, its address inside the page, what it draws."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from ptce_data.views.app.errors import guarded


@dataclass(frozen=True)
class Section:
    """anchor: what follows "#" in a link to this section; `draw` draws all but the heading."""

    anchor: str
    title: str
    draw: Callable[[], None]


def show(sections: Sequence[Section]) -> None:
    """A table of contents, then every section; one that fails says so and lets the others go on."""
    st.markdown(" · ".join(f"[{section.title}](#{section.anchor})" for section in sections))
    for section in sections:
        st.header(section.title, anchor=section.anchor)
        with guarded():
            section.draw()
