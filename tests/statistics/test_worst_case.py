"""Bounds that assume nothing of those who were not kept, and the exact interval."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from ptce_data.statistics import exact, worst_case


@given(
    st.integers(1, 60).flatmap(lambda n: st.tuples(st.lists(st.booleans(), min_size=n, max_size=n), st.integers(0, n)))
)
def test_whatever_the_others_said_the_truth_is_within(drawn):
    said, kept = drawn
    low, high = worst_case(sum(said[:kept]), kept, len(said))
    assert low - 1e-12 <= sum(said) / len(said) <= high + 1e-12
    assert high - low == pytest.approx(1 - kept / len(said))


def test_the_survey_of_2017():
    """187 structures of 740, 148 of which pool skills: from 20 % to 94.7 % of those of the 50 poles asked."""
    assert worst_case(148, 187, 740) == pytest.approx((148 / 740, 701 / 740))


@pytest.mark.parametrize(("total", "kept", "population"), [(-1, 2, 3), (3, 2, 3), (1, 4, 3), (0, 0, 0)])
def test_impossible_counts_are_refused(total, kept, population):
    with pytest.raises(ValueError, match="kept"):
        worst_case(total, kept, population)


@pytest.mark.parametrize("base", [1, 3, 24, 187])
def test_the_exact_interval_is_scipys_and_exact_at_both_ends(base):
    for count in {0, 1, base // 2, base}:
        expected = binomtest(count, base).proportion_ci(0.95, method="exact")
        assert exact(count, base) == pytest.approx((expected.low, expected.high), abs=1e-9)
    assert exact(0, base) == pytest.approx((0, 1 - 0.025 ** (1 / base)))
    assert exact(base, base) == pytest.approx((0.025 ** (1 / base), 1))
    with pytest.raises(ValueError, match="base"):
        exact(1, 0)
