"""What is active, each removable in one click."""

from ptce_data.selection import FILTER, Selection
from ptce_data.texts import NBSP
from ptce_data.views.app import state
from ptce_data.views.live import Tree, icon, tag

#: Filters whose options mean nothing without their name: « Oui » alone says nothing.
_NAMED = {"qpv": "QPV", "iae": "IAE", "departements": "Département", "legal_statuses": "Statut", "sectors": "Secteur"}

#: Between the filter of a chip and its code.
_OF = "."
_ALL = "all"


def chips(selection: Selection) -> list[Tree]:
    """A button for each active option, and one for all; nothing when nothing is selected."""
    if not selection:
        return []
    buttons = [
        tag(
            "button",
            chip_label(filter_.field, code, filter_.codes.label(code)),
            icon("close"),
            say=("chip", f"{filter_.field}{_OF}{code}"),
        )
        for filter_, code in selection.active()
    ]
    buttons.append(tag("button", "Tout effacer", say=("chip", _ALL)))
    return [tag("div", *buttons, role="group", aria_label=f"Filtres actifs{NBSP}: un clic retire", class_="ptce-chips")]


def chip_label(field: str, code: str, label: str) -> str:
    """`QPV : Oui`, `Bretagne`; "non renseigné" always says of what."""
    named = field in ("qpv", "iae") or code == "nr" or code == "autre"
    return f"{_NAMED.get(field, 'Reconnaissance')}{NBSP}: {label}" if named else label


def remove(chip: str) -> None:
    """Callback: what a chip says goes out of the Selection."""
    field, _, code = chip.partition(_OF)
    if chip == _ALL:
        state.set_selection(Selection())
    elif field in FILTER:
        state.set_selection(state.selection().without(field, code))
