"""A Result as a picture that can travel alone: title, base, provenance, source and date are inside."""

import textwrap

from ptce_data import charts, palette, texts
from ptce_data.charts import layout
from ptce_data.exports.drawing import draw
from ptce_data.results import Result, wording
from ptce_data.schema.codes import PROVENANCES
from ptce_data.texts import NBSP

WIDTH = 720
MARGIN = 28
SERIF = "Observatoire Serif, Source Serif Pro, Georgia, serif"
SANS = "Observatoire Sans, Source Sans Pro, Arial, sans-serif"


def png(result: Result) -> bytes:
    """The figure as PNG, twice the size of the screen. Raises DrawingError."""
    return draw(picture(result), "png")


def svg(result: Result) -> bytes:
    """The figure as SVG. Its texts are text: they can be selected, corrected and read aloud. Raises DrawingError."""
    return draw(picture(result), "svg")


def picture(result: Result) -> dict:
    """The whole spec, data included."""
    spec = charts.spec(result, export=True)
    feet = footer(result)
    height = spec["height"] + layout.LINE * (len(feet) + 1)
    return spec | {
        "title": {"text": wrapped(wording.title(result), 58), "subtitle": header(result)},
        "description": wording.alternative(result),
        "data": {"values": charts.records(result)},
        "layer": [*spec["layer"], *foot_layers(feet, spec["height"])],
        "width": WIDTH,
        "height": height,
        "padding": MARGIN,
        "background": palette.PAPER["light"],
        "config": spec["config"] | config(),
    }


def header(result: Result) -> list[str]:
    """The lines under the title: what it is, on which base, for which selection."""
    kind, meaning = next((code.label, code.definition) for code in PROVENANCES if code.code == result.provenance)
    several = ["plusieurs réponses possibles"] if result.multiple else []
    lines = wrapped(texts.typographic(f"{kind} : {meaning[:1].lower()}{meaning[1:]}"), 112)
    lines.append(" · ".join([wording.base_line(result), *several]))
    if result.selection:
        lines += wrapped(f"Sélection{NBSP}: {result.selection}", 112)
    return lines


def footer(result: Result) -> list[str]:
    """The lines under the chart: what is doubtful, where it comes from, when."""
    notes = [
        wording.base_note(result),
        result.note,
        result.policy_note,
        wording.beside(result),
        f"Source{NBSP}: {wording.source_line(result.source)}",
    ]
    if result.published_source and result.published_source != result.source:
        notes.append(f"Publié{NBSP}: {wording.source_line(result.published_source)}")
    return [line for note in notes if note for line in wrapped(note, 122)]


def foot_layers(lines: list[str], top: int) -> list[dict]:
    look = {"type": "text", "align": "left", "baseline": "middle", "fontSize": 12, "color": palette.MUTED_INK["light"]}
    return [
        {
            "data": {"values": [{}]},
            "mark": look | {"text": line},
            "encoding": {"x": {"value": 0}, "y": {"value": top + layout.LINE * (index + 1)}},
        }
        for index, line in enumerate(lines)
    ]


def config() -> dict:
    title = {
        "anchor": "start",
        "frame": "group",
        "font": SERIF,
        "fontSize": 21,
        "fontWeight": 600,
        "color": palette.INK["light"],
        "subtitleFont": SANS,
        "subtitleFontSize": 13,
        "subtitleColor": palette.MUTED_INK["light"],
        "subtitlePadding": 8,
        "offset": 18,
    }
    return {"font": SANS, "title": title}


def wrapped(words: str, characters: int) -> list[str]:
    return textwrap.wrap(words, characters) or [""]
