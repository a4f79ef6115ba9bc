"""Where a reply repeats an ask: the requester's words found again, small changes allowed."""

import itertools
import re
from collections import defaultdict
from dataclasses import dataclass

from .ask import Ask

__all__ = ["Echo", "Words", "find_echoes", "split_words"]

_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.?:](?=\s)")
_COMPARED = 250
_LOOK_AHEAD = 4
_LIKENESS = 0.78
_SHORT = 5


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a stretch of text, folded, with their offsets."""

    words: list[str]
    starts: list[int]
    ends: list[int]


@dataclass(frozen=True, slots=True)
class Echo:
    """An ask repeated at `start:end` of the reply; `ask` is its index, `likeness` from 0 to 1."""

    ask: int
    start: int
    end: int
    likeness: float


def split_words(text: str, start: int, end: int) -> Words:
    """The words between two offsets."""
    matches = list(_WORD.finditer(text, start, end))
    return Words([m.group().lower() for m in matches], [m.start() for m in matches], [m.end() for m in matches])


def find_echoes(asks: list[Ask], request: str, reply: str, start: int, end: int, line_starts: set[int]) -> list[Echo]:
    """Every place between two offsets where the reply repeats an ask, best likeness first kept.

    A short ask must stand at the start of a line (`line_starts`, after any list marker);
    overlapping places go to the ask they are most like.
    """
    said = split_words(reply, start, end)
    versions = [(number, asked) for number, ask in enumerate(asks) for asked in _versions(request, ask)]
    pairs = {pair for _, asked in versions for pair in itertools.pairwise(asked)}
    positions: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, pair in enumerate(itertools.pairwise(said.words)):
        if pair in pairs:
            positions[pair].append(i)
    found = [echo for number, asked in versions for echo in _echoes_of(number, asked, said, positions, line_starts)]
    return _without_overlaps(found)


def _versions(request: str, ask: Ask) -> list[list[str]]:
    """The ask's words, whole and, when it has several sentences, the first one alone."""
    whole = split_words(request, ask.start, ask.end).words
    stop = _SENTENCE_END.search(request, ask.start, ask.end)
    first = split_words(request, ask.start, stop.start()).words if stop else whole
    return [whole] if len(first) == len(whole) or len(first) <= _SHORT else [whole, first]


def _echoes_of(
    number: int, asked: list[str], said: Words, positions: dict[tuple[str, str], list[int]], line_starts: set[int]
) -> list[Echo]:
    words = asked[:_COMPARED]
    if not words:
        return []
    if len(words) == 1:
        candidates = {i for i, w in enumerate(said.words) if w == words[0]}
    else:
        pairs = itertools.pairwise(words)
        candidates = {p - k for k, pair in enumerate(pairs) for p in positions.get(pair, ()) if p - k >= 0}
    found = []
    for first in sorted(candidates):
        likeness, last = _compare(words, said.words, first)
        at_line = said.starts[first] in line_starts
        if likeness >= (_LIKENESS if at_line else 0.9) and (at_line or len(words) > _SHORT):
            found.append(Echo(number, said.starts[first], said.ends[last], likeness))
    return found


def _compare(asked: list[str], said: list[str], first: int) -> tuple[float, int]:
    """Share of the asked words found in order from a position on, and the last word matched."""
    at, last, hits = first, first, 0
    for word in asked:
        window = said[at : at + _LOOK_AHEAD]
        if word in window:
            at += window.index(word) + 1
            last = at - 1
            hits += 1
    return hits / len(asked), last


def _without_overlaps(found: list[Echo]) -> list[Echo]:
    kept: list[Echo] = []
    for echo in sorted(found, key=lambda e: (-e.likeness, -(e.end - e.start), e.start)):
        if all(echo.end <= other.start or echo.start >= other.end for other in kept):
            kept.append(echo)
    return sorted(kept, key=lambda e: e.start)
