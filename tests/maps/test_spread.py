"""Poles of one commune are drawn apart, always at the same place."""

import itertools

from ptce_data.maps.spread import STEP, spread
from ptce_data.poles import directory
from tests.maps.making import LYON, PARIS, pole


def test_alone_a_pole_is_drawn_at_its_commune():
    assert spread([pole("un", LYON), pole("deux", PARIS)]) == {
        "un": (round(LYON[0], 3), round(LYON[1], 3)),
        "deux": (round(PARIS[0], 3), round(PARIS[1], 3)),
    }


def test_poles_of_one_commune_keep_their_distance_and_stay_near():
    places = spread([pole(str(rank), PARIS) for rank in range(9)])
    for one, other in itertools.combinations(places.values(), 2):
        assert ((one[0] - other[0]) * 0.66) ** 2 + (one[1] - other[1]) ** 2 > (STEP * 0.8) ** 2
    assert all(abs(lat - PARIS[1]) <= 3 * STEP for _, lat in places.values())


def test_the_order_of_the_directory_changes_nothing():
    poles = [pole(str(rank), PARIS) for rank in range(5)]
    assert spread(poles) == spread(reversed(poles))


def test_a_pole_without_a_place_is_never_drawn():
    assert spread([pole("un", None)]) == {}


def test_no_two_real_poles_hide_each_other():
    places = list(spread(directory.poles().values()).values())
    assert len(places) == sum(pole.located for pole in directory.poles().values()) == len(set(places))
