"""The words around a chart, and those in its place."""

from collections.abc import Sequence
from dataclasses import replace

from ptce_data import texts
from ptce_data.results import Result, Source, wording
from ptce_data.texts import NBSP
from ptce_data.views.components.blocks import outside_link, provenance_badge
from ptce_data.views.live import Tree, tag


def head(result: Result) -> list[Tree]:
    """Provenance in a word, then the question; then, for who can't see the chart, what it shows."""
    return [
        provenance_badge(result.provenance, "p"),
        tag("h3", wording.title(result), class_="ptce-figure-title"),
        tag("p", _base(result), class_="ptce-figure-base"),
        tag("p", wording.alternative(result), class_="ptce-unseen"),
    ]


def text(result: Result) -> Tree:
    """What the figure says, then every item in full."""
    readings = tag("ul", *(tag("li", wording.reading(result, item)) for item in result.items))
    return tag("div", tag("p", wording.sentence(result)), readings, class_="ptce-figure-text")


def foot(result: Result) -> Tree:
    """What is doubtful, which selection, where it comes from and when."""
    notes: list[Sequence[Tree]] = [
        [note] for note in (wording.base_note(result), texts.typographic(result.note)) if note
    ]
    if result.policy_note:
        notes.append([result.policy_note])
    if result.selection:
        notes.append([f"Sélection{NBSP}: {result.selection}"])
    if result.earlier is not None:
        notes.append([wording.beside(result)])
    notes.append([f"Source{NBSP}: ", *_source(result.source)])
    if result.published_source and result.published_source != result.source:
        notes.append([f"Publié{NBSP}: ", *_source(result.published_source)])
    return tag("div", *(tag("p", *note) for note in notes), class_="ptce-figure-foot")


def _base(result: Result) -> str:
    several = ["plusieurs réponses possibles"] if result.multiple else []
    return " · ".join([wording.base_line(result), *several])


def _source(source: Source) -> list[Tree]:
    """The line links to the page read; where there are several, each page is a link after it."""
    if not source.more_urls:
        return [outside_link(wording.source_line(source), source.url)]
    urls = [url for url in (source.url, *source.more_urls) if url]
    joints = ("", *[", "] * (len(urls) - 2), " et ")
    pages = [
        part for joint, url in zip(joints, urls, strict=False) for part in (joint, outside_link(wording.site(url), url))
    ]
    return [f"{wording.source_line(replace(source, more_urls=()))} · lu sur ", *filter(None, pages)]
