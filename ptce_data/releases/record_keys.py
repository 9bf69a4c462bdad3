"""The random key of each record: drawn once for a respondent of a wave, the same when the wave is imported again.

With new keys for the same answers, two releases of one wave would add two different noises to the same counts, and
comparing the two releases would reveal more than one of them does.
"""

import random
from pathlib import Path

import pyarrow.parquet as pq

from ptce_data.datasets.catalogue import DATASET

_KEY = "record_key"


def add_record_keys(key: str, values: list[dict[str, object]], former: Path | None) -> list[dict[str, object]]:
    """Rows with their keys, where the contract has them: all different, drawn by the operating system.

    former: the folder of the release of the same wave in use until now, None where there is none.
    """
    table = DATASET[key].table
    column = next((column for column in table.columns if column.name == _KEY), None)
    if column is None:
        return values
    identifier = next(column.name for column in table.columns if column.unique)
    known = _known(former / DATASET[key].file, identifier) if former else {}
    taken = set(known.values())
    # As many draws as all keys together are enough to leave out those that are taken.
    draws = random.SystemRandom().sample(range(int(column.maximum) + 1), len(values) + len(taken))
    fresh = (drawn for drawn in draws if drawn not in taken)
    return [row | {_KEY: known[row[identifier]] if row[identifier] in known else next(fresh)} for row in values]


def _known(file: Path, identifier: str) -> dict[str, int]:
    rows = pq.read_table(file, columns=[identifier, _KEY])
    pairs = zip(rows.column(identifier).to_pylist(), rows.column(_KEY).to_pylist(), strict=True)
    return {name: drawn for name, drawn in pairs if drawn is not None}
