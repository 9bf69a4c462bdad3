"""What a comparison may say of poles that answered a survey: ranges where a value would tell too much.

The rule of `disclosure`, carried to distributions over poles and to the values that it masks.
"""

from collections.abc import Sequence
from math import ceil, floor

from ptce_data import disclosure
from ptce_data.comparison.report import Spread
from ptce_data.datasets.release import Policy, Release

#: Structures from which a pole has a share of its own in a distribution.
MIN_ANSWERS = 3

#: Ends of a coarse range are multiples of this share.
STEP = 0.05


def picking_refusal(wave: Release) -> str:
    """Why no pole of a wave may be taken as mine, in French; "" where one may: its rows are made up, or are open.

    Whoever takes a pole sees its own figures, and takes it out of a group at will: both tell what it answered.
    """
    if disclosure.rows_may_leave(wave) and wave.policy is not Policy.PROTECTED:
        return ""
    kind = "protégée" if wave.policy is Policy.PROTECTED else "réelle, et sous le secret statistique"
    return (
        f"cette vague est {kind}\u00a0: prendre un de ses pôles montrerait ce que ses structures ont répondu. "
        "Remède\u00a0: remplir le formulaire, ou déposer un fichier."
    )


def tells_exact_answers(wave: Release) -> bool:
    """Whether the figures let out of a wave are exact ones of real respondents who did not agree to be told.

    Then a group made at will tells nothing: with and without a pole, its figures would tell that pole's. And no group
    tells how its poles are distributed: beside its exact count and their sizes, an end is often one pole's answer.
    A protected wave's figures are shifted, and tell nothing certain; made-up or open rows have nothing to keep.
    """
    return wave.policy is Policy.THRESHOLD and not disclosure.rows_may_leave(wave)


def size(structures: int, wave: Release) -> int | None:
    """How many structures of one pole answered; None where it isn't told."""
    if wave.policy is Policy.PROTECTED or (wave.policy is Policy.THRESHOLD and disclosure.small(structures)):
        return None
    return int(structures)


def possible(count: int, base: int, policy: Policy) -> tuple[float, float]:
    """The range of shares that a masked answer may have: what the rule itself tells, and no more.

    In a protected wave the rule is judged on shifted counts: it tells nothing of the true one.
    """
    if disclosure.small(base) or not base or policy is Policy.PROTECTED:
        return 0.0, 1.0
    few = min(disclosure.THRESHOLD - 1, base)
    if disclosure.small(count):
        return 1 / base, few / base
    if disclosure.small(base - count):
        return (base - few) / base, (base - 1) / base
    # Masked only so that another isn't told: any number of respondents.
    return 0.0, 1.0


def spread(
    values: Sequence[float], policy: Policy, chosen: bool = False, left_out: int = 0, step: float = STEP
) -> Spread:
    """The middle half and the whole range of values, one a pole.

    chosen: the poles were picked one by one, or weights moved until they came. Under `protected` nothing is then told:
    groups that differ by one pole would tell that pole's share. step: ends are rounded outwards to its multiples.
    """
    import numpy as np

    ordered = np.sort(np.asarray(values, dtype=float))
    poles = len(ordered)
    if not poles:
        return Spread(0, left_out=left_out)
    quartiles = np.quantile(ordered, (0.25, 0.75))
    if policy is Policy.PROTECTED and chosen:
        return Spread(poles, coarse=True, left_out=left_out, withheld=True)
    if policy is Policy.OPEN:
        return Spread(poles, _pair(*quartiles), _pair(ordered[0], ordered[-1]), left_out=left_out)
    few = disclosure.THRESHOLD
    middle = whole = None
    # The third pole from each end: two at least are hidden beyond what is told of them.
    if poles >= 2 * few:
        whole = _outwards(ordered[few - 1], ordered[-few], step)
    if floor((poles - 1) / 4) + 1 >= few:
        middle = _outwards(*quartiles, step)
    return Spread(poles, middle, whole, True, left_out)


def _pair(low: float, high: float) -> tuple[float, float]:
    return float(low), float(high)


def _outwards(low: float, high: float, step: float) -> tuple[float, float]:
    # Rounded first: 0.15 / 0.05 is a hair under 3.
    return floor(round(low / step, 9)) * step, ceil(round(high / step, 9)) * step
