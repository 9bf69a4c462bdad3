"""A list of dated facts, each with its sources: a definition list, read in order by any reader."""

from collections.abc import Iterable
from dataclasses import dataclass

from ptce_data.texts import typographic
from ptce_data.views.components.blocks import fact_list, show_html
from ptce_data.views.live import Tree, join, tag
from ptce_data.views.pages.donnees.published_lines import Figure, found, source_link


@dataclass(frozen=True)
class Dated:
    """when: as shown; words: a sentence where {0}, {1}… are the values of the figures named, in order."""

    when: str
    words: str
    figures: tuple[str, ...]


def show_dated(facts: Iterable[Dated], book: dict[str, Figure]) -> None:
    show_html(fact_list(_fact(fact, book) for fact in facts))


def _fact(fact: Dated, book: dict[str, Figure]) -> tuple[str, list[Tree]]:
    used = [found(book, figure) for figure in fact.figures]
    words = typographic(fact.words.format(*(figure.value for figure in used)))
    links = join(", ", (source_link(url) for url in dict.fromkeys(figure.url for figure in used)))
    return typographic(fact.when), [f"{words} ", tag("small", *links)]
