"""A Selection in words."""

from typing import TYPE_CHECKING

from ptce_data.texts.formats import NBSP, NNBSP

if TYPE_CHECKING:
    from ptce_data.selection import Selection


def selection_words(selection: "Selection") -> str:
    """`Région : Bretagne ou Normandie ; Insertion (IAE) : Oui`; "" when everything is kept."""
    chosen: dict[str, list[str]] = {}
    for filter_, code in selection.active():
        chosen.setdefault(filter_.label, []).append(filter_.codes.label(code))
    return f"{NNBSP}; ".join(f"{label}{NBSP}: {' ou '.join(options)}" for label, options in chosen.items())
