"""The folder of a corpus: its manifest, its lock, and tables that only grow.

    manifest.json                what this is, and the versions of the stages that read it
    letters/000000000000.parquet letters as loaded; a later row of the same id supersedes an earlier one
    problems/….parquet           what each source could not give
    notices/, figures/           what regulators decided and authorities report, as each source tells
    readings/reader-1…/….parquet one row for each letter read, its findings nested in it
    places/….parquet             where each letter was found
    requests/….parquet           the messages that opened cases; a later row supersedes an earlier one
    reuse/….parquet              each passage and its family
    families/….parquet           passages that letters share
    suggestions/….parquet        families that may say the same, with the wordings compared
    forms/, aliases/             the ids that families were given
    search.sqlite                index of the words of the letters

A file appears under its name when it is whole, and is never changed afterwards, so that
whoever reads the folder sees no half-written table, whenever a writer was interrupted.
"""

import contextlib
import json
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pyarrow as pa
import pyarrow.parquet as pq
from filelock import FileLock, Timeout

from ..errors import UsageError

__all__ = [
    "FIRST_FILE",
    "Folder",
    "GrowingTable",
    "TableWriter",
    "has_columns",
    "prepare_table",
    "widen_table",
    "write_batches",
    "write_table",
]

_FORMAT = 1
_ROWS_PER_FILE = 1000
_BYTES_PER_FILE = 32_000_000


class GrowingTable:
    """A table to which rows are only added: Parquet files named by the number of their first row."""

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        self.path = path
        self.schema = schema
        prepare_table(path, schema)

    def __len__(self) -> int:
        last = self.files()[-1]
        return int(last.stem) + pq.read_metadata(last).num_rows

    def files(self) -> list[Path]:
        """Its files in the order of their rows."""
        return sorted(self.path.glob("*.parquet"))

    def append(self, table: pa.Table) -> None:
        """Add rows as one file: all of them or, when interrupted, none."""
        write_table(self.path / _numbered(len(self)), table)


class TableWriter:
    """Collects batches into files of a good size; what it holds is written on leaving, also by Ctrl-C."""

    def __init__(self, table: GrowingTable) -> None:
        self._table = table
        self._held: list[pa.RecordBatch] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._flush()

    def add(self, batch: pa.RecordBatch) -> None:
        """Add rows; they are on disk at the latest when the writer is left."""
        self._held.append(batch)
        if (
            sum(b.num_rows for b in self._held) >= _ROWS_PER_FILE
            or sum(b.nbytes for b in self._held) >= _BYTES_PER_FILE
        ):
            self._flush()

    def _flush(self) -> None:
        if self._held:
            self._table.append(pa.Table.from_batches(self._held, self._table.schema))
            self._held = []


class Folder:
    """A corpus folder on disk.

    Args:
        path: The folder.

    Raises:
        UsageError: When it is no corpus, or one of a later version of this package.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._manifest = path / "manifest.json"
        if not path.exists():
            raise UsageError(f"there is no corpus at {path}; make one with `foi load SOURCE PATH --into {path}`")
        if not self._manifest.is_file():
            raise UsageError(f"{path} is not a corpus folder: it has no manifest.json; name the folder of `foi load`")
        if self.manifest.get("format") != _FORMAT:
            raise UsageError(f"{path} was made by another version of foi_analytics; load its sources into a new folder")

    @classmethod
    def create(cls, path: Path) -> Self:
        """The corpus folder at a path, made when there is nothing there yet.

        Raises:
            UsageError: When something else is there.
        """
        if (path.is_dir() and not any(path.iterdir())) or not path.exists():
            path.mkdir(parents=True, exist_ok=True)
            _write_whole(path / "manifest.json", json.dumps({"format": _FORMAT, "read_by": None}))
        return cls(path)

    @property
    def manifest(self) -> dict[str, Any]:
        """What the folder says about itself.

        Raises:
            UsageError: When it cannot be read.
        """
        try:
            found = json.loads(self._manifest.read_text(encoding="utf-8"))
        except ValueError as error:
            raise UsageError(f"{self._manifest} is damaged ({error}); restore it or load into a new folder") from None
        return found if isinstance(found, dict) else {}

    def record(self, **facts: Any) -> None:
        """Write facts into the manifest; its time of change says that the tables changed."""
        _write_whole(self._manifest, json.dumps(self.manifest | facts, indent=1))

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """Be the only writer; what an interrupted one left half-written is removed.

        Raises:
            UsageError: When another process is writing.
        """
        try:
            with FileLock(self.path / ".lock", timeout=0):
                for leftover in self.path.rglob("*.part"):
                    leftover.unlink()
                yield
        except Timeout:
            raise UsageError(
                f"another process is writing to {self.path}; wait for it, or end it, and try again"
            ) from None

    def keep_only(self, version: Path) -> None:
        """Remove the readings of all other versions."""
        for other in version.parent.iterdir():
            if other != version:
                shutil.rmtree(other)


def prepare_table(path: Path, schema: pa.Schema) -> None:
    """See to it that a folder holds a table, an empty one when it holds none yet."""
    if not any(path.glob("*.parquet")):
        path.mkdir(parents=True, exist_ok=True)
        write_table(path / FIRST_FILE, schema.empty_table())


def widen_table(path: Path, schema: pa.Schema) -> None:
    """Give a table written by an older version the columns it did not know, with nothing in them."""
    for file in path.glob("*.parquet"):
        known = pq.read_schema(file).names
        if missing := [each for each in schema if each.name not in known]:
            table = pq.read_table(file)
            for each in missing:
                nothing: list[list[Any] | None] = [[] if pa.types.is_list(each.type) else None] * len(table)
                table = table.append_column(each, pa.array(nothing, each.type))
            write_table(file, table.select(schema.names))


def has_columns(path: Path, schema: pa.Schema) -> bool:
    """Whether the table in a folder, when there is one, has these columns."""
    first = path / FIRST_FILE
    return not first.is_file() or set(schema.names) <= set(pq.read_schema(first).names)


def write_table(path: Path, table: pa.Table) -> None:
    """Write a Parquet file that appears whole or not at all."""
    part = path.with_name(f"{path.name}.part")
    pq.write_table(table, part, compression="zstd")
    part.replace(path)


def write_batches(path: Path, schema: pa.Schema, batches: Iterable[pa.RecordBatch]) -> None:
    """Write batches as one Parquet file that appears whole or not at all."""
    part = path.with_name(f"{path.name}.part")
    with pq.ParquetWriter(part, schema, compression="zstd") as writer:
        for batch in batches:
            writer.write_batch(batch)
    part.replace(path)


def _write_whole(path: Path, text: str) -> None:
    part = path.with_name(f"{path.name}.part")
    part.write_text(text, encoding="utf-8")
    part.replace(path)


def _numbered(row: int) -> str:
    return f"{row:012d}.parquet"


FIRST_FILE = _numbered(0)
"""The file every table begins with."""
