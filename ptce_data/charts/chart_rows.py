"""The rows that a chart draws, one per item of the Result, with names that never change."""

from functools import lru_cache
from math import nan

import pandas as pd
import pyarrow as pa

from ptce_data.charts import layout
from ptce_data.charts.extents import extents
from ptce_data.results import Item, Measure, Result, Status, wording

_TEXTS = ("label", "state", "value_text", "published_text", "reading", "heading", "earlier_text")
_NUMBERS = (
    "words",
    "bar",
    "heading_y",
    "zero",
    "one",
    "value",
    "outer",
    "low",
    "high",
    "published",
    "least",
    "greatest",
    "earlier",
    "joint",
)
_SCHEMA = pa.schema([*((name, pa.string()) for name in _TEXTS), *((name, pa.float64()) for name in _NUMBERS)])


def frame(result: Result) -> pd.DataFrame:
    """One row per item: words, pixels from the top, and extents on a scale from 0 to 1. NaN draws nothing."""
    return pd.DataFrame.from_records(_rows(result))


@lru_cache(maxsize=512)
def arrow(result: Result) -> pa.Table:
    """The same rows as an Arrow table, ten times cheaper to make than a frame: what a page sends. Don't change it."""
    return pa.Table.from_pylist(records(result), schema=_SCHEMA)


def records(result: Result) -> list[dict]:
    """The same rows as plain values, None for what isn't drawn: for a spec that holds its data."""
    return [{name: None if value != value else value for name, value in row.items()} for row in _rows(result)]


def _rows(result: Result) -> list[dict]:
    sizes = extents(result)
    least, greatest = published_range(result) or (nan, nan)
    places, _ = places_of(result)
    rows = zip(result.items, sizes, places, strict=True)
    marks = earlier(result)
    return [
        {
            "label": place.label,
            "state": wording.state_text(item),
            "value_text": wording.value_text(result, item),
            "published_text": wording.published_text(item),
            "reading": wording.reading(result, item),
            "heading": size.heading,
            "earlier_text": wording.earlier_text(result, item),
            "words": place.words,
            "bar": place.bar,
            "heading_y": _number(place.heading),
            "zero": 0.0,
            "one": 1.0 if item.status is Status.SHOWN else nan,
            "value": size.value,
            "outer": size.outer,
            "low": _number(item.low),
            "high": _number(item.high),
            "published": _published(item),
            "least": least if item is result.items[0] else nan,
            "greatest": greatest if item is result.items[0] else nan,
            "earlier": marks.get(item.code, nan),
            # A line needs both its ends.
            "joint": marks.get(item.code, nan) if result.joined and size.value == size.value else nan,
        }
        for item, size, place in rows
    ]


def published_range(result: Result) -> tuple[float, float] | None:
    """The published least and greatest of a ratio, from 0 to 1: drawn under its first row. None where there is none."""
    marks = {item.code: item.published for item in result.items}
    least, greatest = marks.get("minimum"), marks.get("maximum")
    if result.measure is not Measure.RATIO or least is None or greatest is None:
        return None
    return least / 100, greatest / 100


def earlier(result: Result) -> dict[str, float]:
    """Item → where the wave before stands, from 0 to 1; without those it doesn't show, and without counts.

    A count of another wave is no share of this one's scale: it is told in the table and in words.
    """
    if result.earlier is None or result.measure is Measure.COUNT:
        return {}
    return {item.code: item.share for item in result.earlier.items if item.share is not None}


def places_of(result: Result) -> tuple[tuple[layout.Place, ...], int]:
    """Where the rows of a Result go, and the height of the chart in pixels."""
    headed = frozenset(index for index, size in enumerate(extents(result)) if size.heading)
    return _places(tuple(item.label for item in result.items), headed)


_places = lru_cache(maxsize=256)(layout.places)


def _published(item: Item) -> float:
    """The published mark, from 0 to 1; none where a state is written in its place."""
    return item.published / 100 if item.published is not None and item.status is Status.SHOWN else nan


def _number(value: float | None) -> float:
    return nan if value is None else value
