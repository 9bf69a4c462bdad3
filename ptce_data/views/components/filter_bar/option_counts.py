"""What each option keeps under the other filters, and of what."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ptce_data.datasets.release import Release
from ptce_data.schema.sides import Side
from ptce_data.selection import Filter
from ptce_data.texts import number, typographic
from ptce_data.views.live import Tree, tag

#: A number masked by the disclosure rule: one or two structures.
FEW = "moins de 3"


@dataclass(frozen=True)
class Counts:
    """`facets` is field → code → units kept; empty when the data can't be read.

    release: of the sample, None where the page doesn't speak of it.
    """

    side: Side
    facets: Mapping[str, Mapping[str, int | None]] = field(default_factory=dict)
    release: Release | None = None

    @classmethod
    def of(cls, answer, side: Side) -> "Counts":
        if answer is None:
            return cls(side)
        return cls(side, answer.poles_facets if side is Side.POLES else answer.sample_facets, answer.release)

    def label(self, field_name: str, code: str, label: str) -> str:
        """`Culture · 14`; the label alone when nothing was counted."""
        if field_name not in self.facets:
            return label
        kept = self.facets[field_name].get(code, 0)
        return f"{label} · {FEW if kept is None else number(kept)}"

    def keeps_nothing(self, field_name: str, code: str) -> bool:
        """Whether an option is known to keep nothing; a masked count is not nothing."""
        return field_name in self.facets and self.facets[field_name].get(code, 0) == 0

    def say(self, filter_: Filter) -> list[Tree]:
        """What the filter means here, and what the numbers count."""
        meaning, units = filter_.meaning(self.side), "pôles réels"
        if self.side is not Side.POLES:
            made_up = self.release is not None and not self.release.imported
            meaning = " ".join(filter(None, (meaning, filter_.made_up if made_up else "")))
            units = f"structures {self.release.origin}" if self.release else "structures"
        legend = f"Les nombres comptent les {units} que garde chaque choix, autres filtres en place."
        said = [tag("p", typographic(meaning))]
        return [*said, tag("p", legend)] if self.facets else said
