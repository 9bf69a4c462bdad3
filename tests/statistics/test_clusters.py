"""The design effect and its interval, against the sandwich of a clustered regression and the plain interval."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptce_data.statistics import clustered_interval, design_effect, intervals


def interval(counts, bases, frame=None):
    base = sum(bases)
    return clustered_interval(sum(counts) / base if base else 0, base, design_effect(counts, bases), frame)


POLES = st.lists(
    st.integers(1, 20).flatmap(lambda base: st.tuples(st.integers(0, base), st.just(base))), min_size=2, max_size=30
)


@given(poles=POLES)
def test_the_variance_is_that_of_a_regression_clustered_by_pole(poles):
    counts, bases = zip(*poles, strict=True)
    share, total = sum(counts) / sum(bases), sum(bases)
    answers = np.concatenate([[1.0] * yes + [0.0] * (base - yes) for yes, base in poles])
    groups = np.repeat(np.arange(len(poles)), bases)
    if not 0 < share < 1:
        assert design_effect(counts, bases) == 1
        return
    # The regression on a constant alone, answer by answer: (X'X)^-1 (sum of X'e e'X by pole) (X'X)^-1.
    design = np.ones((total, 1))
    residuals = answers - share
    scores = [design[groups == group].T @ residuals[groups == group] for group in range(len(poles))]
    bread = np.linalg.inv(design.T @ design)
    sandwich = bread @ sum(np.outer(score, score) for score in scores) @ bread
    variance = sandwich[0, 0] * len(poles) / (len(poles) - 1)
    expected = variance / (share * (1 - share) / total)
    assert design_effect(counts, bases) == pytest.approx(max(1, expected), rel=1e-9)


def test_poles_that_answer_as_one_are_worth_one_answer_each():
    counts, bases = [10, 0] * 6, [10] * 12
    # Every structure repeats its pole: 12 answers, and the correction of 12 / 11.
    assert design_effect(counts, bases) == pytest.approx(10 * 12 / 11)
    assert interval(counts, bases)[1] > intervals([60], [120], [None])[0][1] + 0.1


@pytest.mark.parametrize("frame", [None, 740])
def test_poles_all_alike_give_the_plain_interval(frame):
    counts, bases = [4] * 20, [8] * 20
    assert interval(counts, bases, frame) == pytest.approx(intervals([80], [160], [frame])[0])


def test_no_answer_no_interval_and_a_census_is_exact():
    assert interval([], []) is None
    assert interval([0, 0], [0, 0]) is None
    assert interval([3, 1], [4, 4], 8) == (0.5, 0.5)
    assert interval([3, 1, 0], [4, 4, 0]) == interval([3, 1], [4, 4])
    with pytest.raises(ValueError, match="frame"):
        interval([3], [4], 3)


def test_the_interval_covers_as_often_as_it_says():
    """Beta-binomial poles: the plain interval misses far more than once in twenty, this one about once."""
    rng = np.random.default_rng(7)
    bases = np.array([13, 9, 7, 8, 5, 17, 14, 6, 4, 11, 7, 5, 10, 8, 3, 12, 6, 9, 4, 8, 3, 7, 6, 5])
    plain = clustered = 0
    for _ in range(400):
        counts = rng.binomial(bases, rng.beta(3, 2, len(bases)))
        low, high = intervals([counts.sum()], [bases.sum()], [None])[0]
        plain += low <= 0.6 <= high
        low, high = interval(counts.tolist(), bases.tolist())
        clustered += low <= 0.6 <= high
    assert plain / 400 < 0.85
    assert 0.91 <= clustered / 400 <= 0.98
