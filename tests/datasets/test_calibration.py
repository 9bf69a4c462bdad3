"""The method of the sample: exact margins whatever the table, and draws that stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptce_data.build.calibration import apportion, draw, fit, odds, pick, rounded

_tables = st.integers(2, 6).flatmap(
    lambda width: st.lists(st.lists(st.integers(1, 40), min_size=width, max_size=width), min_size=2, max_size=8)
)


@given(_tables, st.data())
def test_fitted_and_rounded_margins_are_exact(seed: list[list[int]], data: st.DataObject):
    total = data.draw(st.integers(0, 60))
    rows = apportion(total, [data.draw(st.integers(1, 9)) for _ in seed])
    columns = apportion(total, [data.draw(st.integers(1, 9)) for _ in seed[0]])
    fitted = fit(seed, rows, columns)
    whole = rounded(fitted)
    assert [sum(row) for row in whole] == rows
    assert [sum(column) for column in zip(*whole, strict=True)] == columns
    assert all(
        abs(cell - value) < 1 + 1e-6
        for cells, values in zip(whole, fitted, strict=True)
        for cell, value in zip(cells, values, strict=True)
    )


def test_fit_keeps_the_odds_of_its_seed():
    """What makes IPF the nearest table: cross products don't move."""
    (a, b), (c, d) = fit([[1, 2], [3, 1]], [10, 20], [14, 16])
    assert a * d / (b * c) == pytest.approx(1 * 1 / (2 * 3))


def test_fit_refuses_margins_that_disagree():
    with pytest.raises(ValueError, match="disagree"):
        fit([[1, 1], [1, 1]], [1, 1], [1, 2])


def test_fit_refuses_what_its_seed_forbids():
    with pytest.raises(ValueError, match="can't be met"):
        fit([[1, 0], [1, 0]], [1, 1], [1, 1])


@given(st.integers(0, 500), st.lists(st.floats(0.1, 10), min_size=1, max_size=12))
def test_apportion_gives_all_and_stays_near(total: int, weights: list[float]):
    shares = apportion(total, weights)
    assert sum(shares) == total
    assert all(
        abs(share - total * weight / sum(weights)) < 1 + 1e-6 for share, weight in zip(shares, weights, strict=True)
    )


@given(st.integers(0, 12))
def test_pick_takes_exactly_the_number_in_order(number: int):
    units = [f"u{rank:02d}" for rank in range(12)]
    chosen = pick(units, number, lambda unit: 1.0, "test")
    assert len(chosen) == number
    assert chosen == sorted(chosen)


def test_pick_prefers_higher_odds():
    units = [f"u{rank}" for rank in range(200)]
    favoured = set(units[:100])
    chosen = pick(units, 60, lambda unit: 9.0 if unit in favoured else 1.0, "odds")
    assert len(favoured & set(chosen)) > 45


def test_draws_depend_on_their_names_alone():
    assert draw("a", 1) == draw("a", 1) != draw("a", 2)
    values = [draw("spread", rank) for rank in range(1000)]
    assert 0 < min(values) < 0.02 < 0.98 < max(values) < 1
    assert sum(values) / len(values) == pytest.approx(0.5, abs=0.05)


def test_odds_stay_within_their_spread():
    found = [odds(3, "spread", rank) for rank in range(500)]
    assert 1 / 4 <= min(found) < 0.4
    assert 2.5 < max(found) <= 4
