"""The noise table of the cell key method: for each true count, how likely each shift is.

For every count, the shift is 0 on average, has the variance declared, and never leaves [-D, D] nor makes the count
negative; among all laws that do so, it is the one that says least (maximum entropy): p(v) ∝ exp(a v − b v²).
Zero stays zero. From D on, the law no longer depends on the count. Sources: docs/secret.md.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ptce_data.engines import KEY_MODULUS

if TYPE_CHECKING:
    import numpy as np


@dataclass(frozen=True)
class NoiseTable:
    """bound: D, the greatest shift; variance: that of the shift, for every count but zero."""

    bound: int
    variance: float

    def law(self, count: int) -> dict[int, float]:
        """Shift → probability, for a true count."""
        if count <= 0:
            return {0: 1.0}
        lowest = -min(count, self.bound)
        return dict(
            zip(range(lowest, self.bound + 1), _maximum_entropy(lowest, self.bound, self.variance), strict=True)
        )

    def shift(self, count: int, cell_key: int) -> int:
        """The shift of a count whose cell has this key."""
        return int(self.shifts([count], [cell_key])[0])

    def shifts(self, counts, cell_keys) -> "np.ndarray":
        """The same, for arrays of one shape."""
        import numpy as np

        counts, cell_keys = np.asarray(counts, dtype=np.int64), np.asarray(cell_keys, dtype=np.int64)
        steps = self._steps[np.clip(counts, 0, self.bound)]
        return np.where(counts > 0, (cell_keys[..., None] >= steps).sum(axis=-1) - self.bound, 0)

    @cached_property
    def _steps(self) -> "np.ndarray":
        """Row n: cumulated probabilities of the shifts -D to D - 1 of a count of n, in units of a key."""
        import numpy as np

        rows = []
        for count in range(self.bound + 1):
            law = self.law(count)
            whole = [law.get(shift, 0.0) for shift in range(-self.bound, self.bound)]
            rows.append(np.round(np.cumsum(whole) * KEY_MODULUS))
        return np.array(rows, dtype=np.int64)


def _maximum_entropy(lowest: int, highest: int, variance: float) -> list[float]:
    """Probabilities of the whole numbers from lowest to highest: mean 0 and this variance. Newton on the dual.

    Raises ValueError where no law has that variance.
    """
    import numpy as np

    if variance > -lowest * highest:
        raise ValueError(f"no shift in [{lowest}, {highest}] of mean 0 has a variance of {variance}")
    values = np.arange(lowest, highest + 1, dtype=float)
    features = np.stack([values, values**2])
    wanted = np.array([0.0, variance])
    weights = np.zeros(2)
    for _ in range(200):
        p = _law(weights, features)
        gap = features @ p - wanted
        if np.abs(gap).max() < 1e-13:
            break
        centred = features - (features @ p)[:, None]
        step = np.linalg.solve((centred * p) @ centred.T, gap)
        size = 1.0
        while _dual(weights - size * step, features, wanted) > _dual(weights, features, wanted) + 1e-15 and size > 1e-9:
            size /= 2
        weights = weights - size * step
    return _law(weights, features).tolist()


def _dual(weights, features, wanted) -> float:
    import numpy as np

    exponents = weights @ features
    return float(exponents.max() + np.log(np.exp(exponents - exponents.max()).sum()) - weights @ wanted)


def _law(weights, features):
    import numpy as np

    exponents = weights @ features
    odds = np.exp(exponents - exponents.max())
    return odds / odds.sum()


#: The table in use. A count moves by 5 at most, by 1.4 as a rule (standard deviation).
TABLE = NoiseTable(bound=5, variance=2.0)
