"""The chart of rows: a line of words above each bar, numbers in columns at its right, one look for every figure.

Words above bars are readable at any width; numbers in columns can be compared without a legend. Bars are drawn
on a common scale from 0 to 1 (`frame` brings counts to it), so that the spec depends on the shape alone.
"""

from dataclasses import dataclass
from functools import lru_cache

import altair as alt

from ptce_data import palette
from ptce_data.charts import layout, style
from ptce_data.charts.chart_words import READING, column_names, row_words, y


@dataclass(frozen=True)
class Shape:
    """All that a chart of rows depends on besides its data.

    height: pixels. measured, reference: names of the columns, "" for a column that isn't there.
    earlier: name of the wave before, a hollow mark on each row, "" without one; joined: by a line to the bar's end.
    nested: bars within paler ones. ranged: the published range under the first row. ink, colour: of words and of bars.
    """

    height: int
    measured: str
    reference: str
    intervals: bool
    nested: bool
    ink: str
    colour: str = palette.ACCENT
    ranged: bool = False
    earlier: str = ""
    joined: bool = False

    @property
    def columns(self) -> int:
        return 2 if self.reference else 1


@lru_cache(maxsize=256)
def spec(shape: Shape) -> dict:
    """The Vega-Lite spec, without data."""
    draw = _Pen(shape.columns, shape.ink, shape.colour)
    layers = [draw.track()]
    if shape.nested:
        layers.append(draw.outer())
    layers.append(draw.bar())
    if shape.intervals:
        layers += draw.between("low", "high", palette.INTERVAL)
    if shape.ranged:
        layers += draw.between("least", "greatest", palette.REFERENCE)
    if shape.reference:
        layers.append(draw.reference())
    if shape.joined:
        layers.append(draw.joint())
    if shape.earlier:
        layers.append(draw.earlier())
    layers += [*row_words(shape), *column_names(shape)]
    chart = alt.layer(*layers, data=style.ROWS).properties(height=shape.height, width="container", padding=0)
    return style.finished(chart)


@dataclass(frozen=True)
class _Pen:
    """Draws lines on the common scale, which ends where the columns of numbers begin."""

    columns: int
    ink: str
    colour: str

    def track(self) -> alt.Chart:
        return self._line("zero", "one", color=self.ink, opacity=style.TRACK)

    def outer(self) -> alt.Chart:
        return self._line("zero", "outer", color=self.colour, opacity=0.4)

    def bar(self) -> alt.Chart:
        return self._line("zero", "value", color=self.colour)

    def between(self, start: str, end: str, colour: str) -> list[alt.Chart]:
        """A thin line under the bar, closed at both ends."""
        below = {"color": colour, "yOffset": layout.INTERVAL}
        ends = [self._tick(field, size=8, thickness=2, **below) for field in (start, end)]
        return [self._line(start, end, size=2, **below), *ends]

    def reference(self) -> alt.Chart:
        return self._tick("published", size=20, thickness=3, color=palette.REFERENCE)

    def joint(self) -> alt.Chart:
        """From the wave before to this one, above the bar."""
        return self._line("joint", "value", size=2, color=self.ink, yOffset=-layout.JOINT)

    def earlier(self) -> alt.Chart:
        """The wave before: a hollow mark, told from the bar by its shape."""
        look = {"shape": "circle", "size": 70, "filled": False, "strokeWidth": 2, "stroke": self.ink}
        mark = {"aria": False, "opacity": 1, "yOffset": -layout.JOINT} | look
        return alt.Chart().mark_point(**mark).encode(x=self._x("earlier"), y=y("bar"), tooltip=READING)

    def _line(self, start: str, end: str, **look) -> alt.Chart:
        # A bar, not a thick rule: Vega would widen the margins by half the thickness of a rule.
        mark = {"aria": False, "orient": "horizontal", "size": layout.BAR, "opacity": 1} | look
        return alt.Chart().mark_bar(**mark).encode(x=self._x(start), x2=alt.X2(end), y=y("bar"), tooltip=READING)

    def _tick(self, field: str, **look) -> alt.Chart:
        mark = {"aria": False, "orient": "vertical", "opacity": 1} | look
        return alt.Chart().mark_tick(**mark).encode(x=self._x(field), y=y("bar"), tooltip=READING)

    def _x(self, field: str) -> alt.X:
        end = alt.ExprRef(f"width - {self.columns * layout.COLUMN}")
        scale = alt.Scale(domain=[0, 1], range=[0, end], nice=False, zero=True, clamp=True, padding=0)
        return alt.X(field, type="quantitative", scale=scale, axis=None)
