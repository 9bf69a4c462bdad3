"""The QPV gathered by the point of their commune: what one circle of the map stands for."""

import math
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ptce_data import texts
from ptce_data.poles import directory
from ptce_data.poles.coverage import inhabitants
from ptce_data.poles.directory import Neighbourhood

#: Radius in metres of a circle that stands for one inhabitant: its area grows with the population.
_METRES = 12
#: Names written in a tooltip; the others are counted.
_NAMES = 6


@dataclass(frozen=True)
class Place:
    """The QPV of one commune. `ranks` are their positions in the file."""

    lon: float
    lat: float
    neighbourhoods: tuple[Neighbourhood, ...]
    ranks: tuple[int, ...]

    @property
    def inhabitants(self) -> int:
        return inhabitants(self.neighbourhoods)


def places(folder: Path | None = None) -> tuple[Place, ...]:
    """One Place per distinct point, in the order of the file. Raises DataError."""
    return _places(directory.version("neighbourhoods", folder), folder)


@lru_cache(maxsize=2)
def _places(version: tuple, folder: Path | None) -> tuple[Place, ...]:
    gathered: dict[tuple[float, float], list[tuple[int, Neighbourhood]]] = {}
    for rank, quarter in enumerate(directory.neighbourhoods(folder)):
        gathered.setdefault(quarter.point, []).append((rank, quarter))
    return tuple(
        Place(*point, tuple(quarter for _, quarter in found), tuple(rank for rank, _ in found))
        for point, found in gathered.items()
    )


def feature(rank: int, place: Place) -> dict:
    """The GeoJSON feature of a Place: `i` its rank, `r` its radius in metres, `t` the tooltip's text."""
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [round(place.lon, 4), round(place.lat, 4)]},
        "properties": {"i": rank, "r": round(_METRES * math.sqrt(place.inhabitants)), "t": words(place)},
    }


def words(place: Place) -> str:
    """`Bourg-en-Bresse : 3 QPV, 12 345 habitants`, then the names, one a line."""
    largest = sorted(place.neighbourhoods, key=lambda quarter: (-(quarter.population or 0), quarter.qpv_code))
    commune = place.neighbourhoods[0].commune_names[0]
    count = f"{texts.number(len(largest))}{texts.NBSP}QPV"
    head = f"{commune}{texts.NBSP}: {count}, {texts.plural(place.inhabitants, 'habitant')}"
    others = len(largest) - _NAMES
    more = [f"et {texts.plural(others, 'autre')}"] if others > 0 else []
    return "\n".join([head, *(f"· {quarter.name}" for quarter in largest[:_NAMES]), *more])
