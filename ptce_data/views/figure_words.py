"""The words around a chart, as HTML in which everything that comes from data is escaped."""

from dataclasses import replace
from html import escape

from ptce_data import texts
from ptce_data.results import Result, Source
from ptce_data.schema.codes import PROVENANCES
from ptce_data.texts import NBSP


def head(result: Result) -> str:
    """Provenance in a word, then the question; then, for who can't see the chart, what it shows."""
    provenance = escape(result.provenance)
    return (
        f'<p class="ptce-provenance ptce-{provenance}">{escape(PROVENANCES.label(result.provenance))}</p>'
        f'<h3 class="ptce-figure-title">{escape(texts.title(result))}</h3>'
        f'<p class="ptce-figure-base">{escape(_base(result))}</p>'
        f'<p class="ptce-unseen">{escape(texts.alternative(result))}</p>'
    )


def text(result: Result) -> str:
    """What the figure says, then every item in full."""
    readings = "".join(f"<li>{escape(texts.reading(result, item))}</li>" for item in result.items)
    return f'<div class="ptce-figure-text"><p>{escape(texts.sentence(result))}</p><ul>{readings}</ul></div>'


def foot(result: Result) -> str:
    """What is doubtful, which selection, where it comes from and when."""
    notes = [escape(note) for note in (texts.base_note(result), texts.typographic(result.note)) if note]
    if result.policy_note:
        notes.append(escape(result.policy_note))
    if result.selection:
        notes.append(f"Sélection{NBSP}: {escape(result.selection)}")
    if result.earlier is not None:
        notes.append(escape(texts.beside(result)))
    notes.append(f"Source{NBSP}: {_source(result.source)}")
    if result.published_source and result.published_source != result.source:
        notes.append(f"Publié{NBSP}: {_source(result.published_source)}")
    return f'<div class="ptce-figure-foot">{"".join(f"<p>{note}</p>" for note in notes)}</div>'


def _base(result: Result) -> str:
    several = ["plusieurs réponses possibles"] if result.multiple else []
    return " · ".join([texts.base_line(result), *several])


def _source(source: Source) -> str:
    """The line links to the page read; where there are several, each page is a link after it."""
    if not source.more_urls:
        return _link(texts.source_line(source), source.url)
    line = escape(texts.source_line(replace(source, more_urls=())))
    pages = [_link(texts.site(url), url) for url in (source.url, *source.more_urls) if url]
    return f"{line} · lu sur {texts.listing(pages)}"


def _link(words: str, url: str | None) -> str:
    if not (url or "").startswith(("https://", "http://")):
        return escape(words)
    return f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{escape(words)}</a>'
