"""Shapes that a browser fetches once."""

import hashlib
import json

import pytest

from ptce_data.datasets.faults import DataError
from ptce_data.maps import facts, geometry
from ptce_data.maps.quarters import places, words
from ptce_data.schema import cog
from tests.maps.making import rename


def test_the_address_says_the_content():
    for name, content in geometry.geometries().items():
        assert geometry.url(name) == f"geo/{name}.{hashlib.sha256(content).hexdigest()[:12]}.geojson"


def test_every_territory_has_its_outline():
    built = {name: json.loads(content)["features"] for name, content in geometry.geometries().items()}
    assert {feature["properties"]["code"] for feature in built["departements"]} == set(cog.DEPARTEMENTS.keys)
    assert {feature["properties"]["code"] for feature in built["regions"]} == set(cog.REGIONS.keys)


def test_every_qpv_is_in_one_circle_and_circles_are_ranked():
    found = places()
    codes = [quarter.qpv_code for place in found for quarter in place.neighbourhoods]
    assert sorted(codes) == sorted(quarter.qpv_code for quarter in facts.neighbourhoods())
    features = json.loads(geometry.geometries()["qpv"])["features"]
    assert [feature["properties"]["i"] for feature in features] == list(range(len(found)))


def test_qpv_of_one_circle_share_their_departement():
    assert all(len({quarter.departement_code for quarter in place.neighbourhoods}) == 1 for place in places())


def test_the_area_of_a_circle_grows_with_the_population():
    features = json.loads(geometry.geometries()["qpv"])["features"]
    for place, feature in list(zip(places(), features, strict=True))[:50]:
        assert feature["properties"]["r"] ** 2 == pytest.approx(144 * place.inhabitants, rel=0.02)


def test_a_tooltip_names_the_largest_and_counts_the_rest():
    marseille = max(places(), key=lambda place: len(place.neighbourhoods))
    lines = words(marseille).split("\n")
    assert len(lines) == 8 and f"{len(marseille.neighbourhoods)}\u00a0QPV" in lines[0]
    assert lines[-1] == f"et {len(marseille.neighbourhoods) - 6}\u00a0autres"
    alone = next(place for place in places() if len(place.neighbourhoods) == 1)
    assert len(words(alone).split("\n")) == 2


def test_what_is_missing_is_left_out_and_said(copied_data, caplog):
    (copied_data / "outlines/regions.geojson").unlink()
    (copied_data / "outlines/departements.geojson").write_text('{"type": "nothing"}')
    assert set(geometry.geometries(copied_data)) == {"qpv", "poles"}
    assert "regions" in caplog.text
    with pytest.raises(DataError, match="regions.geojson.*introuvable"):
        geometry.url("regions", copied_data)
    with pytest.raises(DataError, match="departements.geojson.*illisibles"):
        geometry.url("departements", copied_data)


def test_every_located_pole_is_one_point_and_a_hostile_name_stays_text(copied_data):
    hostile = "<img src=x onerror=alert(1)>"
    rename(copied_data / "poles.parquet", ("name",), hostile)
    features = json.loads(geometry.geometries(copied_data)["poles"])["features"]
    located = {pole.pole_id: pole for pole in facts.poles().values() if pole.located}
    assert [one["properties"]["n"] for one in features] == list(range(len(located)))
    assert {one["properties"]["i"] for one in features} == set(located)
    for one in (feature["properties"] for feature in features):
        assert one["a"] == located[one["i"]].approximate
        assert one["t"].startswith(hostile)


def test_a_replaced_file_gets_another_address(copied_data):
    before = geometry.url("regions", copied_data)
    file = copied_data / "outlines/regions.geojson"
    collection = json.loads(file.read_text())
    collection["features"].pop()
    file.write_text(json.dumps(collection))
    assert geometry.url("regions", copied_data) != before
