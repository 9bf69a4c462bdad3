"""What a page or a notebook asks: a comparison report, the poles and groups to choose from, a rank."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ptce_data import statistics
from ptce_data.comparison.comparison_rows import Reference, coordination_row, remaining_frames, share_rows, size_row
from ptce_data.comparison.groups import CHOSEN, Group, Option, PoleSubset, members, options, peers, refusal
from ptce_data.comparison.neighbours import SimilarPoles, nearest_poles
from ptce_data.comparison.published_values import published_values
from ptce_data.comparison.report import ComparisonReport, Peer
from ptce_data.comparison.report_wording import group_words
from ptce_data.comparison.sample_answers import COMPARABLE, Sample, load_sample
from ptce_data.datasets.paths import pinned
from ptce_data.disclosure.comparison_policy import picking_refusal, pole_size, shows_exact_answers, shows_ranks
from ptce_data.indicators import compute
from ptce_data.indicators.published_values import figures
from ptce_data.results import Result
from ptce_data.schema.user_pole import UserPole

if TYPE_CHECKING:
    import numpy as np


_KEYS = tuple(indicator.key for indicator in COMPARABLE)


def compare(
    user_pole: UserPole,
    group: Group | None = None,
    folder: str | Path | None = None,
    weights: dict[str, float] | None = None,
) -> ComparisonReport:
    """Where the user's pole stands beside a group (the national one by default).

    weights: those of the context variables, for similar poles. A pole of the sample is always taken out of its own
    reference. Raises KeyError where `user_pole.sample_pole_id` is no pole of the sample, DataError for a file that
    can't be used.
    """
    folder = pinned(folder)
    group = group or Group()
    sample = load_sample(folder)
    words = group_words(group, user_pole.sample_pole_id is not None)
    if user_pole.sample_pole_id is not None:
        user_pole = _completed(user_pole, sample)
        refused = picking_refusal(sample.release)
        if refused:
            return _refused(user_pole, group, words, sample, refused)
    warning = ""
    if group.kind == "similaires":
        near = nearest_poles(user_pole, sample, group.wanted, weights, folder)
        ranks, warning = near.ranks, "far" if near.far else ""
    else:
        ranks = members(sample, group, user_pole.sample_pole_id)
    shown = not (group.kind in CHOSEN and shows_exact_answers(sample.release))
    structures = int(sample.structures[ranks].sum()) if shown else None
    report = ComparisonReport(
        user_pole.name,
        group,
        words,
        peers(sample, ranks),
        structures,
        sample.release.provenance,
        sample.release.source,
        left_out=user_pole.sample_pole_id,
        refusal=refusal(len(ranks), structures),
        unknown=tuple(pole for pole in group.values if pole not in sample.rank) if group.kind == "liste" else (),
        warning=warning,
    )
    if report.refusal:
        return report
    return _with_rows(report, user_pole, sample, ranks, folder)


def _refused(user_pole: UserPole, group: Group, words: str, sample: Sample, reason: str) -> ComparisonReport:
    """A ComparisonReport that says nothing but why."""
    return ComparisonReport(
        user_pole.name, group, words, (), None, sample.release.provenance, sample.release.source, refusal=reason
    )


def _completed(user_pole: UserPole, sample: Sample) -> UserPole:
    """The user's pole, with the name and context that the sample has of it where the user gave none."""
    rank = sample.rank[user_pole.sample_pole_id]
    texts = {column: values[rank] for column, values in sample.texts.items() if values[rank] != "nr"}
    return replace(
        user_pole,
        name=user_pole.name or texts["name"],
        structures=user_pole.structures or int(sample.structures[rank]),
        **{
            column: getattr(user_pole, column) or texts.get(column)
            for column in ("departement_code", "recognition", "legal_status")
        },
    )


def _with_rows(
    report: ComparisonReport, user_pole: UserPole, sample: Sample, ranks: "np.ndarray", folder: Path | None
) -> ComparisonReport:
    whole = report.group.kind == "national"
    ids = tuple(peer.pole_id for peer in report.peers)
    subset = PoleSubset(ids, "" if whole and report.left_out is None else report.group_words)
    *results, coordinated = compute(subset, (*_KEYS, "coordination"), folder)
    left = int(sample.structures[sample.rank[report.left_out]]) if report.left_out else 0
    reference = Reference(
        sample,
        ranks,
        report.group.kind in CHOSEN,
        remaining_frames(figures(folder).frames, sample.release.provenance, left) if whole else {},
        published_values(folder),
    )
    rows = (
        size_row(user_pole, reference),
        *share_rows(user_pole, _own_results(user_pole, folder), results, reference),
        coordination_row(user_pole, reference, coordinated),
    )
    source = next((result.published_source for result in results if result.published_source), None)
    return replace(report, rows=tuple(row for row in rows if row is not None), published_source=source)


def _own_results(user_pole: UserPole, folder: Path | None) -> dict[str, Result]:
    """The figures of the user's pole of the sample, masked like any other; none where the user brought figures."""
    if user_pole.sample_pole_id is None or user_pole.tallies:
        return {}
    subset = PoleSubset((user_pole.sample_pole_id,), user_pole.name)
    return {result.key: result for result in compute(subset, _KEYS, folder)}


def pole_of_sample(pole_id: str, folder: str | Path | None = None) -> UserPole:
    """A pole of the sample as the user's pole: `compare` fills in the rest, and takes it out of its own reference.

    It holds no answer: a ComparisonReport shows its answers as the policy allows, and is refused with its reason for a
    real wave that isn't open. Raises KeyError for another id.
    """
    sample = load_sample(pinned(folder))
    rank = sample.rank[pole_id]
    return UserPole(
        name=sample.texts["name"][rank],
        structures=pole_size(sample.structures[rank], sample.release),
        sample_pole_id=pole_id,
    )


def choices(
    user_pole: UserPole | None = None, folder: str | Path | None = None
) -> tuple[tuple[Peer, ...], tuple[Option, ...]]:
    """The poles that a user may choose or list, by name; and the groups, with their size, without the user's pole."""
    sample = load_sample(pinned(folder))
    left_out = user_pole.sample_pole_id if user_pole and not picking_refusal(sample.release) else None
    return peers(sample, range(len(sample))), options(sample, left_out)


def similar_poles(
    user_pole: UserPole, wanted: int, weights: Mapping[str, float] | None = None, folder: str | Path | None = None
) -> SimilarPoles:
    """The poles of the sample most like the user's by their context, with the reasons of each distance."""
    folder = pinned(folder)
    return nearest_poles(user_pole, load_sample(folder), wanted, weights, folder)


def rank(
    user_pole: UserPole, group: Group, indicator: str, item: str, folder: str | Path | None = None
) -> tuple[int, int, int] | None:
    """(best, worst, poles): the ranks that the user's share may have in the group, 1 being the highest share.

    None where the user gave no such share (answers of a pole of the sample are never ranked), where the group is
    refused; and, unless the wave is open, in a group made at will, or in any group of a real wave: giving one share
    after another would find every pole's. Raises KeyError for an indicator that is not compared.
    """
    if indicator not in {indicator.key for indicator in COMPARABLE}:
        raise KeyError(indicator)
    sample = load_sample(pinned(folder))
    tally = user_pole.tally(indicator, item)
    if tally is None or not shows_ranks(sample.release, group.kind in CHOSEN):
        return None
    if group.kind == "similaires":
        ranks = nearest_poles(user_pole, sample, group.wanted, None, pinned(folder)).ranks
    else:
        ranks = members(sample, group, user_pole.sample_pole_id)
    if refusal(len(ranks), int(sample.structures[ranks].sum())):
        return None
    yes, answered = sample.said(indicator, item)[ranks], sample.answered[indicator][ranks]
    return statistics.rank_interval((tally.yes, tally.answered), yes, answered)
