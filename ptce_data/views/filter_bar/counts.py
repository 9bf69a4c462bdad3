"""What each option keeps under the other filters, and of what."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import streamlit as st

from ptce_data.datasets.release import Release
from ptce_data.selection import Filter
from ptce_data.texts import NNBSP, number, typographic

#: A number masked by the disclosure rule: one or two structures.
FEW = "moins de 3"


@dataclass(frozen=True)
class Counts:
    """`facets` is field → code → units kept; empty when the data can't be read. `side` is "public" or "sample".

    release: of the sample, None where the page doesn't speak of it.
    """

    side: str
    facets: Mapping[str, Mapping[str, int | None]] = field(default_factory=dict)
    release: Release | None = None

    @classmethod
    def of(cls, answer, side: str) -> "Counts":
        if answer is None:
            return cls(side)
        return cls(side, answer.public_facets if side == "public" else answer.sample_facets, answer.release)

    def label(self, field_name: str, code: str, label: str) -> str:
        """`Culture · 14`, muted when it keeps nothing; the label alone when nothing was counted."""
        if field_name not in self.facets:
            return label
        kept = self.facets[field_name].get(code, 0)
        if kept is None:
            return f"{label} · {FEW}"
        return f"{label} · {number(kept)}" if kept else f":gray[{label} · 0]"

    def say(self, filter_: Filter) -> None:
        """What the filter means here, and what the numbers count. One element: each costs bytes at every change."""
        meaning, units = filter_.public_meaning, "pôles réels"
        if self.side != "public":
            made_up = self.release is not None and not self.release.imported
            meaning = " ".join(filter(None, (filter_.sample_meaning, filter_.made_up if made_up else "")))
            units = f"structures {self.release.origin}" if self.release else "structures"
        legend = f"Les nombres comptent les {units} que garde chaque choix, autres filtres en place."
        st.caption(f"{typographic(meaning)}\n\n{legend}" if self.facets else typographic(meaning))


def plain(label: str) -> str:
    """A label as it was before its count: an option sent by a browser that still shows older numbers."""
    return label.removeprefix(":gray[").removesuffix("]").rsplit(" · ", 1)[0].replace(NNBSP, " ")
