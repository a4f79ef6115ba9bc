"""Where a reply repeats an ask: the requester's words found again, small changes allowed."""

import itertools
import re
from collections import defaultdict
from dataclasses import dataclass

from .ask import Ask

__all__ = ["Echo", "find_echoes"]

_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.?:](?=\s)")
_COMPARED = 250
_LOOK_AHEAD = 4
_LIKENESS, _ANYWHERE = 0.78, 0.9
_SHORT = 5


@dataclass(frozen=True, slots=True)
class Echo:
    """An ask repeated at `start:end` of the reply; `ask` is its index, `likeness` from 0 to 1."""

    ask: int
    start: int
    end: int
    likeness: float


def find_echoes(asks: list[Ask], request: str, reply: str, start: int, end: int, line_starts: set[int]) -> list[Echo]:
    """Every place between two offsets where the reply repeats an ask, best likeness first kept.

    A short ask must stand at the start of a line (`line_starts`, after any list marker);
    overlapping places go to the ask they are most like.
    """
    said = _words(reply, start, end)
    versions = [(number, asked) for number, ask in enumerate(asks) for asked in _versions(request, ask)]
    positions = _positions(said, {pair for _, asked in versions for pair in itertools.pairwise(asked)})
    alike = [
        (number, asked, first, last, likeness)
        for number, asked in versions
        for first in _candidates(asked, said, positions)
        for likeness, last in [_compare(asked, said, first)]
        if likeness >= _LIKENESS
    ]
    if not alike:
        return []
    spans = [word.span() for word in _WORD.finditer(reply, start, end)]
    found = [
        Echo(number, spans[first][0], spans[last][1], likeness)
        for number, asked, first, last, likeness in alike
        if spans[first][0] in line_starts or (likeness >= _ANYWHERE and len(asked) > _SHORT)
    ]
    return _without_overlaps(found)


def _words(text: str, start: int, end: int) -> list[str]:
    return list(map(str.lower, _WORD.findall(text, start, end)))


def _versions(request: str, ask: Ask) -> list[list[str]]:
    """The ask's first words, whole and, when it has several sentences, the first one alone."""
    whole = _words(request, ask.start, ask.end)
    stop = _SENTENCE_END.search(request, ask.start, ask.end)
    first = _words(request, ask.start, stop.start()) if stop else whole
    versions = [whole] if len(first) == len(whole) or len(first) <= _SHORT else [whole, first]
    return [words[:_COMPARED] for words in versions]


def _positions(said: list[str], pairs: set[tuple[str, str]]) -> dict[tuple[str, str], list[int]]:
    """Where the reply has two words that stand side by side in an ask."""
    positions: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, pair in enumerate(itertools.pairwise(said)):
        if pair in pairs:
            positions[pair].append(i)
    return positions


def _candidates(asked: list[str], said: list[str], positions: dict[tuple[str, str], list[int]]) -> list[int]:
    """The words of the reply at which the ask would begin, were it repeated there."""
    if len(asked) == 1:
        return [i for i, word in enumerate(said) if word == asked[0]]
    pairs = enumerate(itertools.pairwise(asked))
    return sorted({p - k for k, pair in pairs for p in positions.get(pair, ()) if p >= k})


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
