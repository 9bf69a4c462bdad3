"""What lies around one pole."""

import numpy as np

from ptce_data.poles import directory, nearby
from ptce_data.poles.coverage import RADII_KM
from tests.maps.making import neighbourhood, pole


def test_rings_grow_and_agree_with_the_list():
    pole = directory.poles()["pole-alpen"]
    rings = nearby.rings(pole)
    assert [ring.radius_km for ring in rings] == list(RADII_KM)
    assert [ring.neighbourhoods for ring in rings] == sorted(ring.neighbourhoods for ring in rings)
    for ring in rings:
        near = nearby.neighbourhoods_within(pole, ring.radius_km)
        assert len(near) == ring.neighbourhoods
        assert sum(quarter.population for quarter, _ in near) == ring.inhabitants


def test_the_nearest_come_first_and_those_of_the_commune_are_at_no_distance():
    near = nearby.neighbourhoods_within(directory.poles()["pole-alpen"], 20)
    assert [km for _, km in near] == sorted(km for _, km in near)
    assert near[0][1] == 0 and "Grenoble" in near[0][0].commune_names


def test_a_qpv_exactly_at_a_radius_is_within_it(monkeypatch):
    codes = [f"QN{number}" for number in range(2 * len(RADII_KM))]
    kilometres = [km for radius in RADII_KM for km in (float(radius), radius + 1e-6)]
    quarters = tuple(neighbourhood(code) for code in codes)
    monkeypatch.setattr(directory, "neighbourhoods", lambda folder=None: quarters)
    monkeypatch.setattr(nearby, "nearest_km", lambda pole_ids, folder: np.array(kilometres))
    within = [nearby.neighbourhoods_within(pole(), radius) for radius in RADII_KM]
    assert [len(pairs) for pairs in within] == [ring.neighbourhoods for ring in nearby.rings(pole())] == [1, 3, 5]


def test_a_pole_without_a_place_has_no_surroundings():
    pole = next(pole for pole in directory.poles().values() if not pole.located)
    assert nearby.rings(pole) == nearby.neighbourhoods_within(pole, 20) == nearby.nearest_poles(pole, 5) == ()


def test_nearest_poles_leave_the_pole_itself_out():
    pole = directory.poles()["domb-innov"]
    found = nearby.nearest_poles(pole, 5)
    assert len(found) == 5 and pole not in [other for other, _ in found]
    assert [km for _, km in found] == sorted(km for _, km in found)
    assert all(other.located for other, _ in found)


def test_same_sector_shares_the_main_sector():
    pole = directory.poles()["domb-innov"]
    alike = nearby.same_sector(pole)
    assert alike and pole not in alike
    assert all(pole.main_sector in other.sectors for other in alike)
    unknown = next(pole for pole in directory.poles().values() if not pole.sectors)
    assert nearby.same_sector(unknown) == ()
