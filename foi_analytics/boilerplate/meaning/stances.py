"""What a passage asserts and what it denies: polarity, read by rule for the words that decide a reply.

"We hold nothing", "no record exists" and "we do not hold it" deny the same; cosine similarity
sees next to no difference between either and "we hold it".
"""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .stance_cues import (
    AFTER_COMMA,
    AGAINST,
    BREAK,
    CONDITION,
    DENIAL,
    FAVOURED,
    KEPT,
    NO_DENIAL,
    OPENED,
    STANCES,
    VIEW,
    WHOLE,
)

__all__ = ["Stances", "overlap", "read_signs", "read_stances"]

_ASSERTED, _DENIED = 1, -1
_REACH = 4
"""How many words after "not" it denies; a subject such as "nothing" denies its whole statement."""
_NEAR = 2
_STEM = 6
_MODAL = frozenset({"able", "will", "duty"})
"""Denied by the word after them: "can not", "need not"."""
_WORD = re.compile(r"[^\W\d_]+(?:'[a-z]{1,2}\b)?|\d+|[.,;:!?()–—]")


@dataclass(frozen=True, slots=True)
class Stances:
    """What a text asserts and denies.

    Attributes:
        matters: For each matter it takes a stance on, 1 (asserts), -1 (denies), or both.
        denied: Stems of the words right after a denial.
        stems: Stems of all its words, in order.
        denials: How many words of denial there are.
    """

    matters: dict[str, frozenset[int]]
    denied: frozenset[str]
    stems: tuple[str, ...]
    denials: int


def read_stances(text: str) -> Stances:
    """Read what a text asserts and denies.

    >>> read_stances("No information of that kind is held.").matters
    {'hold': frozenset({-1})}
    >>> read_stances("Section 12 applies.").matters, read_stances("Section 12 does not apply.").matters
    ({'apply': frozenset({1})}, {'apply': frozenset({-1})})
    >>> read_stances("The public interest in disclosure outweighs that in maintaining the exemption.").matters
    {'balance': frozenset({-1})}
    """
    level = text.replace("’", "'").lower()
    words = _WORD.findall(level)
    matters: dict[str, set[int]] = {}
    if sides := _favoured(level):
        matters["balance"] = sides
    denied: set[str] = set()
    for statement in _statements(words):
        denied.update(_denied(statement))
        if next((w for w in statement if w[0].isalnum()), "") not in CONDITION:
            for matter, sign in _stances(statement):
                matters.setdefault(matter, set()).add(sign)
    stems = tuple(w[:_STEM] for w in words if w[0].isalnum())
    denials = sum(_denies(words, at) for at in range(len(words)))
    return Stances({m: frozenset(s) for m, s in sorted(matters.items())}, frozenset(denied), stems, denials)


def overlap(one: Stances, other: Stances) -> float:
    """Share of the shorter text's different words that the other has too."""
    a, b = set(one.stems), set(other.stems)
    return len(a & b) / max(min(len(a), len(b)), 1)


def read_signs(words: Sequence[str]) -> list[int]:
    """For each word, in lower case and with the punctuation among them, whether it is asserted (1) or denied (-1).

    >>> read_signs("we do not hold it , but we publish it".split())
    [1, 1, 1, -1, -1, -1, 1, 1, 1, 1]
    """
    return [sign for statement in _statements(words) for sign in _signs(statement)]


def _statements(words: Sequence[str]) -> Iterator[list[str]]:
    """The words cut where one statement ends and another begins."""
    start = 0
    for at in range(1, len(words)):
        if words[at] in BREAK or (words[at] in AFTER_COMMA and words[at - 1] == ","):
            yield list(words[start:at])
            start = at
    if start < len(words):
        yield list(words[start:])


def _denies(words: Sequence[str], at: int) -> bool:
    if not DENIAL.fullmatch(words[at]):
        return False
    before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
    return (before, words[at]) not in NO_DENIAL and (words[at], after) not in NO_DENIAL


def _signs(statement: Sequence[str]) -> list[int]:
    signs, until = [_ASSERTED] * len(statement), 0
    for at, word in enumerate(statement):
        if at < until:
            signs[at] = _DENIED
        if _denies(statement, at):
            whole = WHOLE.fullmatch(word) or VIEW.intersection(statement[at + 1 : at + 3])
            until = max(until, len(statement) if whole else at + 1 + _REACH)
            if at and WHOLE.fullmatch(word):
                signs[at - 1] = _DENIED
    return signs


def _stances(statement: Sequence[str]) -> Iterator[tuple[str, int]]:
    for at, (word, sign) in enumerate(zip(statement, _signs(statement), strict=True)):
        following = at + 1 < len(statement) and _denies(statement, at + 1)
        for matter, side in _matters_of(word):
            yield matter, side * (_DENIED if following and matter in _MODAL else sign)


def _denied(statement: Sequence[str]) -> Iterator[str]:
    """Stems of the words right after each "not", short words passed over; what "nothing" denies stands farther off."""
    for at, word in enumerate(statement):
        if _denies(statement, at) and not WHOLE.fullmatch(word):
            following = [w[:_STEM] for w in statement[at + 1 : at + 1 + _REACH] if len(w) > len("have")]
            yield from following[:_NEAR]


def _favoured(text: str) -> set[int]:
    """Whether the public interest inclines to keeping back (1) or to disclosure (-1)."""
    found = set()
    for match in FAVOURED.finditer(text):
        before = _SIDE.search(text, max(0, match.start() - 120), match.start())
        after = _SIDE.search(text, match.end(), match.end() + 80)
        side = before if match["before"] else after
        if side:
            found.add(_ASSERTED if side["kept"] else _DENIED)
    return found


@functools.lru_cache(maxsize=1 << 14)
def _matters_of(word: str) -> tuple[tuple[str, int], ...]:
    asserted = [(matter, _ASSERTED) for matter, pattern in _FOR.items() if pattern.fullmatch(word)]
    return tuple(asserted + [(matter, _DENIED) for matter, pattern in _CONTRARY.items() if pattern.fullmatch(word)])


_FOR = {matter: re.compile(words) for matter, words in STANCES.items()}
_CONTRARY = {matter: re.compile(words) for matter, words in AGAINST.items()}
_SIDE = re.compile(rf"\b(?:(?P<kept>{KEPT})|{OPENED})\b")
