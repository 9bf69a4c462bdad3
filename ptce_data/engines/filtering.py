"""Which rows of a table a question keeps, and the keys of the cells that they make."""

from pathlib import Path

import numpy as np

from ptce_data.engines.columns import Table, open_table
from ptce_data.engines.vocabulary import KEY_MODULUS, Condition, Criterion, Population


class Kept:
    """The rows of one population: `mask` says which are kept. keyed: cells are told with their keys."""

    def __init__(self, population: Population, folder: Path | None):
        self.folder = folder
        self.keyed = population.keyed
        self.table = open_table(population.dataset, folder)
        self._bits = {criterion.key: 1 << rank for rank, criterion in enumerate(population.criteria)}
        self._fail = np.zeros(self.table.length, dtype=np.int64)
        for criterion in population.criteria:
            self._fail[~_passes(self.table, criterion)] |= self._bits[criterion.key]
        self.mask = self._fail == 0

    def ignoring(self, criterion: str | None) -> np.ndarray:
        """The rows kept when this criterion is left out."""
        ignored = self._bits.get(criterion)
        return self.mask if ignored is None else self.mask | (self._fail == ignored)


def _passes(table: Table, criterion: Criterion) -> np.ndarray:
    passes = np.zeros(table.length, dtype=bool)
    for conditions in criterion.alternatives:
        every = np.ones(table.length, dtype=bool)
        for condition in conditions:
            every &= holds(table, condition)
        passes |= every
    return passes


def holds(table: Table, condition: Condition) -> np.ndarray:
    """The rows of a table that meet a condition."""
    column = table.column(condition.column)
    wanted = np.zeros(len(column.values), dtype=bool)
    wanted[[column.rank[code] for code in condition.codes if code in column.rank]] = True
    elements = wanted[column.codes]
    if column.starts is None or not table.length:
        return elements
    return np.logical_or.reduceat(elements, column.starts)


def summed_keys(keys: np.ndarray, groups: np.ndarray, length: int) -> list[int]:
    """The keys of cells. Unsigned sums wrap modulo 2^64, which KEY_MODULUS divides: they stay exact."""
    total = np.zeros(length, dtype=np.uint64)
    np.add.at(total, groups, keys)
    return (total % np.uint64(KEY_MODULUS)).tolist()


def keys_of(source: tuple[str, str], values: tuple[str, ...], folder: Path | None) -> np.ndarray:
    """The key of each value of an identifier (source: dataset and column), 0 where it has none."""
    table = open_table(source[0], folder)
    first, keys = table.first_row(source[1]), table.keys()
    return np.array([keys[first[value]] if value in first else 0 for value in values], dtype=np.uint64)
