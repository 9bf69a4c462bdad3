"""Percentages that must share a base, judged together."""

from collections.abc import Iterable

from ptce_data.published.grim_check import WAYS
from ptce_data.published.grim_model import Checked, Group, Verdict, Way
from ptce_data.statistics import attainable, common_bases


def group(figures: Iterable[Checked]) -> tuple[Group, ...]:
    """The answers to one question printed for one base, where there are several; in the order of the figures."""
    kin: dict[tuple[str, int | None], list[Checked]] = {}
    for one in figures:
        if one.indicator and one.testable:
            kin.setdefault((one.indicator, one.base_n), []).append(one)
    return tuple(_group(members, base) for (_, base), members in kin.items() if len(members) > 1)


def _group(members: list[Checked], base: int | None) -> Group:
    verdict = Verdict.UNDECIDABLE
    if base:
        verdict = Verdict.POSSIBLE if _fits(members, base) else Verdict.IMPOSSIBLE
    return Group(
        members[0].question,
        tuple(sorted(members, key=lambda one: (-one.percent, one.item))),
        base,
        verdict,
        tuple(
            Way(rounding, None, common_bases(one.ways[rank].bases for one in members))
            for rank, rounding in enumerate(WAYS)
        ),
        tuple((one.base, one.unit, _fits(members, one.base)) for one in members[0].candidates),
    )


def _fits(members: list[Checked], base: int) -> bool:
    """Whether one and the same rounding makes every member possible."""
    return any(all(attainable(one.percent, base, one.decimals, rounding) for one in members) for rounding in WAYS)
