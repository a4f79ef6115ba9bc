"""JSON lines of letters as Arrow columns, a few megabytes at a time; what is no letter is told with its line."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

import pyarrow as pa
import pyarrow.json as pj

__all__ = ["Block", "LetterBlock", "parse", "read_blocks"]

_BYTES_PER_BLOCK = 4 << 20
_LETTER = pa.schema({"id": pa.string(), "text": pa.string(), "authority": pa.string()})


class Block(NamedTuple):
    """Whole lines, with the number of the first."""

    first_line: int
    data: bytes


class LetterBlock(NamedTuple):
    """The letters of a block, columns `id`, `text` and `authority`, and what was wrong with other lines."""

    letters: pa.Table
    problems: list[str]


def read_blocks(stream: BinaryIO) -> Iterator[Block]:
    """The lines of a stream, a few megabytes at a time."""
    line = 1
    while data := stream.read(_BYTES_PER_BLOCK):
        data += stream.readline()
        yield Block(line, data)
        line += data.count(b"\n")


def parse(block: Block) -> LetterBlock:
    """The letters of some lines, at once when all is well, else line by line."""
    reading = pj.ReadOptions(block_size=len(block.data) + 1, use_threads=False)
    parsing = pj.ParseOptions(explicit_schema=_LETTER, unexpected_field_behavior="ignore")
    # The stubs know paths and Python files only, which would be copied.
    lines: Any = pa.BufferReader(block.data)
    try:
        letters = pj.read_json(lines, reading, parsing)
    except pa.ArrowInvalid:
        return _parse_lines(block)
    whole = letters["id"].null_count == 0 and letters["text"].null_count == 0
    return LetterBlock(letters, []) if whole else _parse_lines(block)


def _parse_lines(block: Block) -> LetterBlock:
    rows: list[dict[str, Any]] = []
    problems: list[str] = []
    for number, line in enumerate(block.data.split(b"\n"), block.first_line):
        if line.strip():
            try:
                rows.append(_letter(json.loads(line.decode("utf-8-sig"))))
            except (ValueError, RecursionError) as error:
                problems.append(f"line {number}: {error}")
    return LetterBlock(pa.Table.from_pylist(rows, _LETTER), problems)


def _letter(given: Any) -> dict[str, Any]:
    if not isinstance(given, dict):
        raise ValueError("it is not a JSON object")
    if not isinstance(given.get("text"), str):
        raise ValueError('there is no "text", or it is not a string')
    if not isinstance(given.get("id"), str | int | float):
        raise ValueError('there is no "id", or it is neither a string nor a number')
    authority = given.get("authority")
    # Half a surrogate pair has no place in UTF-8; one sign stands for it, so that offsets stay.
    text = given["text"].encode("utf-8", "replace").decode()
    return {"id": str(given["id"]), "text": text, "authority": authority if isinstance(authority, str) else None}
