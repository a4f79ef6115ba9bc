"""Patterns of wording, searched fast.

A cue has dozens of alternatives and nearly every sentence matches none of them.  Each
alternative has stems of which any match contains one ("withheld", "refus"); they are derived
from the alternative itself.  One pass over a text finds the stems of all cues, and only an
alternative with a stem there is tried.
"""

import functools
import itertools
import operator
import re
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import ahocorasick

__all__ = ["Wording"]

_MOST = 48
_LONGEST = 6
_SHORTEST = 3
"""One or two letters stand in nearly every sentence."""
_REMEMBERED = 8192
_ZERO_WIDTH = {op.AT, op.ASSERT, op.ASSERT_NOT}
_NUMBER = operator.itemgetter(1)
_REPEATS = {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT}


class Wording:
    r"""Alternatives of which one must occur, whatever the case of the letters.

    >>> refusal = Wording(r"\bwithh(?:eld|olding)\b", r"\brefus\w+")
    >>> refusal.stems
    (('withheld', 'withholding'), ('refus',))
    >>> refusal.search("It is being WITHHELD.").group()
    'WITHHELD'
    """

    def __init__(self, *alternatives: str) -> None:
        self.pattern = "|".join(f"(?:{a})" for a in alternatives)
        self.stems = tuple(tuple(sorted(_needed(_parser.parse(a, re.IGNORECASE)))) for a in alternatives)
        self._regexes = [re.compile(a, re.IGNORECASE) for a in alternatives]
        self._always = [regex for regex, stems in zip(self._regexes, self.stems, strict=True) if not stems]
        self._needing: dict[int, list[int]] = {}
        for place, stems in enumerate(self.stems):
            for stem in stems:
                self._needing.setdefault(_INDEX.add(stem), []).append(place)
        self._any_need = frozenset(self._needing)

    @functools.cached_property
    def _regex(self) -> re.Pattern[str]:
        return re.compile(self.pattern, re.IGNORECASE)

    def match(self, text: str) -> re.Match[str] | None:
        """An alternative at the very start."""
        return self._regex.match(text)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first place, from `start` to `end`, where an alternative occurs."""
        if start or (end is not None and end < len(text)):
            end = len(text) if end is None else end
            return _first(self._worth_trying(text[start:end]), text, start, end)
        found = _INDEX.known(text).found
        if self not in found:
            found[self] = _first(self._worth_trying(text), text, 0, len(text))
        return found[self]

    def count(self, text: str, most: int) -> int:
        """In how many places, of which none overlaps the one before, an alternative occurs; counted up to `most`."""
        spans: list[tuple[int, int]] = []
        for regex in self._worth_trying(text):
            spans += [match.span() for match in itertools.islice(regex.finditer(text), most)]
            if _apart(spans) >= most:
                return most
        return _apart(spans)

    def _worth_trying(self, text: str) -> list[re.Pattern[str]]:
        """The alternatives of which a stem is there."""
        present = self._any_need & _INDEX.known(text).stems
        if not present:
            return self._always
        places = sorted({place for stem in present for place in self._needing[stem]})
        return self._always + [self._regexes[place] for place in places]


def _first(regexes: list[re.Pattern[str]], text: str, start: int, end: int) -> re.Match[str] | None:
    best = None
    for regex in regexes:
        found = regex.search(text, start, end)
        if found and (best is None or found.start() < best.start()):
            best = found
    return best


def _apart(spans: list[tuple[int, int]]) -> int:
    """How many of them do not overlap the one before."""
    number = last = 0
    for start, end in sorted(spans):
        if start >= last:
            number, last = number + 1, end
    return number


class _Known:
    """What is known of a text: the stems in it, and what each cue looked for in all of it found."""

    __slots__ = ("found", "stems")

    def __init__(self, stems: frozenset[int]) -> None:
        self.stems = stems
        self.found: dict[Wording, re.Match[str] | None] = {}


class _StemIndex:
    """The stems of all cues, looked for in one pass; what was found in a text is remembered.

    The same sentence is asked about by many cues and for many asks, and stands in many letters.
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._automaton: ahocorasick.Automaton | None = None
        self.known = functools.lru_cache(maxsize=_REMEMBERED)(self._known)

    def add(self, stem: str) -> int:
        self._automaton = None
        self.known.cache_clear()
        return self._numbers.setdefault(stem, len(self._numbers))

    def _known(self, text: str) -> _Known:
        if self._automaton is None:
            self._automaton = ahocorasick.Automaton()
            for stem, number in self._numbers.items():
                self._automaton.add_word(stem, number)
            self._automaton.make_automaton()
        return _Known(frozenset(map(_NUMBER, self._automaton.iter(text.lower()))))


_INDEX = _StemIndex()


def _needed(sequence: Any) -> set[str]:
    """The best set of strings of which one must occur in whatever the sequence matches."""
    candidates: list[set[str]] = []
    runs = {""}
    for item in sequence:
        if item[0] in _ZERO_WIDTH:
            continue
        words = _words(item)
        if words and len(longer := {r + w for r in runs for w in words}) <= _MOST:
            runs = longer
            continue
        candidates += [runs, _needed_by(item)]
        runs = words or {""}
    candidates.append(runs)
    return max((c for c in candidates if c and min(map(len, c)) >= _SHORTEST), key=_worth, default=set())


def _worth(stems: set[str]) -> tuple[int, int]:
    return min(min(map(len, stems)), _LONGEST), -len(stems)


def _needed_by(item: tuple[Any, Any]) -> set[str]:
    kind, value = item
    if kind is op.SUBPATTERN:
        return _needed(value[3])
    if kind is op.BRANCH:
        parts = [_needed(branch) for branch in value[1]]
        return set().union(*parts) if all(parts) else set()
    if kind in _REPEATS and value[0] > 0:
        return _needed(value[2])
    return set()


def _words(item: tuple[Any, Any]) -> set[str]:
    """Every string an item can match, lower case, when they are few; empty when they are not."""
    kind, value = item
    if kind is op.LITERAL:
        return {chr(value).lower()}
    if kind is op.IN and all(k is op.LITERAL for k, _ in value):
        return {chr(v).lower() for _, v in value}
    if kind is op.SUBPATTERN:
        return _words_of(value[3])
    if kind is op.BRANCH:
        parts = [_words_of(branch) for branch in value[1]]
        found: set[str] = set().union(*parts)
        return found if all(parts) and len(found) <= _MOST else set()
    if kind in _REPEATS and value[:2] == (0, 1):
        words = _words_of(value[2])
        return {"", *words} if words else set()
    return set()


def _words_of(sequence: Any) -> set[str]:
    found = {""}
    for item in sequence:
        words = _words(item)
        found = {f + w for f in found for w in words}
        if not found or len(found) > _MOST:
            return set()
    return found
