"""The outlines of régions and départements, lightened for the screen."""

import json
from functools import lru_cache
from pathlib import Path

from ptce_data.datasets.faults import DataError, Fault
from ptce_data.datasets.locating import located

#: Decimals kept: 3 is about 100 m, a tenth of what these coarse outlines are worth.
_DECIMALS = 3
_REMEDY = "remettre le fichier d’origine du dépôt"


def content(name: str, folder: Path) -> bytes:
    """The GeoJSON of `data/outlines/<name>.geojson`, lightened, once per version of the file.

    folder: the data folder. Raises DataError when the file is missing or isn't GeoJSON.
    """
    file = located(f"outlines/{name}.geojson", folder)
    try:
        state = file.stat()
    except OSError as error:
        raise DataError((Fault(file.name, None, None, "fichier de contours introuvable", _REMEDY),)) from error
    return _lightened(file, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=4)
def _lightened(file: Path, mtime: int, size: int) -> bytes:
    try:
        features = json.loads(file.read_bytes())["features"]
        light = [
            {
                "type": "Feature",
                "geometry": {
                    "type": feature["geometry"]["type"],
                    "coordinates": _rounded(feature["geometry"]["coordinates"]),
                },
                "properties": {"code": feature["properties"]["code"]},
            }
            for feature in features
        ]
    except (ValueError, KeyError, TypeError) as error:
        raise DataError((Fault(file.name, None, None, "contours illisibles (GeoJSON attendu)", _REMEDY),)) from error
    return json.dumps({"type": "FeatureCollection", "features": light}, separators=(",", ":")).encode()


def _rounded(coordinates: list) -> list:
    """Nested coordinates, rounded; a point equal to the one before it is dropped."""
    if coordinates and isinstance(coordinates[0][0], int | float):
        points = [[round(lon, _DECIMALS), round(lat, _DECIMALS)] for lon, lat in coordinates]
        return [point for rank, point in enumerate(points) if rank == 0 or point != points[rank - 1]]
    return [_rounded(part) for part in coordinates]
