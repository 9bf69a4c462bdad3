"""The located poles as the browser keeps them: one GeoJSON point each, fetched once, whatever is selected.

A filter then sends one character per pole instead of its name and place.
"""

from functools import lru_cache
from pathlib import Path

from ptce_data.maps import icon_atlas
from ptce_data.maps.spread import spread
from ptce_data.poles import directory, pole_wording
from ptce_data.poles.directory import Pole


def located(folder: Path | None = None) -> tuple[tuple[Pole, tuple[float, float]], ...]:
    """Every pole that can be placed and where it is drawn, in the order of the file. Raises DataError."""
    return _located(directory.version("poles", folder), folder)


@lru_cache(maxsize=2)
def _located(version: tuple, folder: Path | None) -> tuple[tuple[Pole, tuple[float, float]], ...]:
    places = spread(directory.poles(folder).values())
    return tuple((pole, places[pole.pole_id]) for pole in directory.poles(folder).values() if pole.located)


def feature(rank: int, pole: Pole, point: tuple[float, float]) -> dict:
    """The GeoJSON feature of a pole.

    `i` identifies, `n` is its rank in the file, `p` its picture, `t` the tooltip's text.
    """
    properties = {
        "i": pole.pole_id,
        "n": rank,
        "p": icon_atlas.name(pole.main_sector, pole.approximate),
        "t": pole_wording.tooltip(pole),
    }
    return {"type": "Feature", "geometry": {"type": "Point", "coordinates": list(point)}, "properties": properties}
