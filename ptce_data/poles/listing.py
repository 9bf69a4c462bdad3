"""The list of poles: what is searched, how it is sorted, what is kept."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from ptce_data.poles import pole_wording
from ptce_data.poles.communes import normalise
from ptce_data.poles.directory import Pole
from ptce_data.schema import cog
from ptce_data.schema.codes import RECOGNITIONS, SECTORS


@dataclass(frozen=True)
class Order:
    """One way to sort: its label, and what each pole is ranked by; the name settles ties."""

    label: str
    rank: Callable[[Pole], object]


ORDERS: dict[str, Order] = {
    "nom": Order("Nom", lambda pole: 0),
    "territoire": Order(
        "Territoire", lambda pole: (normalise(cog.REGIONS.label(pole.region_code)), pole.departement_code or "~")
    ),
    "secteur": Order("Secteur principal", lambda pole: SECTORS.order(pole.main_sector)),
    "reconnaissance": Order("Reconnaissance", lambda pole: RECOGNITIONS.order(pole.recognition)),
    "annee": Order("Année de création, la plus récente d’abord", lambda pole: -(pole.year_created or 0)),
}

#: Which poles the list keeps: all, those drawn on the map, those known by their territory alone.
KEPT: dict[str, tuple[str, Callable[[Pole], bool]]] = {
    "tous": ("Tous", lambda pole: True),
    "places": ("Sur la carte", lambda pole: pole.located),
    "listes": ("Hors carte", lambda pole: not pole.located),
}


def listed(poles: Iterable[Pole], words: str = "", order: str = "nom", kept: str = "tous") -> tuple[Pole, ...]:
    """The poles that hold every word, sorted. order: a key of ORDERS; kept: a key of KEPT.

    Words are looked for at the beginning of any word of the name, alias, place, carrier or sectors, whatever their
    case and accents.
    """
    wanted = normalise(words).split()
    _, keep = KEPT[kept]
    found = [pole for pole in poles if keep(pole) and all(f" {word}" in _searched(pole) for word in wanted)]
    rank = ORDERS[order].rank
    return tuple(sorted(found, key=lambda pole: (rank(pole), _sorted_as(pole.name), pole.pole_id)))


@lru_cache(maxsize=10_000)
def _sorted_as(name: str) -> str:
    return normalise(name)


def _searched(pole: Pole) -> str:
    departement = cog.DEPARTEMENTS.label(pole.departement_code) if pole.departement_code else ""
    region = cog.REGIONS.label(pole.region_code)
    parts = (
        pole.name,
        pole.alias,
        pole_wording.place(pole),
        departement,
        region,
        pole.carrier,
        pole_wording.sectors(pole),
    )
    return " " + normalise(" ".join(part for part in parts if part))
