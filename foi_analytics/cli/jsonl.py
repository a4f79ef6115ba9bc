"""JSON lines in, JSON lines out: one letter a line, one reading a line, in the same order.

Lines are read in batches of bounded size and travel as bytes, so that a text reaches the
reader exactly as it was written, and a file of any length needs the same memory.
"""

import dataclasses
import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO

import pyarrow as pa

from ..engines import LocalEngine
from ..errors import defect
from ..formats import Limits
from ..reading import read
from ..records import Letter

__all__ = ["LineReading", "read_json_lines"]

_LINES_PER_BATCH = 32
_BYTES_PER_BATCH = 4_000_000
_LONGEST_TEXT = Limits().max_text
_LONGEST_LINE = 12 * _LONGEST_TEXT
"""Bytes of a letter and a request of the longest kind, every character escaped."""

_LINE_COLUMNS: dict[str, pa.DataType] = {"line": pa.int64(), "data": pa.large_binary()}
_LINES = pa.schema(_LINE_COLUMNS)
_READING_COLUMNS: dict[str, pa.DataType] = {"output": pa.large_binary(), "problem": pa.string()}
_READINGS = pa.schema(_READING_COLUMNS)


@dataclass(frozen=True, slots=True)
class LineReading:
    """What came of one line.

    Attributes:
        output: The line to print, without its newline.
        problem: What was wrong with the input line, with its number; None when it was fine.
    """

    output: bytes
    problem: str | None


def read_json_lines(stream: BinaryIO, workers: int | None = None) -> Iterator[LineReading]:
    r"""Read the letters of a stream of JSON lines.

    Args:
        stream: One JSON object a line: `id`, `text` and, when known, `request`, `authority` and `date`.
        workers: Processes; as many as there are cores when not said.  A few lines are read in this one.

    Yields:
        For every line, in order, a reading, or a record of the problem in its place.

    >>> import io
    >>> lines = io.BytesIO(b'{"id": "a", "text": "We do not hold this."}\n{"id": "b"}\n')
    >>> [json.loads(each.output).get("problem") for each in read_json_lines(lines)]
    [None, 'there is no "text"']
    """
    for batch in LocalEngine(workers).map_batches(_read_lines, _batches(stream), _lost_lines):
        for row in batch.to_pylist():
            yield LineReading(row["output"], row["problem"])


class _BadLineError(ValueError):
    """A line that holds no letter, and why."""


@dataclass(slots=True)
class _Line:
    """What is known of a line while it is read."""

    number: int
    id: Any = None
    ignored: dict[str, str] = field(default_factory=dict)

    def failed(self, reason: str) -> LineReading:
        named = f"line {self.number}" if self.id is None else f"line {self.number} ({self.id})"
        return LineReading(_dump({"id": self.id, "line": self.number, "problem": reason}), f"{named}: {reason}")

    def done(self, reading: dict[str, Any]) -> LineReading:
        reading["id"] = self.id
        if not self.ignored:
            return LineReading(_dump(reading), None)
        said = "; ".join(f"{name} was ignored: {reason}" for name, reason in self.ignored.items())
        return LineReading(_dump(reading | {"ignored": self.ignored}), f"line {self.number} ({self.id}): {said}")


def _batches(stream: BinaryIO) -> Iterator[pa.RecordBatch]:
    numbers: list[int] = []
    lines: list[bytes] = []
    held = 0
    for number, line in enumerate(_lines(stream), 1):
        numbers.append(number)
        lines.append(line)
        held += len(line)
        if len(lines) == _LINES_PER_BATCH or held > _BYTES_PER_BATCH:
            yield _batch(numbers, lines)
            numbers, lines, held = [], [], 0
    if lines:
        yield _batch(numbers, lines)


def _batch(numbers: list[int], lines: list[bytes]) -> pa.RecordBatch:
    return pa.RecordBatch.from_arrays(
        [pa.array(numbers, pa.int64()), pa.array(lines, pa.large_binary())], schema=_LINES
    )


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Lines without their newline; of one too long only enough is kept to tell that it is."""
    while line := stream.readline(_LONGEST_LINE + 1):
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = stream.readline(_LONGEST_LINE)
        yield line.removesuffix(b"\n")


def _read_lines(batch: pa.RecordBatch) -> pa.RecordBatch:
    return _readings([_read_line(row["line"], row["data"]) for row in batch.to_pylist()])


def _lost_lines(batch: pa.RecordBatch) -> pa.RecordBatch:
    (row,) = batch.to_pylist()
    line = _Line(row["line"])
    return _readings([line.failed("the process that read it died, killed or out of memory")])


def _readings(found: list[LineReading]) -> pa.RecordBatch:
    outputs = pa.array([each.output for each in found], pa.large_binary())
    problems = pa.array([each.problem for each in found], pa.string())
    return pa.RecordBatch.from_arrays([outputs, problems], schema=_READINGS)


def _read_line(number: int, data: bytes) -> LineReading:
    line = _Line(number)
    try:
        return line.done(read(_letter(data, line)).to_dict())
    except _BadLineError as error:
        return line.failed(str(error))
    except Exception as error:
        # Whatever the reader stumbles over, one letter costs one line.
        return line.failed(defect(error))


def _letter(data: bytes, line: _Line) -> Letter:
    given = _object(data)
    if isinstance(given.get("id"), str | int | float):
        line.id = given["id"]
    text = given.get("text")
    if text is None:
        raise _BadLineError('there is no "text"')
    if not isinstance(text, str):
        raise _BadLineError('"text" is not a string')
    if len(text) > _LONGEST_TEXT:
        raise _BadLineError(f"the text is longer than {_LONGEST_TEXT:,} characters; no letter is")
    letter = Letter(f"line-{line.number}" if line.id is None else str(line.id), text)
    words = {name: given[name] for name in ("request", "authority") if given.get(name) is not None}
    for name in [name for name, value in words.items() if not isinstance(value, str)]:
        line.ignored[name] = "it is not a string"
        del words[name]
    return dataclasses.replace(letter, **words, date=_date(given.get("date"), line))


def _object(data: bytes) -> dict[str, Any]:
    if len(data) > _LONGEST_LINE:
        raise _BadLineError(f"the line has more than {_LONGEST_LINE:,} bytes; no letter has")
    try:
        given = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise _BadLineError(f"it is not JSON ({error})") from None
    if not isinstance(given, dict):
        raise _BadLineError("it is not a JSON object")
    return given


def _date(value: Any, line: _Line) -> dt.date | None:
    if value is None:
        return None
    try:
        return dt.datetime.fromisoformat(value).date()
    except (TypeError, ValueError):
        line.ignored["date"] = "it is not an ISO date such as 2024-05-03"
        return None


def _dump(record: dict[str, Any]) -> bytes:
    """ASCII only: a line separator or half a surrogate pair in a quote must not break the line."""
    return json.dumps(record).encode("ascii")
