"""Batches over processes: in order, with bounded memory, and past a worker that dies.

Batches travel as Arrow IPC bytes: a pickled slice would carry the whole table it was cut from.
"""

import gc
import itertools
import multiprocessing
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

import pyarrow as pa

from ..errors import FoiError
from .engine import BatchFunction

__all__ = ["map_in_processes"]

_QUEUED_PER_WORKER = 3
_OBJECTS_BEFORE_COLLECTION = 100_000
"""Reading a letter leaves next to no cycles; looking for them at every 700 objects took a tenth of the time."""


def map_in_processes(
    function: BatchFunction, batches: Iterable[pa.RecordBatch], lost: BatchFunction, workers: int
) -> Iterator[pa.RecordBatch]:
    """Apply a function to every batch in worker processes; results come in the order of the batches.

    When a worker dies (killed, out of memory, a crash in compiled code) the batches under way
    are done again with care: halved until the row that kills is alone, for which `lost` speaks.

    Raises:
        FoiError: When no worker process can be started at all.
    """
    source = iter(batches)
    waiting: deque[pa.RecordBatch] = deque()
    while True:
        waiting.extend(itertools.islice(source, 1))
        if not waiting:
            return
        try:
            yield from _until_one_dies(function, waiting, source, workers)
        except BrokenProcessPool:
            while waiting:
                yield from _with_care(function, waiting[0], lost)
                waiting.popleft()


def _until_one_dies(
    function: BatchFunction, waiting: deque[pa.RecordBatch], source: Iterator[pa.RecordBatch], workers: int
) -> Iterator[pa.RecordBatch]:
    """Results from one pool; `waiting` holds what was drawn and not yet answered, also when the pool breaks."""
    results: deque[Future[bytes]] = deque()
    pool = _start(function, workers)
    try:
        while waiting or results:
            waiting.extend(itertools.islice(source, workers * _QUEUED_PER_WORKER - len(waiting)))
            for batch in itertools.islice(waiting, len(results), None):
                results.append(pool.submit(_call, function, _to_bytes(batch)))
            yield _from_bytes(results.popleft().result())
            waiting.popleft()
    finally:
        pool.shutdown(cancel_futures=True)


def _with_care(function: BatchFunction, batch: pa.RecordBatch, lost: BatchFunction) -> Iterator[pa.RecordBatch]:
    pool = _start(function, 1)
    try:
        yield _from_bytes(pool.submit(_call, function, _to_bytes(batch)).result())
    except BrokenProcessPool:
        if batch.num_rows == 1:
            yield lost(batch)
            return
        half = batch.num_rows // 2
        yield from _with_care(function, batch.slice(0, half), lost)
        yield from _with_care(function, batch.slice(half), lost)
    finally:
        pool.shutdown(cancel_futures=True)


def _start(function: BatchFunction, workers: int) -> ProcessPoolExecutor:
    """A pool that is known to work; never forked from this process, whose threads a fork would break."""
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    if "forkserver" in methods:
        context.set_forkserver_preload([function.__module__])
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_settle_in)
    try:
        pool.submit(int).result()
    except BrokenProcessPool:
        pool.shutdown()
        raise FoiError(
            "no worker process could be started; in a script, call this under `if __name__ == '__main__':`, "
            "or use one worker"
        ) from None
    return pool


def _settle_in() -> None:
    """Leave Ctrl-C to the parent, which ends its workers in order; look for garbage seldom."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()
    gc.set_threshold(_OBJECTS_BEFORE_COLLECTION)


def _call(function: BatchFunction, batch: bytes) -> bytes:
    return _to_bytes(function(_from_bytes(batch)))


def _to_bytes(batch: pa.RecordBatch) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batch.schema) as writer:
        writer.write_batch(batch)
    return sink.getvalue().to_pybytes()


def _from_bytes(data: bytes) -> pa.RecordBatch:
    with pa.ipc.open_stream(data) as reader:
        return reader.read_next_batch()
