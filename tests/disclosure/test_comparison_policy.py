"""What may be said of poles that answered: ranges, never one pole's value."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptce_data.datasets.release import Policy, Release
from ptce_data.disclosure import DisclosurePolicy
from ptce_data.disclosure.comparison_policy import possible_shares, spread

OPEN, THRESHOLD, PROTECTED = (
    DisclosurePolicy(Release("2027", rule)) for rule in (Policy.OPEN, Policy.THRESHOLD, Policy.PROTECTED)
)
SHARES = st.lists(st.floats(0, 1), max_size=60)


@given(values=SHARES)
def test_three_poles_at_least_are_at_or_beyond_every_end_shown(values):
    found = spread(values, THRESHOLD)
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
    assert spread([0.1, 0.5, 0.9], THRESHOLD).whole is None
    assert spread([0.1, 0.2, 0.3, 0.5, 0.9, 1.0], PROTECTED).middle is None
    assert spread([0.11, 0.2, 0.32, 0.55, 0.9, 1.0], PROTECTED).whole == pytest.approx((0.3, 0.55))
    assert spread([], PROTECTED).poles == 0


def test_what_respondents_agreed_to_show_is_not_coarse():
    values = [0.11, 0.2, 0.33, 0.5]
    found = spread(values, OPEN)
    assert found.middle == pytest.approx(tuple(np.quantile(values, (0.25, 0.75))))
    assert found.whole == pytest.approx((0.11, 0.5)) and not found.coarse


@pytest.mark.parametrize("base", range(3, 15))
def test_a_masked_answer_is_within_its_range_and_never_alone_in_it(base):
    for count in (1, 2, base - 2, base - 1):
        low, high = possible_shares(count, base, THRESHOLD)
        assert low <= count / base <= high
        assert sum(low - 1e-12 <= other / base <= high + 1e-12 for other in range(base + 1)) >= 2


def test_the_range_of_a_masked_answer_does_not_depend_on_which_it_is():
    assert possible_shares(1, 13, THRESHOLD) == possible_shares(2, 13, THRESHOLD) == pytest.approx((1 / 13, 2 / 13))
    assert possible_shares(11, 13, THRESHOLD) == possible_shares(12, 13, THRESHOLD)
    assert possible_shares(1, 13, PROTECTED) == (0, 1), "the rule is judged there on shifted counts"
    assert possible_shares(5, 13, THRESHOLD) == (0, 1) and possible_shares(1, 2, THRESHOLD) == (0, 1)


def test_groups_made_at_will_tell_no_distribution_of_a_protected_wave():
    """Two lists that differ by one pole would tell where its share is."""
    values = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
    assert spread(values, PROTECTED, chosen=True).whole is None
    assert spread(values, PROTECTED, chosen=True).middle is None
    assert spread(values, PROTECTED, chosen=True).withheld
    assert spread(values, PROTECTED).whole and spread(values, THRESHOLD, chosen=True).whole
