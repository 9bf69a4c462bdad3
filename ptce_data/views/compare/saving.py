"""The comparison to take away: a table and a picture, made when asked for, by the server's memory alone."""

from functools import partial

import streamlit as st

from ptce_data.comparison import Standing
from ptce_data.exports import standings

#: (label, maker, extension, media type)
FORMATS = (
    ("Tableur (CSV pour Excel)", partial(standings.csv, excel=True), "excel.csv", "text/csv"),
    ("Données (CSV standard)", partial(standings.csv, excel=False), "csv", "text/csv"),
    ("Image (PNG)", standings.png, "png", "image/png"),
)


def downloads(standing: Standing) -> None:
    """The menu; its buttons are made when it is opened."""
    menu = st.popover(
        "Télécharger la comparaison",
        icon=":material/download:",
        key="ptce-compare-downloads",
        on_change="rerun",
    )
    if menu.open:
        with menu:
            for label, make, extension, media in FORMATS:
                st.download_button(
                    label,
                    data=partial(make, standing),
                    file_name=f"comparaison.{extension}",
                    mime=media,
                    key=f"ptce-compare-download-{extension}",
                    on_click="ignore",
                    type="tertiary",
                )
