"""Which priority neighbourhoods have a known pole nearby, and which have none.

Both are placed at their commune: a distance says how far the communes are, not the streets. A pole that no page read
names is not known here, so "no known pole" never means "no pole".
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from ptce_data.poles import directory
from ptce_data.poles.directory import Neighbourhood
from ptce_data.poles.distances import distances_km

#: The distances one can ask for, in km, and the one first shown.
RADII_KM = (5, 10, 20)
DEFAULT_RADIUS_KM = 20


class Remote(NamedTuple):
    """A QPV, and how far the nearest pole is, in km: infinite where no pole is located."""

    neighbourhood: Neighbourhood
    nearest_km: float


@dataclass(frozen=True, eq=False)
class Coverage:
    """What a radius leaves out. inhabitants: of all the QPV of the territory, uncovered_inhabitants: of those left out.

    far: ranks of those left out, in the order of the file; nearest: km to the nearest pole, of every QPV.
    """

    radius_km: int
    neighbourhoods: int
    inhabitants: int
    uncovered_inhabitants: int
    far: np.ndarray
    nearest: np.ndarray
    folder: Path | None = None

    @cached_property
    def uncovered(self) -> tuple[Remote, ...]:
        """The QPV left out, largest first; most pages only say how many they are."""
        quarters, left_out = directory.neighbourhoods(self.folder), set(self.far.tolist())
        ranks = _columns(directory.version("neighbourhoods", self.folder), self.folder).largest_first
        return tuple(Remote(quarters[rank], float(self.nearest[rank])) for rank in ranks if rank in left_out)

    @cached_property
    def codes(self) -> frozenset[str]:
        """The QPV codes left out."""
        return frozenset(remote.neighbourhood.qpv_code for remote in self.uncovered)


def coverage(
    pole_ids: Collection[str],
    departements: Collection[str],
    radius_km: int = DEFAULT_RADIUS_KM,
    folder: Path | None = None,
) -> Coverage:
    """The QPV of some départements that have no pole of `pole_ids` within `radius_km` (bound included).

    Poles known only by their département or région have no point and bring no neighbourhood nearer. A QPV whose
    population isn't known counts for no inhabitant.
    """
    columns = _columns(directory.version("neighbourhoods", folder), folder)
    inside = np.isin(columns.departements, list(departements))
    nearest = nearest_km(pole_ids, folder)
    far = np.flatnonzero(inside & (nearest > radius_km))
    return Coverage(
        radius_km,
        int(inside.sum()),
        int(columns.populations[inside].sum()),
        int(columns.populations[far].sum()),
        far,
        nearest,
        folder,
    )


def nearest_km(pole_ids: Collection[str], folder: Path | None = None) -> np.ndarray:
    """For each QPV, in the order of the file, the distance to the nearest of these poles; infinite without any."""
    ranks, matrix = _matrix(directory.version("poles", folder), directory.version("neighbourhoods", folder), folder)
    rows = [ranks[pole_id] for pole_id in pole_ids if pole_id in ranks]
    return matrix[rows].min(axis=0, initial=np.inf)


def inhabitants(quarters: Sequence[Neighbourhood]) -> int:
    """Their population; a QPV whose population isn't known counts for none."""
    return sum(quarter.population or 0 for quarter in quarters)


@dataclass(frozen=True)
class _Columns:
    """The QPV column by column, in the order of the file; `largest_first`: their ranks, the code settling ties."""

    departements: np.ndarray
    populations: np.ndarray
    largest_first: tuple[int, ...]


@lru_cache(maxsize=2)
def _columns(version: tuple, folder: Path | None) -> _Columns:
    quarters = directory.neighbourhoods(folder)
    populations = np.array([quarter.population or 0 for quarter in quarters], dtype=np.int64)
    ranked = sorted(range(len(quarters)), key=lambda rank: (-populations[rank], quarters[rank].qpv_code))
    return _Columns(np.array([quarter.departement_code for quarter in quarters]), populations, tuple(ranked))


@lru_cache(maxsize=2)
def _matrix(poles: tuple, quarters: tuple, folder: Path | None) -> tuple[dict[str, int], np.ndarray]:
    """Rows of located poles, by pole_id, and their distances to every QPV, once per version of both files."""
    located = [pole for pole in directory.poles(folder).values() if pole.located]
    matrix = distances_km(
        np.array([pole.point for pole in located]),
        np.array([quarter.point for quarter in directory.neighbourhoods(folder)]),
    )
    return {pole.pole_id: rank for rank, pole in enumerate(located)}, matrix
