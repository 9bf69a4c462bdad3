"""Reference groups: to and from a link, never raising; who is in, who is refused and why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptce_data.comparison import choices, from_text, pole_of_sample
from ptce_data.comparison.groups import (
    KINDS,
    MIN_POLES,
    MIN_STRUCTURES,
    Group,
    by_halves,
    main_sectors,
    members,
    refusal,
)
from ptce_data.comparison.sample_answers import load_sample
from ptce_data.schema.codes import SECTORS
from tests.factories import structure, write_dataset

GROUPS = [
    Group(),
    Group("region", ("84",)),
    Group("secteur", ("culture",)),
    Group("statut", ("scic",)),
    Group("qpv", ("oui",)),
    Group("taille", ("12-plus",)),
    Group("similaires"),
    Group("similaires", ("12",)),
    Group("liste", ("demo-01", "demo-05")),
]


@pytest.mark.parametrize("group", GROUPS, ids=Group.to_text)
def test_a_group_survives_a_link(group):
    assert from_text(group.to_text()).group == group
    assert from_text(group.to_text()).problem == ""


def test_the_words_of_a_link_are_stable():
    assert [group.to_text() for group in GROUPS[1:3]] == ["region:84", "secteur:culture"]
    assert GROUPS[-1].to_text() == "liste:demo-01,demo-05"
    assert {group.kind for group in GROUPS} == {kind.key for kind in KINDS}


@pytest.mark.parametrize(
    "text",
    [
        "region:99",
        "region:84,11",
        "region",
        "commune:69",
        "similaires:2",
        "similaires:x",
        "similaires:²",
        "similaires:99999999999999999999",
        "liste:",
        "liste:" + ",".join(map(str, range(300))),
        "national:84",
        "x" * 9_000,
    ],
)
def test_a_wrong_link_says_why_and_gives_the_national_group(text):
    read = from_text(text)
    assert read.group == Group() and read.problem
    assert len(read.problem) < 200


@given(st.one_of(st.text(max_size=60), st.none(), st.integers(), st.lists(st.text(max_size=3), max_size=2)))
def test_nothing_that_a_link_holds_raises(text):
    assert isinstance(from_text(text).group, Group)


def test_a_group_that_does_not_exist_is_refused_in_code():
    with pytest.raises(ValueError, match="Région|Une région"):
        Group("region", ("99",))


def test_members_against_a_plain_loop():
    found = load_sample()
    regions = [pole for pole, region in zip(found.ids, found.texts["region_code"], strict=True) if region == "84"]
    assert [found.ids[rank] for rank in members(found, Group("region", ("84",)))] == regions
    assert len(members(found, Group())) == 24
    assert [found.ids[rank] for rank in members(found, Group("liste", ("demo-05", "demo-01", "nobody")))] == [
        "demo-01",
        "demo-05",
    ]


@pytest.mark.parametrize("pole", ["demo-01", "demo-13"])
def test_my_own_pole_is_never_in_its_reference(pole):
    found = load_sample()
    for group in [*GROUPS[:6], Group("liste", (pole, "demo-02"))]:
        assert pole not in {found.ids[rank] for rank in members(found, group, pole)}, group


def test_classes_of_a_pole(tmp_path):
    rows = [
        structure(1, "a", sectors=["culture", "emploi"], in_qpv="oui"),
        structure(2, "a", sectors=["culture"], in_qpv="non"),
        structure(3, "b", sectors=["emploi", "culture"], in_qpv="non"),
        structure(4, "c", sectors=[], in_qpv=None),
        structure(5, "a", sectors=["culture"], in_qpv="oui"),
        *(structure(number, "d", in_qpv="oui" if number == 6 else "non") for number in range(6, 9)),
    ]
    found = load_sample(write_dataset(tmp_path, rows))
    ranks = dict(zip(found.ids, main_sectors(found).tolist(), strict=True))
    # At b both are said once: the first of the list of sectors is taken.
    assert ranks == {"a": SECTORS.order("culture"), "b": SECTORS.order("emploi"), "c": len(SECTORS), "d": len(SECTORS)}
    # One structure alone would be told: its pole is in neither half.
    assert dict(zip(found.ids, by_halves(found, "qpv").tolist(), strict=True)) == {"a": 1, "b": -1, "c": -1, "d": 0}


def test_small_groups_are_refused_with_the_reason():
    assert refusal(MIN_POLES, MIN_STRUCTURES) == ""
    assert str(MIN_POLES) in refusal(MIN_POLES - 1, 500) and "2\u00a0pôles" in refusal(2, 500)
    assert str(MIN_STRUCTURES) in refusal(MIN_POLES, MIN_STRUCTURES - 1)
    assert refusal(0, 0).startswith("Aucun pôle")


def test_choices_say_how_many_poles_each_group_has_without_mine():
    peers, options = choices(pole_of_sample("demo-01"))
    assert len(peers) == 24 and peers[0].name == "Pôle de démonstration 01"
    sizes = {option.group.to_text(): option.poles for option in options}
    assert sizes["national"] == 23 and sizes["region:84"] == 4 and "region:53" in sizes and "region:94" not in sizes
    assert {option.group.to_text() for option in options if not option.refusal} >= {"national", "region:84", "qpv:oui"}
    everyone = {option.group.to_text(): option.poles for option in choices()[1]}
    assert everyone["national"] == 24 and everyone["region:84"] == 5
