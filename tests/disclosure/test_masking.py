"""What fewer than 3 respondents answered is never shown, nor what would give it back."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptce_data.disclosure import THRESHOLD, below_threshold, mask, mask_options
from ptce_data.results import Base, Item, Measure, Result, Source, Status


def _result(counts, base=None, provenance="demonstration", measure=Measure.SHARE, shares=None):
    base = sum(counts) if base is None else base
    items = tuple(
        Item(str(rank), f"Item {rank}", count, (shares or {}).get(rank, count / base if base and count else 0.0))
        for rank, count in enumerate(counts)
    )
    return Result("k", "T ?", "t", Base(base, "structure", "structures"), provenance, Source("s", "d"), items, measure)


def _shown(result):
    return {item.code: item.count for item in result.items if item.status is Status.SHOWN}


def test_one_and_two_are_masked_and_zero_is_not():
    masked = mask(_result([0, 1, 2, 3], base=20))
    assert _shown(masked) == {"0": 0, "3": 3}
    hidden = masked.items[1]
    assert (hidden.count, hidden.share, hidden.low, hidden.high, hidden.masked) == (None, None, None, None, True)


def test_the_published_mark_survives_masking():
    result = _result([1], base=20)
    published = Result(**{**vars(result), "items": (Item("0", "Item", 1, 0.05, published=1),)})
    assert mask(published).items[0].published == 1


@pytest.mark.parametrize("provenance", ["public", "published"])
def test_public_facts_are_never_masked(provenance):
    result = _result([1, 2, 0], provenance=provenance)
    assert mask(result, partition=True, yes_no=True) == result
    assert mask_options({"a": 1}, provenance) == {"a": 1}


@pytest.mark.parametrize("provenance", ["demonstration", "imported"])
def test_options_of_a_filter_follow_the_same_rule(provenance):
    assert mask_options({"a": 0, "b": 1, "c": 2, "d": 3}, provenance) == {"a": 0, "b": None, "c": None, "d": 3}


@pytest.mark.parametrize("base", [1, 2])
def test_a_base_of_one_or_two_masks_everything(base):
    assert _shown(mask(_result([0, base], base=base))) == {}


def test_too_few_no_masks_the_yes():
    counts = [20, 19, 18, 17, 3]
    assert _shown(mask(_result(counts, base=20), yes_no=True)) == {"0": 20, "3": 17, "4": 3}


def test_a_lone_masked_cell_is_not_given_back_by_subtraction():
    assert _shown(mask(_result([10, 5, 2, 0]), partition=True)) == {"0": 10, "3": 0}


def test_two_masked_cells_of_one_are_not_given_back_either():
    assert _shown(mask(_result([10, 1, 1, 4]), partition=True)) == {"0": 10}
    assert _shown(mask(_result([10, 1, 2, 4]), partition=True)) == {"0": 10, "3": 4}


@given(st.lists(st.integers(0, 5), min_size=1, max_size=5))
def test_whoever_knows_the_rule_can_tell_no_masked_cell(counts):
    """All ways to fill the masked cells that the rule allows: none of them holds the same small number in all."""
    result = mask(_result(counts), partition=True)
    shown = _shown(result)
    assert not any(below_threshold(count) for count in shown.values())
    masked = [int(item.code) for item in result.items if item.masked]
    missing = sum(counts) - sum(shown.values())
    if not any(below_threshold(counts[code]) for code in masked):
        return
    if below_threshold(sum(counts)):
        assert not shown
    if not shown:
        # Nothing is left to mask: the base is the only thing said.
        return
    least = 0 if any(counts[code] == 0 for code in masked) else 1
    fillings = [
        filling
        for filling in product(range(least, missing + 1), repeat=len(masked))
        if sum(filling) == missing and any(below_threshold(count) for count in filling)
    ]
    for rank, _ in enumerate(masked):
        assert len({filling[rank] for filling in fillings}) > 1


def _ratio(base):
    shares = {"overall": 0.1, "minimum": 0.0, "maximum": 0.4}
    items = tuple(Item(code, code, share=share) for code, share in shares.items())
    return Result(
        "k", "T", "t", Base(base, "pole", "pôles"), "demonstration", Source("s", "d"), items, measure=Measure.RATIO
    )


def test_an_extreme_is_one_respondents_answer():
    masked = mask(_ratio(24), resting_on={"overall": 24, "minimum": THRESHOLD, "maximum": 1})
    assert [item.code for item in masked.items if item.masked] == ["maximum"]


def test_a_ratio_of_two_poles_is_masked():
    assert all(item.masked for item in mask(_ratio(2), resting_on={"overall": 2, "minimum": 2, "maximum": 2}).items)


def test_a_ratio_that_one_pole_dominates_is_masked():
    resting_on = {"overall": 24, "minimum": 24, "maximum": 24}
    assert not any(item.masked for item in mask(_ratio(24), resting_on=resting_on, dominance=0.8).items)
    assert all(item.masked for item in mask(_ratio(24), resting_on=resting_on, dominance=0.9).items)


def test_other_states_are_left_as_they_are():
    result = _result([0], base=0)
    unasked = Result(**{**vars(result), "items": (Item("0", "Item", status=Status.NOT_ASKED),)})
    assert mask(unasked, partition=True) == unasked
