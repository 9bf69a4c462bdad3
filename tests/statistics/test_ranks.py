"""Intervals of ranks: their definition, what they always hold, and how often they cover."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from ptce_data.statistics import rank_interval

UNIT = st.integers(1, 30).flatmap(lambda base: st.tuples(st.integers(0, base), st.just(base)))


@given(mine=UNIT, others=st.lists(UNIT, min_size=1, max_size=20))
def test_it_is_the_definition_with_scipys_intervals(mine, others):
    level = 0.95 ** (1 / (len(others) + 1))

    def bounds(unit):
        found = binomtest(*unit).proportion_ci(level, method="wilson")
        return found.low, found.high

    low, high = bounds(mine)
    ahead = sum(bounds(other)[0] > high + 1e-9 for other in others)
    behind = sum(bounds(other)[1] < low - 1e-9 for other in others)
    best, worst, units = rank_interval(mine, *zip(*others, strict=True))
    assert (best, worst, units) == (1 + ahead, len(others) + 1 - behind, len(others) + 1)
    observed = 1 + sum(other[0] * mine[1] > mine[0] * other[1] for other in others)
    assert best <= observed <= worst


def test_small_poles_have_no_sure_rank_and_huge_ones_have():
    assert rank_interval((3, 5), [1, 2, 4], [5, 5, 5]) == (1, 4, 4)
    assert rank_interval((5_000, 10_000), [1_000, 9_000, 5_000], [10_000] * 3) == (2, 3, 4)


def test_nobody_to_be_ranked_with():
    assert rank_interval((0, 0), [1], [2]) is None
    assert rank_interval((1, 2), [0, 0], [0, 0]) is None
    assert rank_interval((1, 2), [0, 1], [0, 5])[2] == 2


@pytest.mark.parametrize("base", [8, 40])
def test_true_ranks_are_covered_at_least_as_often_as_it_says(base):
    rng = np.random.default_rng(5)
    truth = np.linspace(0.1, 0.9, 12)
    covered = 0
    for _ in range(200):
        counts = rng.binomial(base, truth)
        found = [
            rank_interval((int(counts[k]), base), np.delete(counts, k), [base] * 11)[:2] for k in range(len(truth))
        ]
        covered += all(best <= 12 - k <= worst for k, (best, worst) in enumerate(found))
    assert covered / 200 >= 0.95
