"""Every table to take away. A file is made when it is asked for."""

import streamlit as st

from ptce_data.datasets import data_package, reading
from ptce_data.datasets.catalogue import SAMPLE, Dataset, data_folder
from ptce_data.datasets.describing import datasets
from ptce_data.datasets.release import release
from ptce_data.disclosure import rows_may_leave
from ptce_data.exports import Kind
from ptce_data.schema.codes import PROVENANCES
from ptce_data.texts import NBSP, typographic
from ptce_data.views.app.errors import guarded
from ptce_data.views.components import downloads
from ptce_data.views.pages.donnees.section import Section

#: What the keys of the buttons begin with.
_KEY = "table-file-"

WITHHELD = "Réponses une à une\u00a0: elles ne sont pas diffusées. Les figures des pages, elles, se téléchargent."


def _draw() -> None:
    for dataset in datasets():
        with guarded():
            _table(dataset)
    descriptor = data_folder() / data_package.FILE
    if descriptor.is_file():
        st.download_button(
            f"Description pour machines ({data_package.FILE})",
            data=descriptor.read_bytes,
            file_name=data_package.FILE,
            mime="application/json",
            key=f"{_KEY}{data_package.FILE}",
            on_click="ignore",
            type="tertiary",
        )


def _table(dataset: Dataset) -> None:
    """The buttons of a table that keeps its contract. Raises DataError for one that doesn't."""
    reading.path(dataset.key)
    nature = PROVENANCES.label(dataset.provenance).lower()
    with st.container(key=f"table-{dataset.key}"):
        st.markdown(f"**{typographic(dataset.table.title)}**{NBSP}({nature})")
        if dataset.key in SAMPLE and not rows_may_leave(release()):
            st.caption(WITHHELD)
            return
        with st.container(horizontal=True):
            downloads.short_buttons(Kind.DATASET, dataset.key, f"ptce-{dataset.key}", _KEY)


SECTION = Section("telecharger", "Télécharger les tables", _draw)
