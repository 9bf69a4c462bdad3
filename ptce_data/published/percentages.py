"""The figures table, checked once per version of its file."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from ptce_data.datasets import reading
from ptce_data.published.grim_check import check
from ptce_data.published.grim_groups import group
from ptce_data.published.grim_model import Checked, Group, Verdict


@dataclass(frozen=True)
class CheckedPercentages:
    """figures: figure_id → every published percentage, in the order of the file.

    groups: those that must share a base, the most doubtful first.
    """

    figures: Mapping[str, Checked]
    groups: tuple[Group, ...]

    def group_of(self, figure_id: str) -> Group | None:
        """The group of one figure, None where it stands alone."""
        return next((one for one in self.groups if any(member.figure_id == figure_id for member in one.members)), None)


def checked_percentages(folder: Path | None = None) -> CheckedPercentages:
    """Every percentage of a data folder. Raises DataError."""
    path = reading.path("figures", folder)
    state = path.stat()
    return _book(path.parent, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=8)
def _book(folder: Path, mtime: int, size: int) -> CheckedPercentages:
    frame = reading.read("figures", folder)
    figures = check(frame.astype(object).where(frame.notna(), None).to_dict("records"))
    groups = tuple(sorted(map(_marked, group(figures)), key=lambda one: tuple(Verdict).index(one.verdict)))
    marked = {one.figure_id: one for each in groups for one in each.members}
    return CheckedPercentages(
        MappingProxyType({one.figure_id: marked.get(one.figure_id, one) for one in figures}), groups
    )


def _marked(one: Group) -> Group:
    """Members that know whether their base is impossible for all of them at once."""
    wrong = one.verdict is Verdict.IMPOSSIBLE
    return replace(one, members=tuple(replace(member, impossible_together=wrong) for member in one.members))
