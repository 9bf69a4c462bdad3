"""The rows of a comparison report: estimates of the user's pole and of its group, and the verdict between them.

The interval of the user's own share is Wilson's, without finite-population correction. Where all the structures of the
pole answered, the share is exact and has no sampling error; the interval then says how far the share of a pole of that
size moves by the chance of its membership, and a verdict must rule out that chance before it says "below" or "above".
The group's interval is Wilson's on the effective size of its poles taken as clusters, with the correction where the
frame is known. In a protected wave, both are widened by the variance of the shifts. A number of jobs or of structures
is exact for the user's pole; the group's has the interval of its mean or of its ratio, as if poles were drawn
(`statistics`). Arrays of poles, `yes` and `answered`, are int64[n_poles of the group].
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from statistics import NormalDist
from typing import TYPE_CHECKING

from ptce_data import statistics
from ptce_data.comparison.report import Estimate, Measure, PublishedValue, Row, SelectionBounds, Verdict
from ptce_data.comparison.sample_answers import COMPARABLE, Sample
from ptce_data.datasets.catalogue import DATASET
from ptce_data.disclosure import DisclosurePolicy, comparison_policy
from ptce_data.disclosure.comparison_policy import (
    MIN_ANSWERS,
    STEP,
    Spread,
    coarse_effect,
    possible_shares,
    shows_exact_answers,
    whole_points,
    widened,
)
from ptce_data.indicators import INDICATOR, Indicator, Kind
from ptce_data.results import Item, Result, Status
from ptce_data.schema.codes import YES_NO
from ptce_data.schema.questions import QUESTIONS
from ptce_data.schema.user_pole import UserPole

if TYPE_CHECKING:
    import numpy as np


@dataclass(frozen=True, eq=False)
class Reference:
    """ranks: the poles of the group, in the sample; chosen: it was made at will.

    frames: unit → population that the group was kept from, empty where none is known; published: (indicator, item) →
    what was printed.
    """

    sample: Sample
    ranks: "np.ndarray"
    chosen: bool
    frames: Mapping[str, int]
    published: Mapping[tuple[str, str], PublishedValue]

    @property
    def policy(self) -> DisclosurePolicy:
        return DisclosurePolicy(self.sample.release)

    @property
    def withheld(self) -> bool:
        """Whether nothing is shown of this group, because it was made at will."""
        return self.chosen and shows_exact_answers(self.sample.release)

    def spread(self, values: "np.ndarray", left_out: int = 0, step: float = STEP) -> Spread:
        """The distribution of values, one a pole, as far as it may be shown."""
        if shows_exact_answers(self.sample.release):
            return Spread(len(self.ranks), coarse=True, withheld=True)
        return comparison_policy.spread(values, self.policy, self.chosen, left_out, step)

    def poles(self, known: "np.ndarray") -> int:
        """How many poles answered; those of the group where even that would reveal something of one."""
        return len(self.ranks) if self.withheld else int(known.sum())

    def counts(self, indicator: str, item: str) -> tuple["np.ndarray", "np.ndarray"]:
        """Structures that say the item, and that answered, pole by pole."""
        return self.sample.said(indicator, item)[self.ranks], self.sample.answered[indicator][self.ranks]


def estimate_of_tally(yes: int, answered: int) -> Estimate:
    """The share of figures that one brings: never masked."""
    share = yes / answered
    ((low, high),) = statistics.wilson([share], [answered])
    return Estimate(share, low, high, yes, answered)


def estimate_of_sample_pole(item: Item, base: int, yes: int, policy: DisclosurePolicy) -> Estimate | None:
    """The share of a pole of the sample, as the policy shows it and its base; None where nobody answered."""
    if not base or item.status not in (Status.SHOWN, Status.MASKED):
        return None
    if item.status is Status.SHOWN:
        ((low, high),) = statistics.wilson([item.share], [base])
        return Estimate(item.share, *_widened(item.share, low, high, base, policy), item.count, base)
    least, most = possible_shares(yes, base, policy)
    bounds = statistics.wilson([least, most], [base, base])
    return Estimate(None, bounds[0][0], bounds[1][1], None, base, (least, most))


def estimate_of_group(
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
        return Estimate(item.share, *_widened(item.share, low, high, base, policy), item.count, base)
    ends = possible_shares(int(yes.sum()), base, policy)
    # As if poles were alike: how a masked answer is spread over them would help to find it.
    bounds = statistics.wilson(ends, [statistics.effective_size(base, frame)] * 2)
    return Estimate(None, bounds[0][0], bounds[1][1], None, base, ends)


def _widened(share: float, low: float, high: float, base: int, policy: DisclosurePolicy) -> tuple[float, float]:
    return widened(share, (low, high), base, NormalDist().inv_cdf(0.5 + statistics.CONFIDENCE / 2), policy)


def judge(own: Estimate, reference: Estimate) -> tuple[Verdict, tuple[float, float]]:
    """The verdict, and the 95 % interval of the own value less the reference.

    A masked value is every value of its range: "below" or "above" is said only where all of them say it.
    """
    gaps = [statistics.difference(first, second) for first, second in product(_ends(own), _ends(reference))]
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


#: Provenance of the samples whose frames are those of the published survey.
FRAMED = ("demonstration",)


def remaining_frames(frames: dict[str, int], provenance: str, structures: int) -> dict[str, int]:
    """The populations that the reference was kept from, without the user's pole of `structures` structures (0: none).

    Empty for a sample that is not the published survey's.
    """
    if provenance not in FRAMED:
        return {}
    poles = int(structures > 0)
    return {unit: size - (structures if unit == "structure" else poles) for unit, size in frames.items()}


def selection_bounds(
    share: float, base: int, yes: "np.ndarray", answered: "np.ndarray", frames: dict[str, int]
) -> tuple[SelectionBounds, ...]:
    """Bounds for the structures of the poles asked, and for the poles known; () where no frame is known.

    share, base: of the group, as shown. Poles of which nobody answered count among those that say nothing.
    """
    bounds = []
    structures, poles = frames.get("structure"), frames.get("pole")
    if structures is not None and base <= structures:
        low, high = statistics.worst_case(share * base, base, structures)
        bounds.append(SelectionBounds("surveyed", "structure", base, structures, low, high))
    answering = int((answered > 0).sum())
    if poles is not None and 0 < answering <= poles:
        total = float((yes[answered > 0] / answered[answered > 0]).sum())
        low, high = statistics.worst_case(total, answering, poles)
        low, high = whole_points(low, high)
        bounds.append(SelectionBounds("known", "pole", answering, poles, low, high))
    return tuple(bounds)


#: Labels of the facts answered by yes or no: a "yes" says nothing by itself.
_YES_LABELS = {"iae": "Insertion par l’activité économique", "qpv": "En quartier prioritaire"}
#: Indicators of one item, whose label says all.
_ALONE = (*_YES_LABELS, *(question.key for question in QUESTIONS if len(question.items) == 1))


def share_rows(
    user_pole: UserPole, own: Mapping[str, Result], results: Sequence[Result], reference: Reference
) -> Iterator[Row]:
    """The rows of the user's figures, or of the pole's in the sample; results: the group's, one per COMPARABLE."""
    for indicator, result in zip(COMPARABLE, results, strict=True):
        for item in _items(indicator, result, user_pole):
            estimate = _own_estimate(indicator, item, user_pole, own, reference)
            if estimate is not None:
                yield _share_row(result, item, estimate, reference)


def _items(indicator: Indicator, result: Result, user_pole: UserPole) -> list[Item]:
    """The items to compare: those of the figure, and those that only the user's pole has."""
    if indicator.kind is Kind.BREAKDOWN and tuple(item.code for item in result.items) == YES_NO.keys:
        return [item for item in result.items if item.code == "oui"]
    shown = {item.code for item in result.items}
    codes = DATASET["structures"].table.column(indicator.column).codes if indicator.column else ()
    alone = [
        Item(code.code, code.label, 0, 0.0)
        for code in codes
        if code.code not in shown
        and (tally := user_pole.tally(indicator.key, code.code))
        and tally.yes
        and result.base.n
    ]
    return [*result.items, *alone]


def _own_estimate(
    indicator: Indicator, item: Item, user_pole: UserPole, own: Mapping[str, Result], reference: Reference
) -> Estimate | None:
    if indicator.key not in own:
        tally = user_pole.tally(indicator.key, item.code)
        return estimate_of_tally(tally.yes, tally.answered) if tally else None
    disclosed = next((figure for figure in own[indicator.key].items if figure.code == item.code), None)
    rank = reference.sample.rank[user_pole.sample_pole_id]
    yes = int(reference.sample.said(indicator.key, item.code)[rank])
    return disclosed and estimate_of_sample_pole(disclosed, own[indicator.key].base.n, yes, reference.policy)


def _share_row(result: Result, item: Item, user_pole: Estimate, reference: Reference) -> Row:
    counts = reference.counts(result.key, item.code)
    base = result.base.n
    group = None
    if not reference.withheld:
        group = estimate_of_group(item, base, counts, reference.frames.get("structure"), reference.policy)
    said, gap = judge(user_pole, group) if group else (None, None)
    shown = item.status is Status.SHOWN and not reference.withheld
    return Row(
        result.key,
        item.code,
        result.title,
        _YES_LABELS.get(result.key, item.label),
        Measure.SHARE,
        user_pole,
        group or Estimate(None),
        reference.poles(counts[1] > 0),
        _spread(reference, *counts),
        reference.published.get((result.key, item.code)),
        result.base.note,
        selection_bounds(item.share, base, *counts, reference.frames) if shown else (),
        gap,
        said,
        "" if group else "reference",
        result.key in _ALONE,
    )


def _spread(reference: Reference, yes, answered) -> Spread:
    """The distribution of the poles' own shares, those with too few answers left out."""
    enough = answered >= MIN_ANSWERS
    left_out = int((~enough & (answered > 0)).sum())
    return reference.spread(yes[enough] / answered[enough], left_out)


def coordination_row(user_pole: UserPole, reference: Reference, result: Result) -> Row | None:
    """The share of jobs given to coordination; None where the user did not give both numbers.

    result: the group's, disclosed.
    """
    if user_pole.fte_total is None or user_pole.fte_coordination is None or user_pole.fte_total <= 0:
        return None
    if not 0 <= user_pole.fte_coordination <= user_pole.fte_total:
        return None
    own = Estimate(user_pole.fte_coordination / user_pole.fte_total)
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
        judged = judge(own, group)
    shown = reference.spread(part[known] / whole[known], int((~known).sum()))
    published = reference.published.get(("coordination", "overall"))
    return _amount_row(
        "coordination", "overall", Measure.RATIO, (own, group), judged, reference.poles(known), shown, published
    )


def size_row(user_pole: UserPole, reference: Reference) -> Row | None:
    """Member structures; None where the user did not give their number."""
    if not user_pole.structures:
        return None
    values = reference.sample.structures[reference.ranks]
    own, group, judged = Estimate(user_pole.structures), Estimate(None), (None, None)
    if not reference.withheld:
        low, high = statistics.mean_interval(values) or (None, None)
        group = Estimate(float(values.mean()), low, high, None, len(values))
        judged = judge(own, group)
    shown = reference.spread(values, step=1)
    return _amount_row("pole-size", "mean", Measure.SIZE, (own, group), judged, len(values), shown, None)


def _amount_row(
    key: str,
    item: str,
    measure: Measure,
    estimates: tuple[Estimate, Estimate],
    judgement: tuple[Verdict | None, tuple[float, float] | None],
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
        gap=judgement[1],
        verdict=judgement[0],
        missing="" if judgement[0] else "reference",
        alone=True,
    )
