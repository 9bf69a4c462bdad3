"""Wilson's intervals, and Clopper and Pearson's, against their definition, scipy and worked examples."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest, norm

from ptce_data.statistics import effective_size, exact, intervals, wilson

SAMPLES = st.integers(1, 5_000).flatmap(lambda base: st.tuples(st.integers(0, base), st.just(base)))


def _one(count, base, frame=None):
    return intervals([count], [base], [frame])[0]


@pytest.mark.parametrize("base", [1, 3, 24, 33, 187, 740])
def test_endless_population_is_scipys_wilson(base):
    counts = list(range(base + 1))
    found = intervals(counts, [base] * len(counts), [None] * len(counts))
    for count, (low, high) in zip(counts, found, strict=True):
        expected = binomtest(count, base).proportion_ci(0.95, method="wilson")
        assert (low, high) == pytest.approx((expected.low, expected.high), abs=1e-9)


@given(samples=st.lists(SAMPLES, min_size=1, max_size=6), confidence=st.floats(0.5, 0.999))
@pytest.mark.slow
def test_wilson_is_scipys_at_any_confidence(samples, confidence):
    bounds = wilson([count / base for count, base in samples], [base for _, base in samples], confidence)
    for (count, base), (low, high) in zip(samples, bounds, strict=True):
        expected = binomtest(count, base).proportion_ci(confidence, method="wilson")
        assert (low, high) == pytest.approx((expected.low, expected.high), abs=1e-12)


@given(sample=SAMPLES)
def test_exact_is_scipys_clopper_and_pearson(sample):
    expected = binomtest(*sample).proportion_ci(0.95, method="exact")
    assert exact(*sample) == pytest.approx((expected.low, expected.high), abs=1e-9)


@pytest.mark.parametrize(("count", "base"), [(0, 0), (-1, 3), (4, 3)])
def test_exact_refuses_impossible_counts(count, base):
    with pytest.raises(ValueError, match="count <= base"):
        exact(count, base)


def test_worked_example_of_newcombe():
    """R. Newcombe, Statistics in Medicine 17 (1998), table I: 81 of 263, score method: 0.2553 to 0.3662."""
    assert _one(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert _one(15, 148) == pytest.approx((0.0624, 0.1605), abs=5e-5)


@pytest.mark.parametrize(("count", "base", "frame"), [(107, 187, 740), (2, 24, 160), (0, 24, 160), (187, 187, 740)])
def test_known_frame_solves_the_score_equation(count, base, frame):
    """Each bound is a p whose distance to the share is z standard errors without replacement (Cochran, 3.2)."""
    z, share = norm.ppf(0.975), count / base
    for bound in _one(count, base, frame):
        error = math.sqrt(bound * (1 - bound) / base * (frame - base) / (frame - 1))
        assert abs(bound - share) == pytest.approx(z * error, abs=1e-9)


def test_a_known_frame_narrows_and_a_census_has_no_interval():
    assert effective_size(187, 740) == pytest.approx(187 * 739 / 553)
    low, high = _one(107, 187)
    closer_low, closer_high = _one(107, 187, 740)
    assert low < closer_low < 107 / 187 < closer_high < high
    assert _one(3, 10, 10) == (0.3, 0.3)


@pytest.mark.parametrize("base", [1, 7, 187])
@pytest.mark.parametrize("frame", [None, 740])
def test_nobody_and_everybody_are_exact_bounds(base, frame):
    assert _one(0, base, frame)[0] == 0.0
    assert _one(base, base, frame)[1] == 1.0


def test_empty_base_has_no_interval_and_order_is_kept():
    assert intervals([0, 1, 0], [0, 2, 5], [None, None, None])[0] is None
    assert intervals([0, 1, 0], [0, 2, 5], [740, None, None])[1] == _one(1, 2)
    assert intervals([], [], []) == []


@pytest.mark.parametrize(("count", "base", "frame"), [(2, 1, None), (-1, 3, None), (1, 10, 9)])
def test_impossible_counts_are_refused(count, base, frame):
    with pytest.raises(ValueError, match="count <= base <= frame"):
        _one(count, base, frame)
