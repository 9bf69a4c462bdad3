"""What may be said of poles that answered: ranges, never one pole's value."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptce_data.comparison.withholding import possible, spread
from ptce_data.datasets.release import Policy

SHARES = st.lists(st.floats(0, 1), max_size=60)


@given(values=SHARES)
def test_three_poles_at_least_are_at_or_beyond_every_end_shown(values):
    found = spread(values, Policy.THRESHOLD)
    assert found.poles == len(values)
    for ends in (found.middle, found.whole):
        if ends is None:
            continue
        low, high = ends
        # The end is rounded outwards: the third pole is within a step of it, inside.
        assert sum(value <= low + 0.05 + 1e-9 for value in values) >= 3
        assert sum(value >= high - 0.05 - 1e-9 for value in values) >= 3
        for end in ends:
            assert round(end / 0.05, 6) == round(end / 0.05)
    if found.middle and found.whole:
        assert found.whole[0] <= found.middle[0] + 1e-9 and found.middle[1] <= found.whole[1] + 1e-9


def test_few_poles_tell_nothing_of_one():
    assert spread([0.1, 0.5, 0.9], Policy.THRESHOLD).whole is None
    assert spread([0.1, 0.2, 0.3, 0.5, 0.9, 1.0], Policy.PROTECTED).middle is None
    assert spread([0.11, 0.2, 0.32, 0.55, 0.9, 1.0], Policy.PROTECTED).whole == pytest.approx((0.3, 0.55))
    assert spread([], Policy.PROTECTED).poles == 0


def test_what_respondents_agreed_to_show_is_not_coarse():
    values = [0.11, 0.2, 0.33, 0.5]
    found = spread(values, Policy.OPEN)
    assert found.middle == pytest.approx(tuple(np.quantile(values, (0.25, 0.75))))
    assert found.whole == pytest.approx((0.11, 0.5)) and not found.coarse


@pytest.mark.parametrize("base", range(3, 15))
def test_a_masked_answer_is_within_its_range_and_never_alone_in_it(base):
    for count in (1, 2, base - 2, base - 1):
        low, high = possible(count, base, Policy.THRESHOLD)
        assert low <= count / base <= high
        assert sum(low - 1e-12 <= other / base <= high + 1e-12 for other in range(base + 1)) >= 2


def test_the_range_of_a_masked_answer_does_not_depend_on_which_it_is():
    assert possible(1, 13, Policy.THRESHOLD) == possible(2, 13, Policy.THRESHOLD) == pytest.approx((1 / 13, 2 / 13))
    assert possible(11, 13, Policy.THRESHOLD) == possible(12, 13, Policy.THRESHOLD)
    assert possible(1, 13, Policy.PROTECTED) == (0, 1), "the rule is judged there on shifted counts"
    assert possible(5, 13, Policy.THRESHOLD) == (0, 1) and possible(1, 2, Policy.THRESHOLD) == (0, 1)


def test_groups_made_at_will_tell_no_distribution_of_a_protected_wave():
    """Two lists that differ by one pole would tell where its share is."""
    values = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
    assert spread(values, Policy.PROTECTED, chosen=True).whole is None
    assert spread(values, Policy.PROTECTED, chosen=True).middle is None
    assert spread(values, Policy.PROTECTED, chosen=True).withheld
    assert spread(values, Policy.PROTECTED).whole and spread(values, Policy.THRESHOLD, chosen=True).whole
