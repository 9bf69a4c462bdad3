"""The real poles of the public directory, as a comparison needs them: facts, never masked."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ptce_data import engines
from ptce_data.datasets import reading
from ptce_data.engines import NOT_RECORDED, Crossing, Population, Records
from ptce_data.schema.codes import SECTORS

_TEXTS = ("pole_id", "name", "commune_name", "departement_code", "region_code", "in_qpv")


@dataclass(frozen=True)
class RealPole:
    """One real pole; codes are None, and sectors empty, where no page read says them."""

    pole_id: str
    name: str
    commune_name: str | None
    departement_code: str | None
    region_code: str
    in_qpv: str | None
    sectors: tuple[str, ...]
    point: tuple[float, float] | None  # longitude, latitude


def real_poles(folder: Path | None = None) -> tuple[RealPole, ...]:
    """Every pole of the directory, by identifier. Raises DataError."""
    path = reading.path("poles", folder)
    state = path.stat()
    return _real_poles(path.parent, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=4)
def _real_poles(folder: Path, mtime: int, size: int) -> tuple[RealPole, ...]:
    asks = (Records("poles", _TEXTS, ("lon", "lat")), Crossing("sectors", "pole_id", "sectors"))
    reply = engines.ask((Population("poles", (), asks),), folder)
    sectors: dict[str, list[str]] = {}
    for row in reply.linked["sectors"]:
        if row.by[1] != NOT_RECORDED:
            sectors.setdefault(row.by[0], []).append(row.by[1])
    return tuple(
        RealPole(
            *(None if text == NOT_RECORDED else text for text in texts),
            tuple(sorted(sectors.get(texts[0], ()), key=SECTORS.order)),
            None if None in point else point,
        )
        for texts, point in sorted(reply.records["poles"])
    )


def centre(departement: str, folder: Path | None = None) -> tuple[float, float] | None:
    """The mean point of the inhabitants of a département (longitude, latitude); None where no commune has a point."""
    path = reading.path("communes", folder)
    state = path.stat()
    return _centres(path.parent, state.st_mtime_ns, state.st_size).get(departement)


@lru_cache(maxsize=2)
def _centres(folder: Path, mtime: int, size: int) -> dict[str, tuple[float, float]]:
    ask = Records("communes", ("departement_code",), ("lon", "lat", "population"))
    reply = engines.ask((Population("communes", (), (ask,)),), folder)
    sums: dict[str, list[float]] = {}
    for (code,), (lon, lat, population) in reply.records["communes"]:
        if lon is not None and lat is not None and population:
            total = sums.setdefault(code, [0.0, 0.0, 0.0])
            for place, value in enumerate((lon * population, lat * population, population)):
                total[place] += value
    return {code: (lon / people, lat / people) for code, (lon, lat, people) in sums.items()}
