"""The local engine: order, bounded look-ahead, workers that die, a database that only reads."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from foi_analytics.engines import LocalEngine
from foi_analytics.errors import UsageError

DEADLY = 7


def doubled(batch: pa.RecordBatch) -> pa.RecordBatch:
    return pa.record_batch({"n": [2 * n for n in batch.column("n").to_pylist()]})


def deadly(batch: pa.RecordBatch) -> pa.RecordBatch:
    if DEADLY in batch.column("n").to_pylist():
        os.kill(os.getpid(), signal.SIGKILL)
    return doubled(batch)


def failing(batch: pa.RecordBatch) -> pa.RecordBatch:
    raise ValueError("a defect")


def lost(batch: pa.RecordBatch) -> pa.RecordBatch:
    return pa.record_batch({"n": [-n for n in batch.column("n").to_pylist()]})


def batches(number: int, size: int = 2) -> Iterator[pa.RecordBatch]:
    for start in range(0, number * size, size):
        yield pa.record_batch({"n": list(range(start, start + size))})


def numbers(results: Iterator[pa.RecordBatch]) -> list[int]:
    return [n for batch in results for n in batch.column("n").to_pylist()]


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("number", [0, 1, 9])
def test_results_come_in_the_order_of_the_batches(workers: int, number: int) -> None:
    results = LocalEngine(workers).map_batches(doubled, batches(number), lost)
    assert numbers(results) == [2 * n for n in range(2 * number)]


def test_a_worker_that_dies_costs_only_the_row_it_died_over() -> None:
    results = LocalEngine(2).map_batches(deadly, batches(5, size=4), lost)
    assert numbers(results) == [-n if n == DEADLY else 2 * n for n in range(20)]


def test_only_a_few_batches_are_drawn_ahead() -> None:
    drawn: list[int] = []

    def watched() -> Iterator[pa.RecordBatch]:
        for number, batch in enumerate(batches(40)):
            drawn.append(number)
            yield batch

    results = LocalEngine(2).map_batches(doubled, watched(), lost)
    next(results)
    assert len(drawn) < 12
    results.close()  # type: ignore[attr-defined]


def test_a_defect_in_a_stage_is_raised() -> None:
    with pytest.raises(ValueError, match="a defect"):
        list(LocalEngine(2).map_batches(failing, batches(5), lost))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "it's [a] corpus*"
    path.mkdir()
    pq.write_table(pa.table({"n": [1, 2]}), path / "0.parquet")
    return path


def test_a_view_sees_files_that_come_later_even_in_an_odd_folder(folder: Path) -> None:
    database = LocalEngine().database({"stored": folder}, {"big": "SELECT n FROM stored WHERE n > 1"}, {})
    pq.write_table(pa.table({"n": [3]}), folder / "1.parquet")
    assert database.query("SELECT n FROM big WHERE n <> $not ORDER BY n", {"not": 2}).to_pylist() == [{"n": 3}]


@pytest.mark.parametrize(
    "query",
    [
        "COPY (SELECT 1) TO '{folder}/x.csv'",
        "CREATE TABLE t AS SELECT 1",
        "ATTACH '{folder}/x.db'",
        "SELECT 1; DROP VIEW stored",
        "SELECT * FROM read_text('/etc/hostname')",
        "SELECT * FROM no_such_table",
        "SELECT FROM WHERE",
        "",
    ],
)
def test_nothing_but_one_select_over_the_tables_is_run(folder: Path, query: str) -> None:
    database = LocalEngine().database({"stored": folder}, {}, {})
    with pytest.raises(UsageError):
        database.query(query.replace("{folder}", str(folder).replace("'", "''")))
    assert [p.name for p in folder.iterdir()] == ["0.parquet"]
