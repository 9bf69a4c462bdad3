"""Small files, counted in memory with NumPy: a page of the bundled data takes a millisecond or two.

DuckDB needs longer than that to plan a page's statement, whatever the number of rows. The vocabulary is the same,
and a test asks both engines the same questions. A file is read once per version (path, time, size).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from ptce_data.datasets import reading
from ptce_data.engines.vocabulary import (
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
        reply: dict[str, dict] = {"counts": {}, "sizes": {}, "names": {}, "linked": {}, "amounts": {}, "records": {}}
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
                case GroupSizes():
                    reply["sizes"][ask.key] = self._group_sizes(ask)
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

    def _count(self, ask: Count) -> dict[str, int]:
        ignored = self.bits.get(ask.ignoring)
        kept = self.kept if ignored is None else self.kept | (self.fail == ignored)
        if not ask.by:
            return {"": int(kept.sum())}
        column = self.table.column(ask.by)
        codes = column.codes[kept if column.rows is None else kept[column.rows]]
        return _counted(self.np.bincount(codes, minlength=len(column.values)).tolist(), column.values)

    def _group_sizes(self, ask: GroupSizes) -> dict[int, int]:
        sizes = self.np.bincount(self.np.bincount(self.table.column(ask.of).codes[self.kept]))
        return _counted(sizes.tolist()[1:], range(1, len(sizes)))

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
        found, numbers = np.unique(pairs, return_counts=True)
        return tuple(
            LinkedRow((of.values[pair // len(by.values)], by.values[pair % len(by.values)]), number)
            for pair, number in zip(found.tolist(), numbers.tolist(), strict=True)
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
        found = []
        for rank, combined in enumerate(groups.tolist()):
            by = []
            for column in reversed(columns):
                combined, code = divmod(combined, len(column.values))
                by.append(column.values[code])
            found.append(LinkedRow(tuple(reversed(by)), totals[rank], tuple(numbers[rank] for numbers in distinct)))
        return tuple(found)

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
        for code in np.unique(bins[known]).tolist():
            rows = known & (bins == code)
            found[str(code)] = AmountsRow(
                int(rows.sum()),
                float(part[rows].sum()),
                float(whole[rows].sum()),
                float(ratio[rows].min()),
                float(ratio[rows].max()),
                float(whole[rows].max()),
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
            )
        return found


def _counted(numbers: Iterable[int], keys: Iterable) -> dict:
    return {key: number for key, number in zip(keys, numbers, strict=True) if number}
