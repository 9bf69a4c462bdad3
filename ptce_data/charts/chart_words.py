"""The words of a chart: labels, numbers in columns, states, names of columns. They take the colour of the page."""

from typing import Any

import altair as alt

from ptce_data import palette
from ptce_data.charts import layout, style
from ptce_data.texts import NNBSP

INTERVAL_NAME = f"intervalle à 95{NNBSP}%"
RANGE_NAME = "étendue publiée"
#: Where the name of the wave before stands beside them: a phone has room for no more.
_SHORT = {INTERVAL_NAME: f"à 95{NNBSP}%", RANGE_NAME: "étendue"}
READING = alt.Tooltip("reading", type="nominal")


def y(field: str) -> alt.Y:
    """Pixels as they are: the frame says where each row goes."""
    scale = alt.Scale(domain=[0, 1], range=[0, 1], nice=False, zero=False, padding=0)
    return alt.Y(field, type="quantitative", scale=scale, axis=None)


def row_words(shape: Any) -> list[alt.Chart]:
    """The words of every row. `shape` is a `rows.Shape`."""
    text = shape.ink
    words = [
        _text("label", "words", x=0, color=text, lineBreak="\n", lineHeight=layout.LINE),
        _text("heading", "heading_y", x=0, color=text, fontWeight=600),
        _text("state", "bar", x=0, color=text, opacity=style.MUTED),
        _text("value_text", "bar", x=_column(shape.columns), color=text, align="right", fontWeight=600),
    ]
    if shape.reference:
        words.append(_text("published_text", "bar", x=_column(1), color=text, align="right"))
    return words


def column_names(shape: Any) -> list[alt.Chart]:
    """The names of the columns, each with the look of its marks: the chart needs no legend."""
    names = [(shape.measured, shape.columns, shape.colour, 10), (shape.reference, 1, palette.REFERENCE, 3)]
    layers = []
    for name, column, colour, thickness in names:
        if not name:
            continue
        layers += [_name(name, _column(column), shape.ink, align="right")]
        layers += [_swatch(_column(column, -layout.name_width(name) - 12), colour, thickness)]
    x = 24
    for drawn, name, colour in (
        (shape.intervals, INTERVAL_NAME, palette.INTERVAL),
        (shape.ranged, RANGE_NAME, palette.REFERENCE),
    ):
        if drawn:
            name = _SHORT[name] if shape.earlier else name
            layers += [_swatch(x - 15, colour, 18, size=2), _name(name, x, shape.ink)]
            x += layout.name_width(name) + 26
    if shape.earlier:
        layers += [_ring(x - 15, shape.ink), _name(shape.earlier, x, shape.ink)]
    return layers


def _ring(x: Any, ink: str) -> alt.Chart:
    mark = {
        "aria": False,
        "shape": "circle",
        "size": 70,
        "filled": False,
        "stroke": ink,
        "strokeWidth": 2,
        "opacity": 1,
    }
    return (
        alt.Chart(alt.InlineData([{}])).mark_point(**mark).encode(x=alt.XValue(x), y=alt.YValue(layout.HEADER / 2 - 4))
    )


def _column(from_right: int, offset: int = 0) -> alt.ExprRef:
    return alt.ExprRef(f"width - {(from_right - 1) * layout.COLUMN - offset}")


def _text(field: str, place: str, x: Any, **look) -> alt.Chart:
    mark = {"aria": False, "align": "left", "baseline": "middle", "fontSize": style.LABEL_SIZE} | look
    return alt.Chart().mark_text(**mark).encode(text=alt.Text(field, type="nominal"), x=alt.XValue(x), y=y(place))


def _name(name: str, x: Any, color: str, **look) -> alt.Chart:
    mark = {"aria": False, "align": "left", "baseline": "middle", "fontSize": style.SMALL_SIZE, "text": name} | look
    chart = alt.Chart(alt.InlineData([{}])).mark_text(color=color, opacity=style.MUTED, **mark)
    return chart.encode(x=alt.XValue(x), y=alt.YValue(layout.HEADER / 2 - 4))


def _swatch(x: Any, color: str, width: float, size: float = 10) -> alt.Chart:
    mark = {"aria": False, "shape": "square", "color": color, "opacity": 1}
    chart = alt.Chart(alt.InlineData([{}])).mark_rect(**mark, width=width, height=size)
    return chart.encode(x=alt.XValue(x), y=alt.YValue(layout.HEADER / 2 - 4))
