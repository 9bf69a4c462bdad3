"""Two waves side by side: each figure with the same one in the wave before, and whether a line may join them."""

from dataclasses import replace
from pathlib import Path

from ptce_data.releases import versions
from ptce_data.results import Result
from ptce_data.schema.questions import QUESTION


def together(
    results: tuple[Result, ...], before: tuple[Result, ...], folder: Path, earlier: Path
) -> tuple[Result, ...]:
    """Results with theirs of the wave before; folder, earlier: of the two releases, which say how it was asked."""
    now, then = versions(folder), versions(earlier)
    found = {result.key: result for result in before}
    return tuple(
        replace(result, earlier=found[result.key], joined=_same(result, found[result.key], now, then))
        if result.key in found
        else result
        for result in results
    )


def _same(result: Result, before: Result, now: dict[str, str], then: dict[str, str]) -> bool:
    """Whether wording and base are the same; what is recorded of each unit is worded by the contract."""
    if result.base.unit != before.base.unit:
        return False
    return result.key not in QUESTION or (result.key in now and now[result.key] == then.get(result.key))
