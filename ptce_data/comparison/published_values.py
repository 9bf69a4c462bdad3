"""Published values with their base, item by item: an interval is drawn only where the source states the base."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from ptce_data import statistics
from ptce_data.comparison.report import PublishedValue
from ptce_data.datasets import reading
from ptce_data.indicators.published_values import figures


def published_values(folder: Path | None = None) -> Mapping[tuple[str, str], PublishedValue]:
    """(indicator, item) → what was printed: a percentage, or a number of structures on its base. Raises DataError."""
    path = reading.path("figures", folder)
    state = path.stat()
    return _values(path.parent, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=8)
def _values(folder: Path, mtime: int, size: int) -> Mapping[tuple[str, str], PublishedValue]:
    frame = reading.read("figures", folder)
    frame = frame.astype(object).where(frame.notna(), None)
    structures = figures(folder).frames.get("structure")
    found: dict[tuple[str, str], PublishedValue] = {}
    for row in frame.sort_values("figure_id").to_dict("records"):
        value = _value(row)
        if row["indicator"] and value is not None:
            found.setdefault((row["indicator"], row["item_code"]), value)
    stated = [key for key, value in found.items() if value.certainty == "stated" and value.base_n]
    shares = [found[key].value for key in stated]
    sizes = [_size(found[key].base_n, structures) for key in stated]
    if stated:
        for key, (low, high) in zip(stated, statistics.wilson(shares, sizes), strict=True):
            one = found[key]
            found[key] = replace(one, low=low, high=high)
    return MappingProxyType(found)


def _size(base: int, frame: int | None) -> float:
    """The effective size of a base of structures drawn from the frame, where it can have been."""
    return statistics.effective_size(base, frame if frame is not None and base < frame else None)


def _value(row: dict) -> PublishedValue | None:
    if row["value"] is None:
        return None
    base = int(row["base_n"]) if row["base_n"] else None
    certainty = row["base_certainty"] or "unstated"
    if row["unit"] == "%":
        return PublishedValue(row["value"] / 100, certainty, base, words=row["value_text"] or "")
    if row["unit"] == "structures" and base and row["value"] <= base:
        return PublishedValue(row["value"] / base, certainty, base)
    return None
