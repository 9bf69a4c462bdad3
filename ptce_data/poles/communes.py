"""Find a commune by its name, without minding accents or hyphens, or by its INSEE code."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ptce_data.datasets import reading
from ptce_data.schema import cog
from ptce_data.texts.plain import plain

#: A list longer than this is not read: one types another letter instead.
LIMIT = 8

_CODE = re.compile(r"\d[\dab]\d{1,3}")
_ABBREVIATIONS = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes"}
_KINDS = {"arrondissement-municipal": "arrondissement", "commune-deleguee": "commune déléguée"}


@dataclass(frozen=True)
class Place:
    """A commune. `kind` is "" for a commune of today; lon, lat (WGS 84, degrees) are None where no point is known."""

    code: str
    name: str
    kind: str
    departement_code: str
    population: int
    lon: float | None
    lat: float | None

    @property
    def departement(self) -> str:
        """The name of its département; its code where it is no département (Saint-Martin, Polynésie…)."""
        known = self.departement_code in cog.DEPARTEMENTS
        return cog.DEPARTEMENTS.label(self.departement_code) if known else self.departement_code

    @property
    def can_filter(self) -> bool:
        return self.departement_code in cog.DEPARTEMENTS


def normalise(name: str) -> str:
    """`Saint-Étienne-du-Bois` and `st etienne du bois` both become `saint etienne du bois`."""
    return " ".join(_ABBREVIATIONS.get(word, word) for word in plain(name).split())


def search(text: str, limit: int = LIMIT, folder: Path | None = None) -> tuple[Place, ...]:
    """Communes that answer to `text`, the likeliest first: same name, then same beginning, then holding it.

    At equal likeness the most populated comes first. Raises DataError when the communes can't be read.
    """
    wanted = normalise(text)
    if len(wanted) < 2:
        return ()
    matches = _by_code if _CODE.fullmatch(wanted) else _by_name
    found = sorted(matches(wanted, _index(reading.path("communes", folder), *_version(folder))))
    return tuple(place for _, _, _, place in found[:limit])


def find(code: str, folder: Path | None = None) -> Place | None:
    """The commune of an INSEE code, None where there is none."""
    index = _index(reading.path("communes", folder), *_version(folder))
    return next((place for _, place in index if place.code == code), None)


def _by_code(wanted: str, index) -> list[tuple]:
    return [
        (place.code.lower() != wanted, -place.population, place.code, place)
        for _, place in index
        if place.code.lower().startswith(wanted)
    ]


def _by_name(wanted: str, index) -> list[tuple]:
    return [(_distance(name, wanted), -place.population, place.code, place) for name, place in index if wanted in name]


def _distance(name: str, wanted: str) -> int:
    if name == wanted:
        return 0
    if name.startswith(wanted):
        return 1
    return 2 if f" {wanted}" in name else 3


def _version(folder: Path | None) -> tuple[int, int]:
    state = reading.path("communes", folder).stat()
    return state.st_mtime_ns, state.st_size


@lru_cache(maxsize=2)
def _index(file: Path, mtime: int, size: int) -> tuple[tuple[str, Place], ...]:
    """(normalised name, Place) of every commune, made once per version of the file."""
    import pyarrow.parquet as pq

    columns = ["commune_code", "name", "type", "departement_code", "population", "lon", "lat"]
    values = (pq.read_table(file, columns=columns).column(name).to_pylist() for name in columns)
    return tuple(
        (normalise(name), Place(code, name, _KINDS.get(kind, ""), departement, population or 0, lon, lat))
        for code, name, kind, departement, population, lon, lat in zip(*values, strict=True)
    )
