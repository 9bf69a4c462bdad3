"""What is active, each removable in one click."""

from ptce_data.schema.sides import Side
from ptce_data.selection import FILTER, Filter, Selection
from ptce_data.texts import NBSP
from ptce_data.views.app import state
from ptce_data.views.live import Tree, icon, tag

#: Between the filter of a chip and its code.
_OF = "."
_ALL = "all"


def chips(selection: Selection, side: Side) -> list[Tree]:
    """A button for each active option, and one for all; nothing without any."""
    if not selection:
        return []
    buttons = [
        tag(
            "button",
            _words(filter_, code, side),
            icon("close"),
            say=("chip", f"{filter_.field}{_OF}{code}"),
        )
        for filter_, code in selection.active()
    ]
    buttons.append(tag("button", "Tout effacer", say=("chip", _ALL)))
    return [tag("div", *buttons, role="group", aria_label=f"Filtres actifs{NBSP}: un clic retire", class_="ptce-chips")]


def _words(filter_: Filter, code: str, side: Side) -> str:
    """The option; a filter that the side of the page doesn't have changes nothing there, and says so."""
    return filter_.chip_label(code) if filter_.meaning(side) else f"{filter_.chip_label(code)} (sans effet ici)"


def remove(chip: str) -> None:
    """Callback: what a chip says goes out of the Selection."""
    field, _, code = chip.partition(_OF)
    if chip == _ALL:
        state.set_selection(Selection())
    elif field in FILTER:
        state.set_selection(state.selection().without(field, code))
