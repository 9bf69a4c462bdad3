"""My pole beside a reference group → a Standing."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ptce_data.comparison import amounts, estimating, selecting, similar
from ptce_data.comparison.among import Among
from ptce_data.comparison.groups import CHOSEN, Group
from ptce_data.comparison.membership import members, refusal
from ptce_data.comparison.published import published_values
from ptce_data.comparison.sample import COMPARABLE, Sample, sample
from ptce_data.comparison.standing import Estimate, Measure, Peer, PublishedValue, Row, Spread, Standing
from ptce_data.datasets.catalogue import DATASET
from ptce_data.datasets.locating import pinned
from ptce_data.indicators import Indicator, Kind, compute
from ptce_data.indicators.published import figures
from ptce_data.results import Item, Result, Status
from ptce_data.schema.codes import YES_NO
from ptce_data.schema.mine import MyPole
from ptce_data.schema.questions import QUESTIONS
from ptce_data.texts.standings import group_words

if TYPE_CHECKING:
    import numpy as np

#: Labels of the facts answered by yes or no: a "yes" says nothing by itself.
_YES_LABELS = {"iae": "Insertion par l’activité économique", "qpv": "En quartier prioritaire"}
#: Indicators of one item, whose label says all.
_ALONE = (*_YES_LABELS, *(question.key for question in QUESTIONS if len(question.items) == 1))
_KEYS = tuple(indicator.key for indicator in COMPARABLE)


def compare(
    mine: MyPole,
    group: Group | None = None,
    folder: str | Path | None = None,
    weights: dict[str, float] | None = None,
) -> Standing:
    """Where my pole stands beside a group (the national one by default).

    weights: those of the context variables, for similar poles. A pole of the sample is always taken out of its own
    reference. Raises KeyError where `mine.sample_pole_id` is no pole of the sample, DataError where a file can't be
    used.
    """
    folder = pinned(folder)
    group = group or Group()
    found = sample(folder)
    if mine.sample_pole_id is not None:
        mine = _completed(mine, found)
    warning = ""
    if group.kind == "similaires":
        near = similar.similar_poles(mine, found, group.wanted, weights, folder)
        ranks, warning = near.ranks, "far" if near.far else ""
    else:
        ranks = members(found, group, mine.sample_pole_id)
    words = group_words(group, mine.sample_pole_id is not None)
    standing = Standing(
        mine.name,
        group,
        words,
        _peers(found, ranks),
        int(found.structures[ranks].sum()),
        found.release.provenance,
        found.release.source,
        left_out=mine.sample_pole_id,
        refusal=refusal(len(ranks), int(found.structures[ranks].sum())),
        unknown=tuple(pole for pole in group.values if pole not in found.rank) if group.kind == "liste" else (),
        warning=warning,
    )
    if standing.refusal:
        return standing
    return _with_rows(standing, mine, found, ranks, folder)


def _completed(mine: MyPole, found: Sample) -> MyPole:
    """My pole of the sample with its name and context, where they weren't brought."""
    rank = found.rank[mine.sample_pole_id]
    texts = {column: values[rank] for column, values in found.texts.items() if values[rank] != "nr"}
    return replace(
        mine,
        name=mine.name or texts["name"],
        structures=mine.structures or int(found.structures[rank]),
        **{
            column: getattr(mine, column) or texts.get(column)
            for column in ("departement_code", "recognition", "legal_status")
        },
    )


def _peers(found: Sample, ranks: "np.ndarray") -> tuple[Peer, ...]:
    columns = ("pole_id", "name", "departement_code", "region_code")
    peers = (
        Peer(*(found.texts[column][rank] for column in columns), int(found.structures[rank])) for rank in ranks.tolist()
    )
    return tuple(sorted(peers, key=lambda peer: (peer.name.casefold(), peer.pole_id)))


def _with_rows(standing: Standing, mine: MyPole, found: Sample, ranks: "np.ndarray", folder: Path | None) -> Standing:
    whole = standing.group.kind == "national"
    ids = tuple(peer.pole_id for peer in standing.peers)
    among = Among(ids, "" if whole and standing.left_out is None else standing.group_words)
    *results, coordinated = compute(among, (*_KEYS, "coordination"), folder)
    own = _own_results(mine, folder)
    published = published_values(folder)
    left = int(found.structures[found.rank[standing.left_out]]) if standing.left_out else 0
    frames = selecting.frames_left(figures(folder).frames, found.release.provenance, left) if whole else {}
    chosen = standing.group.kind in CHOSEN
    rows = [amounts.size(mine, found, ranks, chosen)]
    for indicator, result in zip(COMPARABLE, results, strict=True):
        for item in _items(indicator, result, mine):
            estimate = _mine(indicator, item, mine, found, own)
            if estimate is not None:
                value = published.get((indicator.key, item.code))
                yes, answered = found.said(indicator.key, item.code)[ranks], found.answered[indicator.key][ranks]
                shown = amounts.shares_spread(yes, answered, found.release.policy, chosen)
                rows.append(_row(result, item, estimate, (yes, answered), shown, value, frames))
    value = published.get(("coordination", "overall"))
    rows.append(amounts.coordination(mine, found, ranks, chosen, coordinated, value))
    source = next((result.published_source for result in results if result.published_source), None)
    return replace(standing, rows=tuple(row for row in rows if row is not None), published_source=source)


def _own_results(mine: MyPole, folder: Path | None) -> dict[str, Result]:
    """My own figures in the sample, through the same door as everyone's; none where I brought mine."""
    if mine.sample_pole_id is None or mine.tallies:
        return {}
    return {one.key: one for one in compute(Among((mine.sample_pole_id,), mine.name), _KEYS, folder)}


def _items(indicator: Indicator, result: Result, mine: MyPole) -> list[Item]:
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


def _mine(indicator: Indicator, item: Item, mine: MyPole, found: Sample, own: dict[str, Result]) -> Estimate | None:
    if indicator.key in own:
        disclosed = next((one for one in own[indicator.key].items if one.code == item.code), None)
        yes = int(found.said(indicator.key, item.code)[found.rank[mine.sample_pole_id]])
        return disclosed and estimating.of_my_pole(disclosed, own[indicator.key].base.n, yes)
    tally = mine.tally(indicator.key, item.code)
    return estimating.counted(tally.yes, tally.answered) if tally else None


def _row(
    result: Result,
    item: Item,
    mine: Estimate,
    counts: tuple["np.ndarray", "np.ndarray"],
    spread: Spread,
    published: PublishedValue | None,
    frames: dict[str, int],
) -> Row:
    yes, answered = counts
    reference = estimating.of_the_group(item, result.base.n, yes, answered, frames.get("structure"))
    said, gap = estimating.verdict(mine, reference) if reference else (None, None)
    shown = item.status is Status.SHOWN
    return Row(
        result.key,
        item.code,
        result.title,
        _YES_LABELS.get(result.key, item.label),
        Measure.SHARE,
        mine,
        reference or Estimate(None),
        int((answered > 0).sum()),
        spread,
        published,
        result.base.note,
        selecting.bounds(item.share, result.base.n, yes, answered, frames) if shown else (),
        gap,
        said,
        "" if reference else "reference",
        result.key in _ALONE,
    )
