"""A refusal that names no ground: which sentence refuses, under which law, and for what."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from . import reasons_cues as cues
from .decision import REFUSED, Decision
from .duties import laws
from .reasons import gives_reason
from .standing import Standing
from .words import Sentence, is_point

__all__ = ["Unnamed", "find_unnamed"]

_SCOTTISH = re.compile(r"\bscottish information commissioner\b|\bFOISA\b", re.IGNORECASE)
_OUTCOMES = {"vexatious": "burden", "repeated": "burden", "cost_limit": "cost"}
_SORTS = (
    ("burden", cues.VEXATIOUS),
    ("burden", cues.ASKED_BEFORE),
    ("cost", cues.COSTS),
    ("exemption", cues.EXEMPT),
    ("burden", cues.IMPROPER),
    ("cost", cues.LABOUR),
    ("exemption", cues.REFUSES),
)


@dataclass(frozen=True, slots=True)
class Unnamed:
    """A refusal in which no section is named.

    Attributes:
        sentence: The one that refuses.
        law_id: The statute it is checked under.
        sort: What for: `exemption`, `cost` or `burden`.
        point: Where the sentences of its point begin, when other points name their grounds.
    """

    sentence: Sentence
    law_id: str
    sort: str
    point: frozenset[int] = frozenset()


def find_unnamed(decision: Decision, main: list[Sentence], standing: Standing) -> Unnamed | None:
    """The refusal of a first decision for which no section is cited, nor any can be concluded.

    Args:
        decision: What the stages before have found.
        main: The sentences of the message proper.
        standing: Which ground each place stands with.
    """
    if decision.kind != "response":
        return None
    law_id = _law_named(decision, main)
    if decision.exemptions or decision.inferred:
        return _asked_before(decision, main, standing, law_id) or _point(main, standing, law_id)
    refused = decision.outcome in REFUSED or any(q.outcome in REFUSED for q in decision.questions)
    if not refused and not any(map(_refuses, main)):
        return None
    wanted = _OUTCOMES.get(decision.outcome)
    for sort, wording in _SORTS:
        refusing = (s for s in main if wording.search(s.text) and not cues.WITHOUT.search(s.text))
        if wanted in (None, sort) and (found := next(refusing, None)):
            return Unnamed(found, law_id, sort if getattr(laws()[law_id], sort, ()) else "exemption")
    return None


def _refuses(sentence: Sentence) -> bool:
    """Whether a sentence refuses so plainly that it does, whatever was read of the answers."""
    other = (cues.WITHOUT, cues.SUPPOSED, cues.RETELLS)
    return bool(cues.DECLINES.search(sentence.text)) and not any(wording.search(sentence.text) for wording in other)


def _law_named(decision: Decision, main: list[Sentence]) -> str:
    """The statute the request was handled under; FOIA when the letter names none."""
    named = [r for r in decision.regimes if r in laws()]
    if named:
        return named[0]
    return "foisa2002" if any(_SCOTTISH.search(s.text) for s in main) else "foia2000"


def _asked_before(decision: Decision, main: list[Sentence], standing: Standing, law_id: str) -> Unnamed | None:
    """A request turned away as answered before, beside others for which there is a ground."""
    cited = [p for c in decision.citations for p in c.provisions] + [g.provision for g in decision.inferred]
    if any(law.sort_of(p) == "burden" for p in cited if (law := laws().get(p.partition(":")[0]))):
        return None
    asked = (s for s in main if cues.ASKED_BEFORE.search(s.text) and not standing.cited_in(s.start, s.end))
    found = next(asked, None)
    return None if found is None else Unnamed(found, law_id, "burden")


def _point(main: list[Sentence], standing: Standing, law_id: str) -> Unnamed | None:
    """A numbered point that claims an exemption with reasons and no section, where all the other points cite theirs."""
    points = list(_points(main))
    cited = [any(standing.cited_in(s.start, s.end) for s in point) for point in points]
    outside = any(standing.cited_in(s.start, s.end) for s in main[: _first(points, main)])
    if outside or not any(cited):
        return None
    for point, here in zip(points, cited, strict=True):
        told = " ".join(s.text for s in point)
        claim = next((s for s in point if cues.EXEMPT.search(s.text) and not cues.WITHOUT.search(s.text)), None)
        if claim and not here and not cues.ELSEWHERE.search(told) and any(map(gives_reason, point)):
            return Unnamed(claim, law_id, "exemption", frozenset(s.start for s in point))
    return None


def _points(main: list[Sentence]) -> Iterator[list[Sentence]]:
    """The numbered points, each with what follows it up to the next."""
    numbers = itertools.accumulate(main, lambda n, s: n + (s.opens and is_point(s)), initial=0)
    numbered = zip(main, itertools.islice(numbers, 1, None), strict=True)
    for number, point in itertools.groupby(numbered, key=lambda pair: pair[1]):
        if number:
            yield [sentence for sentence, _ in point]


def _first(points: list[list[Sentence]], main: list[Sentence]) -> int:
    return main.index(points[0][0]) if points else len(main)
