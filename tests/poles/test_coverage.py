"""Which QPV have a known pole nearby: on five rows, then on the bundled facts."""

import numpy as np
import pytest

from ptce_data.poles import coverage as coverage_module
from ptce_data.poles import directory
from ptce_data.poles.coverage import RADII_KM, coverage, inhabitants, nearest_km
from ptce_data.poles.distances import distances_km
from ptce_data.schema import cog
from tests.maps.making import neighbourhood

FRANCE = frozenset(cog.REGION_OF)


@pytest.fixture(scope="module")
def everyone() -> tuple[str, ...]:
    return tuple(directory.poles())


def test_every_qpv_is_near_or_far_and_a_longer_radius_leaves_fewer(everyone):
    seen = [coverage(everyone, FRANCE, radius) for radius in RADII_KM]
    assert {found.neighbourhoods for found in seen} == {len(directory.neighbourhoods())} == {1518}
    codes = [found.codes for found in seen]
    assert codes[0] > codes[1] > codes[2]
    for found in seen:
        near = sum(km <= found.radius_km for km in nearest_km(everyone))
        assert near + len(found.uncovered) == found.neighbourhoods
        assert 0 < found.uncovered_inhabitants < found.inhabitants


def test_largest_first_and_farther_than_the_radius(everyone):
    found = coverage(everyone, FRANCE, 10)
    populations = [remote.neighbourhood.population for remote in found.uncovered]
    assert populations == sorted(populations, reverse=True)
    assert all(remote.nearest_km > 10 for remote in found.uncovered)


def test_the_same_by_a_plain_loop(everyone):
    located = [pole for pole in directory.poles().values() if pole.located]
    quarters = [quarter for quarter in directory.neighbourhoods() if quarter.departement_code == "93"]
    far = {
        quarter.qpv_code
        for quarter in quarters
        if all(distances_km(np.array([pole.point]), np.array([quarter.point]))[0, 0] > 5 for pole in located)
    }
    assert coverage(everyone, {"93"}, 5).codes == far


@pytest.mark.parametrize(("radius", "far"), [(9, {"at", "beyond"}), (10, {"beyond"}), (11, {"beyond"})])
def test_a_qpv_exactly_at_the_radius_is_near(monkeypatch, radius, far):
    quarters = tuple(neighbourhood(code) for code in ("near", "at", "beyond"))
    distances = np.array([[1.0, 10.0, 11.000001]])
    monkeypatch.setattr(directory, "neighbourhoods", lambda folder=None: quarters)
    monkeypatch.setattr(directory, "version", lambda dataset, folder=None: ("made", dataset))
    monkeypatch.setattr(coverage_module, "_matrix", lambda *version: ({"one": 0}, distances))
    assert coverage(("one",), {"69"}, radius).codes == far


def test_without_a_pole_every_qpv_is_infinitely_far():
    found = coverage((), {"2A", "2B"}, 20)
    assert len(found.uncovered) == found.neighbourhoods > 0
    assert {remote.nearest_km for remote in found.uncovered} == {np.inf}


def test_a_pole_without_a_place_brings_nothing_nearer():
    unplaced = [pole.pole_id for pole in directory.poles().values() if not pole.located]
    assert unplaced
    assert coverage(unplaced, FRANCE, 20).uncovered == coverage((), FRANCE, 20).uncovered


def test_no_territory_no_qpv(everyone):
    found = coverage(everyone, frozenset(), 20)
    assert (found.neighbourhoods, found.inhabitants, found.uncovered) == (0, 0, ())


def test_an_unknown_population_counts_for_none():
    assert inhabitants([neighbourhood(population=300), neighbourhood("QN2", population=None)]) == 300
