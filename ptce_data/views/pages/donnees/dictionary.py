"""The data dictionary on screen: the same declarations as docs/dictionnaire.md."""

import streamlit as st

from ptce_data.datasets import data_dictionary
from ptce_data.datasets.describing import datasets
from ptce_data.texts import typographic
from ptce_data.views.pages.donnees.section import Section


def _draw() -> None:
    for dataset in datasets():
        with st.expander(typographic(f"{dataset.table.title} : {dataset.file}"), key=f"dictionary-{dataset.key}"):
            st.markdown(data_dictionary.columns(dataset))
    with st.expander("Listes de codes", key="dictionary-codes"):
        st.markdown(data_dictionary.code_lists())
    with st.expander("Questionnaire", key="dictionary-questions"):
        st.markdown(data_dictionary.questionnaire())


SECTION = Section("dictionnaire", "Le dictionnaire", _draw)
