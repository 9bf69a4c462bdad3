"""Gower's distance between profiles of mixed variables, vectorised.

J. C. Gower, A general coefficient of similarity and some of its properties, Biometrics 27, 1971, p. 857-871: each
variable gives a distance from 0 to 1 (numbers: the gap over the range; categories: 0 or 1; sets: one less Jaccard's
index, the form for presences), and the whole is their weighted mean over the variables known on both sides.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

#: Variable → one value a unit: floats (NaN unknown), categories as integers (-1 unknown), sets as bits (0 unknown).
Profile = Mapping[str, "np.ndarray"]


class Kind(StrEnum):
    NUMBER = "number"
    CATEGORY = "category"
    SET = "set"


@dataclass(frozen=True)
class Distances:
    """total: one distance a unit, NaN where nothing is known on both sides; parts: by variable, NaN where unknown."""

    total: "np.ndarray"
    parts: Mapping[str, "np.ndarray"]


def ranges(profile: Profile, other: Profile, kinds: Mapping[str, Kind]) -> dict[str, float]:
    """The range of each number over all units of both profiles; 0 where it doesn't vary or is unknown."""
    import numpy as np

    spans = {}
    for key, kind in kinds.items():
        if kind is Kind.NUMBER:
            values = np.concatenate([profile[key], other[key]])
            values = values[~np.isnan(values)]
            spans[key] = float(values.max() - values.min()) if len(values) else 0.0
    return spans


def distances(
    one: Profile, other: Profile, kinds: Mapping[str, Kind], weights: Mapping[str, float], spans: Mapping[str, float]
) -> Distances:
    """Distances between units of two profiles, pair by pair: lengths are equal, or one of them is 1.

    weights: by variable, 0 or more; spans: see `ranges`.
    """
    import numpy as np

    parts = {key: _part(one[key], other[key], kind, spans.get(key, 0.0)) for key, kind in kinds.items()}
    length = max((len(part) for part in parts.values()), default=0)
    total, known = np.zeros(length), np.zeros(length)
    for key, part in parts.items():
        weight = weights.get(key, 0.0)
        there = ~np.isnan(part)
        total += np.where(there, part, 0.0) * weight
        known += there * weight
    mean = np.divide(total, known, out=np.full(length, np.nan), where=known > 0)
    return Distances(mean, parts)


def _part(one: "np.ndarray", other: "np.ndarray", kind: Kind, span: float) -> "np.ndarray":
    import numpy as np

    if kind is Kind.NUMBER:
        gap = np.abs(one - other)
        return gap / span if span else gap * 0.0
    if kind is Kind.CATEGORY:
        return np.where((one < 0) | (other < 0), np.nan, (one != other).astype(float))
    union = np.bitwise_count(one | other).astype(float)
    shared = np.bitwise_count(one & other)
    known = (one > 0) & (other > 0)
    return np.where(known, 1 - np.divide(shared, union, out=np.ones(union.shape), where=union > 0), np.nan)
