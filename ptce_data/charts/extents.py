"""How long a bar is: each item of a Result on the common scale from 0 to 1."""

from dataclasses import dataclass
from math import nan

from ptce_data.results import Measure, Result

#: Figures drawn as groups nested in one another: the opening of the item codes → the heading of the group.
NESTED = {"survey-frame": {"poles": "Les pôles", "structures": "Leurs structures membres"}}


@dataclass(frozen=True)
class Extent:
    """`value` is the bar; `outer` the paler bar that it is part of, NaN for none; `heading` opens a group."""

    value: float
    outer: float = nan
    heading: str = ""


def extents(result: Result) -> tuple[Extent, ...]:
    """One Extent per item. Shares are what they are; counts are brought to the largest of them."""
    if result.key in NESTED:
        return _nested(result, NESTED[result.key])
    if result.measure is not Measure.COUNT:
        return tuple(Extent(nan if item.share is None else item.share) for item in result.items)
    largest = max((item.count or 0 for item in result.items), default=0) or 1
    return tuple(Extent(nan if item.count is None else item.count / largest) for item in result.items)


def _nested(result: Result, headings: dict[str, str]) -> tuple[Extent, ...]:
    """Each item in the one before it, on the scale of the first of its group."""
    found, group, whole, before = [], "", 1, nan
    for item in result.items:
        opening, count = item.code.partition("/")[0], item.count or 0
        if opening != group:
            group, whole, before = opening, count or 1, nan
            heading = headings[opening]
        else:
            heading = ""
        found.append(Extent(count / whole, before, heading))
        before = count / whole
    return tuple(found)
