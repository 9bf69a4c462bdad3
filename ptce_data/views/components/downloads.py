"""Downloads: a file is made when it is asked for, without running the page again."""

from functools import partial

import streamlit as st

from ptce_data import exports
from ptce_data.exports import Format, Kind


def downloads(kind: Kind, subject: object, name: str, stem: str, label: str, look: str) -> None:
    """The menu of `subject`, a thing of that kind. Its buttons are made when it is opened.

    name: of the menu among those of a page; stem: of the files; look: Streamlit's type of button.
    """
    menu = st.popover(label, icon=":material/download:", type=look, key=f"downloads-{name}", on_change="rerun")
    if menu.open:
        with menu:
            buttons(kind, subject, name, stem)


def buttons(kind: Kind, subject: object, name: str, stem: str) -> None:
    """One button for each format that accepts this kind of thing."""
    for one in exports.formats(kind):
        _button(one, kind, subject, one.label, stem, f"download-{name}-{one.extension}", icon=":material/download:")


def short_buttons(kind: Kind, subject: object, stem: str, prefix: str) -> None:
    """The same with few words, beside a table. prefix: of the keys, before the names of the files."""
    for one in exports.formats(kind):
        _button(one, kind, subject, one.short, stem, f"{prefix}{stem}.{one.extension}")


def _button(one: Format, kind: Kind, subject: object, label: str, stem: str, key: str, icon: str | None = None) -> None:
    st.download_button(
        label,
        data=partial(content, one, kind, subject),
        file_name=f"{stem}.{one.extension}",
        mime=one.media_type,
        key=key,
        icon=icon,
        on_click="ignore",
        type="tertiary",
    )


def content(format: Format, kind: Kind, subject: object) -> bytes:
    """The bytes of a file; in place of a picture that could not be drawn, one that says so and what to do.

    A download that raises would be told by Streamlit in English.
    """
    try:
        return format.make(kind, subject)
    except exports.DrawingError:
        return exports.not_drawn(format.extension)
