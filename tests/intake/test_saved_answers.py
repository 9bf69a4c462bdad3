"""Answers saved and reopened: the same pole, in words that a person reads; anything else is refused."""

import json
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptce_data.datasets.faults import DataError
from ptce_data.intake import read_upload, reopen, save
from ptce_data.intake.saved_answers import known_items
from ptce_data.schema.codes import LEGAL_STATUSES, RECOGNITIONS
from ptce_data.schema.cog import DEPARTEMENTS
from ptce_data.schema.questions import QUESTIONS
from ptce_data.schema.user_pole import Tally, UserPole

ITEMS = [(indicator, item) for indicator, items in known_items().items() for item in items]
_amounts = st.one_of(st.none(), st.floats(0, 1e6))


@st.composite
def poles(draw):
    total, part = draw(_amounts), draw(_amounts)
    if total is not None and part is not None:
        total, part = max(total, part), min(total, part)
    answered = st.integers(0, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
    chosen = draw(st.lists(st.sampled_from(ITEMS), unique=True, max_size=12))
    return UserPole(
        draw(st.text(st.characters(exclude_categories=["Cs"]), max_size=200)),
        draw(st.sampled_from([None, *DEPARTEMENTS.keys])),
        draw(st.sampled_from([None, *RECOGNITIONS.keys])),
        draw(st.sampled_from([None, *LEGAL_STATUSES.keys])),
        draw(st.one_of(st.none(), st.integers(0, 5_000))),
        total,
        part,
        tuple(Tally(*key, *draw(answered)) for key in chosen),
        draw(st.sampled_from([None, "demo-pole-01"])),
    )


@given(poles())
def test_what_is_saved_is_reopened(pole):
    assert reopen(save(pole)) == pole


def test_what_is_read_from_a_file_can_be_saved():
    pole = read_upload("a.csv", b"QPV;Secteurs;Lieux\noui;culture;non\n").pole
    assert reopen(save(pole)) == pole


def test_a_saved_file_is_read_by_people():
    text = save(UserPole("L’été", "69")).decode()
    assert '"name": "L’été"' in text and '"version": 1' in text and len(text.splitlines()) > 8


def test_only_what_is_asked_can_be_brought():
    silent = {question.key for question in QUESTIONS if not question.asked}
    assert silent and not silent & set(known_items())
    assert known_items()["qpv"] == known_items()["iae"] == ("oui",)


def changed(**fields):
    pole = asdict(UserPole("Mon pôle", "69", structures=3, tallies=(Tally("qpv", "oui", 1, 3),)))
    return json.dumps({"format": "ptce-mon-pole", "version": 1, "pole": pole | fields}).encode()


def tallied(**fields):
    return changed(tallies=[{"indicator": "qpv", "item": "oui", "yes": 1, "answered": 3} | fields])


REFUSED = {
    "empty": (b"", "lisible"),
    "too-big": (b" " * 300_000, "ko"),
    "not-json": (b"{oui}", "lisible"),
    "binary": (bytes(range(256)), "lisible"),
    "bottomless": (b"[" * 100_000, "lisible"),
    "endless-number": (b"1" * 100_000, "lisible"),
    "not-a-number": (changed(fte_total=float("nan")), "lisible"),
    "infinity": (b'{"format": Infinity}', "lisible"),
    "key-twice": (b'{"format": 1, "format": 2}', "lisible"),
    "list": (b"[]", "observatoire"),
    "another-format": (b'{"format": "x"}', "observatoire"),
    "version-2": (changed().replace(b'"version": 1', b'"version": 2'), "version"),
    "version-true": (changed().replace(b'"version": 1', b'"version": true'), "version"),
    "no-pole": (b'{"format": "ptce-mon-pole", "version": 1, "pole": 3}', "aucun pôle"),
    "unknown-field": (changed(admin=True), "champ inconnu"),
    "unknown-departement": (changed(departement_code="99"), "code inconnu"),
    "unknown-status": (changed(legal_status="kolkhoze"), "code inconnu"),
    "unknown-recognition": (changed(recognition=[1]), "code inconnu"),
    "name-too-long": (changed(name="x" * 201), "impossible"),
    "name-a-number": (changed(name=3), "impossible"),
    "negative-size": (changed(structures=-1), "impossible"),
    "boolean-size": (changed(structures=True), "impossible"),
    "fractional-size": (changed(structures=1.5), "impossible"),
    "huge-size": (changed(structures=10**9), "impossible"),
    "negative-jobs": (changed(fte_total=-0.5), "impossible"),
    "endless-jobs": (changed(fte_total=10**400), "impossible"),
    "more-coordination-than-jobs": (changed(fte_total=1, fte_coordination=2), "animation"),
    "pole-a-list": (changed(sample_pole_id=["x"]), "impossible"),
    "tallies-a-text": (changed(tallies="x"), "impossible"),
    "tally-a-number": (changed(tallies=[3]), "impossible"),
    "tally-with-more": (tallied(extra=1), "impossible"),
    "unknown-indicator": (tallied(indicator="richesse"), "code inconnu"),
    "unknown-item": (tallied(item="peut-être"), "code inconnu"),
    "item-a-list": (tallied(item=["oui"]), "code inconnu"),
    "question-not-asked": (tallied(indicator="contributions", item="benevolat"), "code inconnu"),
    "more-yes-than-answers": (tallied(yes=4), "plus de"),
    "negative-yes": (tallied(yes=-1), "impossible"),
    "yes-missing": (tallied(yes=None), "plus de"),
    "item-twice": (changed(tallies=[{"indicator": "qpv", "item": "oui", "yes": 1, "answered": 3}] * 2), "deux fois"),
}


@pytest.mark.parametrize("key", REFUSED)
def test_anything_else_is_refused(key):
    content, says = REFUSED[key]
    with pytest.raises(DataError) as refused:
        reopen(content)
    assert says in str(refused.value) and "Remède" in str(refused.value)
