"""Downloads: a file is made when it is asked for, without running the page again."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import streamlit as st

from ptce_data import exports


@dataclass(frozen=True)
class Format:
    """One entry of a menu. `make` gives the bytes of what the menu is about."""

    label: str
    make: Callable[..., bytes]
    extension: str
    media_type: str


FORMATS = (
    Format("Tableur (CSV pour Excel)", exports.csv_excel, "excel.csv", "text/csv"),
    Format("Données (CSV standard)", exports.csv_standard, "csv", "text/csv"),
    Format("Image (PNG)", exports.png, "png", "image/png"),
    Format("Image vectorielle (SVG)", exports.svg, "svg", "image/svg+xml"),
)


def downloads(
    subject: object,
    name: str,
    stem: str,
    formats: tuple[Format, ...],
    label: str,
    look: str,
) -> None:
    """The menu of `subject`. Its buttons are made when it is opened.

    name: of the menu among those of a page; stem: of the files; look: Streamlit's type of button.
    """
    menu = st.popover(label, icon=":material/download:", type=look, key=f"downloads-{name}", on_change="rerun")
    if menu.open:
        with menu:
            buttons(subject, name, stem, formats)


def buttons(subject: object, name: str, stem: str, formats: tuple[Format, ...] = FORMATS) -> None:
    """One button a format."""
    for one in formats:
        st.download_button(
            one.label,
            data=partial(content, one, subject),
            file_name=f"{stem}.{one.extension}",
            mime=one.media_type,
            key=f"download-{name}-{one.extension}",
            icon=":material/download:",
            on_click="ignore",
            type="tertiary",
        )


def content(format: Format, subject: object) -> bytes:
    """The bytes of a file; in place of a picture that could not be drawn, one that says so and what to do.

    A download that raises would be told by Streamlit in English.
    """
    try:
        return format.make(subject)
    except exports.DrawingError:
        return exports.not_drawn(format.extension)
