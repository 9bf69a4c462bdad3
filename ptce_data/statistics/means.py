"""Intervals of a mean and of a ratio of two sums, over units that are all counted alike.

Student's t where units are many enough for it (30, the usual rule), else the bootstrap, bias-corrected and
accelerated (B. Efron and R. Tibshirani, An Introduction to the Bootstrap, 1993, ch. 14), by scipy. The draw is always
the same: the same data give the same interval.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ptce_data.statistics.proportions import CONFIDENCE

if TYPE_CHECKING:
    import numpy as np

#: Units from which the mean is taken to be normal.
MANY = 30
RESAMPLES = 2_000
SEED = 2017


def mean_interval(values: Sequence[float]) -> tuple[float, float] | None:
    """95 % interval of the mean; None under two values. Values all alike have no width."""
    import numpy as np

    found = np.asarray(values, dtype=float)
    if len(found) < 2:
        return None
    if (found == found[0]).all():
        return float(found[0]), float(found[0])
    if len(found) >= MANY:
        from scipy import stats

        low, high = stats.t.interval(CONFIDENCE, len(found) - 1, found.mean(), stats.sem(found))
        return float(low), float(high)
    return _bootstrap((found,), np.mean)


def ratio_interval(parts: Sequence[float], wholes: Sequence[float]) -> tuple[float, float] | None:
    """95 % interval of sum(parts) / sum(wholes), units being drawn with both; None under two units."""
    import numpy as np

    part, whole = np.asarray(parts, dtype=float), np.asarray(wholes, dtype=float)
    if len(part) < 2 or not (whole > 0).all():
        return None
    if np.allclose(part / whole, part[0] / whole[0], rtol=1e-12, atol=0):
        return float(part[0] / whole[0]), float(part[0] / whole[0])
    return _bootstrap((part, whole), lambda one, other, axis: one.sum(axis=axis) / other.sum(axis=axis))


def _bootstrap(samples: tuple["np.ndarray", ...], statistic) -> tuple[float, float]:
    import numpy as np
    from scipy import stats

    interval = stats.bootstrap(
        samples,
        statistic,
        paired=len(samples) > 1,
        confidence_level=CONFIDENCE,
        n_resamples=RESAMPLES,
        rng=np.random.default_rng(SEED),
    ).confidence_interval
    return float(interval.low), float(interval.high)
