"""Counts with the keys of their cells: adding them gives the cell of all their respondents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptce_data.datasets.release import Policy, Release
from ptce_data.disclosure import NOBODY, DisclosurePolicy, KeyedCount
from ptce_data.disclosure.keyed_counts import counts_by_pole
from ptce_data.engines import KEY_MODULUS

KEYS = st.lists(st.integers(0, KEY_MODULUS - 1), max_size=20)


def cell(keys):
    return sum((KeyedCount(1, key) for key in keys), NOBODY)


@given(first=KEYS, second=KEYS)
def test_a_sum_and_a_difference_are_the_cells_of_their_respondents(first, second):
    whole = cell([*first, *second])
    assert cell(first) + cell(second) == whole == KeyedCount(len(first + second), sum(first + second) % KEY_MODULUS)
    assert whole - cell(second) == cell(first)


@given(keys=KEYS)
def test_only_a_protected_policy_shifts_a_count_and_always_alike(keys):
    for rule in Policy:
        policy = DisclosurePolicy(Release("2027", rule))
        shown = policy.count(cell(keys))
        assert shown == policy.count(cell(keys[::-1]))
        assert shown == len(keys) + (policy.table.shift(len(keys), cell(keys).cell_key) if policy.keyed else 0)
        assert policy.count(KeyedCount(len(keys), None)) == len(keys), "public units"


def test_a_count_without_keys_does_not_hide_in_one_that_has_them():
    with pytest.raises(TypeError):
        KeyedCount(3, 5) + KeyedCount(3, None)
    with pytest.raises(TypeError):
        KeyedCount(3, None) - KeyedCount(3, 5)
    assert KeyedCount(3, None) - KeyedCount(2, None) == KeyedCount(1, None)


def test_an_exact_count_is_not_printed_by_accident():
    assert "7" not in repr(KeyedCount(7, 1)).split(" at ")[0]


def test_the_cells_of_poles_add_up_pole_by_pole():
    rows = [("b", 2, KEY_MODULUS - 1), ("a", 1, 7), ("b", 3, 4), ("elsewhere", 9, 9)]
    whole = counts_by_pole({"a": 0, "b": 1}, rows)
    assert whole.respondents.tolist() == [1, 5] and whole.cell_keys.tolist() == [7, 3]
    rest = whole - counts_by_pole({"a": 0, "b": 1}, rows[2:3])
    assert rest.respondents.tolist() == [1, 2] and rest.cell_keys.tolist() == [7, KEY_MODULUS - 1]
