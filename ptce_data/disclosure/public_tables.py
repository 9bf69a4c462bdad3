"""Whole tables as they may be taken away: the keys of respondents stay in the release's own files, whatever its policy.

Whoever had a key could take the noise away from every count it is in.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from ptce_data.datasets import reading
from ptce_data.engines import KEY_COLUMN

if TYPE_CHECKING:
    import pandas


def frame(key: str, folder: str | Path | None = None) -> "pandas.DataFrame":
    """A dataset as a new pandas DataFrame, columns as in its contract but the key.

    Raises DataError where the file can't be used, KeyError for a key that is no dataset.
    """
    return reading.read(key, folder).drop(columns=KEY_COLUMN, errors="ignore")


def parquet(key: str, folder: str | Path | None = None) -> bytes:
    """The file itself where it has no key, else the same table without it; raises as `frame` does."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    path = reading.path(key, folder)
    if KEY_COLUMN not in pq.read_schema(path).names:
        return path.read_bytes()
    table = pq.read_table(path)
    # pandas keeps the names of columns in the metadata.
    metadata = {name: value for name, value in (table.schema.metadata or {}).items() if name != b"pandas"}
    out = pa.BufferOutputStream()
    pq.write_table(table.drop_columns([KEY_COLUMN]).replace_schema_metadata(metadata or None), out, compression="zstd")
    return out.getvalue().to_pybytes()
