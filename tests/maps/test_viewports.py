"""Where the map looks."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptce_data.maps.viewports import NARROW, PLACES, WIDE, Viewport, around, fit, place
from tests.maps.making import LYON, PARIS

SCREENS = pytest.mark.parametrize("screen", [WIDE, NARROW], ids=["wide", "narrow"])


def width_in_pixels(box, viewport: Viewport) -> float:
    return (box[2] - box[0]) / 360 * 512 * 2**viewport.zoom


@SCREENS
@pytest.mark.parametrize("key", PLACES)
def test_every_place_fits_and_fills_the_screen(key, screen):
    box = PLACES[key][1]
    seen = place(key, screen)
    height = (math.asinh(math.tan(math.radians(box[3]))) - math.asinh(math.tan(math.radians(box[1])))) / (2 * math.pi)
    used = max(width_in_pixels(box, seen) / screen.width, height * 512 * 2**seen.zoom / screen.height)
    assert 0.6 < used <= 0.92
    assert box[0] < seen.lon < box[2] and box[1] < seen.lat < box[3]


def test_one_point_is_seen_no_closer_than_its_precision_is_worth():
    seen = around([LYON])
    assert (seen.lon, seen.lat) == pytest.approx(LYON, abs=1e-3)
    assert seen.zoom == 9.5


def test_nothing_and_everything_show_the_whole_metropole():
    brest, nice, lille = (-4.49, 48.39), (7.27, 43.7), (3.06, 50.63)
    assert around([]) == around([brest, nice, lille]) == place("metropole")


def test_overseas_points_never_make_the_view_a_planet():
    reunion, guyane = (55.45, -20.88), (-52.3, 4.9)
    assert around([LYON, PARIS, reunion]) == around([LYON, PARIS])
    assert around([reunion]).zoom == 9.5
    assert around([reunion, guyane]).zoom < 4  # nothing else is selected: both are seen


@given(st.lists(st.tuples(st.floats(-4, 8), st.floats(42, 51)), min_size=1, max_size=8))
def test_every_point_of_the_metropole_is_in_the_view(points):
    seen = around(points)
    half = WIDE.width / 512 / 2**seen.zoom * 360 / 2
    assert all(abs(lon - seen.lon) <= half for lon, _ in points)


def test_a_phone_is_seen_from_farther():
    box = PLACES["metropole"][1]
    assert fit(box, NARROW).zoom < fit(box, WIDE).zoom
