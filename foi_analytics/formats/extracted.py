"""What a format yields: text with the way back to its source, members, or rows."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..errors import UnreadableError
from .content import Limits

__all__ = ["Blocks", "Envelope", "Extracted", "Refused", "Row", "check_length"]


@dataclass(frozen=True, slots=True)
class Envelope:
    """What an e-mail says about itself beside its text.

    Attributes:
        message_id: Its own id, without the angle brackets; empty when it has none.
        references: Ids of the messages it answers, oldest first.
        sender: Address it came from, in lower case.
        recipients: Addresses it was sent to, in lower case.
        sent: When it was sent, with its time zone; None when it does not say.
    """

    message_id: str = ""
    references: tuple[str, ...] = ()
    sender: str = ""
    recipients: tuple[str, ...] = ()
    sent: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of one document and the way back to where each part of it stood.

    Attributes:
        text: What the format yielded; nobody alters it afterwards.
        media_type: MIME type the bytes were recognised as.
        page_starts, anchor_starts, anchor_names: As in `foi_analytics.records.Letter`.
        original: The text before mojibake was mended; None when nothing was.
        needs_ocr: Pages hold images whose text could not be read here.
        title, date: Subject and day, where the format states them.
        envelope: For a message, who sent it and what it answers.
    """

    text: str
    media_type: str = ""
    page_starts: tuple[int, ...] = ()
    anchor_starts: tuple[int, ...] = ()
    anchor_names: tuple[str, ...] = ()
    original: str | None = None
    needs_ocr: bool = False
    title: str | None = None
    date: dt.date | None = None
    envelope: Envelope | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One record of a table; `number` is its 1-based line or sheet row."""

    number: int
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Refused:
    """A member or row that was not read, and why; `number` is its line or sheet row."""

    name: str
    reason: str
    number: int | None = None


class Blocks:
    r"""Joins paragraphs into one text and remembers where each came from.

    A blank line parts the blocks; items of one list and rows of one table follow on the next line.

    >>> blocks = Blocks(Limits())
    >>> blocks.add("Reply", "header")
    >>> blocks.add("1. Yes.", "body", tight=True)
    >>> blocks.add("2. No.", "body", tight=True)
    >>> blocks.extracted("text/html")
    Extracted(text='Reply\n\n1. Yes.\n2. No.', media_type='text/html', page_starts=(),
              anchor_starts=(0, 7), anchor_names=('header', 'body'), ...)
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._pieces: list[str] = []
        self._length = 0
        self._tight = False
        self._anchors: list[tuple[int, str]] = []

    def add(self, text: str, place: str, *, tight: bool = False) -> None:
        """Add a block unless it is blank.

        Args:
            text: Its words; line breaks inside are kept, spaces at the ends of it are not.
            place: Where it stood: `body`, `header`, `table 1, row 3`.
            tight: It belongs with a tight block before it: no blank line between them.

        Raises:
            UnreadableError: The text has grown longer than a letter may be.
        """
        text = text.strip()
        if not text:
            return
        if self._pieces:
            gap = "\n" if tight and self._tight else "\n\n"
            self._pieces.append(gap)
            self._length += len(gap)
        if not self._anchors or self._anchors[-1][1] != place:
            self._anchors.append((self._length, place))
        self._pieces.append(text)
        self._length += len(text)
        self._tight = tight
        check_length(self._length, self._limits)

    def extracted(self, media_type: str, *, title: str | None = None) -> Extracted:
        """The joined text with its anchors."""
        return Extracted(
            "".join(self._pieces),
            media_type,
            anchor_starts=tuple(start for start, _ in self._anchors),
            anchor_names=tuple(name for _, name in self._anchors),
            title=title,
        )


def check_length(characters: int, limits: Limits) -> None:
    """Refuse a text longer than a letter may be.

    Raises:
        UnreadableError: It is longer.
    """
    if characters > limits.max_text:
        raise UnreadableError(
            f"the text is longer than the {limits.max_text:,} characters a letter may have; raise max_text to read it"
        )
