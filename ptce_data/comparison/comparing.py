"""My pole beside a reference group → a Standing."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ptce_data.comparison import amounts, selection_bias, shares, similar
from ptce_data.comparison.groups import CHOSEN, Group
from ptce_data.comparison.membership import members, refusal
from ptce_data.comparison.peers import peers
from ptce_data.comparison.pole_subset import Among
from ptce_data.comparison.published_values import published_values
from ptce_data.comparison.reference import Reference
from ptce_data.comparison.report import Standing
from ptce_data.comparison.report_wording import group_words
from ptce_data.comparison.sample_answers import COMPARABLE, Sample, sample
from ptce_data.datasets.paths import pinned
from ptce_data.disclosure.comparison_policy import picking_refusal, shows_exact_answers
from ptce_data.indicators import compute
from ptce_data.indicators.published_values import figures
from ptce_data.results import Result
from ptce_data.schema.user_pole import UserPole

if TYPE_CHECKING:
    import numpy as np

_KEYS = tuple(indicator.key for indicator in COMPARABLE)


def compare(
    mine: UserPole,
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
    words = group_words(group, mine.sample_pole_id is not None)
    if mine.sample_pole_id is not None:
        mine = _completed(mine, found)
        refused = picking_refusal(found.release)
        if refused:
            return _refused(mine, group, words, found, refused)
    warning = ""
    if group.kind == "similaires":
        near = similar.similar_poles(mine, found, group.wanted, weights, folder)
        ranks, warning = near.ranks, "far" if near.far else ""
    else:
        ranks = members(found, group, mine.sample_pole_id)
    shown = not (group.kind in CHOSEN and shows_exact_answers(found.release))
    structures = int(found.structures[ranks].sum()) if shown else None
    standing = Standing(
        mine.name,
        group,
        words,
        peers(found, ranks),
        structures,
        found.release.provenance,
        found.release.source,
        left_out=mine.sample_pole_id,
        refusal=refusal(len(ranks), structures),
        unknown=tuple(pole for pole in group.values if pole not in found.rank) if group.kind == "liste" else (),
        warning=warning,
    )
    if standing.refusal:
        return standing
    return _with_rows(standing, mine, found, ranks, folder)


def _refused(mine: UserPole, group: Group, words: str, found: Sample, reason: str) -> Standing:
    """A Standing that says nothing but why."""
    return Standing(mine.name, group, words, (), None, found.release.provenance, found.release.source, refusal=reason)


def _completed(mine: UserPole, found: Sample) -> UserPole:
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


def _with_rows(standing: Standing, mine: UserPole, found: Sample, ranks: "np.ndarray", folder: Path | None) -> Standing:
    whole = standing.group.kind == "national"
    ids = tuple(peer.pole_id for peer in standing.peers)
    among = Among(ids, "" if whole and standing.left_out is None else standing.group_words)
    *results, coordinated = compute(among, (*_KEYS, "coordination"), folder)
    left = int(found.structures[found.rank[standing.left_out]]) if standing.left_out else 0
    reference = Reference(
        found,
        ranks,
        standing.group.kind in CHOSEN,
        selection_bias.frames_left(figures(folder).frames, found.release.provenance, left) if whole else {},
        published_values(folder),
    )
    rows = (
        amounts.size(mine, reference),
        *shares.rows(mine, _own_results(mine, folder), results, reference),
        amounts.coordination(mine, reference, coordinated),
    )
    source = next((result.published_source for result in results if result.published_source), None)
    return replace(standing, rows=tuple(row for row in rows if row is not None), published_source=source)


def _own_results(mine: UserPole, folder: Path | None) -> dict[str, Result]:
    """My own figures in the sample, masked like everyone's; none where I brought mine."""
    if mine.sample_pole_id is None or mine.tallies:
        return {}
    return {one.key: one for one in compute(Among((mine.sample_pole_id,), mine.name), _KEYS, folder)}
