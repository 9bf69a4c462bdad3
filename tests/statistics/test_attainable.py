"""The GRIM check: which whole numbers a printed percentage may stand for."""

from decimal import ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptce_data.statistics import Bases, Rounding, attainable, common_bases, possible_bases, smallest_base

#: The modes of the decimal module that each rounding stands for.
MODES = {
    Rounding.HALF_UP: (ROUND_HALF_UP,),
    Rounding.NEAREST: (ROUND_HALF_UP, ROUND_HALF_EVEN),
    Rounding.FLOOR: (ROUND_FLOOR,),
}


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


def test_truncated_is_not_rounded():
    assert attainable(91, 24, rounding=Rounding.FLOOR) == (22,)  # 91.67, printed 92 when rounded
    assert attainable(91, 24, rounding=Rounding.HALF_UP) == ()
    assert attainable(67, 24, rounding=Rounding.FLOOR) == ()
    assert attainable(82, 24, rounding=Rounding.FLOOR) == ()
    assert attainable(12, 8, rounding=Rounding.HALF_UP) == ()
    assert attainable("66.6", 3, decimals=1, rounding=Rounding.FLOOR) == (2,)


def test_more_decimals_than_printed_are_impossible():
    assert attainable("66.67", 3, decimals=1) == ()


def test_bases_are_listed_up_to_the_one_from_which_all_are_possible():
    half = possible_bases((50,), rounding=Rounding.HALF_UP)
    assert half.runs[0] == (2, 2) and half.smallest == 2 and half.always <= 100
    assert possible_bases((91, 82, 67), rounding=Rounding.HALF_UP).smallest == 33
    assert possible_bases((0,)) == Bases((), 1)
    assert common_bases((possible_bases((101,)), half)) == possible_bases((101,)) == Bases((), None)
    assert possible_bases((101,)).smallest is None


@settings(max_examples=60)
@given(st.lists(st.integers(0, 100), min_size=1, max_size=3), st.sampled_from(Rounding))
def test_the_bases_listed_are_those_that_trying_finds(percents, rounding):
    bases = possible_bases(percents, rounding=rounding)
    for base in range(1, 160):
        assert (base in bases) == all(attainable(percent, base, rounding=rounding) for percent in percents)
    assert bases.smallest == smallest_base(percents, rounding=rounding)
    assert common_bases(possible_bases((percent,), rounding=rounding) for percent in percents) == bases


@given(st.integers(1, 400), st.integers(0, 1010), st.integers(0, 1), st.sampled_from(Rounding))
def test_same_as_trying_every_numerator(base, printed, decimals, rounding):
    step = Decimal(1).scaleb(-decimals)
    percent = printed * step

    def rounds(count, mode):
        exact = Fraction(100 * count, base)
        return (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(step, mode)

    expected = tuple(count for count in range(base + 1) if percent in {rounds(count, mode) for mode in MODES[rounding]})
    assert attainable(percent, base, decimals, rounding) == expected
