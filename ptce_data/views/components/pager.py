"""Previous and next, for a list too long to be read at once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import streamlit as st

from ptce_data.texts import number, plural
from ptce_data.views.live import Tree, live, tag

T = TypeVar("T")

PREVIOUS, NEXT = "‹\u202fPrécédents", "Suivants\u202f›"


@dataclass(frozen=True)
class Pager(Generic[T]):
    """A list and where its reader is in it.

    noun: what is listed, singular: `pôle`. about: what the list depends on; when it changes, its first page is shown.
    """

    items: Sequence[T]
    size: int
    key: str
    about: object
    noun: str

    @property
    def shown(self) -> Sequence[T]:
        """The items of the current page."""
        return self.items[self._start :][: self.size]

    @property
    def span(self) -> str:
        """What is shown of what: `Pôles 11 à 20 sur 111`; `7 pôles` when one page is enough."""
        if len(self.items) <= self.size:
            return plural(len(self.items), self.noun)
        last = min(self._start + self.size, len(self.items))
        return f"{self.noun.capitalize()}s {number(self._start + 1)} à {number(last)} sur {number(len(self.items))}"

    def draw(self) -> None:
        """Say the span, and where one can go; nothing when one page is enough."""
        buttons = self.trees()
        if buttons:
            live(f"{self.key}-turn", [tag("p", self.span, class_="ptce-rows-label"), *buttons], self.hear())

    def trees(self) -> list[Tree]:
        """Where one can go, for a list that draws its pager itself."""
        ways = {PREVIOUS: self._start - self.size, NEXT: self._start + self.size}
        drawn = [
            tag("button", words, say=("turn", str(start)))
            for words, start in ways.items()
            if 0 <= start < len(self.items)
        ]
        return [tag("div", *drawn, role="group", aria_label="Tourner les pages", class_="ptce-turns")] if drawn else []

    def hear(self) -> Mapping[str, Callable[[str], None]]:
        """What the buttons say, for `live`."""
        return {"turn": self._go}

    def _go(self, start: str) -> None:
        if start in map(str, range(0, len(self.items), self.size)):
            st.session_state[f"{self.key}-start"] = (self.about, int(start))

    @property
    def _start(self) -> int:
        kept, start = st.session_state.get(f"{self.key}-start", (self.about, 0))
        return start if kept == self.about and 0 <= start < len(self.items) else 0
