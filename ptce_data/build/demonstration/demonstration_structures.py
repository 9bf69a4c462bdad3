"""The 187 structures: pole, legal status, sectors, QPV, IAE."""

from collections.abc import Mapping
from functools import partial

from ptce_data.build.calibration import apportion, draw, odds
from ptce_data.build.demonstration.demonstration_poles import POLES, DemonstrationPole
from ptce_data.build.demonstration.spreading import classes, spread
from ptce_data.build.demonstration.targets import Targets
from ptce_data.schema import codes

#: Départements where we put more structures in priority neighbourhoods, and how much more (odds).
_URBAN = {"93": 6.0, "13": 4.0, "59": 3.0, "974": 3.0, "69": 2.0, "31": 1.5, "75": 1.5}

#: Statuses that can't be a structure of insertion through economic activity.
_NEVER_IAE = ("collectivite", "mutuelle", "fondation", "etablissement-public")


def rows(targets: Targets) -> list[dict]:
    """Rows of the `structures` table."""
    members = {pole.pole_id: [f"{pole.pole_id}-{rank:02d}" for rank in range(1, pole.size + 1)] for pole in POLES}
    statuses = _statuses(members, targets)
    sectors = _sectors(members, targets)
    qpv = spread(targets.count("qpv", "oui"), members, _qpv_odds, _any, "qpv")
    iae = _iae(members, statuses, sectors, targets)
    return [
        {
            "structure_id": structure,
            "pole_id": pole.pole_id,
            "name": f"Structure de démonstration {structure.removeprefix('demo-')}",
            "departement_code": pole.departement,
            "region_code": pole.region,
            "sectors": [code for code in codes.SECTORS.keys if code in sectors[structure]],
            "legal_status": statuses[structure],
            "recognition": pole.recognition,
            "in_qpv": "oui" if structure in qpv else "non",
            "iae": "oui" if structure in iae else "non",
        }
        for pole in POLES
        for structure in members[pole.pole_id]
    ]


def _statuses(members: Mapping[str, list[str]], targets: Targets) -> dict[str, str]:
    """The first structure of a pole carries it, with the status that its pole declares; the others are spread."""
    wanted = targets.legal_statuses(codes.LEGAL_STATUSES)
    carriers = [pole.carrier for pole in POLES]
    names = list(wanted)
    table = classes(
        [pole.size - 1 for pole in POLES],
        [wanted[status] - carriers.count(status) for status in names],
        lambda pole, column: (wanted[names[column]] + 1) * odds(3, "status", pole.number, column),
    )
    return {
        structure: status
        for pole, counts in zip(POLES, table, strict=True)
        for structure, status in _dealt(members[pole.pole_id], pole.carrier, names, counts)
    }


def _dealt(structures: list[str], carrier: str, names: list[str], counts: list[int]) -> list[tuple[str, str]]:
    others = [status for status, number in zip(names, counts, strict=True) for _ in range(number)]
    shuffled = sorted(structures[1:], key=lambda structure: draw("deal", structure))
    return [(structures[0], carrier), *zip(shuffled, others, strict=True)]


def _sectors(members: Mapping[str, list[str]], targets: Targets) -> dict[str, set[str]]:
    """A main sector for each structure, then a second one for some: the published shares add up to more than 100 %."""
    wanted = targets.published("sectors", codes.SECTORS)
    names = list(wanted)
    seconds = apportion(sum(wanted.values()) - targets.base, [max(wanted[name] - 2, 0) for name in names])
    mains = classes(
        [pole.size for pole in POLES],
        [wanted[name] - second for name, second in zip(names, seconds, strict=True)],
        _specialisation,
    )
    sectors = {
        structure: {name}
        for pole, counts in zip(POLES, mains, strict=True)
        for structure, name in zip(
            sorted(members[pole.pole_id], key=lambda structure: draw("main", structure)),
            [name for name, number in zip(names, counts, strict=True) for _ in range(number)],
            strict=True,
        )
    }
    for column, (name, number) in enumerate(zip(names, seconds, strict=True)):
        free = {
            pole: [structure for structure in structures if _may_add(sectors[structure], name)]
            for pole, structures in members.items()
        }
        specialised = partial(_specialisation, column=column)
        for structure in spread(number, free, specialised, _any, "second", name):
            sectors[structure].add(name)
    return sectors


def _may_add(sectors: set[str], name: str) -> bool:
    return len(sectors) == 1 and name not in sectors


def _specialisation(pole: DemonstrationPole, column: int) -> float:
    """Poles are unlike: each has its main activities."""
    return odds(12, "sector", pole.number, column)


def _qpv_odds(pole: DemonstrationPole) -> float:
    return _URBAN.get(pole.departement, 1.0) * odds(4, "qpv", pole.number)


def _iae(
    members: Mapping[str, list[str]], statuses: Mapping[str, str], sectors: Mapping[str, set[str]], targets: Targets
) -> set[str]:
    able = {
        pole: [structure for structure in structures if statuses[structure] not in _NEVER_IAE]
        for pole, structures in members.items()
    }
    return spread(
        targets.count("iae", "oui"),
        able,
        lambda pole: odds(4, "iae", pole.number),
        lambda structure: 4.0 if "emploi" in sectors[structure] else 1.0,
        "iae",
    )


def _any(structure: str) -> float:
    return 1.0
