"""The outlines of régions and départements, lightened for the screen: land to fill, and each border once.

A border between two départements is in the outlines of both, and one between two régions in four: drawn as they come,
sixteen thousand segments would say what seven thousand do.
"""

import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from ptce_data.datasets.faults import DataError, Fault
from ptce_data.datasets.paths import located

LAND, BORDERS = "land", "borders"

#: Decimals kept: 3 is about 100 m, a tenth of what these coarse outlines are worth.
_DECIMALS = 3
_REMEDY = "remettre le fichier d’origine du dépôt"

Point = tuple[float, float]
Line = tuple[Point, ...]


def content(name: str, folder: Path) -> bytes:
    """GeoJSON of LAND (one feature per région, with its `code`) or BORDERS (two features: `r` 1 between régions and
    along the sea, 0 between the départements of a région), once per version of the files.

    folder: the data folder. Raises DataError when a file is missing or isn't GeoJSON.
    """
    regions, departements = (_version(file, folder) for file in ("regions", "departements"))
    return _land(*regions) if name == LAND else _borders(regions, departements)


def _version(name: str, folder: Path) -> tuple[Path, int, int]:
    file = located(f"outlines/{name}.geojson", folder)
    try:
        state = file.stat()
    except OSError as error:
        raise DataError((Fault(file.name, None, None, "fichier de contours introuvable", _REMEDY),)) from error
    return file, state.st_mtime_ns, state.st_size


@lru_cache(maxsize=2)
def _land(*version) -> bytes:
    return _collection(
        {
            "type": "Feature",
            "geometry": {"type": "MultiPolygon", "coordinates": areas},
            "properties": {"code": code},
        }
        for code, areas in _areas(version[0])
    )


@lru_cache(maxsize=2)
def _borders(regions: tuple, departements: tuple) -> bytes:
    around = {side for ring in _rings(regions[0]) for side in _sides(ring)}
    lines = list(_each_once(_rings(departements[0]), around))
    return _collection(
        {
            "type": "Feature",
            "geometry": {"type": "MultiLineString", "coordinates": [line for line, outer in lines if outer == wanted]},
            "properties": {"r": int(wanted)},
        }
        for wanted in (False, True)
    )


def _each_once(rings: Iterator[Line], around: set[frozenset[Point]]) -> Iterator[tuple[Line, bool]]:
    """(line, whether it is also a border of a région) for every run of sides of the rings not drawn before."""
    seen: set[frozenset[Point]] = set()
    for ring in rings:
        line: list[Point] = []
        outer = False
        for start, end, side in zip(ring, ring[1:], _sides(ring), strict=False):
            if line and (side in seen or (side in around) != outer):
                yield tuple(line), outer
                line = []
            if side not in seen:
                outer = side in around
                line = line or [start]
                line.append(end)
                seen.add(side)
        if line:
            yield tuple(line), outer


def _sides(ring: Line) -> list[frozenset[Point]]:
    return [frozenset(pair) for pair in zip(ring, ring[1:], strict=False)]


def _rings(file: Path) -> Iterator[Line]:
    return (ring for _, areas in _areas(file) for area in areas for ring in area)


def _areas(file: Path) -> list[tuple[str, list[list[Line]]]]:
    """(code, polygons as rings of rounded points) for each territory of a GeoJSON file."""
    try:
        features = json.loads(file.read_bytes())["features"]
        return [(feature["properties"]["code"], _polygons(feature["geometry"])) for feature in features]
    except (ValueError, KeyError, TypeError) as error:
        raise DataError((Fault(file.name, None, None, "contours illisibles (GeoJSON attendu)", _REMEDY),)) from error


def _polygons(geometry: dict) -> list[list[Line]]:
    areas = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return [[_rounded(ring) for ring in area] for area in areas]


def _rounded(ring: list) -> Line:
    """The points, rounded; one equal to the one before it is dropped."""
    points = [(round(lon, _DECIMALS), round(lat, _DECIMALS)) for lon, lat in ring]
    return tuple(point for rank, point in enumerate(points) if rank == 0 or point != points[rank - 1])


def _collection(features: Iterator[dict]) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": list(features)}, separators=(",", ":")).encode()
