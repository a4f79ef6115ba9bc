"""Tables as comma-, semicolon-, tab- or bar-separated text."""

import collections
import csv
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .content import Content, Limits
from .decoding import encoding_of, looks_like_text
from .extracted import Refused, Row
from .format import Format
from .sheet import records

if TYPE_CHECKING:
    from _csv import Reader as _Reader

__all__ = ["FORMAT"]

_DELIMITERS = ",;\t|"
_NAMES = (".csv", ".tsv", ".tab")
# Prose has commas too, but never the same number in nearly every line.
_REGULAR = 0.95


def _recognises(content: Content) -> bool:
    if content.head.lstrip()[:1] in {b"{", b"[", b"<"} or not looks_like_text(content.head):
        return False
    if content.name.lower().endswith(_NAMES):
        return True
    widths = _widths(_sample(content), _delimiter(content))
    usual, count = widths.most_common(1)[0] if widths else (0, 0)
    return usual >= 3 and widths.total() >= 3 and count >= _REGULAR * widths.total()


def _records(content: Content, limits: Limits) -> Iterator[Row | Refused]:
    with content.open() as stream:
        encoding = encoding_of(stream)
    delimiter = _delimiter(content)
    # The module's own limit is 128 KB a cell, less than a long letter.
    csv.field_size_limit(limits.max_text)
    with content.open() as stream, io.TextIOWrapper(stream, encoding=encoding, newline="") as text:
        reader = csv.reader(_lines(text, limits), delimiter=delimiter)
        try:
            yield from records(_numbered(reader))
        except csv.Error as error:
            yield Refused("", f"the table cannot be read beyond this line ({error})", reader.line_num)


def _lines(text: io.TextIOWrapper, limits: Limits) -> Iterator[str]:
    """The lines, none of which is read further than a row of letters can be long."""
    while line := text.readline(limits.max_markup):
        if len(line) == limits.max_markup and not line.endswith("\n"):
            raise csv.Error(f"a line has more than {limits.max_markup:,} characters")
        yield line


def _numbered(reader: "_Reader") -> Iterator[tuple[int, list[str]]]:
    """The cells of each record with the line it begins on."""
    line = 1
    for cells in reader:
        yield line, cells
        line = reader.line_num + 1


def _sample(content: Content) -> list[str]:
    encoding = encoding_of(content.head)
    lines = content.head.decode(encoding, errors="replace").splitlines(keepends=True)
    return lines if content.size <= len(content.head) else lines[:-1]


def _delimiter(content: Content) -> str:
    """The sign that cuts most records into the same number of cells."""
    lines = _sample(content)

    def regularity(delimiter: str) -> tuple[int, int]:
        usual, count = max(_widths(lines, delimiter).items(), key=lambda item: item[1], default=(0, 0))
        return (count, usual) if usual > 1 else (0, 0)

    return max(_DELIMITERS, key=regularity)


def _widths(lines: list[str], delimiter: str) -> collections.Counter[int]:
    widths: collections.Counter[int] = collections.Counter()
    try:
        for cells in csv.reader(lines, delimiter=delimiter):
            if cells:
                widths[len(cells)] += 1
    except csv.Error:
        pass
    return widths


FORMAT = Format(
    name="Tables as text",
    media_type="text/csv",
    recognises=_recognises,
    records=_records,
)
