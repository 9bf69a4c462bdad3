"""The layers of the map, from the ground up: land, QPV, poles.

Outlines, QPV and poles are files that the browser fetches by address, once; only what a Selection changes travels
with the page: one character for each of them. Strings given to pydeck are expressions read by deck.gl, so constants are
wrapped in `types.String`.
"""

import zlib
from collections.abc import Sequence
from pathlib import Path

from pydeck import Layer
from pydeck.types import String

from ptce_data import palette
from ptce_data.maps import geometry, outlines, pole_points
from ptce_data.maps import qpv_layer as quarter_places
from ptce_data.maps.scene import Scene

# The layers one can click carry the number of clicks in their name: Streamlit keeps the clicked object of a layer
# bright and fades all others, until that layer is gone. The opened pole has its own ring.

# Neutral and translucent, right on the light paper and on the dark one. Never more opaque than 102: on a click
# Streamlit brings every other layer down to that, and these must not change.
_LAND = [128, 128, 120, 28]
_BORDER = [128, 128, 120, 130]
_REGION_BORDER = [128, 128, 120, 200]
NEAR = {"light": [66, 84, 140, 100], "dark": [150, 172, 232, 100]}
FAR = {"light": [201, 68, 20, 102], "dark": [240, 124, 72, 102]}
_HIDDEN = [0, 0, 0, 0]

_PICTURE = 21  # px: the disc takes 18 of them
_RING = 13  # px
_PIXELS = String("pixels")


def background(folder: Path | None = None) -> list[Layer]:
    """Land and borders. Raises DataError when the outlines can't be read."""
    return [
        Layer(
            "GeoJsonLayer",
            id="land",
            data=geometry.url(outlines.LAND, folder),
            stroked=False,
            get_fill_color=_LAND,
        ),
        Layer(
            "GeoJsonLayer",
            id="borders",
            data=geometry.url(outlines.BORDERS, folder),
            get_line_color=f"properties.r?{_REGION_BORDER}:{_BORDER}",
            get_line_width=0,
            line_width_min_pixels=0.7,
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
    """The located poles: full discs, hollow where the place is approximate, with the sign of their main sector.

    The file holds them all; one character for each (0 hidden, 1 drawn) says what to do.
    """
    selected = {pole.pole_id for pole in scene.poles}
    located = pole_points.located(folder)
    marks = "".join("1" if pole.pole_id in selected else "0" for pole, _ in located)
    if "1" not in marks:
        return []
    drawn = f"('{marks}')[properties.n]=='1'"
    ink = palette.rgb(palette.INK[scene.theme])
    return [
        Layer(
            "GeoJsonLayer",
            id=f"poles-{scene.clicks}",
            data=geometry.url(geometry.POLES, folder),
            point_type=String("icon"),
            icon_atlas=String(geometry.url(f"{geometry.SPRITES}-{scene.theme}", folder)),
            icon_mapping=String(geometry.url(geometry.SPRITES, folder)),
            get_icon="properties.p",
            get_icon_size=f"{drawn}?{_PICTURE}:0",
            pickable=True,
            update_triggers={"getIconSize": [zlib.crc32(marks.encode())]},
        ),
        *_opened(scene, [point for pole, point in located if pole.pole_id in selected & {scene.opened}], ink),
    ]


def _opened(scene: Scene, places: Sequence[tuple[float, float]], ink: list[int]) -> list[Layer]:
    """The ring of the pole whose card is open."""
    return [
        Layer(
            "ScatterplotLayer",
            id=f"opened-{scene.opened}",
            data=[{"x": x, "y": y}],
            get_position="[x,y]",
            filled=False,
            stroked=True,
            get_line_color=ink,
            line_width_units=_PIXELS,
            get_line_width=2.5,
            radius_units=_PIXELS,
            get_radius=_RING,
        )
        for x, y in places
    ]


def _mark(place: quarter_places.Place, scene: Scene) -> str:
    quarter = place.neighbourhoods[0]  # those of one commune share its département and its distances
    if quarter.departement_code not in scene.departements:
        return "0"
    return "2" if quarter.qpv_code in scene.far else "1"


def _fill(marks: str, near: list[int], far: list[int]) -> str | list[int]:
    """The colour of each circle; one for all where all are alike, which is the usual view and the shortest."""
    return near if set(marks) == {"1"} else f"([{_HIDDEN},{near},{far}])[('{marks}')[properties.i]]"
