"""The interval of a difference against scipy's Wilson intervals over a grid and the published examples."""

import math

import pytest
from scipy.stats import binomtest

from ptce_data.statistics import difference, intervals


def _between(first, second):
    (low, high), (least, most) = intervals([first[0], second[0]], [first[1], second[1]], [None, None])
    return difference((first[0] / first[1], low, high), (second[0] / second[1], least, most))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ((56, 70), (48, 80), (0.0524, 0.3339)),
        ((9, 10), (3, 10), (0.1705, 0.8090)),
        ((6, 7), (2, 7), (0.0582, 0.8062)),
        ((5, 56), (0, 29), (-0.0381, 0.1926)),
        ((0, 10), (0, 20), (-0.1611, 0.2775)),
        ((10, 10), (0, 20), (0.6791, 1.0)),
    ],
)
def test_worked_examples_of_newcombe(first, second, expected):
    """R. G. Newcombe, Statistics in Medicine 17 (1998), p. 873-890, table II, method 10."""
    assert _between(first, second) == pytest.approx(expected, abs=5.1e-5)


@pytest.mark.parametrize("first", [(0, 5), (2, 5), (5, 5), (7, 13)])
@pytest.mark.parametrize("second", [(0, 40), (17, 40), (40, 40), (107, 187)])
def test_the_distances_to_both_wilson_bounds_add_in_squares(first, second):
    """Newcombe's method 10, from scipy's score intervals."""
    one, other = (binomtest(*sample).proportion_ci(0.95, method="wilson") for sample in (first, second))
    share, other_share = first[0] / first[1], second[0] / second[1]
    low = share - other_share - math.hypot(share - one.low, other.high - other_share)
    high = share - other_share + math.hypot(one.high - share, other_share - other.low)
    assert _between(first, second) == pytest.approx((low, high), abs=1e-9)


def test_a_value_known_exactly_adds_no_doubt():
    assert difference((0.5, 0.5, 0.5), (0.3, 0.2, 0.45)) == pytest.approx((0.05, 0.3))
