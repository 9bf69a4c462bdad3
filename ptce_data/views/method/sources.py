"""Each dataset: nature, source, date, licence, known gaps."""

import streamlit as st

from ptce_data.datasets.catalogue import DATASETS, Dataset
from ptce_data.schema.codes import PROVENANCES
from ptce_data.texts import NBSP, typographic
from ptce_data.views.markup import html


def show() -> None:
    st.header("Les sources", anchor=False)
    st.html("".join(_source(dataset) for dataset in DATASETS))


def _source(dataset: Dataset) -> str:
    source = dataset.source
    link = f' <a href="{html(source.url)}" target="_blank" rel="noopener">lire</a>' if source.url else ""
    facts = (
        ("Source", f"{html(typographic(source.title))}{link}"),
        ("Date", html(typographic(source.date))),
        ("Licence", html(typographic(source.licence))),
        ("Manques connus", html(typographic(dataset.gaps))),
    )
    nature = html(PROVENANCES.label(dataset.provenance))
    lines = "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in facts)
    return (
        f"<h3>{html(typographic(dataset.table.title))}</h3>"
        f"<p><span class='ptce-provenance ptce-{dataset.provenance}'>{nature}</span>{NBSP} "
        f"{html(typographic(dataset.table.description))}</p><dl class='ptce-facts'>{lines}</dl>"
    )
