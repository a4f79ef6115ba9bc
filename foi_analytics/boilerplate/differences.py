"""What two passages differ in, word by word.

Matching by Python's `difflib`, which looks for long runs that a person would call unchanged
(Ratcliff and Metzener, Pattern Matching: The Gestalt Approach, Dr. Dobb's Journal 1988).
"""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import NamedTuple

from ..highlight import Mark

__all__ = ["Piece", "differences", "interleaved"]

_SLOT = re.compile(r"\[(?:…|[a-z]{4,9}(?: [a-z]{2,12}){0,3})\]")
_WORD = re.compile(rf"{_SLOT.pattern}|\w+|[^\w\s]")
_LONGEST = 4000
"""Words compared of each text; what follows them is one piece."""


class Piece(NamedTuple):
    """A stretch of words that both texts have, or one of them.

    Attributes:
        kind: `same`; `slot`, where the first text has a slot and the second what fills it;
            `removed`, only in the first; `added`, only in the second.
        start, end: Where it is in the first text; where it would be when it is not there.
        other_start, other_end: Where it is in the second.
    """

    kind: str
    start: int
    end: int
    other_start: int
    other_end: int


def differences(one: str, other: str) -> list[Piece]:
    """Compare two texts; case and white space make no difference.

    Args:
        one: The earlier wording, or the canonical one, slots in brackets.
        other: The other wording.

    Returns:
        The pieces in order; those of the first text, and those of the second, cover all its words.

    >>> canonical, copy = "We do not hold this, [name].", "We  do not have this, Ms Poole."
    >>> for kind, start, end, first, last in differences(canonical, copy):
    ...     print(f"{kind:8}{canonical[start:end]!r:18}{copy[first:last]!r}")
    same    'We do not'       'We  do not'
    removed 'hold'            ''
    added   ''                'have'
    same    'this,'           'this,'
    slot    '[name]'          'Ms Poole'
    same    '.'               '.'
    """
    words, others = list(_WORD.finditer(one)), list(_WORD.finditer(other))
    found = []
    for kind, first, last, other_first, other_last in _changes(_folded(words), _folded(others)):
        here, there = _span(words, first, last), _span(others, other_first, other_last)
        if kind == "replace" and all(_SLOT.fullmatch(word[0]) for word in words[first:last]):
            found.append(Piece("slot", *here, *there))
        elif kind == "equal":
            found.append(Piece("same", *here, *there))
        else:
            if first < last:
                found.append(Piece("removed", *here, there[0], there[0]))
            if other_first < other_last:
                found.append(Piece("added", here[1], here[1], *there))
    return found


def interleaved(one: str, other: str, pieces: Iterable[Piece]) -> tuple[str, list[Mark]]:
    """One text to read both in: the second, with what was removed in its place, and marks for `highlight`.

    >>> text, marks = interleaved("We hold it.", "We have it.", differences("We hold it.", "We have it."))
    >>> text, [(text[m.start : m.end], m.label) for m in marks]
    ('We hold have it.', [('hold', 'removed'), ('have', 'added')])
    """
    text, marks = "", []
    done = gone = 0
    for kind, start, end, first, last in pieces:
        gone_only = kind == "removed"
        between, words = (one[gone:start], one[start:end]) if gone_only else (other[done:first], other[first:last])
        if not between and text[-1:].isalnum() and words[0].isalnum():
            between = " "
        text += between + words
        if kind != "same":
            label = one[start:end].strip("[]") if kind == "slot" else kind
            marks.append(Mark(len(text) - len(words), len(text), kind, label))
        gone, done = end, (done if gone_only else last)
    return text, marks


def _folded(words: list[re.Match[str]]) -> list[str]:
    return [word[0].casefold() for word in words]


def _span(words: list[re.Match[str]], first: int, last: int) -> tuple[int, int]:
    if first < last:
        return words[first].start(), words[last - 1].end()
    place = words[first - 1].end() if first else 0
    return place, place


def _changes(one: list[str], other: list[str]) -> list[tuple[str, int, int, int, int]]:
    """What `difflib` finds in the first words; the beginning and end that are the same are not searched."""
    head = _shared(one, other)
    tail = _shared(one[head:][::-1], other[head:][::-1])
    last, other_last = len(one) - tail, len(other) - tail
    middle, other_middle = one[head:last][:_LONGEST], other[head:other_last][:_LONGEST]
    found = [("equal", 0, head, 0, head)] if head else []
    for kind, i, j, k, m in SequenceMatcher(None, middle, other_middle).get_opcodes():
        found.append((kind, head + i, head + j, head + k, head + m))
    rest = (head + len(middle), last, head + len(other_middle), other_last)
    if rest[0] < rest[1] or rest[2] < rest[3]:
        found.append(("replace", *rest))
    if tail:
        found.append(("equal", last, len(one), other_last, len(other)))
    return _joined(found)


def _joined(found: list[tuple[str, int, int, int, int]]) -> list[tuple[str, int, int, int, int]]:
    """Neighbouring stretches of the same kind as one."""
    joined: list[tuple[str, int, int, int, int]] = []
    for kind, first, last, other_first, other_last in found:
        if joined and joined[-1][0] == kind == "equal":
            joined[-1] = (kind, joined[-1][1], last, joined[-1][3], other_last)
        else:
            joined.append((kind, first, last, other_first, other_last))
    return joined


def _shared(one: list[str], other: list[str]) -> int:
    """How many words two lists begin with alike."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
