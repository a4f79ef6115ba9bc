"""Which sentences answer which ask, where no head tells: the most likely path through the letter.

A letter mostly answers in the order of the asks, goes on about one ask until it turns to
another, and turns by naming it or by its words.  The path that fits best is found by dynamic
programming: each unit is about one ask, a group of asks, the whole request, the rest of it, or
about none (a gap after the ask last spoken of).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from ..anatomy import Anatomy
from .answer import Span
from .ask import Ask
from .likeness import AskWords
from .units import Unit, find_units

__all__ = ["Alignment", "align"]

_Scores = npt.NDArray[np.float64]

_NAMED = 4.0
_ALIKE = 0.7
_REACH = 2.0
_ONCE = 0.9
_LIKE = 1.2
_MOST_LIKE = 2.5
_GAP, _SAYING = 0.5, -0.3
_ARGUING = 0.6
_STAY = {"clause": 1.0, "sentence": 0.8, "paragraph": 0.0, "cue": 1.5}
_TURN = {"clause": -0.2, "sentence": -0.2, "paragraph": 0.0, "cue": 0.0}
_NEXT = {"clause": 0.0, "sentence": 0.1, "paragraph": 0.3, "cue": 0.1}
_SKIP, _MOST_SKIPPED = -0.15, -0.6
_BACK = -0.3
_NEVER = -1e9


@dataclass(frozen=True, slots=True)
class Alignment:
    """What speaks of what.

    Attributes:
        own: For each ask the passages about it.
        whole: The passages about the request as a whole.
        rest: The passages about what is left of it.
        said: All passages that do not argue or tell the law.
        named: The asks that a passage names.
        alike: The asks that a passage names or is like.
    """

    own: list[tuple[Span, ...]]
    whole: tuple[Span, ...]
    rest: tuple[Span, ...]
    said: tuple[Span, ...]
    named: frozenset[int]
    alike: frozenset[int]


@dataclass(frozen=True, slots=True)
class _State:
    """What a unit is about: asks, `all`, `rest`, or nothing (`gap`); `place` is the last ask spoken of."""

    kind: str
    asks: frozenset[int]
    place: int


def align(anatomy: Anatomy, asks: list[Ask], request: str, within_reply: bool, taken: Sequence[Span] = ()) -> Alignment:
    """Give each sentence of a letter to the asks it speaks of.

    Args:
        anatomy: The reply taken apart.
        asks: The asks, in order.
        request: The text the asks' offsets point into.
        within_reply: Whether that text is the reply itself.
        taken: Passages left out, which are known to answer an ask.
    """
    words = AskWords([request[a.start : a.end] for a in asks])
    units = find_units(anatomy, asks, words, within_reply, sorted(set(taken)))
    path = _best_path(anatomy.text, units, words)
    spoken = [(unit, state) for unit, state in zip(units, path, strict=True) if not unit.cue]
    named = frozenset(i for unit, state in spoken for i in unit.scope & state.asks)
    alike = _told(anatomy.text, units, path, words)
    told = alike if taken else set(range(len(asks)))

    def spans(kind: str, ask: int | None = None) -> tuple[Span, ...]:
        about = [(u.start, u.end) for u, s in spoken if s.kind == kind and (ask is None or ask in s.asks)]
        return _merged(anatomy.text, about)

    said = _merged(anatomy.text, [(u.start, u.end) for u, _ in spoken if not u.argues])
    own = [spans("ask", i) if i in told else () for i in range(len(asks))]
    return Alignment(own, spans("all"), spans("rest"), said, named, frozenset(alike))


def _told(text: str, units: list[Unit], path: list[_State], words: AskWords) -> set[int]:
    """The asks that some unit names, or is like: beside answers under heads, order alone tells nothing."""
    told: set[int] = set()
    for unit, state in zip(units, path, strict=True):
        like = words.likeness(text[unit.start : unit.end], heading=unit.cue)
        told |= {i for i in state.asks if i in unit.scope or like[i] >= _ALIKE}
    return told


def _best_path(text: str, units: list[Unit], words: AskWords) -> list[_State]:
    count = len(words.weights)
    states = _states(count, units)
    moves = {border: _moves(states, border) for border in _STAY}
    total = np.full(len(states), _NEVER)
    total[[s.kind == "gap" and s.place < 0 for s in states]] = 0.0
    back: list[npt.NDArray[np.intp]] = []
    for unit in units:
        reached = total[:, None] + moves[unit.border]
        back.append(reached.argmax(axis=0))
        total = reached.max(axis=0) + _fit(text[unit.start : unit.end], unit, states, words)
    at, path = int(total.argmax()), list[_State]()
    for step in reversed(back):
        path.append(states[at])
        at = int(step[at])
    return path[::-1]


def _states(count: int, units: list[Unit]) -> tuple[_State, ...]:
    groups = dict.fromkeys(u.scope for u in units if len(u.scope) > 1)
    return (
        *(_State("ask", frozenset([i]), i) for i in range(count)),
        *(_State("gap", frozenset(), i) for i in range(-1, count)),
        *(_State("ask", group, max(group)) for group in groups),
        _State("all", frozenset(), -1),
        _State("rest", frozenset(), count - 1),
    )


@lru_cache(maxsize=128)  # letters of as many asks, without groups, share them
def _moves(states: tuple[_State, ...], border: str) -> _Scores:
    return np.array([[_move(a, b, border) for b in states] for a in states])


def _move(before: _State, after: _State, border: str) -> float:
    """What turning from one thing to another costs at a border."""
    if before == after:
        return 0.0 if after.kind == "gap" else _STAY[border]
    if after.kind == "gap":
        return _TURN[border] if after.place == before.place else _NEVER
    if after.kind != "ask" or len(after.asks) > 1 or before.kind == "all":
        return _TURN[border]
    ahead = after.place - before.place
    if ahead > 0:
        return _TURN[border] + (_NEXT[border] if ahead == 1 else max(_SKIP * (ahead - 1), _MOST_SKIPPED))
    return _TURN[border] + _BACK


def _fit(said: str, unit: Unit, states: tuple[_State, ...], words: AskWords) -> _Scores:
    """How well a unit fits each thing it could be about."""
    like = np.minimum(np.array(words.likeness(said, heading=unit.cue)), _MOST_LIKE) * _LIKE
    like = like * (0.3 if unit.argues else 1.0)
    if not unit.argues and not unit.cue:
        like = like + words.fitness(said)
    fits = []
    for state in states:
        if state.kind == "ask":
            fit = float(like[state.place] if len(state.asks) == 1 else np.mean(like[list(state.asks)]))
            if unit.scope:
                fit += _NAMED if state.asks == unit.scope else -_NAMED
            elif unit.reach and unit.reach != "once":
                fit -= _REACH / 2
        elif state.kind == "gap":
            fit = _GAP + (_ARGUING if unit.argues else _SAYING if unit.speaks else 0.0)
        else:
            fit = _REACH if unit.reach == state.kind else _ONCE if (unit.reach, state.kind) == ("once", "all") else 0.0
        fits.append(fit)
    return np.array(fits)


def _merged(text: str, spans: list[Span]) -> tuple[Span, ...]:
    """Neighbouring sentences as one span."""
    merged: list[Span] = []
    for start, end in spans:
        if merged and len(text[merged[-1][1] : start].strip()) <= len("; and"):
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return tuple(merged)
