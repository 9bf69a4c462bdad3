"""What every row of a Standing is set against: the poles of the group, and what is known around them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ptce_data.comparison.sample import Sample
from ptce_data.comparison.standing import PublishedValue
from ptce_data.datasets.release import Policy

if TYPE_CHECKING:
    import numpy as np


@dataclass(frozen=True, eq=False)
class Reference:
    """ranks: the poles of the group, in the sample; chosen: see `withholding.spread`.

    frames: unit → population that the group was kept from, empty where none is known; published: (indicator, item) →
    what was printed.
    """

    sample: Sample
    ranks: "np.ndarray"
    chosen: bool
    frames: Mapping[str, int]
    published: Mapping[tuple[str, str], PublishedValue]

    @property
    def policy(self) -> Policy:
        return self.sample.release.policy

    def counts(self, indicator: str, item: str) -> tuple["np.ndarray", "np.ndarray"]:
        """Structures that say the item, and that answered, pole by pole."""
        return self.sample.said(indicator, item)[self.ranks], self.sample.answered[indicator][self.ranks]
