"""The form's draft: what is right is kept, what is wrong is told and kept as typed, and nothing is asked twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptce_data.intake import reopen, save
from ptce_data.intake.fields import POLE_FIELDS
from ptce_data.intake.saved_answers import known_items
from ptce_data.schema.questions import QUESTIONS
from ptce_data.schema.user_pole import Tally, UserPole
from ptce_data.views.pages.comparer.draft import Draft, answered, answers
from ptce_data.views.pages.comparer.screens import ASK, SCREENS

TEN = Draft(UserPole(structures=10))


def test_the_screens_ask_everything_once():
    facts = [fact for screen in SCREENS for fact in screen.facts]
    asked = [indicator for screen in SCREENS for indicator in screen.indicators]
    assert sorted(facts) == sorted([*(field.key for field in POLE_FIELDS), "structures"])
    assert sorted(asked) == sorted(known_items())
    assert {key: tuple(item.code for item in ask.items) for key, ask in ASK.items()} == dict(known_items())
    assert {question.key for question in QUESTIONS if question.asked} <= set(asked)


def test_a_count_becomes_a_tally_on_all_structures():
    draft = TEN.with_entry("pooling/lieux", 4)
    assert draft.pole.tallies == (Tally("pooling", "lieux", 4, 10),)
    assert draft.entry("pooling/lieux") == 4 and not draft.wrong
    assert draft.with_entry("pooling/lieux", None).pole.tallies == ()


def test_zero_is_an_answer():
    assert TEN.with_entry("pooling/lieux", 0).pole.tally("pooling", "lieux") == Tally("pooling", "lieux", 0, 10)


@pytest.mark.parametrize("entry", [11, -1, 2.5])
def test_a_count_out_of_bounds_is_told_in_french_and_shown_as_typed(entry):
    draft = TEN.with_entry("pooling/lieux", entry)
    assert draft.pole.tallies == ()
    assert draft.entry("pooling/lieux") == entry
    assert "écrire" in draft.message("pooling/lieux")


def test_a_wrong_count_is_taken_once_it_fits():
    draft = TEN.with_entry("pooling/lieux", 12)
    assert draft.message("pooling/lieux")
    later = draft.with_entry("structures", 15)
    assert later.pole.tally("pooling", "lieux") == Tally("pooling", "lieux", 12, 15) and not later.wrong


def test_fewer_structures_put_aside_what_no_longer_fits_and_only_that():
    draft = TEN.with_entry("pooling/lieux", 9).with_entry("pooling/competences", 2).with_entry("structures", 5)
    assert draft.pole.tallies == (Tally("pooling", "competences", 2, 5),)
    assert draft.entry("pooling/lieux") == 9 and "5" in draft.message("pooling/lieux")


def test_the_number_of_structures_stays_while_answers_rest_on_it():
    draft = TEN.with_entry("pooling/lieux", 4).with_entry("structures", None)
    assert draft.pole.structures == 10 and draft.message("structures")
    assert TEN.with_entry("structures", None).pole.structures is None


def test_structures_that_did_not_answer_change_the_base():
    draft = TEN.with_entry("pooling/lieux", 4).with_entry("pooling", 6)
    assert draft.pole.tally("pooling", "lieux").answered == 6 and draft.entry("pooling") == 6
    assert draft.with_entry("pooling", 3).message("pooling")
    assert draft.with_entry("pooling", None).entry("pooling") is None
    assert draft.with_entry("pooling/competences", 6).pole.tally("pooling", "competences").answered == 6


def test_a_base_that_varies_from_line_to_line_is_kept():
    pole = UserPole(structures=10, tallies=(Tally("pooling", "competences", 1, 8), Tally("pooling", "lieux", 2, 10)))
    draft = Draft(pole)
    assert answered(pole, "pooling") == (8, 10) and draft.entry("pooling") is None
    assert draft.with_entry("pooling/competences", 7).pole.tally("pooling", "competences").answered == 8


def test_statuses_can_not_exceed_the_structures():
    draft = TEN.with_entry("legal-status/association", 8).with_entry("legal-status/scic", 3)
    assert "2" in draft.message("legal-status/scic")
    assert draft.with_entry("legal-status/association", 7).pole.tally("legal-status", "scic").yes == 3
    sectors = TEN.with_entry("sectors/culture", 8).with_entry("sectors/emploi", 8)
    assert not sectors.wrong, "a structure may be in several sectors"


@pytest.mark.parametrize(("text", "value"), [("12,5", 12.5), ("10", 10.0), ("0", 0.0), ("1 200,25", 1200.25)])
def test_amounts_are_written_the_french_way(text, value):
    draft = Draft().with_entry("fte_total", text)
    assert draft.pole.fte_total == value
    assert draft.entry("fte_total").replace("\u202f", " ") == text


def test_amounts_that_are_no_numbers_or_no_parts_are_told():
    assert "nombre" in Draft().with_entry("fte_total", "douze").message("fte_total").lower()
    draft = Draft().with_entry("fte_total", "2").with_entry("fte_coordination", "3")
    assert draft.pole.fte_coordination is None and draft.message("fte_coordination")
    assert draft.with_entry("fte_total", "4").pole.fte_coordination == 3


def test_counting_needs_the_number_of_structures_first():
    draft = Draft().with_entry("pooling/lieux", 3)
    assert not draft.pole.tallies and "Identité et territoire" in draft.message("pooling/lieux")
    assert draft.with_entry("structures", 4).pole.tally("pooling", "lieux").yes == 3


def test_answers_are_counted():
    assert answers(UserPole()) == 0
    assert answers(TEN.with_entry("name", "Mon pôle").with_entry("qpv/oui", 1).pole) == 3


_NAMES = [
    "structures",
    *(ask.indicator for ask in ASK.values()),
    *(f"{ask.indicator}/{item.code}" for ask in ASK.values() for item in ask.items),
]


@given(st.lists(st.tuples(st.sampled_from(_NAMES), st.none() | st.integers(-2, 30)), max_size=25))
def test_whatever_is_typed_the_pole_can_be_saved_and_every_wrong_entry_is_told(typed):
    draft = Draft()
    for name, entry in typed:
        draft = draft.with_entry(name, entry)
        assert draft.entry(name) in (entry, None) or name in ASK or name == "structures"
    assert reopen(save(draft.pole)) == draft.pole
    assert all(message for _, _, message in draft.wrong)
    assert len({name for name, _, _ in draft.wrong}) == len(draft.wrong)
    statuses = [tally for tally in draft.pole.tallies if tally.indicator == "legal-status"]
    assert sum(tally.yes for tally in statuses) <= max((tally.answered for tally in statuses), default=0)
