"""The download menu of a figure. A file is made when it is asked for, without running the page again."""

from functools import partial

import streamlit as st

from ptce_data import exports
from ptce_data.results import Result

#: (label, maker, extension, media type)
FORMATS = (
    ("Tableur (CSV pour Excel)", exports.csv_excel, "excel.csv", "text/csv"),
    ("Données (CSV standard)", exports.csv_standard, "csv", "text/csv"),
    ("Image (PNG)", exports.png, "png", "image/png"),
    ("Image vectorielle (SVG)", exports.svg, "svg", "image/svg+xml"),
)


def downloads(result: Result) -> None:
    """The menu of one figure. Its buttons are made when it is opened: ten closed menus cost a page nothing."""
    menu = st.popover(
        "Télécharger",
        icon=":material/download:",
        type="tertiary",
        key=f"downloads-{result.key}",
        on_change="rerun",
    )
    if menu.open:
        with menu:
            _buttons(result)


def _buttons(result: Result) -> None:
    for label, make, extension, media in FORMATS:
        st.download_button(
            label,
            data=partial(make, result),
            file_name=f"ptce-{result.key}.{extension}",
            mime=media,
            key=f"download-{result.key}-{extension}",
            on_click="ignore",
            type="tertiary",
        )
