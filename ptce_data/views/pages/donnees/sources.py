"""Each dataset: nature, source, date, licence, known gaps."""

from itertools import groupby

from ptce_data.datasets.catalogue import Dataset
from ptce_data.datasets.describing import datasets
from ptce_data.texts import NBSP, typographic
from ptce_data.views.components.blocks import fact_list, outside_link, provenance_badge, show_html
from ptce_data.views.live import Tree, tag
from ptce_data.views.pages.donnees.section import Section


def _draw() -> None:
    groups = [list(same) for _, same in groupby(datasets(), key=lambda dataset: dataset.source)]
    show_html(*(part for group in groups for part in _source(group)))


def _source(same: list[Dataset]) -> list[Tree]:
    """What is said of the tables that share one source."""
    dataset = same[0]
    source = dataset.source
    link = [" ", outside_link("lire", source.url)] if source.url else []
    facts = (
        ("Source", [typographic(source.title), *link]),
        ("Date", typographic(source.date)),
        ("Licence", typographic(source.licence)),
        ("Manques connus", typographic(dataset.gaps)),
    )
    titles = " · ".join(typographic(each.table.title) for each in same)
    words = " ".join(typographic(each.table.description) for each in same)
    return [
        tag("h3", titles),
        tag("p", provenance_badge(dataset.provenance), f"{NBSP} {words}"),
        fact_list(facts),
    ]


SECTION = Section("sources", "Les sources", _draw)
