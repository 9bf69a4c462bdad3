"""Files read once per version (path, time, size), their columns coded as whole numbers when first asked."""

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import numpy as np

from ptce_data.datasets import reading
from ptce_data.engines.vocabulary import KEY_COLUMN, NOT_RECORDED


@dataclass(frozen=True)
class Codes:
    """A text column: `values[codes[i]]` is the code of element i, "nr" for null.

    A list column has one element per code of each row, "nr" alone for an empty list: `rows` gives the row of each
    element, `starts` the first element of each row; both are None for a plain column.
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
        return self._frame[name].to_numpy(dtype=float, na_value=float("nan"))

    def keys(self) -> np.ndarray:
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


def open_table(dataset: str, folder: Path | None) -> Table:
    """A dataset as it is now."""
    path = reading.path(dataset, folder)
    state = path.stat()
    return _table(dataset, path.parent, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=32)
def _table(dataset: str, folder: Path, mtime: int, size: int) -> Table:
    return Table(reading.read(dataset, folder))


def _coded(cells: list) -> Codes:
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
