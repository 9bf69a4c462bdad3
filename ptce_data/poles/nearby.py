"""What lies around one pole: priority neighbourhoods, other poles, poles of the same sector."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ptce_data.poles import directory
from ptce_data.poles.coverage import RADII_KM, inhabitants, nearest_km
from ptce_data.poles.directory import Neighbourhood, Pole
from ptce_data.poles.distances import distances_km


@dataclass(frozen=True)
class Ring:
    """The QPV whose commune lies within `radius_km` of the pole's commune."""

    radius_km: int
    neighbourhoods: int
    inhabitants: int


def rings(pole: Pole, folder: Path | None = None) -> tuple[Ring, ...]:
    """How many QPV, and inhabitants, within each of RADII_KM; () for a pole whose place isn't known."""
    near = neighbourhoods_within(pole, max(RADII_KM), folder)
    if not pole.located:
        return ()
    return tuple(_ring(radius, [quarter for quarter, km in near if km <= radius]) for radius in RADII_KM)


def neighbourhoods_within(
    pole: Pole, radius_km: float, folder: Path | None = None
) -> tuple[tuple[Neighbourhood, float], ...]:
    """(QPV, distance in km), nearest first; () for a pole whose place isn't known."""
    if not pole.located:
        return ()
    pairs = zip(directory.neighbourhoods(folder), nearest_km((pole.pole_id,), folder).tolist(), strict=True)
    near = [(quarter, km) for quarter, km in pairs if km <= radius_km]
    return tuple(sorted(near, key=lambda pair: (pair[1], -(pair[0].population or 0), pair[0].qpv_code)))


def nearest_poles(pole: Pole, limit: int, folder: Path | None = None) -> tuple[tuple[Pole, float], ...]:
    """The nearest other located poles of the directory, with their distance in km; () where the place isn't known."""
    others = [other for other in directory.poles(folder).values() if other.located and other.pole_id != pole.pole_id]
    if not pole.located or not others:
        return ()
    distances = distances_km(np.array([pole.point]), np.array([other.point for other in others]))[0].tolist()
    ranked = sorted(zip(others, distances, strict=True), key=lambda pair: (pair[1], pair[0].pole_id))
    return tuple(ranked[:limit])


def same_sector(pole: Pole, folder: Path | None = None) -> tuple[Pole, ...]:
    """The other poles that share the pole's main sector among theirs, by name; () where it has none."""
    if not pole.sectors:
        return ()
    others = directory.poles(folder).values()
    shared = [other for other in others if pole.main_sector in other.sectors and other.pole_id != pole.pole_id]
    return tuple(sorted(shared, key=lambda other: (other.name.casefold(), other.pole_id)))


def _ring(radius_km: int, quarters: list[Neighbourhood]) -> Ring:
    return Ring(radius_km, len(quarters), inhabitants(quarters))
