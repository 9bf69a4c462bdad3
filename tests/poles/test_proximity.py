"""Distances as the crow flies."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptce_data.poles.distances import EARTH_RADIUS_KM, distances_km

POINTS = st.tuples(st.floats(-180, 180), st.floats(-90, 90))


def one(origin, destination) -> float:
    return float(distances_km(np.array([origin]), np.array([destination]))[0, 0])


def test_known_cities():
    paris, marseille, saint_denis_reunion = (2.3522, 48.8566), (5.3698, 43.2965), (55.4504, -20.8789)
    assert one(paris, marseille) == pytest.approx(660.5, abs=1)
    assert one(paris, saint_denis_reunion) == pytest.approx(9_370, rel=0.005)


def test_a_quarter_of_a_meridian():
    assert one((0, 0), (0, 90)) == pytest.approx(np.pi / 2 * EARTH_RADIUS_KM)


def test_shape_and_emptiness():
    origins, destinations = np.array([[0, 0], [1, 1], [2, 2]]), np.array([[0, 0], [3, 3]])
    assert distances_km(origins, destinations).shape == (3, 2)
    assert distances_km(np.empty((0, 2)), destinations).shape == (0, 2)
    assert distances_km(origins, np.array([])).shape == (3, 0)


@given(POINTS, POINTS)
def test_symmetric_and_never_farther_than_the_antipodes(one_point, other):
    there, back = one(one_point, other), one(other, one_point)
    assert there == pytest.approx(back, abs=1e-6)
    assert 0 <= there <= np.pi * EARTH_RADIUS_KM + 1e-6
    assert one(one_point, one_point) == 0


@given(POINTS, POINTS, POINTS)
def test_a_detour_is_never_shorter(start, through, end):
    assert one(start, end) <= one(start, through) + one(through, end) + 1e-3
