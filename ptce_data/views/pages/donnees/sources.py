"""Each dataset: nature, source, date, licence, known gaps."""

from itertools import groupby

import streamlit as st

from ptce_data.datasets.catalogue import Dataset
from ptce_data.datasets.describing import datasets
from ptce_data.schema.codes import PROVENANCES
from ptce_data.texts import NBSP, typographic
from ptce_data.views.components.markup import html
from ptce_data.views.pages.donnees.section import Section


def _draw() -> None:
    groups = [list(same) for _, same in groupby(datasets(), key=lambda dataset: dataset.source)]
    st.html("".join(_source(group) for group in groups))


def _source(same: list[Dataset]) -> str:
    """HTML of the tables that share one source."""
    dataset = same[0]
    source = dataset.source
    link = f' <a href="{html(source.url)}" target="_blank" rel="noopener">lire</a>' if source.url else ""
    facts = (
        ("Source", f"{html(typographic(source.title))}{link}"),
        ("Date", html(typographic(source.date))),
        ("Licence", html(typographic(source.licence))),
        ("Manques connus", html(typographic(dataset.gaps))),
    )
    nature = html(PROVENANCES.label(dataset.provenance))
    titles = " · ".join(html(typographic(each.table.title)) for each in same)
    words = " ".join(html(typographic(each.table.description)) for each in same)
    lines = "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in facts)
    return (
        f"<h3>{titles}</h3>"
        f"<p><span class='ptce-provenance ptce-{dataset.provenance}'>{nature}</span>{NBSP} "
        f"{words}</p><dl class='ptce-facts'>{lines}</dl>"
    )


SECTION = Section("sources", "Les sources", _draw)
