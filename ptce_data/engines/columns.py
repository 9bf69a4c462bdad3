"""Files read once per version (path, time, size), their columns coded as whole numbers when first asked."""

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import numpy as np

from ptce_data.datasets import reading
from ptce_data.engines.vocabulary import KEY_COLUMN, NOT_RECORDED, number_code


@dataclass(frozen=True)
class Codes:
    """A column of texts or numbers: `values[codes[i]]` is the code of element i, "nr" for null.

    codes: int64, one per element. A plain column has one element a row. A list column has one element per code of
    each row, "nr" alone for an empty list: `rows` (int64, one per element) gives the row of each element, `starts`
    (int64, one per row) the first element of each row; both are None for a plain column. rank: value → its place in
    `values`.
    """

    codes: np.ndarray
    values: tuple[str, ...]
    rows: np.ndarray | None = None
    starts: np.ndarray | None = None
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

    def numbers(self, name: str) -> np.ndarray:
        """A column of numbers: float64, one per row, NaN for null."""
        return self._frame[name].to_numpy(dtype=float, na_value=float("nan"))

    def keys(self) -> np.ndarray:
        """The key of each row: uint64, 0 where it has none."""
        return self._frame[KEY_COLUMN].fillna(0).to_numpy(dtype="uint64")

    def first_row(self, name: str) -> dict[str, int]:
        """Value of a plain column → the first row that has it."""
        if name not in self._first:
            rows: dict[str, int] = {}
            column = self.column(name)
            for row, code in enumerate(column.codes.tolist()):
                rows.setdefault(column.values[code], row)
            self._first[name] = rows
        return self._first[name]


def open_table(dataset: str, folder: Path | None) -> Table:
    """A dataset as it is now."""
    path = reading.path(dataset, folder)
    state = path.stat()
    return _table(dataset, path.parent, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=32)
def _table(dataset: str, folder: Path, mtime: int, size: int) -> Table:
    return Table(reading.read(dataset, folder))


def _code(cell: str | float | None) -> str:
    if cell is None:
        return NOT_RECORDED
    return cell if isinstance(cell, str) else number_code(cell)


def _coded(cells: list) -> Codes:
    listed = any(hasattr(cell, "__len__") and not isinstance(cell, str) for cell in cells)
    if listed:
        lists = [list(cell) if cell is not None and len(cell) else [NOT_RECORDED] for cell in cells]
    else:
        lists = [[_code(cell)] for cell in cells]
    rank: dict[str, int] = {}
    codes = np.array([rank.setdefault(code, len(rank)) for elements in lists for code in elements], dtype=np.int64)
    values = tuple(rank)
    if not listed:
        return Codes(codes, values, rank=rank)
    lengths = np.array([len(elements) for elements in lists])
    return Codes(codes, values, np.repeat(np.arange(len(lists)), lengths), np.cumsum(lengths) - lengths, rank)
