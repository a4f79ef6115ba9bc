"""The text of one document, whatever its type."""

import dataclasses
from pathlib import Path

from ..errors import FoiError, UnreadableError
from .content import Content, Limits
from .decoding import mend
from .extracted import Extracted, check_length
from .format import detect

__all__ = ["extract"]


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
    try:
        found = kind.extract(content, limits)
    except FoiError:
        raise
    except Exception as error:
        # Parsers fail over hostile files in more ways than anybody lists; one file costs one letter.
        raise UnreadableError(
            f"the file looks like one of {kind.name} but is broken ({type(error).__name__}: {error})"
        ) from error
    check_length(len(found.text), limits)
    text, original = mend(found.text)
    if original is not None:
        found = _shifted(found, text, original)
    return dataclasses.replace(found, media_type=found.media_type or kind.media_type)


def _shifted(found: Extracted, text: str, original: str) -> Extracted:
    """Offsets moved along with the lines that mending made shorter.

    Mending works within lines, so the start of every line is where it was, counted in lines;
    pages and anchors begin at the start of a line.
    """
    before, after = _line_starts(original), _line_starts(text)
    moved = dict(zip(before, after, strict=True))
    moved[len(original)] = len(text)

    def move(starts: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(moved[start] for start in starts)

    return dataclasses.replace(
        found,
        text=text,
        original=original,
        page_starts=move(found.page_starts),
        anchor_starts=move(found.anchor_starts),
    )


def _line_starts(text: str) -> list[int]:
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts[:-1]
