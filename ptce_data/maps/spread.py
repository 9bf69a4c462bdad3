"""Poles of one commune, drawn apart so that each can be seen and clicked.

The first stays at its commune; the others turn around it on a sunflower spiral, in the order of their identifiers, so
that a pole doesn't move when the filters change. The offset is small beside what is known of the place (its commune).
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from ptce_data.poles.directory import Pole

#: Distance between the points of one commune, in degrees of latitude: about 2 km.
STEP = 0.02
_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))


def spread(directory: Iterable[Pole]) -> Mapping[str, tuple[float, float]]:
    """pole_id → (longitude, latitude) where a located pole is drawn, rounded to 3 decimals (100 m).

    directory: the whole directory, not a selection: a pole keeps its place whatever is selected.
    """
    seen: Counter[tuple[float, float]] = Counter()
    places = {}
    for pole in sorted((pole for pole in directory if pole.located), key=lambda pole: pole.pole_id):
        rank = seen[pole.point]
        seen[pole.point] += 1
        places[pole.pole_id] = _turned(pole.point, rank)
    return places


def _turned(point: tuple[float, float], rank: int) -> tuple[float, float]:
    lon, lat = point
    radius, angle = STEP * math.sqrt(rank), rank * _GOLDEN_ANGLE
    stretch = math.cos(math.radians(lat))  # a degree of longitude is shorter than one of latitude
    return (round(lon + radius * math.cos(angle) / stretch, 3), round(lat + radius * math.sin(angle), 3))
