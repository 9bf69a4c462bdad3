"""What an indicator says of itself: one declaration, and the page, the files and the tests follow from it."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How an indicator is measured."""

    BREAKDOWN = "breakdown"  # units by code of a column
    QUESTION = "question"  # answers to a question of the codebook
    GROUP_SIZES = "group_sizes"  # poles by number of structures kept
    RATIO = "ratio"  # coordination share: overall, least, greatest
    RATIO_BINS = "ratio_bins"  # poles by coordination share


@dataclass(frozen=True)
class Bin:
    """An item of a histogram: `upper` is its last value, included; None for the last bin."""

    code: str
    label: str
    upper: float | None


@dataclass(frozen=True)
class Indicator:
    """One figure of the dashboard.

    key: stable, also the key of its published values (`indicator` in the figures table); title: the question, in
    French; page: "carte", "portrait" or "effets"; dataset: whose source and provenance it carries; population:
    the dataset that filters are applied to; column: for a BREAKDOWN; bins: for a histogram.
    every_code: also show codes that no unit ever has.
    """

    key: str
    title: str
    theme: str
    page: str
    kind: Kind
    dataset: str
    population: str
    column: str = ""
    bins: tuple[Bin, ...] = ()
    multiple: bool = False
    every_code: bool = False
    note: str = ""

    @property
    def unit(self) -> str:
        """The unit that the base counts."""
        poles = self.population == "poles" or self.kind in (Kind.GROUP_SIZES, Kind.RATIO, Kind.RATIO_BINS)
        return "pole" if poles else "structure"
