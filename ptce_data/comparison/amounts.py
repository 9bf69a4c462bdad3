"""Rows whose values are not shares of structures: coordination, and the size of the pole.

My own number is exact; the group's has the interval of its mean or of its ratio, poles being drawn (`statistics`).
"""

from ptce_data import statistics
from ptce_data.comparison.estimating import verdict
from ptce_data.comparison.reference import Reference
from ptce_data.comparison.report import Estimate, Measure, PublishedValue, Row, Spread, Verdict
from ptce_data.disclosure.comparison_policy import whole_points
from ptce_data.indicators import INDICATOR
from ptce_data.results import Result, Status
from ptce_data.schema.user_pole import UserPole


def coordination(mine: UserPole, reference: Reference, result: Result) -> Row | None:
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
    if overall.status is Status.SHOWN and not reference.withheld:
        low, high = statistics.ratio_interval(part[known], whole[known]) or (0.0, 1.0)
        # Of a protected wave, the ratio and the amounts of poles were not moved alike.
        low, high = min(low, overall.share), max(high, overall.share)
        group = Estimate(overall.share, *whole_points(low, high), None, reference.poles(known))
        judged = verdict(own, group)
    shown = reference.spread(part[known] / whole[known], int((~known).sum()))
    published = reference.published.get(("coordination", "overall"))
    return _row(
        "coordination", "overall", Measure.RATIO, (own, group), judged, reference.poles(known), shown, published
    )


def size(mine: UserPole, reference: Reference) -> Row | None:
    """Member structures; None where I did not say how many."""
    if not mine.structures:
        return None
    values = reference.sample.structures[reference.ranks]
    own, group, judged = Estimate(mine.structures), Estimate(None), (None, None)
    if not reference.withheld:
        low, high = statistics.mean_interval(values) or (None, None)
        group = Estimate(float(values.mean()), low, high, None, len(values))
        judged = verdict(own, group)
    shown = reference.spread(values, step=1)
    return _row("pole-size", "mean", Measure.SIZE, (own, group), judged, len(values), shown, None)


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
