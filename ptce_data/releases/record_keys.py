"""The random key of each record: drawn once for a respondent of a wave, the same when the wave is imported again.

With new keys for the same answers, two releases of one wave would add two different noises to the same counts, and
comparing the two releases would reveal more than one of them does.
"""

import secrets
from collections.abc import Collection
from pathlib import Path

import pyarrow.parquet as pq

from ptce_data.datasets.catalogue import DATASET
from ptce_data.engines import KEY_COLUMN, KEY_MODULUS


def add_record_keys(key: str, values: list[dict[str, object]], former: Path | None) -> list[dict[str, object]]:
    """Rows with their keys, where the contract has them: all different, drawn by the operating system.

    former: the folder of the release of the same wave in use until now, None where there is none.
    """
    table = DATASET[key].table
    if KEY_COLUMN not in {column.name for column in table.columns}:
        return values
    identifier = next(column.name for column in table.columns if column.unique)
    known = _known(former / DATASET[key].file, identifier) if former else {}
    fresh = iter(draw_keys(len(values), known.values()))
    return [row | {KEY_COLUMN: known[row[identifier]] if row[identifier] in known else next(fresh)} for row in values]


def draw_keys(n: int, taken: Collection[int] = ()) -> list[int]:
    """n keys from 0 to KEY_MODULUS - 1, all different and none of `taken`, drawn by the operating system.

    Nobody can guess them: whoever knew them could take the noise away.
    """
    drawn, refused = {}, frozenset(taken)
    while len(drawn) < n:
        key = secrets.randbelow(KEY_MODULUS)
        if key not in refused:
            drawn[key] = None
    return list(drawn)


def _known(file: Path, identifier: str) -> dict[str, int]:
    rows = pq.read_table(file, columns=[identifier, KEY_COLUMN])
    pairs = zip(rows.column(identifier).to_pylist(), rows.column(KEY_COLUMN).to_pylist(), strict=True)
    return {name: drawn for name, drawn in pairs if drawn is not None}
