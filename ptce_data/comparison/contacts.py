"""Poles to call: like the user's in context, with practices or sectors that it lacks; and one sentence for each.

Real poles come first, on public facts alone: territory and sectors. Poles of the sample complete them on practices,
which no public page gives; they are said to come from the sample, and their practices by halves only.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ptce_data.comparison.neighbours import nearest_poles
from ptce_data.comparison.real_poles import RealPole, centre, real_poles
from ptce_data.comparison.sample_answers import COMPARABLE, Sample, load_sample
from ptce_data.datasets.paths import pinned
from ptce_data.disclosure.comparison_policy import MIN_ANSWERS, picking_refusal, shows_practices
from ptce_data.poles.distances import distances_km
from ptce_data.schema import cog
from ptce_data.schema.codes import SECTORS
from ptce_data.schema.questions import QUESTION
from ptce_data.schema.user_pole import UserPole
from ptce_data.texts.formats import NBSP, NNBSP, listing, number, quoted

if TYPE_CHECKING:
    from ptce_data.comparison.neighbours import nearest_poles


#: Distance at which two poles are as far as can be, in km: few people would go further in a morning.
FAR_KM = 300.0
#: Weights in how near a real pole is to the user's: the place, the sectors shared.
PLACE, SHARED = 0.5, 0.5
#: Themes of the questions that are about what a pole does; values and effects are not.
PRACTICES = ("pooling", "forms")
#: At most this share of the structures of the user's pole has a practice that the pole "lacks".
RARE = 1 / 3
#: More than this share of the structures of a pole that "has" it.
COMMON = 1 / 2
#: Distance on one variable up to which two poles are close.
CLOSE = 0.1
#: How many similar poles of the sample are searched for such practices.
NEIGHBOURS = 12


@dataclass(frozen=True)
class Recommendation:
    """One pole to call, and why.

    provenance: "public" for a real pole, else that of the sample. shared: sectors in common; brings: (indicator,
    item) that it has and the user's pole lacks, its most telling first. km: distance as the crow flies from the
    centre of the inhabitants of the user's département, None where a place isn't known. close_variables: keys of
    the context's variables on which the two poles are close.
    """

    pole_id: str
    name: str
    provenance: str
    place: str
    brings: tuple[tuple[str, str], ...]
    shared: tuple[str, ...] = ()
    same_region: bool = False
    km: float | None = None
    close_variables: tuple[str, ...] = ()


def recommendations(
    user_pole: UserPole, wanted: int = 5, folder: str | Path | None = None
) -> tuple[Recommendation, ...]:
    """Up to `wanted` real poles and up to `wanted` poles of the sample, the most promising first.

    Empty where the user gave neither sectors nor practices: nothing is guessed. Raises DataError.
    """
    folder = pinned(folder)
    sample = load_sample(folder)
    if user_pole.sample_pole_id and picking_refusal(sample.release):
        return ()
    return (*_real_poles(user_pole, sample, wanted, folder), *_sample_poles(user_pole, sample, wanted, folder))


# Real poles: territory and sectors


def _real_poles(user_pole: UserPole, sample: Sample, wanted: int, folder: Path | None) -> list[Recommendation]:
    sectors = user_sectors(user_pole, sample)
    departement = _departement(user_pole, sample)
    if not sectors:
        return []
    others = [pole for pole in real_poles(folder) if set(pole.sectors) - sectors]
    distances = _kilometres(departement, others, folder)
    ranked = []
    for pole, km in zip(others, distances, strict=True):
        same_region = departement is not None and cog.REGION_OF.get(departement) == pole.region_code
        shared = tuple(code for code in pole.sectors if code in sectors)
        if not (shared or same_region):
            continue
        near = 1 - min(km, FAR_KM) / FAR_KM if km is not None else 0.5 * same_region
        score = PLACE * near + SHARED * len(shared) / len(sectors | set(pole.sectors))
        brings = tuple(("sectors", code) for code in pole.sectors if code not in sectors)
        ranked.append((-score, pole.pole_id, _real_recommendation(pole, brings, shared, same_region, km)))
    return [call for _, _, call in sorted(ranked, key=lambda row: row[:2])[:wanted]]


def _real_recommendation(pole: RealPole, brings, shared, same_region: bool, km: float | None) -> Recommendation:
    place = pole.commune_name or cog.REGIONS.label(pole.region_code)
    if pole.departement_code:
        known = pole.commune_name or cog.DEPARTEMENTS.label(pole.departement_code)
        place = f"{known} ({pole.departement_code})"
    return Recommendation(pole.pole_id, pole.name, "public", place, brings, shared, same_region, km)


def _kilometres(departement: str | None, poles: list[RealPole], folder: Path | None) -> list[float | None]:
    middle = centre(departement, folder) if departement else None
    placed = [pole.point for pole in poles if pole.point]
    if middle is None or not placed:
        return [None] * len(poles)
    kilometres = iter(distances_km(np.array([middle]), np.array(placed))[0].tolist())
    return [next(kilometres) if pole.point else None for pole in poles]


def user_sectors(user_pole: UserPole, sample: Sample) -> set[str]:
    """The sectors of at least one structure of the user's pole."""
    if user_pole.sample_pole_id is not None and not user_pole.tallies:
        rank = sample.rank[user_pole.sample_pole_id]
        return {item for (key, item), yes in sample.yes.items() if key == "sectors" and yes[rank]}
    return {tally.item for tally in user_pole.tallies if tally.indicator == "sectors" and tally.yes}


def _departement(user_pole: UserPole, sample: Sample) -> str | None:
    if user_pole.departement_code or user_pole.sample_pole_id is None:
        return user_pole.departement_code
    return sample.texts["departement_code"][sample.rank[user_pole.sample_pole_id]]


# Poles of the sample: practices


def _sample_poles(user_pole: UserPole, sample: Sample, wanted: int, folder: Path | None) -> list[Recommendation]:
    rare = _rare_practices(user_pole, sample)
    if not rare or not shows_practices(sample.release):
        return []
    near = nearest_poles(user_pole, sample, NEIGHBOURS, None, folder)
    ranked = []
    for place, pole in enumerate(near.poles):
        brings = _common_practices(sample, sample.rank[pole.pole_id], rare)
        if brings and not pole.far:
            # Nearly every pole is in the Hexagone: that says nothing.
            known = [reason for reason in pole.reasons if reason.distance is not None and reason.variable != "outremer"]
            close_variables = tuple(reason.variable for reason in known if reason.distance <= CLOSE)
            ranked.append((-len(brings), place, _sample_recommendation(sample, pole.pole_id, brings, close_variables)))
    return [call for _, _, call in sorted(ranked, key=lambda row: row[:2])[:wanted]]


def _sample_recommendation(sample: Sample, pole_id: str, brings, close_variables: tuple[str, ...]) -> Recommendation:
    rank = sample.rank[pole_id]
    departement = sample.texts["departement_code"][rank]
    place = f"{cog.DEPARTEMENTS.label(departement)} ({departement})"
    return Recommendation(
        pole_id, sample.texts["name"][rank], sample.release.provenance, place, brings, close_variables=close_variables
    )


def _rare_practices(user_pole: UserPole, sample: Sample) -> Mapping[tuple[str, str], float]:
    """(question, item) → share (0 to 1), for the practices that few structures of the user's pole have."""
    if user_pole.sample_pole_id is not None and not user_pole.tallies:
        # A pole of the sample says nothing of its own practices here: they are respondents' answers.
        return {}
    questions = {indicator.key for indicator in COMPARABLE if indicator.theme in PRACTICES}
    return {
        (tally.indicator, tally.item): tally.yes / tally.answered
        for tally in user_pole.tallies
        if tally.indicator in questions and tally.answered and tally.yes <= RARE * tally.answered
    }


def _common_practices(sample: Sample, rank: int, rare: Collection[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """What most structures of a pole do, where so many answered and said yes that it reveals none of their answers."""
    brought = []
    for indicator, item in rare:
        yes, answered = int(sample.said(indicator, item)[rank]), int(sample.answered[indicator][rank])
        if yes >= MIN_ANSWERS and yes > COMMON * answered:
            brought.append((-yes / answered, indicator, item))
    return tuple((indicator, item) for _, indicator, item in sorted(brought))


#: (question, item) → what a pole does.
_PRACTICES = {
    ("pooling", "competences"): "partagent des compétences",
    ("pooling", "connaissances"): "partagent des connaissances",
    ("pooling", "lieux"): "partagent des lieux",
    ("pooling", "moyens-materiels"): "partagent des moyens matériels",
    ("pooling", "moyens-financiers"): "partagent des moyens financiers",
}


def recommendation_reason(call: Recommendation, words: Mapping[str, str]) -> str:
    """`À 20 km environ, même région ; aussi dans « Culture » ; agit dans « Emploi », absent de mon pôle.`

    words: variable of the context → its words in a sentence.
    """
    if call.provenance == "public":
        return _real_reason(call)
    close_variables = listing([words[key] for key in call.close_variables])
    opening = f"semblable par {close_variables}" if close_variables else "contexte voisin"
    practices = listing([_practice(indicator, item) for indicator, item in call.brings])
    return (
        f"{_origin(call)}{NBSP}: {opening}{NNBSP}; la plupart de ses structures {practices}, "
        "un tiers au plus des miennes."
    )


def _real_reason(call: Recommendation) -> str:
    place = []
    if call.km is not None:
        place.append(f"à {number(round(call.km, -1) or 10)}{NBSP}km environ")
    if call.same_region:
        place.append("même région")
    parts = [", ".join(place)] if place else []
    if call.shared:
        parts.append(f"aussi dans {_sectors(call.shared)}")
    brought = [item for indicator, item in call.brings if indicator == "sectors"]
    absent = "absent de mon pôle" if len(brought) == 1 else "absents de mon pôle"
    parts.append(f"agit dans {_sectors(brought)}, {absent}")
    words = f"{NNBSP}; ".join(parts)
    return f"{words[:1].upper()}{words[1:]}."


def _origin(call: Recommendation) -> str:
    return "Pôle de l’échantillon de démonstration" if call.provenance == "demonstration" else "Pôle de l’enquête"


def _sectors(codes) -> str:
    return listing([quoted(SECTORS.label(code)) for code in codes])


def _practice(indicator: str, item: str) -> str:
    own = _PRACTICES.get((indicator, item))
    if own:
        return own
    label = next(code.label for code in QUESTION[indicator].items if code.code == item)
    return f"disent {quoted(label)}"
