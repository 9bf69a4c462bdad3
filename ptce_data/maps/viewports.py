"""Where the map looks: France, each overseas département, a commune, or whatever is selected."""

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Viewport:
    """A centre in degrees, and a zoom: the world is 512 × 2^zoom pixels wide."""

    lon: float
    lat: float
    zoom: float


@dataclass(frozen=True)
class Screen:
    """The room that a map has, in pixels."""

    width: int
    height: int


WIDE = Screen(760, 600)
NARROW = Screen(340, 420)

#: One-click views, by key: label, then west, south, east, north in degrees.
PLACES: dict[str, tuple[str, tuple[float, float, float, float]]] = {
    "metropole": ("Métropole", (-5.2, 41.3, 9.7, 51.15)),
    "971": ("Guadeloupe", (-61.85, 15.8, -60.95, 16.55)),
    "972": ("Martinique", (-61.25, 14.35, -60.78, 14.92)),
    "973": ("Guyane", (-54.65, 2.05, -51.55, 5.85)),
    "974": ("La Réunion", (55.2, -21.42, 55.86, -20.85)),
    "976": ("Mayotte", (44.98, -13.03, 45.32, -12.62)),
}

COMMUNE_ZOOM = 9.5
_MAX_ZOOM = 9.5
_MARGIN = 0.9  # the share of the screen that a fitted box may take
_WHOLE = 0.7  # points spread over more of the métropole than that are seen with the whole of it


def place(key: str, screen: Screen = WIDE) -> Viewport:
    """The view of a key of PLACES."""
    return fit(PLACES[key][1], screen)


def around(points: Sequence[tuple[float, float]], screen: Screen = WIDE) -> Viewport:
    """The view that holds the points (longitude, latitude) of the métropole, or else those overseas.

    The whole métropole where there is no point, or where they are spread over most of it. Overseas poles have their own
    one-click views: a view that held all points would show the whole Earth.
    """
    west, south, east, north = box = PLACES["metropole"][1]
    near = [(lon, lat) for lon, lat in points if west <= lon <= east and south <= lat <= north]
    if not points:
        return place("metropole", screen)
    lons, lats = zip(*(near or points), strict=True)
    held = (min(lons), min(lats), max(lons), max(lats))
    spread = max((held[2] - held[0]) / (east - west), (held[3] - held[1]) / (north - south))
    return fit(box if near and spread > _WHOLE else held, screen)


def fit(box: tuple[float, float, float, float], screen: Screen = WIDE) -> Viewport:
    """The view that holds a box (west, south, east, north), no closer than the commune precision is worth."""
    west, south, east, north = box
    bottom, top = _mercator(south), _mercator(north)
    zooms = [
        math.log2(_MARGIN * pixels / 512 / extent)
        for pixels, extent in ((screen.width, (east - west) / 360), (screen.height, top - bottom))
        if extent > 0
    ]
    zoom = max(0.0, min([*zooms, _MAX_ZOOM]))
    return Viewport(round((west + east) / 2, 4), round(_latitude((bottom + top) / 2), 4), round(zoom, 2))


def _mercator(lat: float) -> float:
    """Web Mercator northing, as a share of the world's height."""
    return math.asinh(math.tan(math.radians(lat))) / (2 * math.pi)


def _latitude(northing: float) -> float:
    return math.degrees(math.atan(math.sinh(northing * 2 * math.pi)))
