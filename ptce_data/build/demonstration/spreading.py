"""A number of "yes" spread over poles that differ, then over their structures."""

from collections.abc import Callable, Mapping, Sequence

from ptce_data.build.calibration import fit, pick, rounded
from ptce_data.build.demonstration.demonstration_poles import POLES, DemonstrationPole

#: Structures of one pole, by pole.
Members = Mapping[str, Sequence[str]]


def classes(
    rows: Sequence[int], columns: Sequence[int], weight: Callable[[DemonstrationPole, int], float]
) -> list[list[int]]:
    """How many structures of each pole in each class: both margins exact, poles as unlike as `weight` says."""
    seed = [[weight(pole, column) for column in range(len(columns))] for pole in POLES]
    return rounded(fit(seed, rows, columns))


def spread(
    number: int,
    members: Members,
    pole_odds: Callable[[DemonstrationPole], float],
    structure_odds: Callable[[str], float],
    *names: object,
) -> set[str]:
    """Exactly `number` of the structures in `members`: pole by pole first, then by Pareto sampling in each pole."""
    sizes = [len(members.get(pole.pole_id, ())) for pole in POLES]
    yes_no = classes(sizes, (number, sum(sizes) - number), lambda pole, column: pole_odds(pole) if column == 0 else 1.0)
    return {
        structure
        for pole, (yes, _) in zip(POLES, yes_no, strict=True)
        for structure in pick(members.get(pole.pole_id, ()), yes, structure_odds, *names)
    }
