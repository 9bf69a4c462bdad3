"""The draw of record keys: all different, spread over their range, never the same twice, none that is taken."""

from collections import Counter

import pytest

from ptce_data.datasets.catalogue import DATASET, SAMPLE
from ptce_data.engines import KEY_COLUMN, KEY_MODULUS
from ptce_data.releases import record_keys
from ptce_data.releases.record_keys import draw_keys


def test_keys_are_all_different_and_never_twice_the_same():
    keys = draw_keys(5_000)
    assert len(set(keys)) == 5_000
    assert min(keys) >= 0 and max(keys) < KEY_MODULUS
    # By chance two draws share none or one: more than three would happen once in a thousand million.
    assert len(set(keys) & set(draw_keys(5_000))) <= 3
    # Spread over the whole range: each quarter holds about a quarter.
    quarters = Counter(key // (KEY_MODULUS // 4) for key in keys)
    assert set(quarters) == {0, 1, 2, 3} and min(quarters.values()) > 1_000


def test_the_contracts_bound_keys_by_the_modulus():
    columns = [column for key in SAMPLE for column in DATASET[key].table.columns if column.name == KEY_COLUMN]
    assert columns and {(column.minimum, column.maximum) for column in columns} == {(0, KEY_MODULUS - 1)}


@pytest.mark.parametrize("taken", [(), (0, 9), tuple(range(6))])
def test_every_key_that_is_not_taken_can_be_drawn_and_no_other(monkeypatch, taken):
    monkeypatch.setattr(record_keys, "KEY_MODULUS", 10)
    assert set(draw_keys(10 - len(taken), taken)) == set(range(10)) - set(taken)
