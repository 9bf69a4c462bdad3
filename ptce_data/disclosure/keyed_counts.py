"""Counts of respondents with the keys of their cells: they add up exactly, and are read through a policy alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ptce_data.engines import KEY_MODULUS

if TYPE_CHECKING:
    import numpy as np


@dataclass(frozen=True, repr=False)
class KeyedCount:
    """The respondents of one cell, and the sum of their keys modulo KEY_MODULUS.

    cell_key is None where the units are public and have no key; such a count adds to counts of the same sort only.
    `DisclosurePolicy.count` gives the number that may be shown. No repr: it would print the exact number.
    """

    respondents: int
    cell_key: int | None

    def __add__(self, other: "KeyedCount") -> "KeyedCount":
        """The respondents of two cells that share none. Raises TypeError where one of them alone has a key."""
        return self._combined(other, 1)

    def __sub__(self, part: "KeyedCount") -> "KeyedCount":
        """The respondents that are not in a part of the cell. Raises TypeError where one of them alone has a key."""
        return self._combined(part, -1)

    def _combined(self, other: "KeyedCount", sign: int) -> "KeyedCount":
        respondents = self.respondents + sign * other.respondents
        if self.cell_key is None and other.cell_key is None:
            return KeyedCount(respondents, None)
        if self.cell_key is None or other.cell_key is None:
            raise TypeError("a count of respondents and a count of public units don't add up")
        return KeyedCount(respondents, (self.cell_key + sign * other.cell_key) % KEY_MODULUS)


#: No respondent: what a sum of KeyedCount starts from.
NOBODY = KeyedCount(0, 0)


@dataclass(frozen=True, eq=False, repr=False)
class KeyedCounts:
    """One cell a pole. respondents, cell_keys: int64[n_poles]; `DisclosurePolicy.counts` gives what may be shown."""

    respondents: "np.ndarray"
    cell_keys: "np.ndarray"

    def __sub__(self, part: "KeyedCounts") -> "KeyedCounts":
        """The respondents of these cells that are not in a part of them."""
        return KeyedCounts(self.respondents - part.respondents, (self.cell_keys - part.cell_keys) % KEY_MODULUS)


def counts_by_pole(rank: Mapping[str, int], rows: Iterable[tuple[str, int, int]]) -> KeyedCounts:
    """rows: (pole, respondents, key), added up pole by pole; a pole that has no rank is left out."""
    import numpy as np

    respondents, cell_keys = np.zeros(len(rank), dtype=np.int64), np.zeros(len(rank), dtype=np.int64)
    for pole, number, key in rows:
        if pole in rank:
            respondents[rank[pole]] += number
            cell_keys[rank[pole]] = (cell_keys[rank[pole]] + key) % KEY_MODULUS
    return KeyedCounts(respondents, cell_keys)
