"""The noise table keeps what it promises: unbiased, bounded, never negative, and a zero that says nothing."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptce_data.disclosure import TABLE, NoiseTable
from ptce_data.engines import KEY_MODULUS

COUNTS = range(0, 3 * TABLE.bound)


@pytest.mark.parametrize("count", COUNTS)
def test_a_law_of_mean_zero_and_of_the_variance_declared(count):
    law = TABLE.law(count)
    assert math.isclose(sum(law.values()), 1)
    assert sum(shift * p for shift, p in law.items()) == pytest.approx(0, abs=1e-10)
    variance = sum(shift**2 * p for shift, p in law.items())
    assert variance == pytest.approx(TABLE.variance if count else 0, abs=1e-9)
    assert max(map(abs, law)) <= TABLE.bound
    assert count + min(law) >= 0
    assert min(law.values()) > 0


@pytest.mark.parametrize("count", COUNTS)
def test_keys_draw_the_law(count):
    """Keys evenly spread over all keys: frequencies are the law's, and the mean shift is nil."""
    keys = np.arange(0, KEY_MODULUS, KEY_MODULUS // 200_000)
    shifts = TABLE.shifts(np.full(len(keys), count), keys)
    assert shifts.mean() == pytest.approx(0, abs=1e-3)
    for shift, probability in TABLE.law(count).items():
        assert (shifts == shift).mean() == pytest.approx(probability, abs=1e-4)


@given(count=st.integers(0, 10**6), key=st.integers(0, KEY_MODULUS - 1))
def test_bounded_not_negative_and_always_the_same(count, key):
    shift = TABLE.shift(count, key)
    assert abs(shift) <= TABLE.bound
    assert count + shift >= 0
    assert TABLE.shift(count, key) == shift == NoiseTable(TABLE.bound, TABLE.variance).shift(count, key)


def test_a_zero_shown_may_be_a_small_count():
    assert TABLE.law(0) == {0: 1.0}
    for count in range(1, TABLE.bound + 1):
        assert TABLE.law(count)[-count] > 0
    # One respondent alone is shown as 0 more often than not, and as 1 less than one time in four.
    assert TABLE.law(1)[-1] > 0.5
    assert TABLE.law(1)[0] < 0.25


def test_no_number_shown_tells_the_true_one():
    """Whatever is shown, four true counts at least could have given it."""
    for shown in COUNTS:
        possible = [count for count in range(0, 6 * TABLE.bound) if shown - count in TABLE.law(count)]
        assert len(possible) >= 4


def test_the_law_says_the_least():
    """Maximum entropy: any other law of the same mean, variance and bounds has less."""
    law = TABLE.law(2)
    p = np.array(list(law.values()))
    features = np.array([[1.0, v, v * v] for v in law]).T
    random = np.random.default_rng(3)
    null = np.linalg.svd(features)[2][3:]
    for _ in range(50):
        other = p + null.T @ random.normal(0, 1e-3, len(null))
        if (other > 0).all():
            assert -(other * np.log(other)).sum() < -(p * np.log(p)).sum()


def test_impossible_laws_are_refused():
    with pytest.raises(ValueError, match="variance"):
        NoiseTable(bound=2, variance=3).law(1)
