"""Rows whose values are shares of structures: facts and answers, item by item."""

from collections.abc import Iterator, Mapping, Sequence

from ptce_data.comparison import estimating, selection_bias
from ptce_data.comparison.reference import Reference
from ptce_data.comparison.report import Estimate, Measure, Row, Spread
from ptce_data.comparison.sample_answers import COMPARABLE
from ptce_data.datasets.catalogue import DATASET
from ptce_data.disclosure.comparison_policy import MIN_ANSWERS
from ptce_data.indicators import Indicator, Kind
from ptce_data.results import Item, Result, Status
from ptce_data.schema.codes import YES_NO
from ptce_data.schema.questions import QUESTIONS
from ptce_data.schema.user_pole import UserPole

#: Labels of the facts answered by yes or no: a "yes" says nothing by itself.
_YES_LABELS = {"iae": "Insertion par l’activité économique", "qpv": "En quartier prioritaire"}
#: Indicators of one item, whose label says all.
_ALONE = (*_YES_LABELS, *(question.key for question in QUESTIONS if len(question.items) == 1))


def rows(mine: UserPole, own: Mapping[str, Result], results: Sequence[Result], reference: Reference) -> Iterator[Row]:
    """The rows of what I brought, or of my own figures in the sample; results: the group's, one per COMPARABLE."""
    for indicator, result in zip(COMPARABLE, results, strict=True):
        for item in _items(indicator, result, mine):
            estimate = _mine(indicator, item, mine, own, reference)
            if estimate is not None:
                yield _row(result, item, estimate, reference)


def _items(indicator: Indicator, result: Result, mine: UserPole) -> list[Item]:
    """The items to compare: those of the figure, and those that I alone say."""
    if indicator.kind is Kind.BREAKDOWN and tuple(item.code for item in result.items) == YES_NO.keys:
        return [item for item in result.items if item.code == "oui"]
    shown = {item.code for item in result.items}
    codes = DATASET["structures"].table.column(indicator.column).codes if indicator.column else ()
    alone = [
        Item(code.code, code.label, 0, 0.0)
        for code in codes
        if code.code not in shown and (tally := mine.tally(indicator.key, code.code)) and tally.yes and result.base.n
    ]
    return [*result.items, *alone]


def _mine(
    indicator: Indicator, item: Item, mine: UserPole, own: Mapping[str, Result], reference: Reference
) -> Estimate | None:
    if indicator.key not in own:
        tally = mine.tally(indicator.key, item.code)
        return estimating.counted(tally.yes, tally.answered) if tally else None
    disclosed = next((one for one in own[indicator.key].items if one.code == item.code), None)
    rank = reference.sample.rank[mine.sample_pole_id]
    yes = int(reference.sample.said(indicator.key, item.code)[rank])
    return disclosed and estimating.of_my_pole(disclosed, own[indicator.key].base.n, yes, reference.policy)


def _row(result: Result, item: Item, mine: Estimate, reference: Reference) -> Row:
    counts = reference.counts(result.key, item.code)
    base = result.base.n
    group = None
    if not reference.withheld:
        group = estimating.of_the_group(item, base, counts, reference.frames.get("structure"), reference.policy)
    said, gap = estimating.verdict(mine, group) if group else (None, None)
    shown = item.status is Status.SHOWN and not reference.withheld
    return Row(
        result.key,
        item.code,
        result.title,
        _YES_LABELS.get(result.key, item.label),
        Measure.SHARE,
        mine,
        group or Estimate(None),
        reference.poles(counts[1] > 0),
        _spread(reference, *counts),
        reference.published.get((result.key, item.code)),
        result.base.note,
        selection_bias.bounds(item.share, base, *counts, reference.frames) if shown else (),
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
