"""Similar poles and poles to call: order, reasons, warnings, what may be told."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptce_data.comparison import (
    VARIABLE,
    WEIGHTS,
    Group,
    pole_of_sample,
    rank,
    read_weights,
    recommendations,
    similar_poles,
    weights_text,
)
from ptce_data.comparison.neighbours import _populations, nearest, sample_profile, user_profile
from ptce_data.comparison.real_poles import centre, real_poles
from ptce_data.comparison.sample_answers import load_sample
from ptce_data.datasets.reading import read
from ptce_data.datasets.release import Policy
from ptce_data.schema.user_pole import Tally, UserPole
from tests.comparison.waves import copied
from tests.factories import user_pole

MINE = user_pole(
    {
        "sectors/culture": (6, 12),
        "qpv/oui": (5, 12),
        "iae/oui": (2, 12),
        "pooling/competences": (1, 12),
        "pooling/lieux": (11, 12),
    },
    legal_status="scic",
    structures=12,
)


def test_the_nearest_come_first_and_my_own_pole_never():
    near = similar_poles(pole_of_sample("demo-01"), 8)
    assert len(near.poles) == len(near.ranks) == 8
    assert "demo-01" not in {pole.pole_id for pole in near.poles}
    assert [pole.distance for pole in near.poles] == sorted(pole.distance for pole in near.poles)


def test_a_pole_with_the_figures_of_another_is_at_no_distance():
    found = load_sample()
    rank = found.rank["demo-13"]
    tallies = [
        Tally("sectors", item, int(yes[rank]), int(found.answered["sectors"][rank]))
        for (key, item), yes in found.yes.items()
        if key == "sectors"
    ]
    tallies += [
        Tally(key, "oui", int(found.said(key, "oui")[rank]), int(found.answered[key][rank])) for key in ("qpv", "iae")
    ]
    twin = UserPole(
        departement_code=found.texts["departement_code"][rank],
        legal_status=found.texts["legal_status"][rank],
        structures=int(found.structures[rank]),
        tallies=tuple(tallies),
    )
    first = similar_poles(twin, 3).poles[0]
    assert (first.pole_id, first.distance) == ("demo-13", 0)
    assert {reason.distance for reason in first.reasons} == {0}


def test_every_reason_is_listed_and_makes_the_distance():
    for pole in similar_poles(MINE, 5).poles:
        assert [reason.variable for reason in pole.reasons] == list(VARIABLE)
        known = [reason for reason in pole.reasons if reason.distance is not None]
        mean = sum(one.weight * one.distance for one in known) / sum(one.weight for one in known)
        assert pole.distance == pytest.approx(mean, abs=0.011)


def test_weights_move_the_order():
    def only(key):
        return similar_poles(MINE, 5, {other: float(other == key) for other in WEIGHTS}).poles

    assert {pole.pole_id for pole in only("taille")} != {pole.pole_id for pole in only("secteurs")}
    sizes = read("structures").groupby("pole_id").size()
    gaps = [abs(math.log2(sizes[pole.pole_id] / 12)) for pole in only("taille")]
    assert gaps == sorted(gaps)


def test_what_is_unlike_everything_is_said_to_be_far():
    odd = UserPole(
        departement_code="976",
        structures=200,
        tallies=(Tally("sectors", "tourisme", 200, 200), Tally("qpv", "oui", 200, 200), Tally("iae", "oui", 200, 200)),
    )
    assert similar_poles(odd, 5).far and all(pole.far for pole in similar_poles(odd, 5).poles)
    assert not similar_poles(MINE, 5).far
    assert similar_poles(UserPole(), 5).poles == (), "nothing is known of mine: nobody is like it"


def test_a_distance_on_one_variable_does_not_tell_a_pole_s_answers():
    """Half or more, or less than half: of three structures or more, neither is ever the answer of one alone."""
    found = load_sample()
    for key in ("qpv", "iae"):
        halves = sample_profile(found)[key].tolist()
        assert set(halves) <= {-1, 0, 1}
        for half, answered in zip(halves, found.answered[key].tolist(), strict=True):
            assert (half == -1) == (answered < 3)
            fitting = [yes for yes in range(answered + 1) if int(2 * yes >= answered) == half]
            assert half == -1 or len(fitting) >= 2
    mine = user_profile(MINE, found)
    assert mine["qpv"].tolist() == [0] and mine["iae"].tolist() == [0]


DISTANCE = st.one_of(st.just(math.nan), st.sampled_from((0.0, 0.1, 0.2, 0.5)))


@given(values=st.lists(DISTANCE, max_size=30), wanted=st.integers(1, 8))
def test_nearest_is_a_stable_sort(values, wanted):
    expected = [rank for _, rank in sorted((value, rank) for rank, value in enumerate(values) if value == value)]
    assert nearest(np.array(values, dtype=float), wanted).tolist() == expected[:wanted]


def test_weights_survive_a_link_and_nothing_raises():
    assert weights_text(WEIGHTS) == ""
    moved = dict(WEIGHTS) | {"taille": 3.0, "qpv": 0.0}
    assert weights_text(moved) == "taille:3,qpv:0"
    assert read_weights(weights_text(moved)) == moved
    for text in ("taille:x,qpv", "taille:-1", "taille:99", "taille:nan", "autre:1", ",,,:", "", None, 3):
        assert read_weights(text) == dict(WEIGHTS)


# Poles to call


def test_real_poles_come_first_with_facts_alone():
    found = recommendations(MINE)
    real = [call for call in found if call.provenance == "public"]
    assert real and list(found[: len(real)]) == real
    directory = read("poles").set_index("pole_id")
    for call in real:
        sectors = set(directory.loc[call.pole_id, "sectors"])
        assert set(call.shared) == sectors & {"culture"}
        assert {item for _, item in call.brings} == sectors - {"culture"} and call.brings
        assert call.shared or call.same_region
    assert any(call.km is not None and call.km < 150 for call in real)


def test_poles_of_the_sample_are_said_to_be_so_and_tell_no_small_answer():
    sampled = [call for call in recommendations(MINE) if call.provenance != "public"]
    assert sampled and {call.provenance for call in sampled} == {"demonstration"}
    found = load_sample()
    for call in sampled:
        assert call.brings == (("pooling", "competences"),)
        rank = found.rank[call.pole_id]
        yes, answered = found.said("pooling", "competences")[rank], found.answered["pooling"][rank]
        assert yes >= 3 and 2 * yes > answered


def test_a_protected_wave_tells_no_practice_of_a_pole(tmp_path):
    folder = copied(tmp_path / "data", Policy.PROTECTED)
    assert {call.provenance for call in recommendations(MINE, folder=folder)} == {"public"}
    assert rank(MINE, Group(), "pooling", "lieux", folder) is None
    assert rank(MINE, Group("liste", ("demo-01", "demo-02", "demo-03")), "pooling", "lieux") is None
    assert rank(MINE, Group(), "pooling", "lieux") is not None


def test_nothing_is_guessed_where_nothing_was_said():
    assert recommendations(UserPole(departement_code="69")) == ()
    assert all(call.provenance == "public" for call in recommendations(pole_of_sample("demo-01")))
    assert recommendations(pole_of_sample("demo-01"))


def test_the_directory_is_the_public_file():
    poles, frame = real_poles(), read("poles")
    assert len(poles) == len(frame) == 111
    placed = frame["lon"].notna().sum()
    assert sum(pole.point is not None for pole in poles) == placed
    assert sum(bool(pole.sectors) for pole in poles) == (frame["sectors"].map(len) > 0).sum()


def test_the_middle_of_a_departement_is_where_its_people_are():
    lon, lat = centre("69")
    assert abs(lon - 4.8) < 0.15 and abs(lat - 45.8) < 0.15
    assert centre("xx") is None


def test_what_a_cache_is_keyed_by_is_equal_where_it_is_one(tmp_path):
    """Equal keys have equal hashes, and nobody can change one that a cache holds."""
    first, again, copied_file = (
        _populations(None),
        _populations(None),
        _populations(copied(tmp_path / "data", Policy.OPEN)),
    )
    assert first is again and first == again and hash(first) == hash(again)
    assert first.by_departement == copied_file.by_departement and first != copied_file
    with pytest.raises(TypeError):
        first.by_departement["69"] = 0
