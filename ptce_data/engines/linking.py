"""What is counted in another table, of its rows linked to the rows kept."""

import numpy as np

from ptce_data.engines.columns import Table, open_table
from ptce_data.engines.filtering import Kept, holds, keys_of, summed_keys
from ptce_data.engines.vocabulary import KEY_MODULUS, NOT_RECORDED, Amounts, AmountsRow, Linked, LinkedRow


def linked(kept: Kept, ask: Linked) -> tuple[LinkedRow, ...]:
    other, reached = _reached(kept, ask)
    for condition in ask.where:
        reached = reached & holds(other, condition)
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


def amounts(kept: Kept, ask: Amounts) -> dict[str, AmountsRow]:
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
    keys = keys_of(ask.keys, column.values, kept.folder)
    width = max(len(column.values), 1)
    return summed_keys(keys[pairs % width], pairs // width, groups)


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
