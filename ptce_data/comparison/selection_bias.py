"""What the survey's selection alone leaves possible: 24 poles kept of 50 asked, of 160 known."""

from typing import TYPE_CHECKING

from ptce_data import statistics
from ptce_data.comparison.report import SelectionBounds
from ptce_data.disclosure.comparison_policy import whole_points

if TYPE_CHECKING:
    import numpy as np

#: Provenance of the samples whose frames are those of the published survey.
FRAMED = ("demonstration",)


def frames_left(frames: dict[str, int], provenance: str, structures: int) -> dict[str, int]:
    """The populations that the reference was kept from, my own pole of `structures` structures taken out (0: none).

    Empty for a sample that is not the published survey's.
    """
    if provenance not in FRAMED:
        return {}
    one = int(structures > 0)
    return {unit: size - (structures if unit == "structure" else one) for unit, size in frames.items()}


def bounds(
    share: float, base: int, yes: "np.ndarray", answered: "np.ndarray", frames: dict[str, int]
) -> tuple[SelectionBounds, ...]:
    """Bounds for the structures of the poles asked, and for the poles known; () where no frame is known.

    share, base: of the group, as shown. Poles of which nobody answered count among those that say nothing.
    """
    found = []
    structures, poles = frames.get("structure"), frames.get("pole")
    if structures is not None and base <= structures:
        low, high = statistics.worst_case(share * base, base, structures)
        found.append(SelectionBounds("surveyed", "structure", base, structures, low, high))
    kept = int((answered > 0).sum())
    if poles is not None and 0 < kept <= poles:
        total = float((yes[answered > 0] / answered[answered > 0]).sum())
        low, high = statistics.worst_case(total, kept, poles)
        low, high = whole_points(low, high)
        found.append(SelectionBounds("known", "pole", kept, poles, low, high))
    return tuple(found)
