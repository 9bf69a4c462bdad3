"""The shapes that a browser fetches once: outlines, QPV gathered by commune point, located poles and their pictures.

Each is a file whose address holds the hash of its content, so that it can be kept for ever.
"""

import hashlib
import json
import logging
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from ptce_data.datasets.catalogue import data_folder
from ptce_data.datasets.faults import DataError
from ptce_data.maps import icon_atlas, outlines, pole_points, qpv_layer
from ptce_data.poles import directory

LOG = logging.getLogger(__name__)

#: The folder of the addresses, relative to the page.
FOLDER = "geo"

QPV = "qpv"
POLES = "poles"
SPRITES = "sprites"  # where each picture is; `sprites-light` and `sprites-dark` are the pictures
THEMES = ("light", "dark")

#: What the map of the home page always draws.
DRAWN = (outlines.LAND, outlines.BORDERS, QPV, POLES, SPRITES)

#: (extension, media type) of what isn't GeoJSON.
_KINDS = {SPRITES: ("json", "application/json")} | {f"{SPRITES}-{theme}": ("svg", "image/svg+xml") for theme in THEMES}
_GEOJSON = ("geojson", "application/geo+json")


def geometries(folder: Path | None = None) -> dict[str, bytes]:
    """Name → content. What can't be built is left out, and logged."""
    built = {}
    for name in dict.fromkeys((*DRAWN, *_KINDS)):
        try:
            built[name] = _content(name, folder)
        except DataError:
            LOG.exception("No geometry for %s", name)
    return built


def url(name: str, folder: Path | None = None) -> str:
    """The relative address of a shape: `geo/borders.1a2b3c4d5e6f.geojson`. Raises DataError."""
    return f"{FOLDER}/{name}.{_hash(_content(name, folder))}.{kind(name)[0]}"


def kind(name: str) -> tuple[str, str]:
    """(extension, media type) of a shape."""
    return _KINDS.get(name, _GEOJSON)


def _content(name: str, folder: Path | None) -> bytes:
    if name in _KINDS:
        return icon_atlas.places() if name == SPRITES else icon_atlas.pictures(name.removeprefix(f"{SPRITES}-"))
    if name == QPV:
        return _qpv(directory.version("neighbourhoods", folder), folder)
    if name == POLES:
        return _poles(directory.version("poles", folder), folder)
    return outlines.content(name, Path(folder if folder is not None else data_folder()))


@lru_cache(maxsize=2)
def _qpv(version: tuple, folder: Path | None) -> bytes:
    return _collection(qpv_layer.feature(rank, place) for rank, place in enumerate(qpv_layer.places(folder)))


@lru_cache(maxsize=2)
def _poles(version: tuple, folder: Path | None) -> bytes:
    return _collection(pole_points.feature(rank, *located) for rank, located in enumerate(pole_points.located(folder)))


def _collection(features: Iterable[dict]) -> bytes:
    collection = {"type": "FeatureCollection", "features": list(features)}
    return json.dumps(collection, ensure_ascii=False, separators=(",", ":")).encode()


@lru_cache(maxsize=8)
def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]
