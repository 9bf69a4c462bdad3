"""What every row of a Standing is set against: the poles of the group, and what is known around them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ptce_data.comparison.report import PublishedValue
from ptce_data.comparison.sample_answers import Sample
from ptce_data.disclosure import DisclosurePolicy, comparison_policy
from ptce_data.disclosure.comparison_policy import STEP, Spread, shows_exact_answers

if TYPE_CHECKING:
    import numpy as np


@dataclass(frozen=True, eq=False)
class Reference:
    """ranks: the poles of the group, in the sample; chosen: it was made at will.

    frames: unit → population that the group was kept from, empty where none is known; published: (indicator, item) →
    what was printed.
    """

    sample: Sample
    ranks: "np.ndarray"
    chosen: bool
    frames: Mapping[str, int]
    published: Mapping[tuple[str, str], PublishedValue]

    @property
    def policy(self) -> DisclosurePolicy:
        return DisclosurePolicy(self.sample.release)

    @property
    def withheld(self) -> bool:
        """Whether nothing is shown of this group, because it was made at will."""
        return self.chosen and shows_exact_answers(self.sample.release)

    def spread(self, values: "np.ndarray", left_out: int = 0, step: float = STEP) -> Spread:
        """The distribution of values, one a pole, as far as it may be shown."""
        if shows_exact_answers(self.sample.release):
            return Spread(len(self.ranks), coarse=True, withheld=True)
        return comparison_policy.spread(values, self.policy, self.chosen, left_out, step)

    def poles(self, known: "np.ndarray") -> int:
        """How many poles answered; those of the group where even that would reveal something of one."""
        return len(self.ranks) if self.withheld else int(known.sum())

    def counts(self, indicator: str, item: str) -> tuple["np.ndarray", "np.ndarray"]:
        """Structures that say the item, and that answered, pole by pole."""
        return self.sample.said(indicator, item)[self.ranks], self.sample.answered[indicator][self.ranks]
