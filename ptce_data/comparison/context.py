"""The context of a pole: what makes two poles alike before anything is said of their practices.

Shares of structures are known by halves only, and a sector counts from a quarter of the structures: a distance on one
variable must not tell what one structure of a pole answered, even where it is the only one with a weight.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from ptce_data import engines
from ptce_data.comparison.gower import Kind, Profile
from ptce_data.comparison.membership import by_halves
from ptce_data.comparison.sample_answers import Sample
from ptce_data.datasets import reading
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


def my_profile(mine: UserPole, sample: Sample, folder: Path | None = None) -> Profile:
    """The context of my pole: arrays of one value; that of the sample where my pole is one of its."""
    import numpy as np

    if mine.sample_pole_id is not None and not mine.tallies:
        rank = sample.rank[mine.sample_pole_id]
        return {key: values[rank : rank + 1] for key, values in sample_profile(sample, folder).items()}
    tallies = [tally for tally in mine.tallies if tally.indicator == "sectors" and tally.answered]
    sectors = {tally.item for tally in tallies if tally.yes >= SECTOR_SHARE * tally.answered and tally.yes}
    region = cog.REGION_OF.get(mine.departement_code or "")
    population = _populations(folder).get(mine.departement_code or "", 0)
    return {
        "secteurs": np.array(
            [sum(1 << SECTORS.order(code) for code in sectors) or SCATTERED * bool(tallies)], dtype=np.uint16
        ),
        "taille": _log([mine.structures or 0]),
        "outremer": np.array([-1 if region is None else int(region in cog.OVERSEAS_REGIONS)]),
        "departement": _log([population]),
        "qpv": np.array([_half(mine, "qpv")]),
        "iae": np.array([_half(mine, "iae")]),
        "statut": np.array([_status(mine.legal_status or "")]),
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
        "departement": _log([populations.get(code, 0) for code in sample.texts["departement_code"]]),
        "qpv": by_halves(sample, "qpv"),
        "iae": by_halves(sample, "iae"),
        "statut": np.array([_status(code) for code in sample.texts["legal_status"]], dtype=np.int64),
    }


class _Populations(dict):
    """Département → inhabitants; hashable by identity, as one per version of the file is made."""

    __hash__ = object.__hash__


def _populations(folder: Path | None) -> "_Populations":
    path = reading.path("territories", folder)
    state = path.stat()
    return _populations_of(path.parent, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=4)
def _populations_of(folder: Path, mtime: int, size: int) -> "_Populations":
    level = Criterion("level", ((Condition("level", ("departement",)),),))
    reply = engines.ask((Population("territories", (level,), (Records("all", ("code",), ("population",)),)),), folder)
    return _Populations({code: number or 0 for (code,), (number,) in reply.records["all"]})


def _log(values) -> "np.ndarray":
    """Base-2 logarithm; NaN for 0, which means unknown."""
    import numpy as np

    numbers = np.asarray(values, dtype=float)
    return np.log2(numbers, out=np.full(numbers.shape, np.nan), where=numbers > 0)


def _half(mine: UserPole, indicator: str) -> int:
    tally = mine.tally(indicator, "oui")
    return int(2 * tally.yes >= tally.answered) if tally else -1


def _status(code: str) -> int:
    return LEGAL_STATUSES.order(code) if code in LEGAL_STATUSES else -1
