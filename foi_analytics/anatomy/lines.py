"""Logical lines: hard-wrapped lines joined again, offsets kept.

A line break is undone when the next line's first word would not have fitted on the line
before (the text was wrapped there), or when the sentence plainly goes on in lower case.
"""

import re
from dataclasses import dataclass

from .markers import Marker, find_marker

__all__ = ["Line", "find_lines"]

_PHYSICAL = re.compile(r"[^\n]*\n?")
_DANGLING = re.compile(r" (?:the|of|and|as|for|to|with|by|from|which|that|their|our|your)$")
_CITATION = re.compile(r"(?:ss?|sections?|regs?|regulations?)\.? ?\d")
_NARROWEST = 55
_WRAP_LIMIT = 130
_SLACK = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A logical line, `text[start:end]` without the white space around it.

    `marker` is its list marker; `body` the offset where its words begin after the marker;
    `gap` is True when an empty line stands before it.
    """

    start: int
    end: int
    marker: Marker | None
    gap: bool

    @property
    def body(self) -> int:
        """Offset at which the words begin, after the marker."""
        return self.marker.end if self.marker else self.start


def find_lines(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    r"""The logical lines of a stretch of text, empty ones left out.

    >>> letter = "We do not hold the\ninformation you want.\n\n1. Yes\n2. No"
    >>> [letter[x.start:x.end] for x in find_lines(letter)]
    ['We do not hold the\ninformation you want.', '1. Yes', '2. No']
    """
    physical = _physical_lines(text, start, len(text) if end is None else end)
    width = _wrap_width(physical)
    lines: list[Line] = []
    gap, previous = True, (0, 0)
    for first, last in physical:
        if first == last:
            gap = True
            continue
        marker = find_marker(text, first, last)
        if lines and not gap and marker is None and _continues(text, previous, first, last, width):
            before = lines[-1]
            lines[-1] = Line(before.start, last, before.marker, before.gap)
        else:
            lines.append(Line(first, last, marker, gap))
        gap, previous = False, (first, last)
    return lines


def _physical_lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found = []
    for match in _PHYSICAL.finditer(text, start, end):
        raw = match.group()
        if not raw:
            break
        stripped = raw.strip()
        first = match.start() + (len(raw) - len(raw.lstrip()) if stripped else 0)
        found.append((first, first + len(stripped)))
    return found


def _wrap_width(physical: list[tuple[int, int]]) -> int | None:
    """Column at which the text was wrapped; None when it was not."""
    lengths = sorted(last - first for first, last in physical if last > first)
    if not lengths:
        return None
    width = lengths[int(len(lengths) * 0.97)]
    return width if _NARROWEST <= width <= _WRAP_LIMIT and lengths[-1] <= 2 * _WRAP_LIMIT else None


def _continues(text: str, previous: tuple[int, int], first: int, last: int, width: int | None) -> bool:
    opening = text[first]
    closing = text[previous[1] - 1]
    if (opening == ">") != (text[previous[0]] == ">"):
        return False
    if _DANGLING.search(text, max(previous[0], previous[1] - 8), previous[1]):
        return True
    if opening.islower() and closing not in ".:;?!" and not _CITATION.match(text, first, last):
        return True
    if width is None or closing in ".?!":
        return False
    word_end = text.find(" ", first, last)
    word = (word_end if word_end > 0 else last) - first
    return previous[1] - previous[0] + 1 + word >= width - _SLACK and closing not in ":;"
