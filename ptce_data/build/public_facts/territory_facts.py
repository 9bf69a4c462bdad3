"""Régions and départements: names from the COG, frames from the outlines, population from the communes."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ptce_data.datasets.faults import DataError, Fault
from ptce_data.schema import cog

#: Level, outline file, code list, and the région of a code.
_LEVELS = (
    ("region", "regions.geojson", cog.REGIONS, {code: code for code in cog.REGIONS.keys}),
    ("departement", "departements.geojson", cog.DEPARTEMENTS, cog.REGION_OF),
)


def rows(folder: Path, communes: Iterable[Mapping]) -> list[dict]:
    """Rows of the `territories` table; DataError when an outline is missing or unreadable."""
    population: dict[tuple[str, str | None], int] = {}
    for commune in communes:
        # Arrondissements and former communes are parts of a commune that is counted already.
        if commune["type"] == "commune-actuelle":
            for key in (("departement", commune["departement_code"]), ("region", commune["region_code"])):
                population[key] = population.get(key, 0) + (commune["population"] or 0)
    return [
        {
            "level": level,
            "code": territory.code,
            "name": territory.label,
            "region_code": region_of[territory.code],
            "population": population.get((level, territory.code), 0),
            **_frame(frames[territory.code]),
        }
        for level, file, code_list, region_of in _LEVELS
        for frames in [_frames(folder / "outlines" / file, code_list.keys)]
        for territory in code_list
    ]


def _frames(path: Path, expected: Iterable[str]) -> dict[str, list[tuple[float, float]]]:
    """The points of every outline, by code."""
    try:
        features = json.loads(path.read_bytes())["features"]
        found = {item["properties"]["code"]: list(_points(item["geometry"]["coordinates"])) for item in features}
    except (OSError, ValueError, KeyError, TypeError) as error:
        rule = f"contours illisibles ({type(error).__name__})"
        raise DataError((Fault(path.name, None, None, rule, "remettre une copie saine du fichier"),)) from error
    missing = sorted(set(expected) - set(found))
    if missing:
        rule = f"contour manquant pour le code {missing[0]!r}"
        raise DataError((Fault(path.name, "code", None, rule, "remettre le contour manquant", len(missing)),))
    return found


def _points(coordinates: list) -> Iterator[tuple[float, float]]:
    if isinstance(coordinates[0], int | float):
        yield coordinates[0], coordinates[1]
    else:
        for part in coordinates:
            yield from _points(part)


def _frame(points: list[tuple[float, float]]) -> dict[str, float]:
    lons, lats = zip(*points, strict=True)
    return {
        "west": float(min(lons)),
        "south": float(min(lats)),
        "east": float(max(lons)),
        "north": float(max(lats)),
    }
