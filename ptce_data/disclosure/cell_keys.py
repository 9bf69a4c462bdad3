"""The keys of respondents, drawn when a wave is imported (releases/record_keys.py) and never shown: none is missing."""

from functools import lru_cache
from pathlib import Path

from ptce_data.datasets import reading
from ptce_data.datasets.faults import DataError, Fault
from ptce_data.engines import KEY_COLUMN

#: Datasets whose rows are respondents, each with its key.
KEYED = ("structures", "sample_poles")


def check_keys(folder: Path | None) -> None:
    """Raise DataError where a respondent of a protected release has no key: their answers would come out bare."""
    for dataset in KEYED:
        path = reading.path(dataset, folder)
        state = path.stat()
        missing = _missing(path, state.st_mtime_ns, state.st_size)
        if missing:
            rule = f"{missing} lignes sans clé, ou de même clé qu’une autre, dans une livraison «\u202fprotected\u202f»"
            remedy = "importer de nouveau l’enquête\u00a0: ses clés seront tirées au sort"
            raise DataError((Fault(path.name, KEY_COLUMN, None, rule, remedy),))


@lru_cache(maxsize=16)
def _missing(path: Path, mtime: int, size: int) -> int:
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    if KEY_COLUMN not in pq.read_schema(path).names:
        return pq.read_metadata(path).num_rows
    keys = pq.read_table(path, columns=[KEY_COLUMN]).column(KEY_COLUMN)
    return len(keys) - pc.count_distinct(keys, mode="only_valid").as_py()
