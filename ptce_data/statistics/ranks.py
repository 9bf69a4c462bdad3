"""The ranks that a unit may have, given how sure each value is.

M. Klein, T. Wright and J. Wieczorek, A joint confidence region for an overall ranking of populations, J. R. Stat.
Soc. C 69, 2020, p. 589-606: with intervals that hold together at 95 % (each at 0.95^(1/units), units being
independent), a unit is surely behind those whose interval lies wholly above its own, surely ahead of those wholly
below, and its rank is anywhere between.
"""

from collections.abc import Sequence

from ptce_data.statistics.proportions import CONFIDENCE, wilson


def rank_interval(mine: tuple[int, int], counts: Sequence[int], bases: Sequence[int]) -> tuple[int, int, int] | None:
    """(best, worst, units): ranks that my share may have among mine and those of the others; 1 is the highest share.

    mine: yes and answered; counts, bases: those of each other unit, left out where nobody answered. None where
    nobody answered in mine, or there is no other.
    """
    import numpy as np

    yes, answered = np.asarray(counts, dtype=float), np.asarray(bases, dtype=float)
    yes, answered = yes[answered > 0], answered[answered > 0]
    if not mine[1] or not len(answered):
        return None
    units = len(answered) + 1
    shares = np.concatenate([[mine[0] / mine[1]], yes / answered])
    bounds = np.array(wilson(shares, np.concatenate([[mine[1]], answered]), CONFIDENCE ** (1 / units)))
    above = int((bounds[1:, 0] > bounds[0, 1]).sum())
    below = int((bounds[1:, 1] < bounds[0, 0]).sum())
    return 1 + above, units - below, units
