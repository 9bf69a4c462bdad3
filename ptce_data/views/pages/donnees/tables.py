"""Every table to take away, as CSV and as Parquet. A file is made when it is asked for."""

from functools import partial

import streamlit as st

from ptce_data import exports
from ptce_data.datasets import data_package, reading
from ptce_data.datasets.catalogue import SAMPLE, Dataset, data_folder
from ptce_data.datasets.describing import datasets
from ptce_data.datasets.release import release
from ptce_data.disclosure import public_tables, rows_may_leave
from ptce_data.schema.codes import PROVENANCES
from ptce_data.texts import NBSP, typographic
from ptce_data.views.app.errors import guarded
from ptce_data.views.pages.donnees.section import Section

WITHHELD = "Réponses une à une\u00a0: elles ne sont pas diffusées. Les figures des pages, elles, se téléchargent."


def _draw() -> None:
    for dataset in datasets():
        with guarded():
            _table(dataset)
    descriptor = data_folder() / data_package.FILE
    if descriptor.is_file():
        _button(
            "Description pour machines (datapackage.json)", descriptor.read_bytes, data_package.FILE, "application/json"
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
            name = f"ptce-{dataset.key}"
            _button("CSV pour Excel", partial(csv, dataset.key, True), f"{name}.excel.csv", "text/csv")
            _button("CSV standard", partial(csv, dataset.key, False), f"{name}.csv", "text/csv")
            _button(
                "Parquet",
                partial(public_tables.parquet, dataset.key),
                f"{name}.parquet",
                "application/vnd.apache.parquet",
            )


def csv(key: str, excel: bool) -> bytes:
    """A whole table as CSV, without the keys of respondents; `excel`: for French Excel. Raises DataError."""
    return exports.table_csv(public_tables.frame(key), excel)


def _button(label: str, make, file: str, media: str) -> None:
    st.download_button(
        label, data=make, file_name=file, mime=media, key=f"table-file-{file}", on_click="ignore", type="tertiary"
    )


SECTION = Section("telecharger", "Télécharger les tables", _draw)
