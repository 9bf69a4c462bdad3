"""Where the user's pole stands beside a reference group, with all that is needed to read it.

Chart, table and sentences are made from a ComparisonReport alone. Practices have no polarity: "above" is not "better".
"""

from dataclasses import dataclass, field
from enum import StrEnum

from ptce_data.comparison.groups import Group, Peer
from ptce_data.disclosure.comparison_policy import Spread
from ptce_data.results import Source


class Verdict(StrEnum):
    """The user's value beside the reference, given the uncertainty of both."""

    BELOW = "below"
    COMPATIBLE = "compatible"
    ABOVE = "above"


class Measure(StrEnum):
    """What the values of a row are."""

    SHARE = "share"  # of structures, from 0 to 1
    RATIO = "ratio"  # of two amounts, from 0 to 1
    SIZE = "size"  # a number of structures


@dataclass(frozen=True)
class Estimate:
    """A value and its 95 % interval; `possible` is the range that a masked value lies in, and `value` is then None.

    count, n: yes and answered, where it is a share and is shown. low, high are None where none is meant: a number
    counted, not estimated.
    """

    value: float | None
    low: float | None = None
    high: float | None = None
    count: int | None = None
    n: int = 0
    possible: tuple[float, float] | None = None

    @property
    def masked(self) -> bool:
        return self.value is None and self.possible is not None


@dataclass(frozen=True)
class PublishedValue:
    """What a source printed, as a number from 0 to 1; low, high where the base is stated, else None.

    words: what it printed instead of a percentage ("deux tiers"), "" otherwise.
    """

    value: float
    certainty: str
    base_n: int | None = None
    low: float | None = None
    high: float | None = None
    words: str = ""


@dataclass(frozen=True)
class SelectionBounds:
    """What the whole population may be when nothing is assumed of those not kept.

    population: "surveyed" (structures of the poles asked) or "known" (poles known in France, each pole counting
    alike); kept of `of` units; low, high: bounds, from 0 to 1.
    """

    population: str
    unit: str
    kept: int
    of: int
    low: float
    high: float


@dataclass(frozen=True)
class Row:
    """One item: the user's own value, the reference group as a whole, its poles, what was published, and the verdict.

    own: of the user's pole. gap: 95 % interval of the own value less the reference. verdict is None where there is
    nothing to compare; then `missing` is "mine" (the own value) or "reference", whichever isn't known.
    """

    indicator: str
    item: str
    title: str
    label: str
    measure: Measure
    own: Estimate
    reference: Estimate
    poles: int  # of the reference that answered
    spread: Spread
    published: PublishedValue | None = None
    base_note: str = ""
    selection: tuple[SelectionBounds, ...] = ()
    gap: tuple[float, float] | None = None
    verdict: Verdict | None = None
    missing: str = ""
    alone: bool = False  # the label says all: it needs no question above it

    @property
    def key(self) -> str:
        return f"{self.indicator}/{self.item}"


@dataclass(frozen=True)
class ComparisonReport:
    """Every row that can be compared, in the order of pages; none where the group is refused, and `refusal` says why.

    peers: the poles of the group, by name; structures: of them all, None where that isn't shown. left_out: the
    user's pole of the sample, taken out of the reference.
    by_chance: verdicts "below" or "above" to be expected from chance alone among the rows.
    warning: "far" where similar poles are no more alike than poles taken at random.
    """

    name: str
    group: Group
    group_words: str
    peers: tuple[Peer, ...]
    structures: int | None
    provenance: str
    source: Source
    published_source: Source | None = None
    left_out: str | None = None
    refusal: str = ""
    rows: tuple[Row, ...] = ()
    unknown: tuple[str, ...] = field(default=())  # identifiers of a list that are no pole of the sample
    warning: str = ""

    @property
    def by_chance(self) -> float:
        return 0.05 * sum(row.verdict is not None for row in self.rows)

    def row(self, indicator: str, item: str) -> Row:
        """Raises KeyError for an item that has no row."""
        result = next((row for row in self.rows if (row.indicator, row.item) == (indicator, item)), None)
        if result is None:
            raise KeyError(f"{indicator}/{item}")
        return result
