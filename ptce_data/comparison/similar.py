"""The poles of the sample most like mine by their context, with the reasons of each distance."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ptce_data.comparison.context import KINDS, WEIGHTS, my_profile, sample_profile
from ptce_data.comparison.gower import Distances, Profile, distances, ranges
from ptce_data.comparison.sample_answers import Sample
from ptce_data.disclosure.comparison_policy import picking_refusal
from ptce_data.schema.user_pole import UserPole

if TYPE_CHECKING:
    import numpy as np

#: Pairs of poles drawn to know how far apart two poles usually are. The draw is always the same.
PAIRS = 1_000
SEED = 2017


@dataclass(frozen=True)
class Reason:
    """How far apart two poles are on one variable of the context: 0 alike, 1 as far as can be, None where unknown."""

    variable: str
    distance: float | None
    weight: float


@dataclass(frozen=True)
class SimilarPole:
    """One pole: Gower distance (0 to 1, two decimals), reasons in the order of VARIABLES.

    far: no more like mine than two poles of the sample taken at random.
    """

    pole_id: str
    name: str
    distance: float
    far: bool
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, eq=False)
class Similar:
    """The nearest poles, nearest first. typical: median distance of two poles at random; far: half of them are far."""

    ranks: "np.ndarray"
    poles: tuple[SimilarPole, ...]
    typical: float
    weights: Mapping[str, float]

    @property
    def far(self) -> bool:
        return bool(self.poles) and 2 * sum(pole.far for pole in self.poles) >= len(self.poles)


def similar_poles(
    mine: UserPole,
    sample: Sample,
    wanted: int,
    weights: Mapping[str, float] | None = None,
    folder: Path | None = None,
) -> Similar:
    """The `wanted` poles nearest to mine, my own left out; fewer where the sample has fewer that can be measured."""
    moved = {key: max(0.0, (weights or {}).get(key, weight)) for key, weight in WEIGHTS.items()}
    if mine.sample_pole_id and picking_refusal(sample.release):
        mine = UserPole()  # what is near a pole would tell what it is
    others, own = sample_profile(sample, folder), my_profile(mine, sample, folder)
    spans = ranges(others, own, KINDS)
    found = distances(own, others, KINDS, moved, spans)
    left_out = sample.rank.get(mine.sample_pole_id) if mine.sample_pole_id else None
    ranks = nearest(found.total, wanted, left_out)
    typical = typical_distance(others, moved, spans)
    poles = tuple(_pole(sample, found, rank, typical, moved) for rank in ranks.tolist())
    return Similar(ranks, poles, typical, moved)


def nearest(total: "np.ndarray", wanted: int, left_out: int | None = None) -> "np.ndarray":
    """Ranks of the smallest distances, nearest first, equal ones in the order of the sample; NaN is never near."""
    import numpy as np

    measured = np.where(np.isnan(total), np.inf, total)
    if left_out is not None:
        measured[left_out] = np.inf
    if len(measured) > wanted:
        limit = np.partition(measured, wanted - 1)[wanted - 1]
        candidates = np.flatnonzero(measured <= limit)
    else:
        candidates = np.arange(len(measured))
    candidates = candidates[np.isfinite(measured[candidates])]
    return candidates[np.argsort(measured[candidates], kind="stable")][:wanted]


def typical_distance(profile: Profile, weights: Mapping[str, float], spans: Mapping[str, float]) -> float:
    """The median distance of two different poles taken at random; NaN where no two can be measured."""
    import numpy as np

    length = len(profile["taille"])
    if length < 2:
        return float("nan")
    draw = np.random.default_rng(SEED)
    first = draw.integers(0, length, PAIRS)
    second = (first + draw.integers(1, length, PAIRS)) % length
    one = {key: values[first] for key, values in profile.items()}
    other = {key: values[second] for key, values in profile.items()}
    total = distances(one, other, KINDS, weights, spans).total
    total = total[~np.isnan(total)]
    return float(np.median(total)) if len(total) else float("nan")


def _pole(sample: Sample, found: Distances, rank: int, typical: float, weights: Mapping[str, float]) -> SimilarPole:
    distance = float(found.total[rank])
    reasons = tuple(Reason(key, _known(float(part[rank])), weights[key]) for key, part in found.parts.items())
    return SimilarPole(
        sample.ids[rank], sample.texts["name"][rank], round(distance, 2), not distance < typical, reasons
    )


def _known(part: float) -> float | None:
    return None if part != part else round(part, 2)
