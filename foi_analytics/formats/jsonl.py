"""JSON: one object a line, a list of objects, or one object."""

import json
import re
from collections.abc import Iterator
from typing import Any

from ..errors import UnreadableError
from .content import Content, Limits
from .decoding import decode
from .extracted import Refused, Row
from .format import Format

__all__ = ["FORMAT"]

_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\{\s*[\"}]|\[\s*[\[{\]])")


def _records(content: Content, limits: Limits) -> Iterator[Row | Refused]:
    if _is_lines(content, limits):
        yield from _lines(content, limits)
        return
    try:
        value = json.loads(decode(content.read(limits.max_markup)))
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"the JSON is broken ({error}); export it again") from error
    for number, each in enumerate(value if isinstance(value, list) else [value], start=1):
        yield _row(number, each)


def _is_lines(content: Content, limits: Limits) -> bool:
    """Whether the first line is an object by itself and is not the only line."""
    with content.open() as stream:
        first = stream.readline(limits.max_markup)
        if not first.strip().startswith((b"{", b"\xef\xbb\xbf{")) or not stream.read(1):
            return False
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return first.rstrip().endswith(b"}")
    return True


def _lines(content: Content, limits: Limits) -> Iterator[Row | Refused]:
    with content.open() as stream:
        number = 0
        while line := stream.readline(limits.max_markup):
            number += 1
            if len(line) == limits.max_markup and not line.endswith(b"\n"):
                yield Refused(
                    "", f"the line has more than {limits.max_markup:,} bytes; raise max_text to read it", number
                )
                while (rest := stream.readline(limits.max_markup)) and not rest.endswith(b"\n"):
                    pass
                continue
            if line.strip():
                yield _parsed(number, line)


def _parsed(number: int, line: bytes) -> Row | Refused:
    try:
        return _row(number, json.loads(line.decode("utf-8-sig")))
    except (ValueError, RecursionError) as error:
        return Refused("", f"the line is not JSON ({error})", number)


def _row(number: int, value: Any) -> Row | Refused:
    if isinstance(value, dict):
        return Row(number, value)
    return Refused("", f"a record must be a JSON object, this is a {type(value).__name__}", number)


FORMAT = Format(
    name="JSON records",
    media_type="application/json",
    recognises=lambda content: _START.match(content.head) is not None,
    records=_records,
)
