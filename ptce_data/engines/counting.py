"""What is counted or listed in one table, of the rows kept."""

from collections.abc import Iterable

import numpy as np

from ptce_data.engines.filtering import Kept, keys_of, summed_keys
from ptce_data.engines.vocabulary import Count, Crossing, GroupSizes, LinkedRow, Names, Records


def count(kept: Kept, ask: Count) -> dict[str, int]:
    mask = kept.ignoring(ask.ignoring)
    if not ask.by:
        return {"": int(mask.sum())}
    column = kept.table.column(ask.by)
    codes = column.codes[mask if column.rows is None else mask[column.rows]]
    return _counted(np.bincount(codes, minlength=len(column.values)).tolist(), column.values)


def count_keys(kept: Kept, ask: Count) -> dict[str, int]:
    mask, keys = kept.ignoring(ask.ignoring), kept.table.keys()
    if not ask.by:
        rows = np.zeros(int(mask.sum()), dtype=np.int64)
        return {"": summed_keys(keys[mask], rows, 1)[0]}
    column = kept.table.column(ask.by)
    rows = np.arange(kept.table.length) if column.rows is None else column.rows
    wanted = mask[rows]
    found = summed_keys(keys[rows[wanted]], column.codes[wanted], len(column.values))
    return {column.values[code]: found[code] for code in np.unique(column.codes[wanted]).tolist()}


def group_sizes(kept: Kept, ask: GroupSizes) -> dict[int, int]:
    sizes = np.bincount(np.bincount(kept.table.column(ask.of).codes[kept.mask]))
    return _counted(sizes.tolist()[1:], range(1, len(sizes)))


def group_keys(kept: Kept, ask: GroupSizes) -> dict[int, int]:
    column = kept.table.column(ask.of)
    sizes = np.bincount(column.codes[kept.mask], minlength=len(column.values))
    keys = keys_of(ask.keys, column.values, kept.folder)
    found = summed_keys(keys, sizes, int(sizes.max(initial=0)) + 1)
    return {size: found[size] for size in np.unique(sizes).tolist() if size}


def names(kept: Kept, ask: Names) -> tuple[tuple[str, str], ...]:
    return tuple(zip(*_texts(kept, (ask.identifier, ask.name)), strict=True))


def records(kept: Kept, ask: Records) -> tuple:
    rows = np.flatnonzero(kept.mask)
    numbers = [kept.table.numbers(name)[rows].tolist() for name in ask.numbers]
    known = [[None if value != value else value for value in values] for values in numbers]
    empty = [()] * len(rows)
    texts = zip(*_texts(kept, ask.texts), strict=True)
    return tuple(zip(texts, zip(*known, strict=True) if known else empty, strict=True))


def crossing(kept: Kept, ask: Crossing) -> tuple[LinkedRow, ...]:
    of, by = kept.table.column(ask.of), kept.table.column(ask.by)
    rows = np.arange(kept.table.length) if by.rows is None else by.rows
    mask = kept.mask[rows]
    pairs = of.codes[rows[mask]] * len(by.values) + by.codes[mask]
    found, group, numbers = np.unique(pairs, return_inverse=True, return_counts=True)
    keys = [0] * len(found)
    if kept.keyed:
        keys = summed_keys(kept.table.keys()[rows[mask]], group, len(found))
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
