"""Attacks on ComparisonReports: a group with and without a pole, lists chosen at will, closed groups.

The attacker knows who is in each group and how many structures each pole has, all the method, and no key. What it
looks for is how many structures of a pole say yes, where 1 or 2 do.
"""

from dataclasses import replace
from itertools import combinations, product
from random import Random

import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

from ptce_data import compare
from ptce_data.comparison import Group, pole_of_sample, rank, similar_poles
from ptce_data.datasets.release import Policy, Release
from ptce_data.disclosure import TABLE, DisclosurePolicy
from ptce_data.disclosure import below_threshold as is_small
from ptce_data.disclosure.comparison_policy import spread
from ptce_data.schema.user_pole import Tally, UserPole
from tests.comparison.waves import ITEM, small

EXACT = DisclosurePolicy(Release("2027", Policy.THRESHOLD))
MINE = UserPole(
    "Mon pôle", "69", structures=9, tallies=(Tally("pooling", ITEM, 5, 9), Tally("sectors", "culture", 5, 9))
)
SIZES, YES = (7, 6, 8, 5, 9, 6), (1, 3, 2, 4, 0, 5)
POLES = tuple(f"p{pole}" for pole in range(len(SIZES)))


def lists() -> list[tuple[int, ...]]:
    """Every list of three poles or more: any two that differ by one pole are among them."""
    return [ranks for size in range(3, len(SIZES) + 1) for ranks in combinations(range(len(SIZES)), size)]


def listed(ranks: tuple[int, ...]) -> Group:
    return Group("liste", tuple(POLES[rank] for rank in ranks))


def possible(count: int, base: int, noisy: bool) -> tuple[float, float]:
    """The true counts that a shown one leaves possible."""
    if not noisy:
        return count, count
    high = np.inf if count == base else count + TABLE.bound  # it may have been brought down to its base
    return max(0, count - TABLE.bound), high


def recovered(folder, noisy: bool) -> tuple[list[int | None], int]:
    """Of each pole, its count where what every list shows leaves one possible; and how many lists showed theirs."""
    rows, lows, highs = [], [], []
    for ranks in lists():
        report = compare(MINE, listed(ranks), folder)
        if report.refusal or (shown := report.row("pooling", ITEM).reference).count is None:
            continue
        rows.append([float(rank in ranks) for rank in range(len(SIZES))])
        low, high = possible(shown.count, shown.n, noisy)
        lows.append(low)
        highs.append(high)
    known = [LinearConstraint(np.array(rows), lows, highs)] if rows else []
    found = []
    for target in range(len(SIZES)):
        ends = []
        for sign in (1, -1):
            wanted = np.zeros(len(SIZES))
            wanted[target] = sign
            solved = milp(wanted, constraints=known, integrality=np.ones(len(SIZES)), bounds=Bounds(0, SIZES))
            assert solved.status == 0, "what was shown fits no sample"
            ends.append(round(abs(solved.fun)))
        assert ends[0] <= YES[target] <= ends[1]
        found.append(ends[0] if ends[0] == ends[1] else None)
    return found, len(rows)


def test_the_attack_recovers_everything_where_nothing_is_masked(tmp_path):
    found, shown = recovered(small(tmp_path, Policy.OPEN, SIZES, YES), noisy=False)
    assert shown > 20 and found == list(YES)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.slow
def test_a_protected_group_with_and_without_a_pole_tells_nothing_certain(tmp_path, seed):
    found, shown = recovered(small(tmp_path, Policy.PROTECTED, SIZES, YES, seed), noisy=True)
    assert shown > 20
    assert [found[pole] for pole, yes in enumerate(YES) if is_small(yes)] == [None, None]


def test_under_threshold_no_list_of_a_real_wave_tells_anything(tmp_path):
    folder = small(tmp_path, Policy.THRESHOLD, SIZES, YES)
    found, shown = recovered(folder, noisy=False)
    assert shown == 0 and found == [None] * len(SIZES)
    for group in (*map(listed, lists()), Group("similaires", ("3",)), Group("similaires", ("4",))):
        report = compare(MINE, group, folder)
        assert report.structures is None and (report.rows or report.refusal)
        for row in report.rows:
            assert (row.reference.value, row.reference.n, row.reference.possible) == (None, 0, None), row.key
            assert row.spread.withheld and row.spread.middle is row.spread.whole is None
            assert (row.gap, row.verdict, row.selection, row.poles) == (None, None, (), len(report.peers))
        assert rank(MINE, group, "pooling", ITEM, folder) is None


@pytest.mark.parametrize("policy", [Policy.THRESHOLD, Policy.PROTECTED])
def test_no_pole_of_a_real_wave_is_taken_as_mine(tmp_path, policy):
    """Its own figures would be shown, and so would any group with it and without it."""
    folder = small(tmp_path, policy, SIZES, YES)
    for pole in POLES:
        for mine in (pole_of_sample(pole, folder), replace(MINE, sample_pole_id=pole)):
            report = compare(mine, folder=folder)
            assert "cette vague est" in report.refusal and "Remède" in report.refusal
            assert (report.rows, report.peers, report.structures, report.left_out) == ((), (), None, None)
            assert similar_poles(mine, 3, folder=folder).poles == ()


def test_a_pole_of_an_open_wave_is_taken_and_left_out(tmp_path):
    report = compare(pole_of_sample("p0", small(tmp_path, Policy.OPEN, SIZES, YES)), folder=tmp_path)
    assert report.left_out == "p0" and report.structures == sum(SIZES) - SIZES[0] and report.rows


def region(folder, sizes: tuple[int, ...], yes: tuple[int, ...]):
    """The row of a closed group that has these poles."""
    return compare(MINE, Group("region", ("84",)), small(folder, Policy.THRESHOLD, sizes, yes)).row("pooling", ITEM)


def fits(one: tuple[int, ...], sizes: tuple[int, ...], row) -> bool:
    """Whether a sample gives the same row: the same count on the same base, and the same distribution."""
    total, count = sum(one), row.reference.count
    if (total != count) if count is not None else not (is_small(total) or is_small(sum(sizes) - total)):
        return False
    shares = [y / size for y, size in zip(one, sizes, strict=True)]
    return row.spread.withheld or spread(shares, EXACT) == row.spread


@pytest.mark.parametrize("seed", range(8))
def test_under_threshold_a_closed_group_tells_no_small_count_of_a_pole(tmp_path, seed):
    """Every sample that the row leaves possible."""
    draw = Random(seed)
    sizes = tuple(draw.randint(3, 5) for _ in range(6))
    yes = tuple(draw.choice((0, 1, 1, 2, size)) for size in sizes)
    row = region(tmp_path, sizes, yes)
    fitting = [one for one in product(*(range(size + 1) for size in sizes)) if fits(one, sizes, row)]
    assert yes in fitting
    for pole, true in enumerate(yes):
        assert not is_small(true) or len({one[pole] for one in fitting}) > 1, (sizes, yes, pole)


def test_the_attack_finds_what_a_distribution_of_six_poles_would_tell(tmp_path):
    sizes, yes = (3, 5, 3, 4, 3, 4), (2, 2, 2, 1, 0, 2)
    row = region(tmp_path, sizes, yes)
    told = replace(row, spread=spread([y / size for y, size in zip(yes, sizes, strict=True)], EXACT))
    fitting = [one for one in product(*(range(size + 1) for size in sizes)) if fits(one, sizes, told)]
    assert {one[1] for one in fitting} == {2}
