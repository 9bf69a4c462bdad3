"""How often a verdict is wrong, and what a masked value allows to say."""

import numpy as np
import pytest

from ptce_data.comparison.comparison_rows import estimate_of_group, estimate_of_sample_pole, estimate_of_tally, judge
from ptce_data.comparison.report import Estimate, Verdict
from ptce_data.datasets.release import Policy, Release
from ptce_data.disclosure import DisclosurePolicy
from ptce_data.results import Item

SIZES = np.array([13, 9, 7, 8, 5, 17, 14, 6, 4, 11, 7, 5, 10, 8, 3, 12, 6, 9, 4, 8, 3, 7, 6, 5])


@pytest.mark.parametrize("share", [0.2, 0.58, 0.8])
@pytest.mark.parametrize("mine", [6, 13])
def test_a_pole_like_the_others_is_seldom_said_to_be_unlike(share, mine):
    rng = np.random.default_rng(11)
    wrong = 0
    for _ in range(300):
        yes = rng.binomial(SIZES, share)
        base = int(SIZES.sum())
        item = Item("x", "X", int(yes.sum()), yes.sum() / base)
        said, _ = judge(
            estimate_of_tally(int(rng.binomial(mine, share)), mine),
            estimate_of_group(item, base, (yes, SIZES), None, DisclosurePolicy(Release("2027", Policy.THRESHOLD))),
        )
        wrong += said is not Verdict.COMPATIBLE
    assert wrong / 300 <= 0.08


def test_a_pole_truly_unlike_is_seen_when_it_is_large():
    rng = np.random.default_rng(12)
    yes = rng.binomial(SIZES, 0.5)
    item, base = Item("x", "X", int(yes.sum()), yes.sum() / SIZES.sum()), int(SIZES.sum())
    reference = estimate_of_group(item, base, (yes, SIZES), None, DisclosurePolicy(Release("2027", Policy.THRESHOLD)))
    assert judge(estimate_of_tally(1, 12), reference)[0] is Verdict.BELOW
    assert judge(estimate_of_tally(12, 12), reference)[0] is Verdict.ABOVE
    assert judge(estimate_of_tally(1, 3), reference)[0] is Verdict.COMPATIBLE, (
        "three structures can't be told from half"
    )


def test_a_masked_value_is_judged_at_both_ends():
    reference = Estimate(0.5, 0.45, 0.55)
    assert judge(Estimate(None, 0.0, 0.3, None, 20, (0.05, 0.1)), reference)[0] is Verdict.BELOW
    assert judge(Estimate(None, 0.0, 1.0, None, 20, (0.0, 1.0)), reference)[0] is Verdict.COMPATIBLE
    said, (low, high) = judge(Estimate(None, 0.3, 0.7, None, 20, (0.4, 0.6)), reference)
    assert said is Verdict.COMPATIBLE and low < 0 < high


def test_exact_numbers_are_told_apart_by_the_doubt_of_the_reference_alone():
    assert judge(Estimate(13), Estimate(7.8, 6.5, 9.4))[0] is Verdict.ABOVE
    assert judge(Estimate(8), Estimate(7.8, 6.5, 9.4))[0] is Verdict.COMPATIBLE


def test_a_protected_wave_adds_the_doubt_of_its_shifts():
    """The count and the base of a pole moved by 1.4 as a rule: the interval still holds the true share."""
    rng = np.random.default_rng(13)
    covered, base, share = 0, 13, 0.6
    for _ in range(300):
        shifts = np.clip(np.rint(rng.normal(0, 2**0.5, 2)), -5, 5).astype(int)
        shown, of = int(np.clip(rng.binomial(base, share) + shifts[0], 0, None)), base + int(shifts[1])
        found = estimate_of_sample_pole(
            Item("x", "X", min(shown, of), min(shown, of) / of),
            of,
            8,
            DisclosurePolicy(Release("2027", Policy.PROTECTED)),
        )
        covered += found.low <= share <= found.high
    assert covered / 300 >= 0.93
    item = Item("x", "X", 8, 8 / 13)
    bare, shifted = (
        estimate_of_sample_pole(item, 13, 8, DisclosurePolicy(Release("2027", rule)))
        for rule in (Policy.THRESHOLD, Policy.PROTECTED)
    )
    assert shifted.low < bare.low < bare.high < shifted.high
