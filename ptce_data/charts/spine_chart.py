"""The spine chart: one row per item, my value beside the poles of the reference group and the published value.

Shapes tell the marks apart, not colours alone: a diamond is my pole (a short bar where its value is masked: what it
may be); the thick bar is the middle half of the poles and the thin line their whole range; the tall tick is the
published value. Their intervals are below, mine first. The verdict is written in every row, so that it reads without
the marks. No colour says good or bad.
"""

from functools import lru_cache
from math import nan
from typing import TYPE_CHECKING, Any

import altair as alt

from ptce_data import palette
from ptce_data.charts import layout, style
from ptce_data.charts.chart_words import READING, y
from ptce_data.comparison import report_wording

if TYPE_CHECKING:
    import pandas as pd

    from ptce_data.comparison.report import Row

MINE = palette.PROVENANCE_COLOURS["imported"]

COLUMN = 100  # width of the column of words, at the right of the marks
VERDICT = 15  # from the middle of the marks to the middle of the verdict
MINE_BELOW, PUBLISHED_BELOW = 13, 22  # from the middle of the marks to my interval, then to the published one
INSET = 6  # half a diamond: at 0 it stays inside
ROW = 68  # height of a row whose label takes one line
HEADING = 30  # a line that opens a question
HEADER = 46  # the two lines that name the marks
DIAMOND = 150  # area of a diamond, in square pixels
_PAIR = 182  # from one name of a mark to the next


def frame(rows: tuple["Row", ...]) -> "pd.DataFrame":
    """One row per item: words, pixels from the top, and marks on a scale from 0 to 1. NaN draws nothing."""
    import pandas as pd

    return pd.DataFrame.from_records(_records(rows))


def records(rows: tuple["Row", ...]) -> list[dict]:
    """The same rows as plain values, None for what isn't drawn: for a spec that holds its data."""
    return [{name: None if value != value else value for name, value in row.items()} for row in _records(rows)]


def spec(rows: tuple["Row", ...], *, export: bool = False) -> dict:
    """The Vega-Lite spec of these rows, without their data: the same shared dict for every table of that height."""
    return _spec(_places(rows)[1], style.FILE if export else style.SCREEN)


def _places(rows: tuple["Row", ...]) -> tuple[list[tuple[str, float, float, str, float]], int]:
    """(heading, its middle, middle of the label's first line, label, middle of the marks) of each row; the height."""
    places, top, before = [], HEADER, ""
    for row in rows:
        heading = row.label if row.alone else row.title if row.title != before else ""
        before, at = row.title, nan
        if heading:
            lines = layout.wrapped(heading)
            heading, at = lines, top + HEADING - layout.LINE / 2
            top += HEADING + layout.LINE * lines.count("\n")
        label = "" if row.alone else layout.wrapped(row.label)
        words = top + layout.LINE / 2 - layout.LINE * row.alone
        marks = words + layout.LINE * label.count("\n") + layout.WORDS_TO_BAR
        places.append((heading, at, words, label, marks))
        top = marks + ROW - layout.LINE / 2 - layout.WORDS_TO_BAR
    return places, round(top)


def _records(rows: tuple["Row", ...]) -> list[dict]:
    places, _ = _places(rows)
    return [
        {
            "heading": heading,
            "heading_y": heading_y,
            "label": label,
            "words": words,
            "marks": marks,
            "mine_below": marks + MINE_BELOW,
            "published_below": marks + PUBLISHED_BELOW,
            "verdict_y": marks + VERDICT,
            "value_text": report_wording.value_words(row, row.own),
            "verdict_text": report_wording.verdict_words(row),
            "reading": report_wording.row_sentence(row),
            "zero": 0.0,
            "one": 1.0,
        }
        | _marks(row)
        for row, (heading, heading_y, words, label, marks) in zip(rows, places, strict=True)
    ]


def _marks(row: "Row") -> dict[str, float]:
    published, spread, mine = row.published, row.spread, row.own
    ends = {
        "mine": mine.value,
        "mine_low": mine.low,
        "mine_high": mine.high,
        "possible_low": mine.possible and mine.possible[0],
        "possible_high": mine.possible and mine.possible[1],
        "half_low": spread.middle and spread.middle[0],
        "half_high": spread.middle and spread.middle[1],
        "whole_low": spread.whole and spread.whole[0],
        "whole_high": spread.whole and spread.whole[1],
        "published": published and published.value,
        "published_low": published and published.low,
        "published_high": published and published.high,
    }
    scale = _scale(row)
    found = {name: nan if value is None else value / scale for name, value in ends.items()}
    if mine.possible == (0, 1):
        found["possible_low"] = found["possible_high"] = nan  # it says nothing
    # A half or a range of no width is still a mark.
    for low, high in (("half_low", "half_high"), ("whole_low", "whole_high")):
        if found[low] == found[high]:
            found[low], found[high] = max(0.0, found[low] - 0.004), min(1.0, found[high] + 0.004)
    return found


def _scale(row: "Row") -> float:
    """What stands at the right end of the scale: 100 %, or for a number the largest of those shown."""
    if row.measure != "size":
        return 1.0
    whole = row.spread.whole[1] if row.spread.whole else 0.0
    return max(whole, row.own.value or 0.0, row.reference.value or 0.0) * 1.05 or 1.0


@lru_cache(maxsize=128)
def _spec(height: int, ink: str) -> dict:
    accent, orange = palette.ACCENT, palette.REFERENCE
    layers = [
        _line("zero", "one", "marks", color=ink, opacity=style.TRACK, size=layout.BAR),
        _line("whole_low", "whole_high", "marks", color=accent, size=3),
        _line("half_low", "half_high", "marks", color=accent, size=layout.BAR, opacity=0.55),
        _tick("whole_low", "marks", color=accent, size=10, thickness=2),
        _tick("whole_high", "marks", color=accent, size=10, thickness=2),
        _tick("published", "marks", color=orange, size=22, thickness=3),
        *_interval("published", "published_below", orange),
        *_interval("mine", "mine_below", MINE),
        _line("possible_low", "possible_high", "marks", color=MINE, size=7),
        _diamond("mine", "marks", ink),
        _text("heading", "heading_y", 0, color=ink, fontWeight=600, lineBreak="\n", lineHeight=layout.LINE),
        _text("label", "words", 0, color=ink, lineBreak="\n", lineHeight=layout.LINE),
        _text("value_text", "marks", alt.ExprRef("width"), color=ink, align="right", fontWeight=600),
        _text(
            "verdict_text", "verdict_y", alt.ExprRef("width"), color=ink, align="right", fontSize=style.SMALL_SIZE + 1
        ),
        *_legend(ink),
    ]
    chart = alt.layer(*layers, data=style.ROWS).properties(height=height, width="container", padding=0)
    return style.finished(chart)


def _x(field: str) -> alt.X:
    end = alt.ExprRef(f"width - {COLUMN}")
    scale = alt.Scale(domain=[0, 1], range=[INSET, end], nice=False, zero=True, clamp=True)
    return alt.X(field, type="quantitative", scale=scale, axis=None)


def _line(start: str, end: str, place: str, **look) -> alt.Chart:
    mark = {"aria": False, "orient": "horizontal", "opacity": 1} | look
    return alt.Chart().mark_bar(**mark).encode(x=_x(start), x2=alt.X2(end), y=y(place), tooltip=READING)


def _interval(name: str, place: str, color: str) -> list[alt.Chart]:
    ends = [_tick(f"{name}_{end}", place, color=color, size=7, thickness=2) for end in ("low", "high")]
    return [_line(f"{name}_low", f"{name}_high", place, color=color, size=2), *ends]


def _tick(field: str, place: str, **look) -> alt.Chart:
    mark = {"aria": False, "orient": "vertical", "opacity": 1} | look
    return alt.Chart().mark_tick(**mark).encode(x=_x(field), y=y(place), tooltip=READING)


def _diamond(field: str, place: str, ink: str) -> alt.Chart:
    # Outlined: over a bar, two colours of the same lightness would be one for many readers.
    look = {"shape": "diamond", "filled": True, "color": MINE, "stroke": ink, "strokeWidth": 1.2, "size": DIAMOND}
    mark = {"aria": False, "opacity": 1} | look
    return alt.Chart().mark_point(**mark).encode(x=_x(field), y=y(place), tooltip=READING)


def _text(field: str, place: str, x: Any, **look) -> alt.Chart:
    mark = {"aria": False, "align": "left", "baseline": "middle", "fontSize": style.LABEL_SIZE} | look
    return alt.Chart().mark_text(**mark).encode(text=alt.Text(field, type="nominal"), x=alt.XValue(x), y=y(place))


def _legend(ink: str) -> list[alt.Chart]:
    """The names of the marks beside the marks themselves, two lines that fit a phone."""
    first, second = 9, 9 + layout.LINE
    diamond = _alone("mark_point", shape="diamond", filled=True, color=MINE, size=110)
    accent, orange = palette.ACCENT, palette.REFERENCE
    return [
        _at(diamond, 8, first),
        _name("mon pôle, intervalle", first, 20, ink),
        _at(_alone("mark_rect", color=orange, width=3, height=14), _PAIR + 8, first),
        _name("publié, intervalle", first, _PAIR + 16, ink),
        _at(_alone("mark_rect", color=accent, width=16, height=layout.BAR, opacity=0.55), 8, second),
        _name("moitié centrale des pôles", second, 20, ink),
        _at(_alone("mark_rect", color=accent, width=18, height=3), _PAIR + 4, second),
        _name("leur étendue", second, _PAIR + 16, ink),
    ]


def _alone(mark: str, **look) -> alt.Chart:
    return getattr(alt.Chart(alt.InlineData([{}])), mark)(aria=False, **({"opacity": 1} | look))


def _at(chart: alt.Chart, x: float, height: float) -> alt.Chart:
    return chart.encode(x=alt.XValue(x), y=alt.YValue(height))


def _name(name: str, height: float, x: float, ink: str) -> alt.Chart:
    look = {"align": "left", "baseline": "middle", "fontSize": style.SMALL_SIZE, "text": name, "color": ink}
    return _at(_alone("mark_text", **look, opacity=style.MUTED), x, height)
