"""What a comparison tells of respondents under each policy, beside the attacks."""

import numpy as np
import pytest

from ptce_data import compare
from ptce_data.comparison import Group, choices, pole_of_sample
from ptce_data.comparison.groups import PoleSubset
from ptce_data.comparison.sample_answers import load_sample
from ptce_data.datasets.release import Policy, Release
from ptce_data.disclosure import TABLE
from ptce_data.indicators import compute
from tests.comparison.test_similar import MINE
from tests.comparison.waves import copied, small
from tests.factories import structure, write_dataset


@pytest.fixture(scope="module")
def protected(tmp_path_factory):
    return copied(tmp_path_factory.mktemp("waves") / "protected", Policy.PROTECTED)


def test_every_count_of_a_pole_of_a_protected_wave_has_passed_the_door(protected):
    bare, shifted = load_sample(), load_sample(protected)
    pairs = [(bare.structures, shifted.structures)]
    pairs += [(bare.answered[key], shifted.answered[key]) for key in bare.answered]
    pairs += [(bare.said(*key), shifted.said(*key)) for key in bare.yes]
    moved = 0
    for true, shown in pairs:
        # A part is brought down to its whole, which may itself have been shifted.
        assert (np.abs(shown - true) <= 3 * TABLE.bound).all() and (shown >= 0).all()
        assert not shown[true == 0].any()
        moved += int((shown != true).sum())
    assert moved > len(pairs) * len(bare) / 3
    for key, yes in shifted.yes.items():
        assert (yes <= shifted.answered[key[0]]).all() and (shifted.answered[key[0]] <= shifted.structures).all()
    for true, shown in ((bare.fte_total, shifted.fte_total), (bare.fte_coordination, shifted.fte_coordination)):
        assert (np.isnan(true) == np.isnan(shown)).all()
    ratio = shifted.fte_coordination / shifted.fte_total - bare.fte_coordination / bare.fte_total
    assert np.abs(ratio[~np.isnan(ratio)]).max() > 0.001


def test_the_same_respondents_are_counted_alike_whoever_asks(protected, tmp_path):
    again = copied(tmp_path / "again", Policy.PROTECTED)
    assert load_sample(protected).structures.tolist() == load_sample(again).structures.tolist()
    other = copied(tmp_path / "other", Policy.PROTECTED, seed=2)
    assert load_sample(protected).structures.tolist() != load_sample(other).structures.tolist()


def test_a_protected_wave_is_still_compared(protected):
    report = compare(MINE, folder=protected)
    bare = compare(MINE)
    assert [row.key for row in report.rows] == [row.key for row in bare.rows]
    for row, exact in zip(report.rows, bare.rows, strict=True):
        if row.measure == "share" and row.reference.value is not None and exact.reference.value is not None:
            assert row.reference.value == pytest.approx(exact.reference.value, abs=0.06)
            assert row.reference.low <= row.reference.value <= row.reference.high


def test_sizes_of_poles_are_not_told_of_a_protected_wave_nor_where_one_or_two_answered(protected, tmp_path):
    assert {peer.structures for peer in compare(MINE, folder=protected).peers} == {None}
    assert {peer.structures for peer in choices(folder=protected)[0]} == {None}
    assert pole_of_sample("demo-01", protected).structures is None
    folder = small(tmp_path / "small", Policy.THRESHOLD, (2, 9, 9, 9), (1, 5, 5, 5))
    assert [peer.structures for peer in compare(MINE, folder=folder).peers] == [None, 9, 9, 9]


def test_made_up_rows_may_be_listed_and_picked_under_threshold():
    """They can be downloaded: there is nothing to keep."""
    report = compare(pole_of_sample("demo-01"), Group("liste", tuple(f"demo-{n:02}" for n in range(2, 8))))
    assert report.structures and any(row.reference.value is not None for row in report.rows)


def test_the_figures_of_a_group_are_masked_as_one_page(tmp_path):
    """Five structures of seven are in culture: the two others must be in the only other sector, masked or not."""
    rows = [structure(n, f"p{n % 3}", sectors=["culture"] if n < 5 else ["emploi"]) for n in range(7)]
    folder = write_dataset(tmp_path, rows, Release("2027", Policy.THRESHOLD))
    (sectors,) = compute(PoleSubset(("p0", "p1", "p2"), "ces trois pôles"), ["sectors"], folder)
    assert sectors.base.n == 7
    assert {item.code for item in sectors.items if item.masked} >= {"culture", "emploi"}
