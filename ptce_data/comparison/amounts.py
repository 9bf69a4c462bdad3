"""Rows whose values are not shares of structures: coordination, and the size of the pole.

My own number is exact; the group's has the interval of its mean or of its ratio, poles being drawn (`statistics`).
"""

from math import ceil, floor
from typing import TYPE_CHECKING

from ptce_data import statistics
from ptce_data.comparison.estimating import verdict
from ptce_data.comparison.sample import Sample
from ptce_data.comparison.standing import Estimate, Measure, PublishedValue, Row, Spread, Verdict
from ptce_data.comparison.withholding import MIN_ANSWERS, spread
from ptce_data.datasets.release import Policy
from ptce_data.indicators import INDICATOR
from ptce_data.results import Result, Status
from ptce_data.schema.mine import MyPole

if TYPE_CHECKING:
    import numpy as np


def coordination(
    mine: MyPole,
    sample: Sample,
    ranks: "np.ndarray",
    chosen: bool,
    result: Result,
    published: PublishedValue | None,
) -> Row | None:
    """The share of jobs given to coordination; None where I did not bring both numbers, or a pole alone is told.

    chosen: see `withholding.spread`; result: the group's, disclosed.
    """
    if mine.fte_total is None or mine.fte_coordination is None or mine.fte_total <= 0:
        return None
    if not 0 <= mine.fte_coordination <= mine.fte_total:
        return None
    own = Estimate(mine.fte_coordination / mine.fte_total)
    part, whole = sample.fte_coordination[ranks], sample.fte_total[ranks]
    known = (part >= 0) & (whole > 0)
    overall = next(item for item in result.items if item.code == "overall")
    reference, said, gap = Estimate(None), None, None
    if overall.status is Status.SHOWN:
        low, high = statistics.ratio_interval(part[known], whole[known]) or (0.0, 1.0)
        # To the point, outwards: with and without one pole, an exact interval would help to find its answer.
        low, high = floor(low * 100) / 100, ceil(high * 100) / 100
        reference = Estimate(overall.share, low, high, None, int(known.sum()))
        said, gap = verdict(own, reference)
    shown = spread(part[known] / whole[known], sample.release.policy, chosen, int((~known).sum()))
    return _row(
        "coordination", "overall", Measure.RATIO, (own, reference), (said, gap), int(known.sum()), shown, published
    )


def size(mine: MyPole, sample: Sample, ranks: "np.ndarray", chosen: bool) -> Row | None:
    """Member structures; None where I did not say how many."""
    if not mine.structures:
        return None
    values = sample.structures[ranks]
    low, high = statistics.mean_interval(values) or (None, None)
    own, reference = Estimate(mine.structures), Estimate(float(values.mean()), low, high, None, len(values))
    shown = spread(values, sample.release.policy, chosen, step=1)
    return _row("pole-size", "mean", Measure.SIZE, (own, reference), verdict(own, reference), len(values), shown, None)


def _row(
    key: str,
    item: str,
    measure: Measure,
    estimates: tuple[Estimate, Estimate],
    judged: tuple[Verdict | None, tuple[float, float] | None],
    poles: int,
    shown: Spread,
    published: PublishedValue | None,
) -> Row:
    label = {"coordination": "Emplois consacrés à la coordination", "pole-size": "Structures membres"}[key]
    return Row(
        key,
        item,
        INDICATOR[key].title,
        label,
        measure,
        *estimates,
        poles,
        shown,
        published,
        gap=judged[1],
        verdict=judged[0],
        missing="" if judged[0] else "reference",
        alone=True,
    )


def shares_spread(yes: "np.ndarray", answered: "np.ndarray", policy: Policy, chosen: bool) -> Spread:
    """The distribution of the poles' own shares, those with too few answers left out."""
    enough = answered >= MIN_ANSWERS
    return spread(yes[enough] / answered[enough], policy, chosen, int((~enough & (answered > 0)).sum()))
