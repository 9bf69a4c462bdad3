"""Rows to Parquet, the same bytes for the same rows; nothing is replaced before all of it is written."""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from ptce_data.datasets import arrow_types
from ptce_data.schema.contracts import Table

#: Small enough for an engine to skip by region, large enough to compress.
ROW_GROUP = 250_000


def write(rows: Sequence[Mapping[str, object]], table: Table, folder: Path) -> Path:
    """Write one table, sorted as its contract says; rows map column names to plain Python values.

    Raises pyarrow.ArrowInvalid or ArrowTypeError where a value doesn't fit its declared type.
    """
    ordered = sorted(rows, key=lambda row: tuple(row[key] for key in table.sort))
    path = folder / f"{table.key}.parquet"
    content = pa.Table.from_pylist(ordered, schema=arrow_types.schema(table))
    pq.write_table(content, path, compression="zstd", compression_level=9, row_group_size=ROW_GROUP, version="2.6")
    return path


@contextmanager
def staging(folder: Path) -> Iterator[Path]:
    """A folder to write into; its files take their place in `folder` together, or not at all if it raises."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".build-", dir=folder) as name:
        staged = Path(name)
        yield staged
        for file in sorted(staged.iterdir()):
            file.replace(folder / file.name)
