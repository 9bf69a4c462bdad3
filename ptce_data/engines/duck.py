"""DuckDB over Parquet files: one connection per process, one cursor per call.

A small file is copied into memory the first time it is asked (planning a scan of Parquet costs more than reading
187 rows); a big one stays on disk and is scanned. Both are known by (path, time, size): a file that changes is
read again.
"""

import hashlib
from functools import cached_property
from pathlib import Path
from threading import Lock

from ptce_data.datasets import reading
from ptce_data.engines.sql import Statement
from ptce_data.engines.vocabulary import Population, Reply

#: Bytes of Parquet up to which a file is copied into memory.
MEMORY_BYTES = 4_000_000


class DuckDBEngine:
    """Thread-safe: cursors of one DuckDB connection answer at the same time."""

    def __init__(self, url: str = "duckdb://"):
        self._tables: set[str] = set()
        self._lock = Lock()

    @cached_property
    def _connection(self):
        import duckdb

        connection = duckdb.connect(config={"threads": 2})
        connection.execute("SET parquet_metadata_cache = true")
        return connection

    def ask(self, populations: tuple[Population, ...], folder: Path | None = None) -> Reply:
        statement = Statement(populations, lambda dataset: self._table(dataset, folder))
        if not statement.text:
            return Reply()
        cursor = self._connection.cursor()
        try:
            return statement.read(cursor.execute(statement.text, statement.parameters).fetchall())
        finally:
            cursor.close()

    def _table(self, dataset: str, folder: Path | None) -> str:
        """The name of the table or view of this version of the file, made at its first use."""
        path = reading.path(dataset, folder)
        state = path.stat()
        version = hashlib.sha256(f"{path.resolve()}|{state.st_mtime_ns}|{state.st_size}".encode()).hexdigest()[:16]
        name = f"{dataset}_{version}"
        with self._lock:
            if name not in self._tables:
                kind = "TABLE" if state.st_size <= MEMORY_BYTES else "VIEW"
                literal = str(path).replace("'", "''")
                self._connection.execute(f"CREATE {kind} {name} AS SELECT * FROM read_parquet('{literal}')")
                self._tables.add(name)
        return name
