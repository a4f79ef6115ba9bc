"""The protocol every engine keeps: the same stages and the same SQL give the same findings on each."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pyarrow as pa

__all__ = ["BatchFunction", "Database", "Engine", "SqlFunction"]

BatchFunction = Callable[[pa.RecordBatch], pa.RecordBatch]
"""A stage lifted over many letters: rows in, rows out, importable by its name from a worker."""


@dataclass(frozen=True)
class SqlFunction:
    """A pure function that SQL may call by a name.

    Attributes:
        call: The values of one row in, its answer out; None stands for NULL.
        takes: SQL types of its arguments.
        gives: SQL type of its answers.
    """

    call: Callable[..., Any]
    takes: tuple[str, ...]
    gives: str


class Database(Protocol):
    """What needs all letters: SQL over the tables of a corpus."""

    def query(self, sql: str, parameters: Mapping[str, Any] | None = None) -> pa.Table:
        """The rows of one SELECT; its parameters are written `$name`.

        Raises:
            UsageError: When the query is not one SELECT, or fails; with what the engine said.
        """

    def stream(self, sql: str) -> Iterator[pa.RecordBatch]:
        """The rows of one SELECT, batch by batch, in the order of the query's first table.

        Raises:
            UsageError: As for `query`.
        """


class Engine(Protocol):
    """Runs stages over batches and SQL over tables."""

    def map_batches(
        self, function: BatchFunction, batches: Iterable[pa.RecordBatch], lost: BatchFunction
    ) -> Iterator[pa.RecordBatch]:
        """Apply a function to every batch, in order, holding only a few at a time.

        Args:
            function: The stage.
            batches: The input; drawn as results are taken.
            lost: What to give for a single row whose worker died over it.
        """

    def database(
        self, folders: Mapping[str, Path], views: Mapping[str, str], functions: Mapping[str, SqlFunction]
    ) -> Database:
        """A read-only database.

        Args:
            folders: Folders whose Parquet files are one table, by its name.
            views: SQL of each view, by name; a view may use the tables and the views before it.
            functions: What the views and queries may call, by name.
        """
