"""One letter in, one reading out: the stages in order, a pure function."""

import datetime as dt

from .records import Letter, Reading

__all__ = ["READER_VERSION", "read"]

READER_VERSION = "1"
"""Changes when any stage may read a letter differently; a corpus re-reads what an older one read."""


def read(
    letter: Letter | str,
    *,
    request: str | None = None,
    authority: str | None = None,
    date: dt.date | None = None,
) -> Reading:
    """Read one letter.

    Args:
        letter: A letter, or its text.
        request: The text of the request, when `letter` is a text.
        authority: Who wrote it, when `letter` is a text.
        date: Day of the letter, when `letter` is a text.

    Returns:
        What the letter says, with evidence: for every finding `text[start:end] == quote`.
    """
    if isinstance(letter, str):
        letter = Letter("text", letter, request=request, authority=authority, date=date)
    return Reading(letter=letter, kind="response", regimes=("none",), own_text_end=len(letter.text), outcome="unknown")
