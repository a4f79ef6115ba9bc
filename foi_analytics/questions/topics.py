"""Sentences of a letter given to the asks whose words they share, or whose place they name."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ..anatomy import Anatomy
from . import answer_cues, outcome_cues
from .ask import Ask
from .heads import OUTSIDE
from .scopes import find_scope

__all__ = ["Topics", "split_by_topic"]

_WORD = re.compile(r"[^\W\d_]{3,}|\d{4}")
_STEM = 5
_VALUE_LINE = 90

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Topics:
    """For each ask the sentences about it, and those about the request as a whole."""

    own: list[tuple[Span, ...]]
    general: tuple[Span, ...]


def split_by_topic(anatomy: Anatomy, asks: list[Ask], request: str, within_reply: bool) -> Topics:
    """Give each sentence of a letter to the asks it speaks of.

    A sentence that names none goes on with the one before it in the same paragraph.

    Args:
        anatomy: The reply taken apart.
        asks: The asks, in order.
        request: The text the asks' offsets point into.
        within_reply: Whether that text is the reply itself.
    """
    text = anatomy.text
    weights = _weights([request[a.start : a.end] for a in asks])
    numbers = [ask.number for ask in asks]
    retold = [(a.start, a.end) for a in asks] if within_reply else []
    own: list[list[Span]] = [[] for _ in asks]
    general: list[Span] = []
    current: set[int] = set()
    paragraph = -1
    for start, end in _main_sentences(anatomy):
        words = text[start:end]
        line = anatomy.line_at(start)
        named = _named(words, numbers, weights)
        inside = {i for i, (a, b) in enumerate(retold) if a < end and start < b}
        if inside or answer_cues.RETOLD_SENTENCE.match(words):
            current = inside or named
            current, paragraph = (current if len(current) == 1 else set()), -1
            continue
        if line.start != paragraph >= 0 and line.end - line.start > _VALUE_LINE:
            current = set()
        paragraph = line.start
        if answer_cues.ADVICE.search(words):
            continue
        if named or answer_cues.OF_ALL.search(words):
            current = named
        for i in current:
            own[i].append((start, end))
        if not current:
            general.append((start, end))
    return Topics([_merged(text, spans) for spans in own], _merged(text, general))


def _main_sentences(anatomy: Anatomy) -> Iterator[Span]:
    for start, end in anatomy.sentences:
        if start >= anatomy.own_end:
            return
        kind = anatomy.kind_at(start)
        if kind not in OUTSIDE and kind not in ("request", "greeting"):
            yield start, end


def _named(words: str, numbers: list[str], weights: list[dict[str, float]]) -> set[int]:
    """The asks a sentence names: by number or ordinal, else by words that no other ask shares as well."""
    scope = find_scope(words, numbers)
    if scope:
        return {i for i, n in enumerate(numbers) if n in scope}
    if answer_cues.OF_ALL.search(words) or (
        answer_cues.WEIGHING.search(words) and not outcome_cues.WITHHELD.search(words)
    ):
        return set()
    stems = set(_stems(words))
    scores = [sum(weight for stem, weight in asked.items() if stem in stems) for asked in weights]
    best = max(scores)
    return {i for i, s in enumerate(scores) if s == best} if best >= 1 and scores.count(best) == 1 else set()


def _weights(asks: list[str]) -> list[dict[str, float]]:
    """The stems of each ask, weighed by how few asks share them."""
    stems = [set(_stems(ask)) for ask in asks]
    shared = Counter(stem for each in stems for stem in each)
    return [{stem: 1 / shared[stem] for stem in each if shared[stem] < max(len(asks), 2)} for each in stems]


def _stems(words: str) -> Iterator[str]:
    for word in _WORD.findall(words.lower()):
        if word not in answer_cues.COMMON_WORDS:
            yield word[:_STEM].removesuffix("s")


def _merged(text: str, spans: list[Span]) -> tuple[Span, ...]:
    """Neighbouring sentences as one span."""
    merged: list[Span] = []
    for start, end in spans:
        if merged and not text[merged[-1][1] : start].strip():
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return tuple(merged)
