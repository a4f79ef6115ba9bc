"""The refusal-notice check: what the notice must contain, and what is missing.

A duty is missing only in a letter that refuses, is a first decision, and has nothing that
meets it.  A review's outcome is no refusal notice (FOIA 2000 s.17 speaks of the notice within the
time for complying); only FOISA s.21(10) lays down what it must tell.  Replies that disclose all, or
hold nothing, owe no notice, but a Scottish one or an environmental one owes the rights.
"""

from collections.abc import Callable, Iterable, Iterator

from ..records import Citation, Duty, Exemption
from ..regimes import provision, section_of
from . import reasons_cues as cues
from . import rights_cues
from .duties import Law, Owed
from .public_interest import AGAINST, FOR, is_qualified
from .reasons import find_reason
from .refusal import Refusal
from .unnamed import Unnamed
from .words import Sentence

__all__ = ["check_notice"]

_SCORE = 0.8
_REFUSING = ("exemption", "unfinished", "silent")
_Met = Sentence | Exemption | Citation | None
_Items = Iterator[tuple[tuple[str, ...], Sentence | Exemption]]


def check_notice(refusal: Refusal) -> Iterator[Duty]:
    """Each duty that is owed, met or missing.

    Args:
        refusal: The letter under one statute.
    """
    for owed in refusal.law.duties:
        for concerns, cause in _OWED[owed.owed](refusal):
            met = _CHECKS[owed.check](refusal, concerns)
            yield _duty(refusal, owed, concerns, cause, met)


def _duty(r: Refusal, owed: Owed, concerns: tuple[str, ...], cause: Sentence | Exemption, met: _Met) -> Duty:
    shown = cause if met is None else met
    quote = r.text[shown.start : shown.end]
    rule = f"rule:reasoning/notice-{owed.check.replace('_', '-')}@1"
    return Duty(r.letter_id, shown.start, shown.end, quote, _SCORE, rule, owed.id, met is not None, concerns)


# When a duty is owed: the grounds it concerns, and what makes it owed --------------------


def _once(r: Refusal, *sorts: str) -> _Items:
    found = r.of_sort(*sorts)
    if found:
        yield tuple(g.provision for g in found), found[0]
    elif r.unnamed is not None and r.unnamed.sort in sorts:
        yield (), r.unnamed.sentence


def _once_and_unnamed(r: Refusal) -> _Items:
    """The exemptions together, and what is refused without one beside them."""
    yield from _once(r, *_REFUSING)
    if r.unnamed is not None and r.unnamed.point and r.of_sort(*_REFUSING):
        yield (), r.unnamed.sentence


def _each(r: Refusal) -> _Items:
    for ground in r.of_sort(*_REFUSING):
        yield (ground.provision,), ground
    if r.unnamed is not None and r.unnamed.sort == "exemption" and not r.grounds:
        yield (), r.unnamed.sentence


def _of_role(items: Callable[[Refusal], _Items], *, ncnd: bool) -> Callable[[Refusal], _Items]:
    """Those that neither confirm nor deny, or those that do not."""
    return lambda r: ((c, g) for c, g in items(r) if isinstance(g, Exemption) and (g.role == "ncnd") == ncnd)


def _each_qualified(r: Refusal) -> _Items:
    """Not the grounds behind a FOISA s.18 notice: s.18(2) lifts the duty."""
    silent = r.of_sort("silent")
    for ground in r.of_sort("exemption", "unfinished"):
        if is_qualified(ground.provision) and not (silent and ground.role == "ncnd"):
            yield (ground.provision,), ground


def _review(r: Refusal) -> _Items:
    if r.kind == "internal_review":
        yield from _once(r, *_REFUSING, "cost", "burden", "not_held")


def _first(items: Callable[[Refusal], _Items]) -> Callable[[Refusal], _Items]:
    """What only a first decision owes."""
    return lambda r: items(r) if r.kind == "response" else iter(())


_OWED: dict[str, Callable[[Refusal], _Items]] = {
    "exemption": _first(_once_and_unnamed),
    "each_exemption": _first(_each),
    "each_qualified": _first(_each_qualified),
    "each_qualified_held": _first(_of_role(_each_qualified, ncnd=False)),
    "each_qualified_ncnd": _first(_of_role(_each_qualified, ncnd=True)),
    "cost": _first(lambda r: _once(r, "cost")),
    "burden": _first(lambda r: _once(r, "burden")),
    "unfinished": _first(lambda r: _once(r, "unfinished")),
    "confirmed": _first(lambda r: iter(()) if r.of_sort("silent") else _once(r, "exemption")),
    "refusal": _first(lambda r: _once(r, *_REFUSING, "cost", "burden")),
    "notice": _first(lambda r: _once(r, *_REFUSING, "cost", "burden", "not_held")),
    "review": _review,
}


# What meets it ---------------------------------------------------------------------------


def _named(r: Refusal, concerns: Iterable[str]) -> _Met:
    wanted = set(concerns)
    return next((g for g in r.grounds if g.provision in wanted and not g.inferred), None)


def _named_or_cited(r: Refusal, concerns: Iterable[str]) -> _Met:
    """The ground relied on, else one that is cited beside a refusal which seemed to name none."""
    if concerns or (r.unnamed is not None and r.unnamed.point):
        return _named(r, concerns)
    cited = (c for c in r.citations if c.role not in ("quoted", "other_law", "rejected"))
    return next((c for c in cited if any(p.startswith(f"{r.law.id}:") and _is_ground(p) for p in c.provisions)), None)


def _is_ground(provision_id: str) -> bool:
    row = provision(provision_id)
    return row is not None and row.role in ("ground", "ncnd")


def _claimed(unnamed: Unnamed | None) -> _Met:
    """The refusal that names no exemption, if it says at least that there is one; blacked-out lines say nothing."""
    return unnamed.sentence if unnamed is not None and cues.CLAIMS.search(unnamed.sentence.text) else None


def _named_sort(sort: str) -> Callable[[Refusal, tuple[str, ...]], _Met]:
    """Whether the section is cited at all in the authority's words: relied on, or beside what it refuses."""

    def check(r: Refusal, concerns: tuple[str, ...]) -> _Met:
        cited = (c for c in r.citations if c.role not in ("quoted", "other_law"))
        return _named(r, concerns) or next(
            (c for c in cited if any(_is_of(r.law, p, sort) for p in c.provisions)), None
        )

    return check


def _is_of(law: Law, provision_id: str, sort: str) -> bool:
    return provision_id.startswith(f"{law.id}:") and law.sort_of(provision_id) == sort


def _reason(r: Refusal, concerns: tuple[str, ...]) -> _Met:
    if not concerns:
        causes = (s for s in r.reasoning if cues.CAUSE.search(s.text))
        return _first_of(s for s in causes if not (cues.WITHOUT.search(s.text) or cues.RETELLS.search(s.text)))
    wanted = r.sections_of(concerns[0])
    told = r.reasoning_of(concerns[0])
    found = next((f for section in sorted(wanted) if (f := find_reason(section, told, r.standing))), None)
    weighed = r.weighed if is_qualified(concerns[0]) else ()
    against = [(w.sentence, r.standing.sections_at(w.sentence)) for w in weighed if w.kind == AGAINST]
    apart = not r.joint or len({sections for _, sections in against}) > 1
    return found or next((s for s, sections in against if apart and not wanted.isdisjoint(sections)), None)


def _weighing(r: Refusal, concerns: tuple[str, ...]) -> _Met:
    """A factor that may be meant for this ground: all are, but those that name others or came before it was named."""
    (ground,) = concerns
    wanted = r.sections_of(ground)
    factors = [w.sentence for w in r.weighed if w.kind in (FOR, AGAINST)]
    if len({section_of(g.provision) for _, g in _each_qualified(r) if isinstance(g, Exemption)}) == 1:
        return _first_of(factors)
    beside = [(s, r.standing_of_qualified.sections_at(s)) for s in factors]
    found = next((s for s, sections in beside if not wanted.isdisjoint(sections)), None)
    if found is not None or (not r.joint and any(sections for _, sections in beside)):
        return found
    first = r.standing.first_place(section_of(ground))
    free = (s for s, sections in beside if not sections or not r.standing.cited_in(s.start, s.end))
    return next((s for s in free if s.start > first or not r.standing.sections_at(s)), None)


def _exception(r: Refusal, concerns: tuple[str, ...]) -> _Met:
    return _reason(r, concerns) if _named(r, concerns) else None


def _exception_weighed(r: Refusal, concerns: tuple[str, ...]) -> _Met:
    named = _named(r, concerns)
    if named is None or not (concerns and is_qualified(concerns[0])):
        return named
    return _weighing(r, concerns)


def _first_of(found: Iterable[Sentence]) -> _Met:
    return next(iter(found), None)


def _regulator(r: Refusal) -> _Met:
    """The way to the regulator of this statute: a Scottish notice that sends people to Wilmslow tells of none."""
    marks = r.law.regulator
    if not marks or any(mark in s.text.lower() for s in r.own for mark in marks):
        return _first_of(r.regulators)
    elsewhere = any(rights_cues.OF_THE_UNION.search(s.text) for s in r.own)
    return None if elsewhere else _first_of(r.regulators)


_CHECKS: dict[str, Callable[[Refusal, tuple[str, ...]], _Met]] = {
    "stated": lambda r, concerns: _named(r, concerns) or _claimed(r.unnamed),
    "named": _named_or_cited,
    "named_cost": _named_sort("cost"),
    "named_burden": _named_sort("burden"),
    "reason": _reason,
    "weighing": _weighing,
    "exception": _exception,
    "exception_weighed": _exception_weighed,
    "review": lambda r, _: _first_of(r.reviews),
    "regulator": lambda r, _: _regulator(r),
    "review_and_regulator": lambda r, _: _regulator(r) if r.reviews else None,
    "advice": lambda r, _: _first_of(r.advice),
    "completion": lambda r, _: _first_of(s for s in r.main if s not in r.reviews and cues.UNFINISHED.search(s.text)),
    "held": lambda r, _: _first_of(s for s in r.main if cues.HELD.search(s.text) and not cues.IF_ANY.search(s.text)),
}
