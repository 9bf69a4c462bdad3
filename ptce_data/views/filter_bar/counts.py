"""What each option keeps under the other filters, and of what."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import streamlit as st

from ptce_data.selection import Filter
from ptce_data.texts import NNBSP, number, typographic

#: A number masked by the disclosure rule: one or two structures.
FEW = "moins de 3"


@dataclass(frozen=True)
class Counts:
    """`facets` is field → code → units kept; empty when the data can't be read. `side` is "public" or "sample"."""

    side: str
    facets: Mapping[str, Mapping[str, int | None]] = field(default_factory=dict)

    @classmethod
    def of(cls, answer, side: str) -> "Counts":
        if answer is None:
            return cls(side)
        return cls(side, answer.public_facets if side == "public" else answer.sample_facets)

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
        meaning = filter_.public_meaning if self.side == "public" else filter_.sample_meaning
        units = "pôles réels" if self.side == "public" else "structures de l’échantillon de démonstration"
        legend = f"Les nombres comptent les {units} que garde chaque choix, autres filtres en place."
        st.caption(f"{typographic(meaning)}\n\n{legend}")


def plain(label: str) -> str:
    """A label as it was before its count: an option sent by a browser that still shows older numbers."""
    return label.removeprefix(":gray[").removesuffix("]").rsplit(" · ", 1)[0].replace(NNBSP, " ")
