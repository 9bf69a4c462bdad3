"""What the browser is given of the map."""

import json
from dataclasses import replace

import pytest

from ptce_data.maps.deck import deck
from ptce_data.maps.layers import NEAR
from ptce_data.maps.qpv_layer import places
from ptce_data.maps.scene import Scene
from ptce_data.maps.viewports import place
from ptce_data.poles import directory
from ptce_data.schema import cog
from tests.maps.making import layer_of, shown_poles


@pytest.fixture
def scene() -> Scene:
    return Scene(tuple(directory.poles().values()), place("metropole"), frozenset(cog.REGION_OF))


def drawn(scene: Scene) -> dict:
    return json.loads(deck(scene).to_json())


def marks(spec: dict) -> str:
    """The marks of a map whose circles are not all alike."""
    return layer_of(spec, "qpv")["getFillColor"].split("'")[1]


def test_no_tile_server_and_only_our_own_addresses(scene):
    spec = drawn(scene)
    assert "mapProvider" not in spec and spec["mapStyle"] == "__MAP_STYLE__"  # what Streamlit reads as: no tiles
    assert "http" not in json.dumps([entry for entry in spec["layers"] if entry["@@type"] == "GeoJsonLayer"])


def test_located_poles_and_only_they_are_drawn(scene):
    expected = {pole.pole_id for pole in scene.poles if pole.located}
    assert shown_poles(drawn(scene)) == expected and len(expected) == 81
    some = tuple(pole for pole in scene.poles if "culture" in pole.sectors)
    assert shown_poles(drawn(replace(scene, poles=some))) == expected & {pole.pole_id for pole in some}


def test_points_follow_the_selection_and_their_pictures_the_theme(scene):
    some, whole = (layer_of(drawn(one), "poles") for one in (replace(scene, poles=scene.poles[:40]), scene))
    assert some["updateTriggers"] != whole["updateTriggers"]
    assert (
        some["iconAtlas"] == whole["iconAtlas"] != layer_of(drawn(replace(scene, theme="dark")), "poles")["iconAtlas"]
    )


def test_a_filter_change_stays_small(scene):
    assert len(deck(scene).to_json().encode()) < 4_000


def test_one_mark_per_circle_says_hidden_near_or_far(scene):
    assert layer_of(drawn(scene), "qpv")["getFillColor"] == NEAR["light"]
    far = places()[0].neighbourhoods[0]
    corsica = drawn(replace(scene, departements={"2A", "2B"}, far={far.qpv_code}))
    shown = [rank for rank, mark in enumerate(marks(corsica)) if mark != "0"]
    assert shown
    assert {places()[rank].neighbourhoods[0].departement_code for rank in shown} == {"2A", "2B"}
    coloured = marks(drawn(replace(scene, far={far.qpv_code})))
    assert coloured == "2" + "1" * (len(places()) - 1)


def test_colours_follow_the_marks(scene):
    triggers = [layer_of(drawn(one), "qpv")["updateTriggers"] for one in (scene, replace(scene, departements={"2A"}))]
    assert triggers[0] != triggers[1]


def test_qpv_can_be_switched_off_and_a_selection_may_be_empty(scene):
    spec = drawn(replace(scene, poles=(), qpv=False))
    assert [entry["id"] for entry in spec["layers"]] == ["land", "borders"]


def test_the_opened_pole_has_its_ring_unless_it_is_not_drawn(scene):
    assert len(layer_of(drawn(replace(scene, opened="domb-innov")), "opened")["data"]) == 1
    assert not [entry for entry in drawn(replace(scene, opened="inconnu"))["layers"] if "opened" in entry["id"]]


def test_the_same_view_asked_twice_differs_everywhere_and_by_nothing_that_shows(scene):
    views = [drawn(replace(scene, turn=turn))["initialViewState"] for turn in (0, 1)]
    for key in ("longitude", "latitude", "zoom"):
        assert 0 < abs(views[0][key] - views[1][key]) < 1e-5


def test_a_filter_leaves_the_view_as_it_is(scene):
    views = [drawn(one)["initialViewState"] for one in (scene, replace(scene, poles=scene.poles[:3]))]
    assert views[0] == views[1]


def test_a_tooltip_is_text_so_that_a_hostile_name_stays_text(scene):
    assert set(deck(scene)._tooltip) == {"text", "style"}, "an HTML tooltip would run it"


def test_nothing_streamlit_fades_is_more_opaque_than_its_fade(scene):
    spec = drawn(scene)
    assert layer_of(spec, "land")["getFillColor"][3] <= 102
