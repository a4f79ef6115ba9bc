"""What is inside a content of any type: the text of a document, the members of an archive, the rows of a table."""

import dataclasses
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import FoiError, UnreadableError
from .content import Content, Limits
from .decoding import mend
from .extracted import Extracted, Refused, Row, check_length
from .format import Format, detect
from .pdf_tables import pdf_records

__all__ = ["extract", "members", "records"]


def extract(data: Content | bytes | Path, name: str = "", limits: Limits | None = None) -> Extracted:
    r"""The text of a document or message, with the way back to its source.

    Args:
        data: The document: its bytes, its path, or a content already opened.
        name: Its name, where it has one.
        limits: How much it may ask of the machine.

    Returns:
        Its text, mojibake mended; `original` holds the text before when that changed anything.

    Raises:
        UnreadableError: It is empty, broken, locked, too large, or holds no single letter.
        MissingExtraError: Its type needs an optional part that is not installed.

    >>> extract(b"Dear Ms Example,\r\nwe hold no such records.").text
    'Dear Ms Example,\r\nwe hold no such records.'
    """
    content = data if isinstance(data, Content) else Content.of(data, name)
    limits = limits or Limits()
    kind = detect(content)
    if kind.extract is None:
        raise UnreadableError(
            f"{kind.name} hold many letters, not one; load them into a corpus with `foi load auto PATH --into DIR`"
        )
    with _failures_named(kind):
        found = kind.extract(content, limits)
    check_length(len(found.text), limits)
    text, original = mend(found.text)
    if original is not None:
        found = _shifted(found, text, original)
    return dataclasses.replace(found, text=text, media_type=found.media_type or kind.media_type)


def members(content: Content, limits: Limits) -> Iterator[Content | Refused]:
    """The contents inside an archive, mailbox or message; none when the type holds none.

    Args:
        content: The archive.
        limits: How much it may ask of the machine.

    Yields:
        Each member, read when it is reached, or why it was refused.

    Raises:
        UnreadableError: The archive is broken.
    """
    kind = detect(content)
    if kind.members is not None:
        with _failures_named(kind):
            yield from kind.members(content, limits)


def records(content: Content, limits: Limits) -> Iterator[Row | Refused]:
    """The rows of a table; none when the type has none.  Of a PDF, those of the tables in it.

    Args:
        content: The table.
        limits: How much it may ask of the machine.

    Yields:
        Each row, or why it was refused.

    Raises:
        UnreadableError: The table is broken.

    >>> list(records(Content.of(b'{"id": "1", "text": "We hold none."}', "log.json"), Limits()))
    [Row(number=1, values={'id': '1', 'text': 'We hold none.'})]
    """
    kind = detect(content)
    read = pdf_records if kind.media_type == "application/pdf" else kind.records
    if read is not None:
        with _failures_named(kind):
            yield from read(content, limits)


@contextmanager
def _failures_named(kind: Format) -> Iterator[None]:
    """Parsers fail over hostile files in more ways than anybody lists; one file costs one letter."""
    try:
        yield
    except FoiError:
        raise
    except Exception as error:
        raise UnreadableError(
            f"the file looks like one of {kind.name} but is broken ({type(error).__name__}: {error}); "
            "open it in the program it was made with and save it again"
        ) from error


def _shifted(found: Extracted, text: str, original: str) -> Extracted:
    """Offsets moved along with the lines that mending made shorter.

    Mending works within lines, so every line is still there; pages and anchors begin lines.
    """
    moved = dict(zip(_line_starts(original), _line_starts(text), strict=True))
    moved[len(original)] = len(text)
    return dataclasses.replace(
        found,
        original=original,
        page_starts=tuple(moved[start] for start in found.page_starts),
        anchor_starts=tuple(moved[start] for start in found.anchor_starts),
    )


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("[\n\f]", text))]
