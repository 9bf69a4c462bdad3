"""The GRIM check: which whole numbers a printed percentage may stand for."""

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptce_data.statistics import attainable, smallest_base


def test_82_percent_of_24_is_impossible():
    assert attainable(82, 24) == ()
    assert attainable(79, 24) == (19,)
    assert attainable(83, 24) == (20,)


def test_the_founding_values_need_a_base_of_33():
    assert smallest_base((91, 82, 67)) == 33
    assert [attainable(percent, 33) for percent in (91, 82, 67)] == [(30,), (27,), (22,)]


def test_every_published_percentage_fits_187():
    for percent in (91, 82, 67, 79, 76, 58, 44, 27, 59, 49, 41, 55, 47, 24, 57, 9, 8, 7, 23, 20, 19, 18, 12, 3, 1):
        assert attainable(percent, 187), percent


def test_both_roundings_of_a_half_are_allowed():
    assert attainable(12, 8) == (1,)  # 12.5 to even
    assert attainable(13, 8) == (1,)  # 12.5 up
    assert attainable("12.5", 8, decimals=1) == (1,)
    assert attainable("66.7", 3, decimals=1) == (2,)


def test_nothing_beyond_0_and_the_base():
    assert attainable(0, 1000) == (0, 1, 2, 3, 4, 5)
    assert attainable(100, 10) == (10,)
    assert attainable(101, 10) == ()
    assert smallest_base((101,), limit=50) is None
    with pytest.raises(ValueError, match="base"):
        attainable(50, 0)


@settings(deadline=None)
@given(st.integers(1, 400), st.integers(0, 100), st.integers(0, 1))
def test_same_as_trying_every_numerator(base, percent, decimals):
    step = Decimal(1).scaleb(-decimals)

    def rounds(count, mode):
        exact = Fraction(100 * count, base)
        return (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(step, mode)

    expected = tuple(
        count
        for count in range(base + 1)
        if Decimal(percent) in (rounds(count, ROUND_HALF_UP), rounds(count, ROUND_HALF_EVEN))
    )
    assert attainable(percent, base, decimals) == expected
