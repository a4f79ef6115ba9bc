"""The engine of one machine: DuckDB and processes over the cores."""

import contextlib
import glob
import itertools
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import duckdb
import joblib
import pyarrow as pa
from duckdb.func import SPECIAL

from ..errors import UsageError
from .engine import BatchFunction, SqlFunction
from .workers import map_in_processes

__all__ = ["LocalDatabase", "LocalEngine"]

_ROWS_PER_BATCH = 1 << 15
_TOO_FEW_TO_SHARE = 2
"""Batches that are read faster than a worker process starts."""


class LocalEngine:
    """Runs stages in processes of this machine and SQL in DuckDB.

    Args:
        workers: Processes; as many as there are cores when not said.  One reads in this process.
    """

    def __init__(self, workers: int | None = None) -> None:
        self.workers = workers or joblib.cpu_count()

    def map_batches(
        self, function: BatchFunction, batches: Iterable[pa.RecordBatch], lost: BatchFunction
    ) -> Iterator[pa.RecordBatch]:
        """Apply a function to every batch, in order; see `Engine`."""
        source = iter(batches)
        first = list(itertools.islice(source, _TOO_FEW_TO_SHARE + 1))
        if self.workers == 1 or len(first) <= _TOO_FEW_TO_SHARE:
            return map(function, itertools.chain(first, source))
        return map_in_processes(function, itertools.chain(first, source), lost, self.workers)

    def database(
        self, folders: Mapping[str, Path], views: Mapping[str, str], functions: Mapping[str, SqlFunction]
    ) -> "LocalDatabase":
        """A read-only database over folders of Parquet files; see `Engine`."""
        return LocalDatabase(folders, views, functions)


class LocalDatabase:
    """DuckDB over Parquet files: it reads nothing but their folders, and writes nothing."""

    def __init__(
        self, folders: Mapping[str, Path], views: Mapping[str, str], functions: Mapping[str, SqlFunction]
    ) -> None:
        settings: dict[str, Any] = {"autoinstall_known_extensions": "false", "temp_directory": tempfile.gettempdir()}
        self._connection = duckdb.connect(config=settings)
        patterns = {name: glob.escape(str(folder.absolute())) for name, folder in folders.items()}
        # DuckDB asks leave for the pattern as it is written, and for each file it finds.
        allowed = ", ".join(_quoted(each) for f in folders for each in (patterns[f], str(folders[f].absolute())))
        self._connection.execute(f"SET allowed_directories = [{allowed}]")
        self._connection.execute("SET enable_external_access = false")
        for name, each in functions.items():
            takes: list[Any] = list(each.takes)
            self._connection.create_function(name, each.call, takes, each.gives, null_handling=SPECIAL)
        for name, pattern in patterns.items():
            files = _quoted(f"{pattern}/*.parquet")
            self._create(name, f"SELECT * FROM read_parquet({files})")  # noqa: S608
        for name, sql in views.items():
            self._create(name, sql)
        self._connection.execute("SET lock_configuration = true")

    def query(self, sql: str, parameters: Mapping[str, Any] | None = None) -> pa.Table:
        """The rows of one SELECT.

        Raises:
            UsageError: When the query is not one SELECT, or fails; with what DuckDB said.
        """
        with _failing_plainly():
            rows: pa.Table = self._select(sql, parameters).to_arrow_table()
        return rows

    def stream(self, sql: str) -> Iterator[pa.RecordBatch]:
        """The rows of one SELECT, batch by batch; see `Database`."""
        with _failing_plainly():
            yield from self._select(sql).to_arrow_reader(_ROWS_PER_BATCH)

    def _select(self, sql: str, parameters: Mapping[str, Any] | None = None) -> duckdb.DuckDBPyRelation:
        kinds = [statement.type for statement in duckdb.extract_statements(sql)]
        if kinds != [duckdb.StatementType.SELECT]:
            raise UsageError("a query is one SELECT; a corpus is changed by loading and analysing only")
        return self._connection.cursor().sql(sql, params=dict(parameters or {}))

    def _create(self, name: str, sql: str) -> None:
        self._connection.execute(f'CREATE VIEW "{name}" AS {sql}')


@contextlib.contextmanager
def _failing_plainly() -> Iterator[None]:
    try:
        yield
    except duckdb.Error as error:
        raise UsageError(f"the query failed: {error}") from error


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
