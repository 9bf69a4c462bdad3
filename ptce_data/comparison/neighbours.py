"""The poles of the sample most like the user's by their context, with the reasons of each distance (`gower`).

A profile has one value a pole, in the order of the sample: float64[n_poles] for a number (NaN unknown),
int64[n_poles] for a category (-1 unknown), uint16[n_poles] of bits for a set (0 unknown).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from ptce_data import engines
from ptce_data.comparison.gower import Distances, Kind, Profile, distances, ranges
from ptce_data.comparison.groups import by_halves
from ptce_data.comparison.sample_answers import Sample
from ptce_data.datasets import reading
from ptce_data.disclosure.comparison_policy import picking_refusal
from ptce_data.engines import Condition, Criterion, Population, Records
from ptce_data.schema import cog
from ptce_data.schema.codes import LEGAL_STATUSES, SECTORS
from ptce_data.schema.user_pole import UserPole

if TYPE_CHECKING:
    import numpy as np


#: Share of a pole's structures from which a sector is one of the pole's.
SECTOR_SHARE = 0.25
#: The bit of a pole whose structures answered and share no sector: "no dominant sector" is a sector of its own.
SCATTERED = 1 << len(SECTORS)
HEAVIEST = 5.0


@dataclass(frozen=True)
class Variable:
    """One variable of the context. words: in a sentence; weight: its weight when nobody moved it."""

    key: str
    label: str
    words: str
    kind: Kind
    weight: float
    meaning: str


VARIABLES: tuple[Variable, ...] = (
    Variable(
        "secteurs",
        "Secteurs",
        "les secteurs",
        Kind.SET,
        2.0,
        "Secteurs d’un quart au moins des structures, ou aucun (un moins l’indice de Jaccard).",
    ),
    Variable("taille", "Taille", "la taille", Kind.NUMBER, 1.0, "Nombre de structures, en logarithme."),
    Variable("outremer", "Hexagone ou outre-mer", "le territoire", Kind.CATEGORY, 1.0, "Région d’outre-mer ou non."),
    Variable(
        "departement",
        "Population du département",
        "la population du département",
        Kind.NUMBER,
        1.0,
        "Habitants, en logarithme.",
    ),
    Variable(
        "qpv",
        "Surtout en quartier prioritaire",
        "la part en quartier prioritaire",
        Kind.CATEGORY,
        1.0,
        "La moitié au moins des structures, ou moins de la moitié.",
    ),
    Variable(
        "iae",
        "Surtout de l’insertion",
        "la part de l’insertion",
        Kind.CATEGORY,
        1.0,
        "La moitié au moins des structures relève de l’IAE, ou moins de la moitié.",
    ),
    Variable(
        "statut",
        "Statut de la structure porteuse",
        "le statut de la structure porteuse",
        Kind.CATEGORY,
        0.5,
        "Même statut ou non.",
    ),
)

VARIABLE = {variable.key: variable for variable in VARIABLES}
KINDS: Mapping[str, Kind] = {variable.key: variable.kind for variable in VARIABLES}
WEIGHTS: Mapping[str, float] = {variable.key: variable.weight for variable in VARIABLES}


def weights_text(weights: Mapping[str, float]) -> str:
    """`taille:2,qpv:0`: the weights that were moved, for a link; "" when none was."""
    moved = [(key, weights[key]) for key in WEIGHTS if weights.get(key, WEIGHTS[key]) != WEIGHTS[key]]
    return ",".join(f"{key}:{weight:g}" for key, weight in moved)


def read_weights(text: object) -> dict[str, float]:
    """Every weight of a link, those it doesn't move included. Never raises: what isn't understood is not moved."""
    weights = dict(WEIGHTS)
    for part in text[:400].split(",") if isinstance(text, str) else ():
        key, _, value = part.partition(":")
        try:
            weight = float(value)
        except ValueError:
            continue
        if key in weights and 0 <= weight <= HEAVIEST:
            weights[key] = weight
    return weights


def sample_profile(sample: Sample, folder: Path | None = None) -> Profile:
    """The context of every pole of the sample."""
    return _sample_profile(sample, _populations(folder))


def user_profile(user_pole: UserPole, sample: Sample, folder: Path | None = None) -> Profile:
    """The context of the user's pole: arrays of one value; read in the sample where the pole is one of it."""
    import numpy as np

    if user_pole.sample_pole_id is not None and not user_pole.tallies:
        rank = sample.rank[user_pole.sample_pole_id]
        return {key: values[rank : rank + 1] for key, values in sample_profile(sample, folder).items()}
    tallies = [tally for tally in user_pole.tallies if tally.indicator == "sectors" and tally.answered]
    sectors = {tally.item for tally in tallies if tally.yes >= SECTOR_SHARE * tally.answered and tally.yes}
    region = cog.REGION_OF.get(user_pole.departement_code or "")
    population = _populations(folder).by_departement.get(user_pole.departement_code or "", 0)
    return {
        "secteurs": np.array(
            [sum(1 << SECTORS.order(code) for code in sectors) or SCATTERED * bool(tallies)], dtype=np.uint16
        ),
        "taille": _log([user_pole.structures or 0]),
        "outremer": np.array([-1 if region is None else int(region in cog.OVERSEAS_REGIONS)]),
        "departement": _log([population]),
        "qpv": np.array([_half(user_pole, "qpv")]),
        "iae": np.array([_half(user_pole, "iae")]),
        "statut": np.array([_status(user_pole.legal_status or "")]),
    }


@lru_cache(maxsize=4)
def _sample_profile(sample: Sample, populations: "_Populations") -> Profile:
    import numpy as np

    answered = np.maximum(sample.answered["sectors"], 1)
    bits = np.zeros(len(sample), dtype=np.uint16)
    for rank, code in enumerate(SECTORS.keys):
        said = sample.said("sectors", code)
        bits |= np.where((said > 0) & (said >= SECTOR_SHARE * answered), 1 << rank, 0).astype(np.uint16)
    bits[(bits == 0) & (sample.answered["sectors"] > 0)] = SCATTERED
    overseas = [int(region in cog.OVERSEAS_REGIONS) for region in sample.texts["region_code"]]
    return {
        "secteurs": bits,
        "taille": _log(sample.structures),
        "outremer": np.array(overseas, dtype=np.int64),
        "departement": _log([populations.by_departement.get(code, 0) for code in sample.texts["departement_code"]]),
        "qpv": by_halves(sample, "qpv"),
        "iae": by_halves(sample, "iae"),
        "statut": np.array([_status(code) for code in sample.texts["legal_status"]], dtype=np.int64),
    }


@dataclass(frozen=True, eq=False)
class _Populations:
    """Inhabitants by code of département. Two are equal where they are one: one is made per version of the file."""

    by_departement: Mapping[str, int]


def _populations(folder: Path | None) -> "_Populations":
    path = reading.path("territories", folder)
    state = path.stat()
    return _populations_of(path.parent, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=4)
def _populations_of(folder: Path, mtime: int, size: int) -> "_Populations":
    level = Criterion("level", ((Condition("level", ("departement",)),),))
    reply = engines.ask((Population("territories", (level,), (Records("all", ("code",), ("population",)),)),), folder)
    return _Populations(MappingProxyType({code: number or 0 for (code,), (number,) in reply.records["all"]}))


def _log(values) -> "np.ndarray":
    """Base-2 logarithm; NaN for 0, which means unknown."""
    import numpy as np

    numbers = np.asarray(values, dtype=float)
    return np.log2(numbers, out=np.full(numbers.shape, np.nan), where=numbers > 0)


def _half(user_pole: UserPole, indicator: str) -> int:
    tally = user_pole.tally(indicator, "oui")
    return int(2 * tally.yes >= tally.answered) if tally else -1


def _status(code: str) -> int:
    return LEGAL_STATUSES.order(code) if code in LEGAL_STATUSES else -1


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

    far: no more like the user's than two poles of the sample taken at random.
    """

    pole_id: str
    name: str
    distance: float
    far: bool
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, eq=False)
class SimilarPoles:
    """The nearest poles, nearest first. typical: median distance of two poles at random; far: half of them are far."""

    ranks: "np.ndarray"
    poles: tuple[SimilarPole, ...]
    typical: float
    weights: Mapping[str, float]

    @property
    def far(self) -> bool:
        return bool(self.poles) and 2 * sum(pole.far for pole in self.poles) >= len(self.poles)


def nearest_poles(
    user_pole: UserPole,
    sample: Sample,
    wanted: int,
    weights: Mapping[str, float] | None = None,
    folder: Path | None = None,
) -> SimilarPoles:
    """The `wanted` poles nearest to the user's, which is left out; fewer where fewer can be measured."""
    moved = {key: max(0.0, (weights or {}).get(key, weight)) for key, weight in WEIGHTS.items()}
    if user_pole.sample_pole_id and picking_refusal(sample.release):
        user_pole = UserPole()  # what is near a pole would tell what it is
    others, own = sample_profile(sample, folder), user_profile(user_pole, sample, folder)
    spans = ranges(others, own, KINDS)
    gaps = distances(own, others, KINDS, moved, spans)
    left_out = sample.rank.get(user_pole.sample_pole_id) if user_pole.sample_pole_id else None
    ranks = nearest(gaps.total, wanted, left_out)
    typical = typical_distance(others, moved, spans)
    poles = tuple(_pole(sample, gaps, rank, typical, moved) for rank in ranks.tolist())
    return SimilarPoles(ranks, poles, typical, moved)


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


def _pole(sample: Sample, gaps: Distances, rank: int, typical: float, weights: Mapping[str, float]) -> SimilarPole:
    distance = float(gaps.total[rank])
    reasons = tuple(Reason(key, _known(float(part[rank])), weights[key]) for key, part in gaps.parts.items())
    return SimilarPole(
        sample.ids[rank], sample.texts["name"][rank], round(distance, 2), not distance < typical, reasons
    )


def _known(part: float) -> float | None:
    return None if part != part else round(part, 2)
