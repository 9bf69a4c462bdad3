"""Poles to call: like mine in context, doing what mine does not.

Real poles come first, on public facts alone: territory and sectors. Poles of the sample complete them on practices,
which no public page gives; they are said to come from the sample, and their practices by halves only.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ptce_data.comparison.real_poles import RealPole, centre, real_poles
from ptce_data.comparison.sample_answers import COMPARABLE, Sample, sample
from ptce_data.comparison.similar import similar_poles
from ptce_data.datasets.paths import pinned
from ptce_data.disclosure.comparison_policy import MIN_ANSWERS, picking_refusal, shows_practices
from ptce_data.poles.distances import distances_km
from ptce_data.schema import cog
from ptce_data.schema.user_pole import UserPole

#: Distance at which two poles are as far as can be, in km: few people would go further in a morning.
FAR_KM = 300.0
#: Parts of how near a real pole is to mine: the place, the sectors shared.
PLACE, SHARED = 0.5, 0.5
#: Themes of the questions that are about what a pole does; values and effects are not.
PRACTICES = ("pooling", "forms")
#: At most this share of my structures has a practice that mine "does not".
RARE = 1 / 3
#: More than this share of the structures of a pole that "does".
COMMON = 1 / 2
#: Distance on one variable up to which two poles are alike.
ALIKE = 0.1
#: Among how many similar poles of the sample a complement is looked for.
NEIGHBOURS = 12


@dataclass(frozen=True)
class Call:
    """One pole to call, and why.

    provenance: "public" for a real pole, else that of the sample. shared: sectors in common; brings: (indicator,
    item) that it does and mine does not, its most telling first. km: as the crow flies from the middle of my
    département's inhabitants, None where a place isn't known. alike: variables of the context that are close.
    """

    pole_id: str
    name: str
    provenance: str
    place: str
    brings: tuple[tuple[str, str], ...]
    shared: tuple[str, ...] = ()
    same_region: bool = False
    km: float | None = None
    alike: tuple[str, ...] = ()


def calls(mine: UserPole, wanted: int = 5, folder: str | Path | None = None) -> tuple[Call, ...]:
    """Up to `wanted` real poles and up to `wanted` poles of the sample, the most promising first.

    Empty where I said neither my sectors nor my practices: nothing is guessed. Raises DataError.
    """
    folder = pinned(folder)
    found = sample(folder)
    if mine.sample_pole_id and picking_refusal(found.release):
        return ()
    return (*_real(mine, found, wanted, folder), *_sampled(mine, found, wanted, folder))


# Real poles: territory and sectors


def _real(mine: UserPole, found: Sample, wanted: int, folder: Path | None) -> list[Call]:
    sectors = my_sectors(mine, found)
    departement = _departement(mine, found)
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
        ranked.append((-score, pole.pole_id, _real_call(pole, brings, shared, same_region, km)))
    return [call for _, _, call in sorted(ranked, key=lambda row: row[:2])[:wanted]]


def _real_call(pole: RealPole, brings, shared, same_region: bool, km: float | None) -> Call:
    place = pole.commune_name or cog.REGIONS.label(pole.region_code)
    if pole.departement_code:
        known = pole.commune_name or cog.DEPARTEMENTS.label(pole.departement_code)
        place = f"{known} ({pole.departement_code})"
    return Call(pole.pole_id, pole.name, "public", place, brings, shared, same_region, km)


def _kilometres(departement: str | None, poles: list[RealPole], folder: Path | None) -> list[float | None]:
    middle = centre(departement, folder) if departement else None
    placed = [pole.point for pole in poles if pole.point]
    if middle is None or not placed:
        return [None] * len(poles)
    found = iter(distances_km(np.array([middle]), np.array(placed))[0].tolist())
    return [next(found) if pole.point else None for pole in poles]


def my_sectors(mine: UserPole, found: Sample) -> set[str]:
    """The sectors that some structure of mine has."""
    if mine.sample_pole_id is not None and not mine.tallies:
        rank = found.rank[mine.sample_pole_id]
        return {item for (key, item), yes in found.yes.items() if key == "sectors" and yes[rank]}
    return {tally.item for tally in mine.tallies if tally.indicator == "sectors" and tally.yes}


def _departement(mine: UserPole, found: Sample) -> str | None:
    if mine.departement_code or mine.sample_pole_id is None:
        return mine.departement_code
    return found.texts["departement_code"][found.rank[mine.sample_pole_id]]


# Poles of the sample: practices


def _sampled(mine: UserPole, found: Sample, wanted: int, folder: Path | None) -> list[Call]:
    rare = _rare(mine, found)
    if not rare or not shows_practices(found.release):
        return []
    near = similar_poles(mine, found, NEIGHBOURS, None, folder)
    built = []
    for place, pole in enumerate(near.poles):
        brings = _brought(found, found.rank[pole.pole_id], rare)
        if brings and not pole.far:
            # Nearly every pole is in the Hexagone: that says nothing.
            told = [one for one in pole.reasons if one.distance is not None and one.variable != "outremer"]
            alike = tuple(one.variable for one in told if one.distance <= ALIKE)
            built.append((-len(brings), place, _sampled_call(found, pole.pole_id, brings, alike)))
    return [call for _, _, call in sorted(built, key=lambda row: row[:2])[:wanted]]


def _sampled_call(found: Sample, pole_id: str, brings, alike: tuple[str, ...]) -> Call:
    rank = found.rank[pole_id]
    departement = found.texts["departement_code"][rank]
    place = f"{cog.DEPARTEMENTS.label(departement)} ({departement})"
    return Call(pole_id, found.texts["name"][rank], found.release.provenance, place, brings, alike=alike)


def _rare(mine: UserPole, found: Sample) -> Mapping[tuple[str, str], float]:
    """(question, item) → my share, for the practices that few of my structures have."""
    if mine.sample_pole_id is not None and not mine.tallies:
        # A pole of the sample says nothing of its own practices here: they are respondents' answers.
        return {}
    questions = {one.key for one in COMPARABLE if one.theme in PRACTICES}
    return {
        (tally.indicator, tally.item): tally.yes / tally.answered
        for tally in mine.tallies
        if tally.indicator in questions and tally.answered and tally.yes <= RARE * tally.answered
    }


def _brought(found: Sample, rank: int, rare: Collection[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """What most structures of a pole do, where enough answered and enough said yes for none to be told."""
    brought = []
    for indicator, item in rare:
        yes, answered = int(found.said(indicator, item)[rank]), int(found.answered[indicator][rank])
        if yes >= MIN_ANSWERS and yes > COMMON * answered:
            brought.append((-yes / answered, indicator, item))
    return tuple((indicator, item) for _, indicator, item in sorted(brought))
