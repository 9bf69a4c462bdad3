"""DuckDB over Parquet files: one connection per process, one cursor per call, one statement per question.

Populations whose files are small are counted in memory instead: DuckDB takes ten times longer to plan a page's
statement than NumPy takes to count a thousand rows. Big files are never loaded: they are scanned. A file is known
by (path, time, size), so that one that changes is read again.
"""

import hashlib
import os
from pathlib import Path
from threading import Lock
from urllib.parse import parse_qs, urlsplit

from ptce_data.datasets import reading
from ptce_data.datasets.catalogue import DATASET
from ptce_data.engines.numpy_engine import MemoryEngine
from ptce_data.engines.sql import Statement, derived_column
from ptce_data.engines.vocabulary import Population, Reply

#: Bytes of Parquet, all files of a population together, up to which it is counted in memory.
MEMORY_BYTES = 1_000_000

#: Type of a contract → DuckDB's.
_TYPES = {"text": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "text[]": "VARCHAR[]"}


class DuckDBEngine:
    """Thread-safe: cursors of one DuckDB connection answer at the same time.

    url: `duckdb://`, or `duckdb://?memory=0` to scan even the smallest files.
    """

    def __init__(self, url: str = "duckdb://"):
        self._memory_bytes = int(parse_qs(urlsplit(url).query).get("memory", [MEMORY_BYTES])[0])
        self._memory = MemoryEngine()
        self._connection = None
        self._views: set[str] = set()
        self._lock = Lock()

    def ask(self, populations: tuple[Population, ...], folder: Path | None = None) -> Reply:
        small = tuple(population for population in populations if self._is_small(population, folder))
        large = tuple(population for population in populations if population not in small)
        reply = self._memory.ask(small, folder)
        return reply.merged(self._scan(large, folder)) if large else reply

    def _is_small(self, population: Population, folder: Path | None) -> bool:
        return sum(reading.path(key, folder).stat().st_size for key in population.datasets) <= self._memory_bytes

    def _scan(self, populations: tuple[Population, ...], folder: Path | None) -> Reply:
        statement = Statement(populations, lambda dataset: self._view(dataset, folder))
        cursor = self._connection.cursor()
        try:
            return statement.read(cursor.execute(statement.text, statement.parameters).fetchall())
        finally:
            cursor.close()

    def _view(self, dataset: str, folder: Path | None) -> str:
        """The name of the view of this version of the file, made at its first use."""
        path = reading.path(dataset, folder)
        state = path.stat()
        version = hashlib.sha256(f"{path.resolve()}|{state.st_mtime_ns}|{state.st_size}".encode()).hexdigest()[:16]
        name = f"{dataset}_{version}"
        with self._lock:
            self._connection = self._connection or _connect()
            if name not in self._views:
                literal = str(path.resolve()).replace("'", "''")
                # Columns that the contract has and an older file hasn't are empty.
                empty = [f'NULL::{_TYPES[column.type]} AS "{column.name}"' for column in reading.missing(dataset, path)]
                columns = ", ".join(["*", *empty])
                stored = f"SELECT {columns} FROM read_parquet('{literal}')"
                derived = ", ".join(["*", *map(derived_column, DATASET[dataset].table.derived)])
                self._connection.execute(f"CREATE VIEW {name} AS SELECT {derived} FROM ({stored})")
                self._views.add(name)
        return name


def _connect():
    # Imported here: the bundled data never needs it.
    import duckdb

    connection = duckdb.connect(config={"threads": os.cpu_count() or 1})
    connection.execute("SET parquet_metadata_cache = true")
    return connection
