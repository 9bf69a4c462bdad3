"""The pictures of the poles: one for each sector, full and hollow, each in its own place."""

import json
from itertools import combinations
from xml.etree import ElementTree

import pytest

from ptce_data import palette
from ptce_data.maps import icon_atlas
from ptce_data.poles import directory

SVG = "{http://www.w3.org/2000/svg}"


def test_every_pole_has_its_picture():
    assert {icon_atlas.name(pole.main_sector, pole.approximate) for pole in directory.poles().values()} <= set(
        json.loads(icon_atlas.places())
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_pictures_say_sector_and_precision_in_the_place_they_are_said_to_be(theme):
    root = ElementTree.fromstring(icon_atlas.pictures(theme))
    places = json.loads(icon_atlas.places())
    assert len(root) == len(places) == 2 * len(palette.SECTOR_SIGNS)
    for group, (name, place) in zip(root, places.items(), strict=True):
        sector, hollow = name.removesuffix("-approx"), name.endswith("-approx")
        middle = place["x"] + place["width"] / 2, place["y"] + place["height"] / 2
        assert group.get("transform") == f"translate({middle[0]} {middle[1]})"
        assert group.find(f"{SVG}text").text == palette.SECTOR_SIGNS[sector]
        colour = palette.PAPER[theme] if hollow else palette.SECTOR_COLOURS[sector]
        assert group.find(f"{SVG}circle").get("fill") == colour
        assert place["x"] + place["width"] <= int(root.get("width"))
        assert place["y"] + place["height"] <= int(root.get("height"))


def test_no_two_pictures_share_a_place():
    corners = [(place["x"], place["y"]) for place in json.loads(icon_atlas.places()).values()]
    for (left, top), (other_left, other_top) in combinations(corners, 2):
        assert abs(left - other_left) >= icon_atlas.CELL or abs(top - other_top) >= icon_atlas.CELL
