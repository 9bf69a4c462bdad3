"""What a comparison may show of poles that answered a survey: ranges where a value would reveal an answer.

The rule of primary suppression, carried to distributions over poles and to the values that it masks.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, hypot, sqrt

from ptce_data.datasets.release import Policy, Release
from ptce_data.disclosure.policy import DisclosurePolicy, rows_may_leave
from ptce_data.disclosure.primary_suppression import THRESHOLD, below_threshold

#: Structures from which a pole has a share of its own in a distribution.
MIN_ANSWERS = 3

#: Ends of a coarse range are multiples of this share.
STEP = 0.05

#: Design effects are rounded up to a multiple of this: exact, one would reveal how an answer is spread over poles.
EFFECT_STEP = 0.25


@dataclass(frozen=True)
class Spread:
    """How the poles of a group are distributed: middle half, and whole range.

    Both are (low, high), None where they would reveal too few poles. `coarse`: each end has 3 poles at or beyond it
    and is rounded outwards, because these poles answered a survey. `poles` counts those with enough answers
    (`left_out` have too few for a share of their own). withheld: nothing is shown because of the policy.
    """

    poles: int
    middle: tuple[float, float] | None = None
    whole: tuple[float, float] | None = None
    coarse: bool = False
    left_out: int = 0
    withheld: bool = False


def picking_refusal(release: Release) -> str:
    """Why no pole of a wave may be chosen as the user's, in French; "" where its rows are made up, or are open.

    A user who chooses a pole sees its own figures, and takes it out of a group at will: both reveal its answers.
    """
    if rows_may_leave(release) and release.policy is not Policy.PROTECTED:
        return ""
    kind = "protégée" if release.policy is Policy.PROTECTED else "réelle, et sous le secret statistique"
    return (
        f"cette vague est {kind}\u00a0: prendre un de ses pôles montrerait ce que ses structures ont répondu. "
        "Remède\u00a0: remplir le formulaire, ou déposer un fichier."
    )


def shows_exact_answers(release: Release) -> bool:
    """Whether the figures of a wave are exact ones of real respondents who did not agree to publish their answers.

    Then a group made at will shows nothing: the difference of its figures with and without a pole would be that
    pole's. And no group shows how its poles are distributed: beside its exact count and their sizes, an end is often
    one pole's answer. A protected wave's figures are shifted; made-up or open rows have nothing to hide.
    """
    return release.policy is Policy.THRESHOLD and not rows_may_leave(release)


def shows_ranks(release: Release, chosen: bool) -> bool:
    """Whether a rank among the poles of a group may be shown; chosen: the group was made at will.

    One share after another would find every pole's.
    """
    if release.policy is Policy.OPEN:
        return True
    return not (release.policy is Policy.PROTECTED or shows_exact_answers(release) or chosen)


def shows_practices(release: Release) -> bool:
    """Whether what most structures of one pole do may be shown: in a protected wave it is their answer."""
    return release.policy is not Policy.PROTECTED


def pole_size(structures: int, release: Release) -> int | None:
    """How many structures of one pole answered; None where it may not be shown."""
    if release.policy is Policy.PROTECTED or (release.policy is Policy.THRESHOLD and below_threshold(structures)):
        return None
    return int(structures)


def possible_shares(count: int, base: int, policy: DisclosurePolicy) -> tuple[float, float]:
    """The (least, greatest) share, from 0 to 1, that a masked answer may have: what the rule itself says, no more.

    In a protected wave the rule is applied to shifted counts: it says nothing of the true one.
    """
    if below_threshold(base) or not base or policy.rule is Policy.PROTECTED:
        return 0.0, 1.0
    few = min(THRESHOLD - 1, base)
    if below_threshold(count):
        return 1 / base, few / base
    if below_threshold(base - count):
        return (base - few) / base, (base - 1) / base
    # Masked only to protect another cell: any number of respondents.
    return 0.0, 1.0


def spread(
    values: Sequence[float], policy: DisclosurePolicy, chosen: bool = False, left_out: int = 0, step: float = STEP
) -> Spread:
    """The middle half and the whole range of values, one a pole (float64[n_poles]).

    chosen: the poles were picked one by one, or weights moved until they came. Under `protected` nothing is then
    shown: the difference of two groups that differ by one pole would reveal its share. step: ends are rounded
    outwards to its multiples.
    """
    import numpy as np

    ordered = np.sort(np.asarray(values, dtype=float))
    poles = len(ordered)
    if not poles:
        return Spread(0, left_out=left_out)
    quartiles = np.quantile(ordered, (0.25, 0.75))
    if policy.rule is Policy.PROTECTED and chosen:
        return Spread(poles, coarse=True, left_out=left_out, withheld=True)
    if policy.rule is Policy.OPEN:
        return Spread(poles, _pair(*quartiles), _pair(ordered[0], ordered[-1]), left_out=left_out)
    middle = whole = None
    # The third pole from each end: two at least stay hidden beyond it.
    if poles >= 2 * THRESHOLD:
        whole = _outwards(ordered[THRESHOLD - 1], ordered[-THRESHOLD], step)
    if floor((poles - 1) / 4) + 1 >= THRESHOLD:
        middle = _outwards(*quartiles, step)
    return Spread(poles, middle, whole, True, left_out)


def whole_points(low: float, high: float) -> tuple[float, float]:
    """An interval of shares rounded outwards to whole percentage points.

    The difference of two exact intervals, with and without one pole, would help to find that pole's answer.
    """
    return floor(low * 100) / 100, ceil(high * 100) / 100


def coarse_effect(effect: float) -> float:
    """A design effect rounded up to a multiple of EFFECT_STEP."""
    return ceil(effect / EFFECT_STEP) * EFFECT_STEP


def widened(
    share: float, interval: tuple[float, float], base: int, quantile: float, policy: DisclosurePolicy
) -> tuple[float, float]:
    """The interval of a share, widened in a protected wave, where its count and its base were both shifted.

    quantile: of the normal law, for the level of the interval.
    """
    low, high = interval
    if policy.rule is not Policy.PROTECTED:
        return low, high
    shift = quantile * sqrt(policy.table.variance * (1 + share**2)) / base
    return max(0.0, share - hypot(share - low, shift)), min(1.0, share + hypot(high - share, shift))


def _pair(low: float, high: float) -> tuple[float, float]:
    return float(low), float(high)


def _outwards(low: float, high: float, step: float) -> tuple[float, float]:
    # Rounded first: 0.15 / 0.05 is a hair under 3.
    return floor(round(low / step, 9)) * step, ceil(round(high / step, 9)) * step
