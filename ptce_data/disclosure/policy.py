"""The policy of a release at work: what a count becomes on its way out."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ptce_data.datasets.release import Policy, Release, release
from ptce_data.disclosure.cell_keys import check_keys
from ptce_data.disclosure.noise_table import TABLE, NoiseTable
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
class Door:
    """What the policy of one release does to numbers. `wave` is the release it speaks for."""

    wave: Release
    table: NoiseTable = TABLE

    @property
    def policy(self) -> Policy:
        return self.wave.policy

    @property
    def keyed(self) -> bool:
        """Whether cells are to be asked with their keys."""
        return self.policy is Policy.PROTECTED

    @property
    def note(self) -> str:
        """The policy, as readers are told it."""
        return _NOTES[self.policy]

    def count(self, count: int, cell_key: int) -> int:
        """A count as it may go out: itself, or shifted by the key of its cell."""
        return count + self.table.shift(count, cell_key) if self.keyed else count

    def counts(self, counts, cell_keys) -> "np.ndarray":
        """The same, for arrays of one shape."""
        import numpy as np

        counts = np.asarray(counts, dtype=np.int64)
        return counts + self.table.shifts(counts, cell_keys) if self.keyed else counts

    def ratio(self, value: float, dominance: float, cell_key: int) -> float:
        """A ratio of two sums of amounts as it may go out.

        dominance: part of the whole that comes from the greatest respondent. The shift is in proportion of it, so
        that one more respondent or one less is not told by the change; it is uniform, and 0 on average.
        """
        if not self.keyed:
            return value
        spread = 2 * cell_key / KEY_MODULUS - 1
        return round(value * (1 + RATIO_SHIFT * dominance * spread), 3)

    def amounts(self, values, keys) -> "np.ndarray":
        """Amounts of respondents taken one by one: each is moved by its own key, by a quarter at most."""
        import numpy as np

        values = np.asarray(values, dtype=float)
        if not self.keyed:
            return values
        return values * (1 + 0.25 * (2 * np.asarray(keys, dtype=float) / KEY_MODULUS - 1))


def door(folder: str | Path | None = None) -> Door:
    """The door of the release in a data folder. Raises DataError where it declares none, or lacks its keys."""
    folder = None if folder is None else Path(folder)
    found = Door(release(folder))
    if found.keyed:
        check_keys(folder)
    return found


def rows_may_leave(wave: Release) -> bool:
    """Whether the rows of respondents may be downloaded: they are made up, or their owners agreed."""
    return wave.provenance == "demonstration" or wave.policy is Policy.OPEN
