"""Shapes that a browser fetches once."""

import hashlib
import json
import shutil
from itertools import pairwise

import pytest

from ptce_data.datasets.faults import DataError
from ptce_data.maps import geometry, icon_atlas
from ptce_data.maps.qpv_layer import places, words
from ptce_data.poles import directory
from ptce_data.schema import cog
from tests.maps.making import rename


def test_the_address_says_the_content():
    for name, content in geometry.geometries().items():
        assert geometry.url(name) == (f"geo/{name}.{hashlib.sha256(content).hexdigest()[:12]}.{geometry.kind(name)[0]}")


def test_every_region_is_filled():
    land = json.loads(geometry.geometries()["land"])["features"]
    assert {feature["properties"]["code"] for feature in land} == set(cog.REGIONS.keys)


def test_every_border_is_drawn_once(root):
    def sides(lines):
        return [
            frozenset(tuple(round(number, 3) for number in point) for point in pair)
            for line in lines
            for pair in pairwise(line)
        ]

    outlines = json.loads((root / "data/outlines/departements.geojson").read_text())["features"]
    assert {feature["properties"]["code"] for feature in outlines} == set(cog.DEPARTEMENTS.keys)
    areas = [
        area
        for feature in outlines
        for area in (
            feature["geometry"]["coordinates"]
            if feature["geometry"]["type"] == "MultiPolygon"
            else [feature["geometry"]["coordinates"]]
        )
    ]
    wanted = {side for side in sides(ring for area in areas for ring in area) if len(side) == 2}
    inner, outer = (
        sides(feature["geometry"]["coordinates"])
        for feature in json.loads(geometry.geometries()["borders"])["features"]
    )
    assert set(inner) | set(outer) == wanted
    assert len(inner) + len(outer) == len(wanted)


def test_the_borders_of_a_region_are_told_from_those_inside_it():
    inner, outer = json.loads(geometry.geometries()["borders"])["features"]
    assert (inner["properties"], outer["properties"]) == ({"r": 0}, {"r": 1})
    land = json.loads(geometry.geometries()["land"])["features"]
    around = {
        tuple(point) for one in land for area in one["geometry"]["coordinates"] for ring in area for point in ring
    }
    assert all(tuple(point) in around for line in outer["geometry"]["coordinates"] for point in line)
    assert any(tuple(point) not in around for line in inner["geometry"]["coordinates"] for point in line)


def test_every_qpv_is_in_one_circle_and_circles_are_ranked():
    found = places()
    codes = [quarter.qpv_code for place in found for quarter in place.neighbourhoods]
    assert sorted(codes) == sorted(quarter.qpv_code for quarter in directory.neighbourhoods())
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


def test_what_is_missing_is_left_out_and_said(root, copied_data, caplog):
    (copied_data / "outlines/regions.geojson").unlink()
    (copied_data / "outlines/departements.geojson").write_text('{"type": "nothing"}')
    assert set(geometry.geometries(copied_data)) == {"qpv", "poles", "sprites", "sprites-light", "sprites-dark"}
    assert "regions" in caplog.text
    with pytest.raises(DataError, match="regions.geojson.*introuvable"):
        geometry.url("land", copied_data)
    shutil.copy(root / "data/outlines/regions.geojson", copied_data / "outlines")
    with pytest.raises(DataError, match="departements.geojson.*illisibles"):
        geometry.url("borders", copied_data)


def test_every_located_pole_is_one_point_and_a_hostile_name_stays_text(copied_data):
    hostile = "<img src=x onerror=alert(1)>"
    rename(copied_data / "poles.parquet", ("name",), hostile)
    features = json.loads(geometry.geometries(copied_data)["poles"])["features"]
    located = {pole.pole_id: pole for pole in directory.poles().values() if pole.located}
    assert [one["properties"]["n"] for one in features] == list(range(len(located)))
    assert {one["properties"]["i"] for one in features} == set(located)
    for one in (feature["properties"] for feature in features):
        assert one["p"] == icon_atlas.name(located[one["i"]].main_sector, located[one["i"]].approximate)
        assert one["t"].startswith(hostile)


def test_a_replaced_file_gets_another_address(copied_data):
    before = [geometry.url(name, copied_data) for name in ("land", "borders")]
    file = copied_data / "outlines/regions.geojson"
    collection = json.loads(file.read_text())
    collection["features"].pop()
    file.write_text(json.dumps(collection))
    after = [geometry.url(name, copied_data) for name in ("land", "borders")]
    assert all(old != new for old, new in zip(before, after, strict=True))
