"""A letter's message cut into units, the clauses that may each answer another ask."""

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from ..anatomy import Anatomy, Line
from . import answer_cues, outcome_cues, retelling_cues
from .acts import OF_THE_WHOLE
from .answer import Span
from .ask import Ask
from .heads import OUTSIDE
from .likeness import AskWords
from .outcomes import gives_plainly, signal
from .scopes import find_scope

__all__ = ["Unit", "find_units"]

_BRACKETED = re.compile(r"(?<![\w)])\((\d{1,2}|[a-h])\)(?=\W|$)")
_LAST_BRACKET = re.compile(r"(?<= )\((\d{1,2})\)\W*$")
_HEADING = 80
_TELLS = 0.7
_GIVEN_BRIEFLY = 9


@dataclass(frozen=True, slots=True)
class Unit:
    """A clause, sentence or heading.

    Attributes:
        start: Where it begins in the letter.
        end: Where it ends.
        border: What stands before it: `clause`, `sentence`, `paragraph` or, after a heading or a
            sentence that tells what was asked, `cue`.
        scope: The asks it names by number or place.
        reach: `all` when it speaks of the request as a whole, `rest` of what is left, `once` when it
            refuses as requests are refused as a whole, else "".
        cue: Whether it only says what comes next, as a heading does.
        argues: Whether it weighs or argues instead of answering.
        speaks: Whether it decides or gives something.
    """

    start: int
    end: int
    border: str
    scope: frozenset[int]
    reach: str
    cue: bool
    argues: bool
    speaks: bool


def find_units(
    anatomy: Anatomy, asks: list[Ask], words: AskWords, within_reply: bool, left_out: list[Span]
) -> list[Unit]:
    """The units of the authority's message, without courtesies, advice and the request retold.

    Args:
        anatomy: The reply taken apart.
        asks: The asks, in order.
        words: What the asks are told by.
        within_reply: Whether the asks' offsets point into the reply.
        left_out: Spans, in order and apart, whose sentences are passed over.
    """
    text, numbers = anatomy.text, [ask.number for ask in asks]
    retold = [(a.start, a.end) for a in asks] if within_reply else []
    units: list[Unit] = []
    border, paragraph, aside = "paragraph", -1, False
    for start, end, line in _sentences(anatomy):
        if _is_inside(start, end, left_out):
            border = "sentence"
            paragraph = line.start
            continue
        said = text[start:end]
        if line.start != paragraph and border != "cue":
            border = "sentence" if answer_cues.CARRIES_ON.match(said) else "paragraph"
        elif border == "sentence" and answer_cues.CARRIES_ON.match(said):
            border = "clause"
        paragraph = line.start
        inside = frozenset(i for i, (a, b) in enumerate(retold) if a < end and start < b)
        if inside or answer_cues.RETOLD_SENTENCE.match(said):
            scope = inside or _scope(said, numbers)
            units.append(Unit(start, end, border, scope, "", cue=True, argues=False, speaks=False))
            tells = len(scope) < len(asks) if scope else max(words.likeness(said)) >= _TELLS
            border = "cue" if tells else "paragraph"
        elif not _is_beside_the_point(said):
            cue = _is_heading(text, line, start, end)
            aside = bool(answer_cues.ASIDE_HEADING.fullmatch(said)) if cue else aside
            for a, b in [(start, end)] if cue else _clauses(text, start, end):
                units.append(_unit(text[a:b], (a, b), border, numbers, cue=cue, aside=aside))
                border = "clause"
            border = _border_after(units[-1], said, words)
    return [unit for unit in units if not _touches(unit, left_out)]


def _is_inside(start: int, end: int, left_out: list[Span]) -> bool:
    at = bisect.bisect_right(left_out, start, key=itemgetter(0))
    return at > 0 and left_out[at - 1][1] >= end


def _touches(unit: Unit, left_out: list[Span]) -> bool:
    """Whether a unit shares words with one of several spans."""
    at = bisect.bisect_left(left_out, unit.end, key=itemgetter(0))
    return at > 0 and left_out[at - 1][1] > unit.start


def _border_after(unit: Unit, said: str, words: AskWords) -> str:
    """A heading leads to what it names; one that names nothing begins a paragraph."""
    if not unit.cue:
        return "sentence"
    return "cue" if unit.scope or max(words.likeness(said, heading=True)) >= _TELLS else "paragraph"


def _sentences(anatomy: Anatomy) -> Iterator[tuple[int, int, Line]]:
    """The sentences of the message proper, after the greeting."""
    greeted = [x.end for x, kind in zip(anatomy.lines, anatomy.kinds, strict=True) if kind == "greeting"]
    for start, end in anatomy.sentences:
        if start >= anatomy.own_end:
            return
        kind = anatomy.kind_at(start)
        if kind not in OUTSIDE and kind not in ("request", "greeting") and (not greeted or start >= greeted[0]):
            yield start, end, anatomy.line_at(start)


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for joint in answer_cues.CLAUSE.finditer(text, start, end):
        if retelling_cues.FINITE.search(text, start, joint.start()):
            yield start, joint.start()
            start = joint.end()
    yield start, end


def _is_beside_the_point(said: str) -> bool:
    """Whether a sentence is a courtesy, advice or the way to complain."""
    return bool(answer_cues.COURTESY.match(said) or answer_cues.ENDING.match(said) or answer_cues.ADVICE.search(said))


def _is_heading(text: str, line: Line, start: int, end: int) -> bool:
    """A short line by itself that ends without a stop and says nothing."""
    words = text[line.body : line.end]
    return (
        start <= line.body
        and end >= line.end
        and len(words) < _HEADING
        and words[-1:] not in ".?!;,"
        and line.marker is None
        and bool(answer_cues.TITLE.fullmatch(words))
        and not retelling_cues.ANSWERING.match(words)
    )


def _unit(words: str, span: tuple[int, int], border: str, numbers: list[str], *, cue: bool, aside: bool) -> Unit:
    scope, reach, argues, speaks = _told(words, tuple(numbers), cue, aside)
    return Unit(*span, border, scope, reach, cue, argues, speaks)


@lru_cache(maxsize=4096)  # a letter is aligned with its asks, and again with those of each group
def _told(words: str, numbers: tuple[str, ...], cue: bool, aside: bool) -> tuple[frozenset[int], str, bool, bool]:
    """Which asks a clause names and how far it reaches, whether it argues, and whether it tells anything."""
    scope = _scope(words, list(numbers))
    argues = aside or bool(
        answer_cues.LAW.match(words)
        or (answer_cues.WEIGHING.search(words) and not outcome_cues.WITHHELD.search(words))
        or (cue and answer_cues.REASONS_HEADING.match(words))
    )
    reach = ""
    if len(scope) == len(numbers):
        scope, reach = frozenset(), "all"
    elif not scope and answer_cues.THE_REST.match(words):
        reach = "rest"
    elif not scope and not argues and (_is_of_all(words, len(numbers)) or _attaches_all(words)):
        reach = "all"
    said = signal(words, ())
    speaks = not cue and not argues and bool(said.acts or gives_plainly(words))
    if not reach and not scope and not argues and said.has(*OF_THE_WHOLE) and not said.ncnd_other:
        reach = "once"
    return scope, reach, argues, speaks


def _is_of_all(words: str, count: int) -> bool:
    """Whether a clause speaks of the request as a whole; `both` does when there are two asks."""
    if answer_cues.OF_ALL.search(words):
        return True
    counted = answer_cues.COUNTED.search(words)
    return counted is not None and answer_cues.COUNTS.get((counted[1] or counted[2]).lower()) == count


def _attaches_all(words: str) -> bool:
    """`Please see attached.`: without a word on what it is, everything."""
    return len(words.split()) < _GIVEN_BRIEFLY and bool(outcome_cues.ATTACHES.search(words))


def _scope(words: str, numbers: list[str]) -> frozenset[int]:
    """The asks a clause names; in brackets at its end or, when short, anywhere: `The log (1) and pictures (4)`."""
    last = _LAST_BRACKET.search(words)
    named = find_scope(words, numbers) or (
        _BRACKETED.findall(words) if len(words) < _HEADING else [last[1]] if last else []
    )
    return frozenset(i for i, n in enumerate(numbers) if n in named)
