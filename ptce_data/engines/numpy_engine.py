"""Small files, counted in memory with NumPy: a page of the bundled data takes a millisecond or two.

DuckDB needs longer than that to plan a page's statement, whatever the number of rows. The vocabulary is the same,
and a test asks both engines the same questions.
"""

from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path

import numpy as np

from ptce_data.engines.columns import Table, open_table
from ptce_data.engines.vocabulary import (
    KEY_MODULUS,
    NOT_RECORDED,
    Amounts,
    AmountsRow,
    Ask,
    Condition,
    Count,
    Criterion,
    Crossing,
    GroupSizes,
    Linked,
    LinkedRow,
    Names,
    Population,
    Records,
    Reply,
)

# Which rows are kept


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
            every &= _holds(table, condition)
        passes |= every
    return passes


def _holds(table: Table, condition: Condition) -> np.ndarray:
    """The rows of a table that meet a condition."""
    column = table.column(condition.column)
    wanted = np.zeros(len(column.values), dtype=bool)
    wanted[[column.rank[code] for code in condition.codes if code in column.rank]] = True
    elements = wanted[column.codes]
    if column.starts is None or not table.length:
        return elements
    return np.logical_or.reduceat(elements, column.starts)


def _summed_keys(keys: np.ndarray, groups: np.ndarray, length: int) -> list[int]:
    """The keys of cells. Unsigned sums wrap modulo 2^64, which KEY_MODULUS divides: they stay exact."""
    total = np.zeros(length, dtype=np.uint64)
    np.add.at(total, groups, keys)
    return (total % np.uint64(KEY_MODULUS)).tolist()


def _keys_of(source: tuple[str, str], values: tuple[str, ...], folder: Path | None) -> np.ndarray:
    """The key of each value of an identifier (source: dataset and column), 0 where it has none."""
    table = open_table(source[0], folder)
    first, keys = table.first_row(source[1]), table.keys()
    return np.array([keys[first[value]] if value in first else 0 for value in values], dtype=np.uint64)


# What is counted or listed in one table


def _count(kept: Kept, ask: Count) -> dict[str, int]:
    mask = kept.ignoring(ask.ignoring)
    if not ask.by:
        return {"": int(mask.sum())}
    column = kept.table.column(ask.by)
    codes = column.codes[mask if column.rows is None else mask[column.rows]]
    return _counted(np.bincount(codes, minlength=len(column.values)).tolist(), column.values)


def _count_keys(kept: Kept, ask: Count) -> dict[str, int]:
    mask, keys = kept.ignoring(ask.ignoring), kept.table.keys()
    if not ask.by:
        rows = np.zeros(int(mask.sum()), dtype=np.int64)
        return {"": _summed_keys(keys[mask], rows, 1)[0]}
    column = kept.table.column(ask.by)
    rows = np.arange(kept.table.length) if column.rows is None else column.rows
    wanted = mask[rows]
    found = _summed_keys(keys[rows[wanted]], column.codes[wanted], len(column.values))
    return {column.values[code]: found[code] for code in np.unique(column.codes[wanted]).tolist()}


def _group_sizes(kept: Kept, ask: GroupSizes) -> dict[int, int]:
    sizes = np.bincount(np.bincount(kept.table.column(ask.of).codes[kept.mask]))
    return _counted(sizes.tolist()[1:], range(1, len(sizes)))


def _group_keys(kept: Kept, ask: GroupSizes) -> dict[int, int]:
    column = kept.table.column(ask.of)
    sizes = np.bincount(column.codes[kept.mask], minlength=len(column.values))
    keys = _keys_of(ask.keys, column.values, kept.folder)
    found = _summed_keys(keys, sizes, int(sizes.max(initial=0)) + 1)
    return {size: found[size] for size in np.unique(sizes).tolist() if size}


def _names(kept: Kept, ask: Names) -> tuple[tuple[str, str], ...]:
    return tuple(zip(*_texts(kept, (ask.identifier, ask.name)), strict=True))


def _records(kept: Kept, ask: Records) -> tuple:
    rows = np.flatnonzero(kept.mask)
    numbers = [kept.table.numbers(name)[rows].tolist() for name in ask.numbers]
    known = [[None if value != value else value for value in values] for values in numbers]
    empty = [()] * len(rows)
    texts = zip(*_texts(kept, ask.texts), strict=True)
    return tuple(zip(texts, zip(*known, strict=True) if known else empty, strict=True))


def _crossing(kept: Kept, ask: Crossing) -> tuple[LinkedRow, ...]:
    of, by = kept.table.column(ask.of), kept.table.column(ask.by)
    rows = np.arange(kept.table.length) if by.rows is None else by.rows
    mask = kept.mask[rows]
    pairs = of.codes[rows[mask]] * len(by.values) + by.codes[mask]
    found, group, numbers = np.unique(pairs, return_inverse=True, return_counts=True)
    keys = [0] * len(found)
    if kept.keyed:
        keys = _summed_keys(kept.table.keys()[rows[mask]], group, len(found))
    return tuple(
        LinkedRow((of.values[pair // len(by.values)], by.values[pair % len(by.values)]), number, cell_key=key)
        for pair, number, key in zip(found.tolist(), numbers.tolist(), keys, strict=True)
    )


def _texts(kept: Kept, columns: tuple[str, ...]) -> list[list[str]]:
    rows = np.flatnonzero(kept.mask)
    coded = [kept.table.column(name) for name in columns]
    return [[column.values[code] for code in column.codes[rows].tolist()] for column in coded]


def _counted(numbers: Iterable[int], keys: Iterable) -> dict:
    return {key: number for key, number in zip(keys, numbers, strict=True) if number}


# What is counted in another table, of its rows linked to the rows kept


def _linked(kept: Kept, ask: Linked) -> tuple[LinkedRow, ...]:
    other, reached = _reached(kept, ask)
    for condition in ask.where:
        reached = reached & _holds(other, condition)
    rows = np.flatnonzero(reached)
    columns = [(other if name in other else kept.table).column(name) for name in ask.by]
    group = np.zeros(len(rows), dtype=np.int64)
    for name, column in zip(ask.by, columns, strict=True):
        group = group * len(column.values) + _codes(kept, ask, other, name, rows)
    groups, group = np.unique(group, return_inverse=True)
    totals = np.bincount(group, minlength=len(groups)).tolist()
    distinct = [_distinct(kept, ask, other, column, rows, group, len(groups)) for column in ask.distinct]
    keys = [0] * len(groups)
    if kept.keyed and ask.keys:
        keys = _linked_keys(kept, ask, other, rows, group, len(groups))
    found = []
    for rank, combined in enumerate(groups.tolist()):
        by = []
        for column in reversed(columns):
            combined, code = divmod(combined, len(column.values))
            by.append(column.values[code])
        counted = tuple(numbers[rank] for numbers in distinct)
        found.append(LinkedRow(tuple(reversed(by)), totals[rank], counted, keys[rank]))
    return tuple(found)


def _amounts(kept: Kept, ask: Amounts) -> dict[str, AmountsRow]:
    other, reached = _reached(kept, ask)
    part, whole = other.numbers(ask.part)[reached], other.numbers(ask.whole)[reached]
    known = ~np.isnan(part) & (whole > 0)
    ratio = np.round(np.divide(part, whole, out=np.full(len(part), np.nan), where=known), 9)
    bins = np.searchsorted([edge / 100 for edge in ask.edges], ratio, side="left")
    found = {}
    own_keys = other.keys()[reached] if kept.keyed else np.zeros(len(part), dtype=np.uint64)

    def cell_key(rows) -> int:
        return int(own_keys[rows].sum(dtype=np.uint64) % np.uint64(KEY_MODULUS))

    for code in np.unique(bins[known]).tolist():
        rows = known & (bins == code)
        found[str(code)] = AmountsRow(
            int(rows.sum()),
            float(part[rows].sum()),
            float(whole[rows].sum()),
            float(ratio[rows].min()),
            float(ratio[rows].max()),
            float(whole[rows].max()),
            cell_key(rows),
        )
    if not known.all():
        rows = ~known
        largest = whole[rows][~np.isnan(whole[rows])]
        found[NOT_RECORDED] = AmountsRow(
            int(rows.sum()),
            float(np.nansum(part[rows])),
            float(np.nansum(whole[rows])),
            None,
            None,
            float(largest.max()) if len(largest) else None,
            cell_key(rows),
        )
    return found


def _reached(kept: Kept, ask: Linked | Amounts) -> tuple[Table, np.ndarray]:
    """The other table, and which of its rows are linked to a row kept."""
    other = open_table(ask.dataset, kept.folder)
    mine, theirs = kept.table.column(ask.own), other.column(ask.foreign)
    values = {mine.values[code] for code in np.unique(mine.codes[kept.mask]).tolist()} - {NOT_RECORDED}
    wanted = np.array([value in values for value in theirs.values], dtype=bool)
    return other, wanted[theirs.codes] if other.length else wanted


def _linked_keys(kept: Kept, ask: Linked, other: Table, rows, group, groups: int) -> list[int]:
    """The sum of the keys of each group's respondents, each once."""
    column = other.column(ask.foreign)
    pairs = np.unique(group * len(column.values) + column.codes[rows])
    keys = _keys_of(ask.keys, column.values, kept.folder)
    width = max(len(column.values), 1)
    return _summed_keys(keys[pairs % width], pairs // width, groups)


def _distinct(kept: Kept, ask: Linked, other: Table, name: str, rows, group, groups: int) -> list[int]:
    """Distinct values of a column, of the other table or of ours, by group."""
    column = (other if name in other else kept.table).column(name)
    pairs = np.unique(group * len(column.values) + _codes(kept, ask, other, name, rows))
    return np.bincount(pairs // max(len(column.values), 1), minlength=groups).tolist()


def _codes(kept: Kept, ask: Linked, other: Table, name: str, rows) -> np.ndarray:
    """The code of a column, of the other table or of ours, for rows of the other table."""
    if name in other:
        return other.column(name).codes[rows]
    foreign, first = other.column(ask.foreign), kept.table.first_row(ask.own)
    own_row = np.array([first.get(value, -1) for value in foreign.values])
    return kept.table.column(name).codes[own_row[foreign.codes[rows]]] if len(rows) else rows


# The engine


class MemoryEngine:
    """Thread-safe: tables are only ever added to, and a column coded twice is coded alike."""

    def __init__(self, url: str = "memory://"):
        pass

    def ask(self, populations: tuple[Population, ...], folder: Path | None = None) -> Reply:
        reply: dict[str, dict] = {field.name: {} for field in fields(Reply)}
        for population in populations:
            kept = Kept(population, folder)
            for ask in population.asks:
                _answer(kept, ask, reply)
        return Reply(**reply)


def _answer(kept: Kept, ask: Ask, reply: dict[str, dict]) -> None:
    match ask:
        case Count():
            reply["counts"][ask.key] = _count(kept, ask)
            if kept.keyed:
                reply["cell_keys"][ask.key] = _count_keys(kept, ask)
        case GroupSizes():
            reply["sizes"][ask.key] = _group_sizes(kept, ask)
            if kept.keyed and ask.keys:
                reply["cell_keys"][ask.key] = _group_keys(kept, ask)
        case Names():
            reply["names"][ask.key] = _names(kept, ask)
        case Records():
            reply["records"][ask.key] = _records(kept, ask)
        case Crossing():
            reply["linked"][ask.key] = _crossing(kept, ask)
        case Linked():
            reply["linked"][ask.key] = _linked(kept, ask)
        case Amounts():
            reply["amounts"][ask.key] = _amounts(kept, ask)
