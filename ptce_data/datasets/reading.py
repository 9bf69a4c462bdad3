"""Open a dataset, its contract checked once per version of the file, or say what is wrong with it."""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from ptce_data.datasets import arrow_types
from ptce_data.datasets.catalogue import DATASET
from ptce_data.datasets.faults import DataError, Fault
from ptce_data.datasets.inspecting import inspect
from ptce_data.datasets.paths import located
from ptce_data.schema.contracts import Column, DerivedColumn

if TYPE_CHECKING:
    import pandas

__all__ = ["DataError", "path", "read"]


def path(key: str, folder: str | Path | None = None) -> Path:
    """The checked path of a dataset's Parquet file.

    folder: another data folder than the one in use. Raises DataError (file, column, row, rule, remedy) when the
    file is missing, unreadable or breaks its contract; KeyError for a key that is no dataset.
    """
    file = located(DATASET[key].file, folder)
    faults = _faults(key, str(file), *_version(file))
    if faults:
        raise DataError(faults)
    return file


def read(key: str, folder: str | Path | None = None) -> "pandas.DataFrame":
    """A dataset as a new pandas DataFrame, columns as in its contract, derived ones last; raises as `path` does.

    Columns that the contract has and an older file hasn't are empty.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    file = path(key, folder)
    found = pq.read_table(file)
    for column in missing(key, file):
        found = found.append_column(column.name, pa.nulls(len(found), arrow_types.TYPES[column.type]))
    table = DATASET[key].table
    frame = found.select([column.name for column in table.columns]).to_pandas()
    for derived in table.derived:
        frame[derived.name] = _band_codes(frame[derived.source], derived)
    return frame


def _band_codes(source: "pandas.Series", derived: DerivedColumn) -> list[str | None]:
    """The code of a derived column for each value of its source, None where it is null."""
    numbers = source.map(source.value_counts()) if derived.counted else source
    return [
        next(band.code for band in derived.bins if band.upper is None or value <= band.upper)
        if value == value
        else None
        for value in numbers.astype(float).tolist()
    ]


def missing(key: str, file: Path) -> tuple[Column, ...]:
    """The columns of a contract that a file, older than they are, doesn't have."""
    import pyarrow.parquet as pq

    names = set(pq.read_schema(file).names)
    return tuple(column for column in DATASET[key].table.columns if column.name not in names)


def _version(file: Path) -> tuple[int, int]:
    """(mtime in ns, size); (0, 0) for a file that can't be seen."""
    try:
        state = file.stat()
    except OSError:
        return 0, 0
    return state.st_mtime_ns, state.st_size


@lru_cache(maxsize=64)
def _faults(key: str, file: str, mtime: int, size: int) -> tuple[Fault, ...]:
    return inspect(Path(file), DATASET[key].table)
