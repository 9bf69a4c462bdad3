"""Percentages as rows that open their sheet."""

from collections.abc import Iterable, Sequence

from ptce_data.published import Checked, grim_wording
from ptce_data.texts import NBSP, number, typographic
from ptce_data.views.app import state
from ptce_data.views.components.clickable_rows import rows
from ptce_data.views.components.pager import Pager
from ptce_data.views.components.search_row import SearchRow
from ptce_data.views.live import Tree, tag


def figure_rows(
    label: str, figures: Iterable[Checked], name: str, said: bool = True, **around: SearchRow | Pager
) -> None:
    """One line a figure. label: what is listed; name: tells this list from another of the page; around: see `rows`."""
    rows(label, {one.figure_id: _line(one) for one in figures}, name, open_, said, **around)


def _line(one: Checked) -> Sequence[Tree]:
    parts = [typographic(one.item), grim_wording.verdict(one)]
    parts += [f"plus petite base possible{NBSP}: {number(one.smallest_base)}"] if one.testable else []
    return tag("strong", grim_wording.printed(one)), f" — {' · '.join(parts)}"


def open_(figure_id: str | None) -> None:
    """Callback: show the sheet of a figure; the whole list without one."""
    state.set_view("chiffre", figure_id)
