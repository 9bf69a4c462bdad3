"""Above a long list: words to look for, which rows are kept, how they are sorted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from ptce_data.views.live import Tree, field, tag

_MAX_CHARACTERS = 60


@dataclass(frozen=True)
class Asked:
    """What the reader asks of a list. kept, order: keys of what the list offers; how: both in words, for its head."""

    words: str
    kept: str
    order: str
    how: str


@dataclass(frozen=True)
class SearchRow:
    """The row above a list. key: prefix of what the session keeps; kept, orders: code → label, the usual one first."""

    key: str
    label: str
    placeholder: str
    kept: Mapping[str, str]
    orders: Mapping[str, str]

    @property
    def asked(self) -> Asked:
        kept, order = self._chosen("kept", self.kept), self._chosen("order", self.orders)
        hidden = "" if kept == next(iter(self.kept)) else f", {_lower(self.kept[kept])}"
        return Asked(self._said("words"), kept, order, f"{hidden}, par {_lower(self.orders[order])}")

    def trees(self) -> list[Tree]:
        asked = self.asked
        words = field(self.label, "words", asked.words, type="search", placeholder=self.placeholder)
        kept = field("Montrer", "kept", asked.kept, self.kept)
        order = field("Trier par", "order", asked.order, self.orders)
        return [tag("div", words, kept, order, class_="ptce-search", role="search")]

    def hear(self) -> Mapping[str, Callable[[str], None]]:
        """What the row says, for `live`. What is not offered is not asked."""
        return {
            "words": lambda words: self._take("words", words[:_MAX_CHARACTERS]),
            "kept": lambda code: self._take("kept", code),
            "order": lambda code: self._take("order", code),
        }

    def _take(self, name: str, value: str) -> None:
        st.session_state[f"{self.key}-{name}"] = value

    def _said(self, name: str) -> str:
        return st.session_state.get(f"{self.key}-{name}", "")

    def _chosen(self, name: str, options: Mapping[str, str]) -> str:
        said = self._said(name)
        return said if said in options else next(iter(options))


def _lower(label: str) -> str:
    """A label inside a sentence: `QPV` stays as it is."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
