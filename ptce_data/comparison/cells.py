"""Numbers of one pole after another on their way out: counts with the keys of their cells, and amounts."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from ptce_data.disclosure import Door
from ptce_data.engines import KEY_MODULUS

if TYPE_CHECKING:
    import numpy as np


class Cells:
    """One cell a pole: how many respondents it counts, and the key of the cell."""

    def __init__(self, rank: Mapping[str, int], found: Iterable[tuple[str, int, int]]):
        """found: (pole, respondents, key), added where a pole comes several times; other poles are left out."""
        import numpy as np

        self._counts = np.zeros(len(rank), dtype=np.int64)
        self._keys = np.zeros(len(rank), dtype=np.int64)
        for pole, number, key in found:
            if pole in rank:
                self._counts[rank[pole]] += number
                self._keys[rank[pole]] = (self._keys[rank[pole]] + key) % KEY_MODULUS

    def less(self, part: "Cells") -> "Cells":
        """The respondents of these cells that aren't in a part of them."""
        rest = Cells({}, ())
        rest._counts, rest._keys = self._counts - part._counts, (self._keys - part._keys) % KEY_MODULUS
        return rest

    def counts(self, door: Door) -> "np.ndarray":
        """The counts as the door lets them out."""
        return door.counts(self._counts, self._keys)


def amounts(records: list, door: Door) -> tuple["np.ndarray", "np.ndarray"]:
    """Jobs, and jobs of coordination, of each pole; NaN where unknown. Moved apart, so that their ratio moves too.

    records: (texts, (jobs, jobs of coordination, key)) of each pole.
    """
    import numpy as np

    numbers = np.array([[np.nan if n is None else n for n in row[1]] for row in records], dtype=float).reshape(-1, 3)
    whole, part, keys = numbers.T
    return (door.amounts(whole, keys), door.amounts(part, KEY_MODULUS - keys)) if door.keyed else (whole, part)
