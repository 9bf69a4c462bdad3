"""Rows whose values are not shares of structures: coordination, and the size of the pole.

My own number is exact; the group's has the interval of its mean or of its ratio, poles being drawn (`statistics`).
"""

from math import ceil, floor

from ptce_data import statistics
from ptce_data.comparison.estimating import verdict
from ptce_data.comparison.reference import Reference
from ptce_data.comparison.standing import Estimate, Measure, PublishedValue, Row, Spread, Verdict
from ptce_data.comparison.withholding import spread
from ptce_data.indicators import INDICATOR
from ptce_data.results import Result, Status
from ptce_data.schema.mine import MyPole


def coordination(mine: MyPole, reference: Reference, result: Result) -> Row | None:
    """The share of jobs given to coordination; None where I did not bring both numbers.

    result: the group's, disclosed.
    """
    if mine.fte_total is None or mine.fte_coordination is None or mine.fte_total <= 0:
        return None
    if not 0 <= mine.fte_coordination <= mine.fte_total:
        return None
    own = Estimate(mine.fte_coordination / mine.fte_total)
    sample, ranks = reference.sample, reference.ranks
    part, whole = sample.fte_coordination[ranks], sample.fte_total[ranks]
    known = (part >= 0) & (whole > 0)
    overall = next(item for item in result.items if item.code == "overall")
    group, judged = Estimate(None), (None, None)
    if overall.status is Status.SHOWN:
        low, high = statistics.ratio_interval(part[known], whole[known]) or (0.0, 1.0)
        # To the point, outwards: with and without one pole, an exact interval would help to find its answer.
        low, high = floor(low * 100) / 100, ceil(high * 100) / 100
        group = Estimate(overall.share, low, high, None, int(known.sum()))
        judged = verdict(own, group)
    shown = spread(part[known] / whole[known], reference.policy, reference.chosen, int((~known).sum()))
    published = reference.published.get(("coordination", "overall"))
    return _row("coordination", "overall", Measure.RATIO, (own, group), judged, int(known.sum()), shown, published)


def size(mine: MyPole, reference: Reference) -> Row | None:
    """Member structures; None where I did not say how many."""
    if not mine.structures:
        return None
    values = reference.sample.structures[reference.ranks]
    low, high = statistics.mean_interval(values) or (None, None)
    own, group = Estimate(mine.structures), Estimate(float(values.mean()), low, high, None, len(values))
    shown = spread(values, reference.policy, reference.chosen, step=1)
    return _row("pole-size", "mean", Measure.SIZE, (own, group), verdict(own, group), len(values), shown, None)


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
