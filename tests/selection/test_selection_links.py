"""A link says one Selection, and a Selection one link."""

import dataclasses
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptce_data.indicators import compute
from ptce_data.selection import FILTERS, Selection, read_query

_ANY = st.builds(
    Selection,
    **{filter_.field: st.lists(st.sampled_from(filter_.options), max_size=4).map(tuple) for filter_ in FILTERS},
)


@given(_ANY)
def test_link_to_selection_to_link_is_identity(selection):
    link = selection.to_query()
    assert Selection.from_query(link) == selection
    assert Selection.from_query(f"?{link}") == selection
    assert Selection.from_query(link).to_query() == link
    assert read_query(link).dropped == ()


@given(_ANY, st.randoms())
def test_order_of_the_link_changes_nothing(selection, random):
    pairs = list(selection.to_pairs())
    random.shuffle(pairs)
    assert Selection.from_query("&".join(f"{key}={code}" for key, code in pairs)) == selection
    by_key = {}
    for key, code in pairs:
        by_key.setdefault(key, []).append(code)
    assert Selection.from_query(by_key) == selection


@given(st.text(max_size=300))
def test_rubbish_never_raises_and_never_selects_unknown_codes(text):
    for query in (text, f"region={text}", {"secteur": text}, {text: [text]}):
        for filter_, code in read_query(query).selection.active():
            assert code in filter_.options


def test_any_order_of_filters_gives_the_same_figures():
    steps = (("regions", ("84", "11")), ("qpv", ("non",)), ("legal_statuses", ("association", "scic")))
    answers = set()
    for order in permutations(steps):
        selection = Selection()
        for field, values in order:
            selection = selection.with_values(field, tuple(reversed(values)))
        answers.add(compute(selection, ("sectors", "values", "coordination")))
    assert len(answers) == 1


def test_unknown_codes_are_dropped_and_reported():
    read = read_query("region=84,zz&secteur=culture&statut=sarl&statut=nope&page=2")
    assert read.selection == Selection(regions=("84",), sectors=("culture",), legal_statuses=("sarl",))
    assert read.dropped == (("region", "zz"), ("statut", "nope"))
    assert read_query("region=" + "8" * 10_000).too_long


def test_a_selection_is_frozen_and_refuses_unknown_codes():
    with pytest.raises(dataclasses.FrozenInstanceError):
        Selection().regions = ("84",)
    with pytest.raises(ValueError, match="code inconnu 'zz'"):
        Selection(regions=("zz",))


def test_without_removes_one_code_or_the_whole_filter():
    selection = Selection(regions=("84", "11"), iae=("oui",))
    assert selection.without("regions", "84").regions == ("11",)
    assert selection.without("regions") == Selection(iae=("oui",))
