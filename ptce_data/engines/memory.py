"""Small files, counted in memory with NumPy: a page of the bundled data takes a millisecond or two.

DuckDB needs longer than that to plan a page's statement, whatever the number of rows. The vocabulary is the same,
and a test asks both engines the same questions. A file is read once per version (path, time, size).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from ptce_data.datasets import reading
from ptce_data.engines.vocabulary import (
    KEY_COLUMN,
    KEY_MODULUS,
    NOT_RECORDED,
    Amounts,
    AmountsRow,
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

if TYPE_CHECKING:
    import numpy as np


@dataclass(frozen=True)
class Codes:
    """A text column: `values[codes[i]]` is the code of element i, "nr" for null.

    A list column has one element per code of each row, "nr" alone for an empty list: `rows` gives the row of each
    element, `starts` the first element of each row; both are None for a plain column.
    """

    codes: "np.ndarray"
    values: tuple[str, ...]
    rows: "np.ndarray | None" = None
    starts: "np.ndarray | None" = None
    rank: dict[str, int] = field(default_factory=dict)


class Table:
    """One version of a file, its columns coded the first time they are asked."""

    def __init__(self, frame):
        self._frame = frame
        self._columns: dict[str, Codes] = {}
        self._first: dict[str, dict[str, int]] = {}
        self.length = len(frame)

    def __contains__(self, column: str) -> bool:
        return column in self._frame.columns

    def column(self, name: str) -> Codes:
        if name not in self._columns:
            self._columns[name] = _coded(self._frame[name].tolist())
        return self._columns[name]

    def numbers(self, name: str) -> "np.ndarray":
        return self._frame[name].to_numpy(dtype=float, na_value=float("nan"))

    def keys(self) -> "np.ndarray":
        """The key of each row, 0 where it has none."""
        return self._frame[KEY_COLUMN].fillna(0).to_numpy(dtype="uint64")

    def first_row(self, name: str) -> dict[str, int]:
        """Value of a plain column → the first row that has it."""
        if name not in self._first:
            found: dict[str, int] = {}
            column = self.column(name)
            for row, code in enumerate(column.codes.tolist()):
                found.setdefault(column.values[code], row)
            self._first[name] = found
        return self._first[name]


def _coded(cells: list) -> Codes:
    import numpy as np

    listed = any(hasattr(cell, "__len__") and not isinstance(cell, str) for cell in cells)
    if listed:
        lists = [list(cell) if cell is not None and len(cell) else [NOT_RECORDED] for cell in cells]
    else:
        lists = [[cell if isinstance(cell, str) else NOT_RECORDED] for cell in cells]
    rank: dict[str, int] = {}
    codes = np.array([rank.setdefault(code, len(rank)) for one in lists for code in one], dtype=np.int64)
    values = tuple(rank)
    if not listed:
        return Codes(codes, values, rank=rank)
    lengths = np.array([len(one) for one in lists])
    return Codes(codes, values, np.repeat(np.arange(len(lists)), lengths), np.cumsum(lengths) - lengths, rank)


@lru_cache(maxsize=32)
def _table(dataset: str, folder: Path, mtime: int, size: int) -> Table:
    return Table(reading.read(dataset, folder))


class MemoryEngine:
    """Thread-safe: tables are only ever added to, and a column coded twice is coded alike."""

    def __init__(self, url: str = "memory://"):
        pass

    def ask(self, populations: tuple[Population, ...], folder: Path | None = None) -> Reply:
        reply: dict[str, dict] = {field.name: {} for field in fields(Reply)}
        for population in populations:
            _Counter(population, folder).answer(reply)
        return Reply(**reply)


def _open(dataset: str, folder: Path | None) -> Table:
    path = reading.path(dataset, folder)
    state = path.stat()
    return _table(dataset, path.parent, state.st_mtime_ns, state.st_size)


class _Counter:
    """Answers what is asked of one population."""

    def __init__(self, population: Population, folder: Path | None):
        import numpy as np

        self.np = np
        self.asks = population.asks
        self.keyed = population.keyed
        self.folder = folder
        self.table = _open(population.dataset, folder)
        self.bits = {criterion.key: 1 << rank for rank, criterion in enumerate(population.criteria)}
        self.fail = np.zeros(self.table.length, dtype=np.int64)
        for criterion in population.criteria:
            self.fail[~self._passes(criterion)] |= self.bits[criterion.key]
        self.kept = self.fail == 0

    def answer(self, reply: dict[str, dict]) -> None:
        for ask in self.asks:
            match ask:
                case Count():
                    reply["counts"][ask.key] = self._count(ask)
                    if self.keyed:
                        reply["cell_keys"][ask.key] = self._count_keys(ask)
                case GroupSizes():
                    reply["sizes"][ask.key] = self._group_sizes(ask)
                    if self.keyed and ask.keys:
                        reply["cell_keys"][ask.key] = self._group_keys(ask)
                case Names():
                    reply["names"][ask.key] = self._names(ask)
                case Records():
                    reply["records"][ask.key] = self._records(ask)
                case Crossing():
                    reply["linked"][ask.key] = self._crossing(ask)
                case Linked():
                    reply["linked"][ask.key] = self._linked(ask)
                case Amounts():
                    reply["amounts"][ask.key] = self._amounts(ask)

    def _passes(self, criterion: Criterion) -> "np.ndarray":
        passes = self.np.zeros(self.table.length, dtype=bool)
        for conditions in criterion.alternatives:
            every = self.np.ones(self.table.length, dtype=bool)
            for condition in conditions:
                every &= self._holds(self.table, condition)
            passes |= every
        return passes

    def _holds(self, table: Table, condition: Condition) -> "np.ndarray":
        column = table.column(condition.column)
        wanted = self.np.zeros(len(column.values), dtype=bool)
        wanted[[column.rank[code] for code in condition.codes if code in column.rank]] = True
        elements = wanted[column.codes]
        if column.starts is None or not table.length:
            return elements
        return self.np.logical_or.reduceat(elements, column.starts)

    def _kept_ignoring(self, ask: Count) -> "np.ndarray":
        ignored = self.bits.get(ask.ignoring)
        return self.kept if ignored is None else self.kept | (self.fail == ignored)

    def _count(self, ask: Count) -> dict[str, int]:
        kept = self._kept_ignoring(ask)
        if not ask.by:
            return {"": int(kept.sum())}
        column = self.table.column(ask.by)
        codes = column.codes[kept if column.rows is None else kept[column.rows]]
        return _counted(self.np.bincount(codes, minlength=len(column.values)).tolist(), column.values)

    def _group_sizes(self, ask: GroupSizes) -> dict[int, int]:
        sizes = self.np.bincount(self.np.bincount(self.table.column(ask.of).codes[self.kept]))
        return _counted(sizes.tolist()[1:], range(1, len(sizes)))

    def _summed_keys(self, keys: "np.ndarray", groups: "np.ndarray", length: int) -> list[int]:
        """The keys of cells. Unsigned sums wrap modulo 2^64, which KEY_MODULUS divides: they stay exact."""
        total = self.np.zeros(length, dtype=self.np.uint64)
        self.np.add.at(total, groups, keys)
        return (total % self.np.uint64(KEY_MODULUS)).tolist()

    def _count_keys(self, ask: Count) -> dict[str, int]:
        kept, keys = self._kept_ignoring(ask), self.table.keys()
        if not ask.by:
            rows = self.np.zeros(int(kept.sum()), dtype=self.np.int64)
            return {"": self._summed_keys(keys[kept], rows, 1)[0]}
        column = self.table.column(ask.by)
        rows = self.np.arange(self.table.length) if column.rows is None else column.rows
        wanted = kept[rows]
        found = self._summed_keys(keys[rows[wanted]], column.codes[wanted], len(column.values))
        return {column.values[code]: found[code] for code in self.np.unique(column.codes[wanted]).tolist()}

    def _keys_of(self, source: tuple[str, str], values: tuple[str, ...]) -> "np.ndarray":
        """The key of each value of an identifier, 0 where it has none."""
        table = _open(source[0], self.folder)
        first, keys = table.first_row(source[1]), table.keys()
        return self.np.array([keys[first[value]] if value in first else 0 for value in values], dtype=self.np.uint64)

    def _group_keys(self, ask: GroupSizes) -> dict[int, int]:
        np = self.np
        column = self.table.column(ask.of)
        sizes = np.bincount(column.codes[self.kept], minlength=len(column.values))
        found = self._summed_keys(self._keys_of(ask.keys, column.values), sizes, int(sizes.max(initial=0)) + 1)
        return {size: found[size] for size in np.unique(sizes).tolist() if size}

    def _names(self, ask: Names) -> tuple[tuple[str, str], ...]:
        rows = self.np.flatnonzero(self.kept)
        columns = [self.table.column(column) for column in (ask.identifier, ask.name)]
        texts = [[column.values[code] for code in column.codes[rows].tolist()] for column in columns]
        return tuple(zip(*texts, strict=True))

    def _records(self, ask: Records) -> tuple:
        rows = self.np.flatnonzero(self.kept)
        columns = [self.table.column(name) for name in ask.texts]
        texts = [[column.values[code] for code in column.codes[rows].tolist()] for column in columns]
        numbers = [self.table.numbers(name)[rows].tolist() for name in ask.numbers]
        known = [[None if value != value else value for value in values] for values in numbers]
        empty = [()] * len(rows)
        return tuple(zip(zip(*texts, strict=True), zip(*known, strict=True) if known else empty, strict=True))

    def _crossing(self, ask: Crossing) -> tuple[LinkedRow, ...]:
        np = self.np
        of, by = self.table.column(ask.of), self.table.column(ask.by)
        rows = np.arange(self.table.length) if by.rows is None else by.rows
        kept = self.kept[rows]
        pairs = of.codes[rows[kept]] * len(by.values) + by.codes[kept]
        found, group, numbers = np.unique(pairs, return_inverse=True, return_counts=True)
        keys = [0] * len(found)
        if self.keyed:
            keys = self._summed_keys(self.table.keys()[rows[kept]], group, len(found))
        return tuple(
            LinkedRow((of.values[pair // len(by.values)], by.values[pair % len(by.values)]), number, cell_key=key)
            for pair, number, key in zip(found.tolist(), numbers.tolist(), keys, strict=True)
        )

    def _reached(self, dataset: str, foreign: str, own: str) -> tuple[Table, "np.ndarray"]:
        """The other table, and which of its rows are linked to a row kept."""
        other = _open(dataset, self.folder)
        mine, theirs = self.table.column(own), other.column(foreign)
        kept = {mine.values[code] for code in self.np.unique(mine.codes[self.kept]).tolist()} - {NOT_RECORDED}
        wanted = self.np.array([value in kept for value in theirs.values], dtype=bool)
        return other, wanted[theirs.codes] if other.length else wanted

    def _linked(self, ask: Linked) -> tuple[LinkedRow, ...]:
        np = self.np
        other, reached = self._reached(ask.dataset, ask.foreign, ask.own)
        for condition in ask.where:
            reached = reached & self._holds(other, condition)
        rows = np.flatnonzero(reached)
        columns = [(other if name in other else self.table).column(name) for name in ask.by]
        group = np.zeros(len(rows), dtype=np.int64)
        for name, column in zip(ask.by, columns, strict=True):
            group = group * len(column.values) + self._codes(ask, other, name, rows)
        groups, group = np.unique(group, return_inverse=True)
        totals = np.bincount(group, minlength=len(groups)).tolist()
        distinct = [self._distinct(ask, other, column, rows, group, len(groups)) for column in ask.distinct]
        keys = [0] * len(groups)
        if self.keyed and ask.keys:
            keys = self._linked_keys(ask, other, rows, group, len(groups))
        found = []
        for rank, combined in enumerate(groups.tolist()):
            by = []
            for column in reversed(columns):
                combined, code = divmod(combined, len(column.values))
                by.append(column.values[code])
            counted = tuple(numbers[rank] for numbers in distinct)
            found.append(LinkedRow(tuple(reversed(by)), totals[rank], counted, keys[rank]))
        return tuple(found)

    def _linked_keys(self, ask: Linked, other: Table, rows, group, groups: int) -> list[int]:
        """The sum of the keys of each group's respondents, each once."""
        np = self.np
        column = other.column(ask.foreign)
        pairs = np.unique(group * len(column.values) + column.codes[rows])
        keys = self._keys_of(ask.keys, column.values)
        width = max(len(column.values), 1)
        return self._summed_keys(keys[pairs % width], pairs // width, groups)

    def _distinct(self, ask: Linked, other: Table, name: str, rows, group, groups: int) -> list[int]:
        """Distinct values of a column, of the other table or of ours, by group."""
        np = self.np
        column = (other if name in other else self.table).column(name)
        pairs = np.unique(group * len(column.values) + self._codes(ask, other, name, rows))
        return np.bincount(pairs // max(len(column.values), 1), minlength=groups).tolist()

    def _codes(self, ask: Linked, other: Table, name: str, rows) -> "np.ndarray":
        """The code of a column, of the other table or of ours, for rows of the other table."""
        if name in other:
            return other.column(name).codes[rows]
        foreign, first = other.column(ask.foreign), self.table.first_row(ask.own)
        own_row = self.np.array([first.get(value, -1) for value in foreign.values])
        return self.table.column(name).codes[own_row[foreign.codes[rows]]] if len(rows) else rows

    def _amounts(self, ask: Amounts) -> dict[str, AmountsRow]:
        np = self.np
        other, reached = self._reached(ask.dataset, ask.foreign, ask.own)
        part, whole = other.numbers(ask.part)[reached], other.numbers(ask.whole)[reached]
        known = ~np.isnan(part) & (whole > 0)
        ratio = np.round(np.divide(part, whole, out=np.full(len(part), np.nan), where=known), 9)
        bins = np.searchsorted([edge / 100 for edge in ask.edges], ratio, side="left")
        found = {}
        own_keys = other.keys()[reached] if self.keyed else np.zeros(len(part), dtype=np.uint64)

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


def _counted(numbers: Iterable[int], keys: Iterable) -> dict:
    return {key: number for key, number in zip(keys, numbers, strict=True) if number}
