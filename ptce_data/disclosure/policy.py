"""What the policy of a release does to each number before anyone sees it."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ptce_data.datasets import release as declarations
from ptce_data.datasets.release import Policy, Release
from ptce_data.disclosure.cell_keys import check_keys
from ptce_data.disclosure.keyed_counts import KeyedCount, KeyedCounts
from ptce_data.disclosure.noise_table import TABLE, NoiseTable
from ptce_data.disclosure.primary_suppression import below_threshold
from ptce_data.engines import KEY_MODULUS

if TYPE_CHECKING:
    import numpy as np

#: Share of the greatest contribution by which a ratio of amounts may be shifted, either way.
RATIO_SHIFT = 0.5

_NOTES = {
    Policy.OPEN: "Diffusion ouverte\u00a0: les répondants ont donné leur accord, rien n’est masqué.",
    Policy.THRESHOLD: "Secret statistique\u00a0: moins de 3\u00a0répondants ne sont jamais montrés.",
    Policy.PROTECTED: "Secret statistique\u00a0: effectifs légèrement brouillés pour protéger les répondants, "
    "et moins de 3 ne sont jamais montrés.",
}


@dataclass(frozen=True)
class DisclosurePolicy:
    """The policy of one release, applied to numbers. release: None where every number is of public facts."""

    release: Release | None
    table: NoiseTable = TABLE

    @property
    def rule(self) -> Policy:
        """The policy that the release declares; public facts are open."""
        return Policy.OPEN if self.release is None else self.release.policy

    @property
    def keyed(self) -> bool:
        """Whether the engine must give the key of each cell."""
        return self.rule is Policy.PROTECTED

    @property
    def completes_pages(self) -> bool:
        """Whether exact counts are shown beside masked ones: a page then needs complementary suppression."""
        return self.rule is Policy.THRESHOLD

    @property
    def note(self) -> str:
        """The policy in one French sentence."""
        return _NOTES[self.rule]

    def withholds(self, count: int) -> bool:
        """Whether a number of respondents is too small to be shown."""
        return self.rule is not Policy.OPEN and below_threshold(count)

    def count(self, cell: KeyedCount) -> int:
        """The number of respondents to show: exact, or shifted by the key of the cell where the policy is protected."""
        if not self.keyed or cell.cell_key is None:
            return cell.respondents
        return cell.respondents + self.table.shift(cell.respondents, cell.cell_key)

    def counts(self, cells: KeyedCounts) -> "np.ndarray":
        """The numbers of respondents to show, pole by pole: int64[n_poles]."""
        if not self.keyed:
            return cells.respondents
        return cells.respondents + self.table.shifts(cells.respondents, cells.cell_keys)

    def ratio(self, value: float, dominance: float, cell: KeyedCount) -> float:
        """The ratio to show of two sums of amounts given by the respondents of a cell.

        dominance: share of the whole that the greatest respondent gives, from 0 to 1. The shift is in proportion to
        it, so that the change made by one respondent more or less reveals nothing; it is uniform, and 0 on average.
        """
        if not self.keyed:
            return value
        spread = 2 * cell.cell_key / KEY_MODULUS - 1
        return round(value * (1 + RATIO_SHIFT * dominance * spread), 3)

    def part_and_whole(self, part, whole, keys) -> tuple["np.ndarray", "np.ndarray"]:
        """Two amounts of each respondent, float64[n] (NaN where unknown), as they may be used in a calculation.

        Each is moved by the key of its respondent, by a quarter at most, in opposite directions: their ratio moves
        too.
        """
        return self._amounts(part, KEY_MODULUS - keys if self.keyed else keys), self._amounts(whole, keys)

    def _amounts(self, values, keys) -> "np.ndarray":
        import numpy as np

        values = np.asarray(values, dtype=float)
        if not self.keyed:
            return values
        return values * (1 + 0.25 * (2 * np.asarray(keys, dtype=float) / KEY_MODULUS - 1))


def policy_of(folder: str | Path | None = None) -> DisclosurePolicy:
    """The policy of the release in a data folder. Raises DataError where it declares none, or lacks its keys."""
    folder = None if folder is None else Path(folder)
    policy = DisclosurePolicy(declarations.release(folder))
    if policy.keyed:
        check_keys(folder)
    return policy


def rows_may_leave(release: Release) -> bool:
    """Whether the rows of respondents may be downloaded: they are made up, or their owners agreed."""
    return release.provenance == "demonstration" or release.policy is Policy.OPEN
