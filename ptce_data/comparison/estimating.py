"""Estimates of shares, mine and the group's, shown or masked, and the verdict between two of them.

My own interval is Wilson's, without finite-population correction. Where all my structures answered, my share is
exact and has no sampling error; the interval then says how far the share of a pole of that size moves by the chance
of who its members are, and it is that chance which a verdict must rule out before it says "below" or "above".
The group's interval is Wilson's on the effective size of its poles taken as clusters, with the correction where the
frame is known. In a protected wave, both are widened by the variance of the shifts.
"""

from itertools import product
from statistics import NormalDist
from typing import TYPE_CHECKING

from ptce_data import statistics
from ptce_data.comparison.report import Estimate, Verdict
from ptce_data.disclosure import DisclosurePolicy
from ptce_data.disclosure.comparison_policy import coarse_effect, possible_shares, widened
from ptce_data.results import Item, Status

if TYPE_CHECKING:
    import numpy as np


def counted(yes: int, answered: int) -> Estimate:
    """The share of figures that one brings: never masked."""
    share = yes / answered
    ((low, high),) = statistics.wilson([share], [answered])
    return Estimate(share, low, high, yes, answered)


def of_my_pole(item: Item, base: int, yes: int, policy: DisclosurePolicy) -> Estimate | None:
    """The share of a pole of the sample, as the policy shows it and its base; None where nobody answered."""
    if not base or item.status not in (Status.SHOWN, Status.MASKED):
        return None
    if item.status is Status.SHOWN:
        ((low, high),) = statistics.wilson([item.share], [base])
        return Estimate(item.share, *_blurred(item.share, low, high, base, policy), item.count, base)
    least, most = possible_shares(yes, base, policy)
    bounds = statistics.wilson([least, most], [base, base])
    return Estimate(None, bounds[0][0], bounds[1][1], None, base, (least, most))


def of_the_group(
    item: Item,
    base: int,
    counts: tuple["np.ndarray", "np.ndarray"],
    frame: int | None,
    policy: DisclosurePolicy,
) -> Estimate | None:
    """The share of a group of poles, as the policy shows it; None where nobody answered.

    counts: yes and answered of each pole, for the variance between poles alone.
    """
    yes, answered = counts
    if not base or item.status not in (Status.SHOWN, Status.MASKED):
        return None
    frame = frame if frame is not None and frame > max(base, answered.sum()) else None
    if item.status is Status.SHOWN:
        effect = coarse_effect(statistics.design_effect(yes, answered))
        low, high = statistics.clustered_interval(item.share, base, effect, frame)
        return Estimate(item.share, *_blurred(item.share, low, high, base, policy), item.count, base)
    ends = possible_shares(int(yes.sum()), base, policy)
    # As if poles were alike: how a masked answer is spread over them would help to find it.
    bounds = statistics.wilson(ends, [statistics.effective_size(base, frame)] * 2)
    return Estimate(None, bounds[0][0], bounds[1][1], None, base, ends)


def _blurred(share: float, low: float, high: float, base: int, policy: DisclosurePolicy) -> tuple[float, float]:
    return widened(share, (low, high), base, NormalDist().inv_cdf(0.5 + statistics.CONFIDENCE / 2), policy)


def verdict(mine: Estimate, reference: Estimate) -> tuple[Verdict, tuple[float, float]]:
    """The verdict, and the 95 % interval of mine less the reference.

    A masked value is every value of its range: "below" or "above" is said only where all of them say it.
    """
    gaps = [statistics.difference(one, other) for one, other in product(_ends(mine), _ends(reference))]
    low, high = min(gap[0] for gap in gaps), max(gap[1] for gap in gaps)
    if high < 0:
        return Verdict.BELOW, (low, high)
    return (Verdict.ABOVE if low > 0 else Verdict.COMPATIBLE), (low, high)


def _ends(estimate: Estimate) -> list[tuple[float, float, float]]:
    """(value, low, high) of an estimate: itself, or both ends of what it may be."""
    values = (estimate.value,) if estimate.possible is None else estimate.possible
    return [(value, _or(estimate.low, value), _or(estimate.high, value)) for value in values]


def _or(bound: float | None, value: float) -> float:
    return value if bound is None else bound
