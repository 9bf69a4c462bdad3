"""The layers of the map, from the ground up: land, QPV, poles, signs.

Outlines and QPV are files that the browser fetches by address, once; only what a Selection changes travels with the
page. Strings given to pydeck are expressions read by deck.gl, so constants are wrapped in `types.String`.
"""

import zlib
from pathlib import Path

from pydeck import Layer
from pydeck.types import String

from ptce_data import palette
from ptce_data.maps import facts, geometry, wording
from ptce_data.maps import quarters as quarter_places
from ptce_data.maps.facts import Pole
from ptce_data.maps.scene import Scene
from ptce_data.maps.spread import spread

# The layers one can click carry the number of clicks in their name: Streamlit keeps the clicked object of a layer
# bright and fades all others, until that layer is gone. The opened pole has its own ring.

# Neutral and translucent, right on the light paper and on the dark one. Never more opaque than 102: on a click
# Streamlit brings every other layer down to that, and these must not change.
_LAND = [128, 128, 120, 28]
_BORDER = [128, 128, 120, 90]
_REGION_BORDER = [128, 128, 120, 200]
NEAR = {"light": [66, 84, 140, 100], "dark": [150, 172, 232, 100]}
FAR = {"light": [201, 68, 20, 102], "dark": [240, 124, 72, 102]}
_HIDDEN = [0, 0, 0, 0]

_POINT = 8.5  # px
_RING = 13  # px
_PIXELS = String("pixels")


def _rgb(colour: str) -> list[int]:
    """[31, 111, 159] for "#1F6F9F"."""
    return list(bytes.fromhex(colour.removeprefix("#")))


_HUES = tuple(dict.fromkeys(palette.SECTOR_COLOURS.values()))
_RANK = {sector: _HUES.index(colour) for sector, colour in palette.SECTOR_COLOURS.items()}
_COLOURS = "[" + ",".join(str(_rgb(colour)).replace(" ", "") for colour in _HUES) + "]"


def background(folder: Path | None = None) -> list[Layer]:
    """Land and borders. Raises DataError when the outlines can't be read."""
    return [
        Layer(
            "GeoJsonLayer",
            id="land",
            data=geometry.url(geometry.DEPARTEMENTS, folder),
            get_fill_color=_LAND,
            get_line_color=_BORDER,
            get_line_width=0,
            line_width_min_pixels=0.5,
        ),
        Layer(
            "GeoJsonLayer",
            id="regions",
            data=geometry.url(geometry.REGIONS, folder),
            filled=False,
            get_line_color=_REGION_BORDER,
            get_line_width=0,
            line_width_min_pixels=0.8,
        ),
    ]


def quarters(scene: Scene, folder: Path | None = None) -> list[Layer]:
    """The QPV of the scene's territory, one circle a commune. Raises DataError.

    The file holds them all; one character for each (0 hidden, 1 drawn, 2 far from any pole) says what to do.
    """
    if not scene.qpv:
        return []
    marks = "".join(_mark(place, scene) for place in quarter_places.places(folder))
    return [
        Layer(
            "GeoJsonLayer",
            id=f"qpv-{scene.clicks}",
            data=geometry.url(geometry.QPV, folder),
            stroked=False,
            get_fill_color=_fill(marks, NEAR[scene.theme], FAR[scene.theme]),
            get_point_radius="properties.r",
            point_radius_min_pixels=2,
            point_radius_max_pixels=40,
            pickable=True,
            update_triggers={"getFillColor": [zlib.crc32(marks.encode())]},
        )
    ]


def poles(scene: Scene, folder: Path | None = None) -> list[Layer]:
    """The located poles: full points, hollow where the place is approximate, with the sign of their main sector."""
    places = spread(facts.poles(folder).values())
    located = [pole for pole in scene.poles if pole.located]
    located.sort(key=lambda pole: pole.pole_id == scene.opened)  # the opened pole above its neighbours
    drawn = [(pole, places[pole.pole_id]) for pole in located]
    if not drawn:
        return []  # a layer of texts without any text is an error in WebGL
    paper, ink = (_rgb(shade[scene.theme]) for shade in (palette.PAPER, palette.INK))
    return [
        Layer(
            "ScatterplotLayer",
            id=f"poles-{scene.clicks}",
            data=[_row(pole, point) for pole, point in drawn],
            get_position="[x,y]",
            get_fill_color=f"a?{[*paper, 235]}:({_COLOURS})[k]",
            get_line_color=f"a?({_COLOURS})[k]:{paper}",
            stroked=True,
            line_width_units=_PIXELS,
            get_line_width="a?2:1",
            radius_units=_PIXELS,
            get_radius=_POINT,
            pickable=True,
        ),
        Layer(
            "TextLayer",
            id="signs",
            data=[_sign(pole, point) for pole, point in drawn],
            get_position="[this[0],this[1]]",
            get_text="this[2]",
            get_color=f"this[3]==null?[255,255,255]:({_COLOURS})[this[3]]",
            get_size=9.5,
            font_weight=700,
            font_family=String("sans-serif"),
            character_set=String("auto"),
            extensions=[{"@@type": "CollisionFilterExtension"}],  # where points overlap, one sign is read, not two
            collision_test_props={"sizeScale": 1.6},
        ),
        Layer(
            "ScatterplotLayer",
            id="opened",
            data=[{"x": x, "y": y} for pole, (x, y) in drawn if pole.pole_id == scene.opened],
            get_position="[x,y]",
            filled=False,
            stroked=True,
            get_line_color=ink,
            line_width_units=_PIXELS,
            get_line_width=2.5,
            radius_units=_PIXELS,
            get_radius=_RING,
        ),
    ]


def _mark(place: quarter_places.Place, scene: Scene) -> str:
    quarter = place.neighbourhoods[0]  # those of one commune share its département and its distances
    if quarter.departement_code not in scene.departements:
        return "0"
    return "2" if quarter.qpv_code in scene.far else "1"


def _fill(marks: str, near: list[int], far: list[int]) -> str | list[int]:
    """The colour of each circle; one for all where all are alike, which is the usual view and the shortest."""
    return near if set(marks) == {"1"} else f"([{_HIDDEN},{near},{far}])[('{marks}')[properties.i]]"


def _row(pole: Pole, point: tuple[float, float]) -> dict:
    """`i` identifies, `x` and `y` place, `k` ranks the sector's hue, `a` says approximate, `t` is the tooltip."""
    hollow = {"a": 1} if pole.approximate else {}
    return {
        "i": pole.pole_id,
        "x": point[0],
        "y": point[1],
        "k": _RANK[pole.main_sector],
        "t": wording.tooltip(pole),
    } | hollow


def _sign(pole: Pole, point: tuple[float, float]) -> list:
    """Longitude, latitude, sign, and the rank of its colour on a hollow point."""
    return [*point, palette.SECTOR_SIGNS[pole.main_sector], *([_RANK[pole.main_sector]] if pole.approximate else [])]
