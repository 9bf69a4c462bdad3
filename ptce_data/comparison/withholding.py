"""What a comparison may say of poles that answered a survey: ranges where a value would tell too much.

The rule of `disclosure`, carried to distributions over poles and to the values that it masks.
"""

from collections.abc import Sequence
from math import ceil, floor

from ptce_data import disclosure
from ptce_data.comparison.standing import Spread
from ptce_data.datasets.release import Policy

#: Structures from which a pole has a share of its own in a distribution.
MIN_ANSWERS = 3

#: Ends of a coarse range are multiples of this share.
STEP = 0.05


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
