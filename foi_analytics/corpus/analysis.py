"""Analysing: unread letters through the stages, in small batches, into the stored readings."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from ..engines import Engine
from ..progress import watching
from .folder import GrowingTable, TableWriter
from .rows import lost_rows, read_rows

__all__ = ["Analysed", "analyse_letters"]

_LETTERS_PER_BATCH = 20
_BYTES_PER_BATCH = 4_000_000


@dataclass(frozen=True, slots=True)
class Analysed:
    """What came of analysing a corpus.

    Attributes:
        letters: Letters read in this run.
        problems: Those among them that could not be read.
    """

    letters: int
    problems: int


def analyse_letters(
    letters: GrowingTable, unread: npt.NDArray[np.int64], readings: GrowingTable, engine: Engine
) -> Analysed:
    """Read letters and store what they say; what is done is kept when this is interrupted.

    Args:
        letters: The stored letters.
        unread: Their rows that are to be read, in order.
        readings: Where the readings go.
        engine: What runs the stages.

    Returns:
        The counts.
    """
    problems = 0
    with TableWriter(readings) as writer, watching("Reading letters", len(unread)) as advance:
        for batch in engine.map_batches(read_rows, _batches(letters, unread), lost_rows):
            writer.add(batch)
            problems += batch.num_rows - batch.column("problem").null_count
            advance(batch.num_rows)
    return Analysed(len(unread), problems)


def _batches(letters: GrowingTable, rows: npt.NDArray[np.int64]) -> Iterator[pa.RecordBatch]:
    """Rows of the stored letters in batches of bounded size; a file without any of them is not opened."""
    files = letters.files()
    starts = [int(file.stem) for file in files]
    edges = np.searchsorted(rows, [*starts, np.iinfo(np.int64).max])
    for file, first, last in zip(files, edges[:-1], edges[1:], strict=True):
        if first == last:
            continue
        table = pq.read_table(file)
        wanted = table.filter(pc.is_in(table["row"], pa.array(rows[first:last]))).combine_chunks()
        for batch in wanted.to_batches():
            yield from _slices(batch)


def _slices(batch: pa.RecordBatch) -> Iterator[pa.RecordBatch]:
    start, held = 0, 0
    for row, size in enumerate(pc.call_function("binary_length", [batch.column("text")]).to_pylist()):
        if row > start and (held + size > _BYTES_PER_BATCH or row - start == _LETTERS_PER_BATCH):
            yield batch.slice(start, row - start)
            start, held = row, 0
        held += size
    yield batch.slice(start)
