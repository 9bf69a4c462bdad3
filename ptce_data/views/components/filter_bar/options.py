"""The options of one filter, several at a time."""

from collections.abc import Callable

from ptce_data.selection import FILTER, Filter, Selection
from ptce_data.views.app import state
from ptce_data.views.components.filter_bar.option_counts import Counts
from ptce_data.views.live import Tree, tag


def options(filter_: Filter, selection: Selection, counts: Counts, codes: tuple[str, ...] | None = None) -> Tree:
    """The options of a filter, all of them or `codes`; each says (field, code)."""
    offered = filter_.options if codes is None else codes
    label = f"ptce-label-{filter_.field}"
    chosen = selection.values(filter_.field)
    buttons = (
        tag(
            "button",
            counts.label(filter_.field, code, filter_.codes.label(code)),
            say=(filter_.field, code),
            aria_pressed=code in chosen,
            class_="ptce-none" if counts.keeps_nothing(filter_.field, code) else None,
        )
        for code in offered
    )
    return tag(
        "div",
        tag("p", filter_.label, id=label, class_="ptce-filter-name"),
        tag("div", *buttons, role="group", aria_labelledby=label, class_="ptce-options"),
        id=f"ptce-filter-{filter_.field}",
    )


def choose(field: str) -> Callable[[str], None]:
    """Callback of the options of a filter: take a code, or leave it."""

    def toggle(code: str) -> None:
        if code in FILTER[field].options:
            state.set_selection(state.selection().toggled(field, code))

    return toggle
