"""One letter: every label beside what a reading says in its place, right or wrong.

All figures, confusion tables, errors and the calibration are counts of these judgements.  A label that a
letter leaves open (`alt_role`, `questions_complete: false`) is never held against a reading.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ..records import RELIED_ON
from ..regimes import regimes, section_of
from .markup import LabelledLetter
from .matching import Row, match_questions, match_spans

__all__ = ["NOTHING", "Judgement", "compare"]

NOTHING = "(nothing)"
"""Stands for the label of what no person marked, and for what a reading did not find."""

_UNSAID = "(no label)"
_ANOTHER_ACT = "another Act"
_NEAR = 80  # characters by which the end of the authority's own words may be off


@dataclass(frozen=True, slots=True)
class Judgement:
    """A label, what was found in its place, and where; they agree when `expected == found`.

    Attributes:
        field: What is judged, as in `citation role`.
        expected: The label, or `NOTHING`.
        found: What the reading says, or `NOTHING`.
        start, end: The words it is about, when there are such.
        within: `reply` or `request`: the text the offsets point into.
        quote: Those words.
        made_by: Rule or model that said what was found.
        score: How sure that was.
        implied: Whether another judgement lists the same error already.
    """

    field: str
    expected: str
    found: str
    start: int | None = None
    end: int | None = None
    within: str = "reply"
    quote: str = ""
    made_by: str = ""
    score: float | None = None
    implied: bool = False


def compare(labelled: LabelledLetter, reading: Row) -> Iterator[Judgement]:
    """Judge a reading of one letter.

    Args:
        labelled: The letter with its labels.
        reading: Its reading, as `Reading.to_dict` gives it; whatever is missing in it was not found.

    >>> from ..records import Letter
    >>> label = {"id": "a", "kind": "response", "outcome": "not_held", "ncnd": False,
    ...          "citations": [], "exemptions": [], "questions": []}
    >>> judged = compare(LabelledLetter(Letter("a", "None."), label), label | {"outcome": "ncnd"})
    >>> [(j.field, j.expected, j.found) for j in judged if j.expected != j.found]
    [('outcome', 'not_held', 'ncnd')]
    """
    gold = labelled.row
    yield from _letter(labelled, reading)
    yield from _citations(gold["citations"], [c for c in reading.get("citations") or [] if _usable(c)])
    yield from _exemptions(gold, reading.get("exemptions") or [])
    yield from _questions(gold, reading.get("questions") or [])


def _letter(labelled: LabelledLetter, reading: Row) -> Iterator[Judgement]:
    gold = labelled.row
    yield Judgement("kind", gold["kind"], reading.get("kind") or _UNSAID)
    made_by = reading.get("outcome_made_by") or ""
    yield Judgement("outcome", gold["outcome"], reading.get("outcome") or _UNSAID, made_by=made_by)
    yield Judgement("ncnd", _yes(gold["ncnd"]), _yes(reading["ncnd"]) if "ncnd" in reading else _UNSAID)
    if "own_text_end" in gold:
        wanted, got = gold["own_text_end"], reading.get("own_text_end") or 0
        where = "there" if abs(wanted - got) <= _NEAR else "elsewhere"
        start, end = sorted((wanted, got))
        yield Judgement("own text end", "there", where, start, end, quote=labelled.letter.text[start:end])


def _citations(gold: list[Row], found: list[Row]) -> Iterator[Judgement]:
    pairs = match_spans(gold, found)
    for wanted, got in pairs:
        # where either of two roles is right, the one that was found is the label
        role = wanted["alt_role"] if got.get("role") == wanted.get("alt_role", "") else wanted["role"]
        words = _words(wanted) | _source(got)
        yield Judgement("citation role", role, got.get("role") or _UNSAID, **words)
        yield Judgement("citation provisions", *_provisions(role, wanted, got), **words)
    for missed in _left(gold, [g for g, _ in pairs]):
        yield Judgement("citation role", missed["role"], NOTHING, **_words(missed))
        yield Judgement("citation provisions", _named(missed), NOTHING, implied=True)
    for spurious in _left(found, [f for _, f in pairs]):
        words = _words(spurious) | _source(spurious)
        yield Judgement("citation role", NOTHING, spurious.get("role") or _UNSAID, **words)
        yield Judgement("citation provisions", NOTHING, _named(spurious), implied=True)


def _exemptions(gold: Row, found: list[Row | str]) -> Iterator[Judgement]:
    wanted, got = _grounds(gold["exemptions"]), _grounds(found)
    for ground, expected, named in _sets(wanted, got):
        place = _where_cited(gold["citations"], ground) if named == NOTHING else _where_found(found, ground)
        yield Judgement("exemption provision", expected, named, **place)
    for _, expected, named in _sets(_sections(wanted), _sections(got)):
        yield Judgement("exemption section", expected, named, implied=True)


def _questions(gold: Row, found: list[Row]) -> Iterator[Judgement]:
    pairs = match_questions(gold["questions"], found)
    if not gold.get("questions_complete", True):  # only the first asks are labelled: the rest are not spurious
        found = [f for _, f in pairs]
    for wanted, got in pairs:
        words = _words(wanted) | _source(got) | {"made_by": got.get("outcome_made_by") or ""}
        yield Judgement("question outcome", wanted["outcome"], got.get("outcome") or _UNSAID, **words)
        for _, expected, named in _sets(_sections(_grounds(wanted["exemptions"])), _sections(_grounds(_of(got)))):
            yield Judgement("question section", expected, named, **_words(wanted))
    for missed in _left(gold["questions"], [g for g, _ in pairs]):
        yield Judgement("question outcome", missed["outcome"], NOTHING, **_words(missed))
        for section in sorted(_sections(_grounds(_of(missed)))):
            yield Judgement("question section", section, NOTHING, implied=True)
    for spurious in _left(found, [f for _, f in pairs]):
        words = _words(spurious) | _source(spurious)
        yield Judgement("question outcome", NOTHING, spurious.get("outcome") or _UNSAID, **words)
        for section in sorted(_sections(_grounds(_of(spurious)))):
            yield Judgement("question section", NOTHING, section, implied=True)


def _provisions(role: str, wanted: Row, got: Row) -> tuple[str, str]:
    if role == "other_law":  # ids of other Acts are free-form: only that it is another Act counts
        return _ANOTHER_ACT, _ANOTHER_ACT if got.get("role") == "other_law" else _named(got)
    return _named(wanted), _named(got)


def _named(citation: Row) -> str:
    ours = {p for p in _grounds(citation.get("provisions")) if p.partition(":")[0] in regimes()}
    return ", ".join(sorted(ours)) or "no provision"


def _sets(wanted: set[str], got: set[str]) -> Iterator[tuple[str, str, str]]:
    for each in sorted(wanted | got):
        yield each, each if each in wanted else NOTHING, each if each in got else NOTHING


def _where_cited(citations: list[Row], ground: str) -> dict[str, Any]:
    """The words by which a letter relies on a ground, as its labels give them."""
    naming = [c for c in citations if ground in _grounds(c["provisions"])]
    naming.sort(key=lambda c: c["role"] not in RELIED_ON)
    return _words(naming[0]) if naming else {}


def _where_found(exemptions: Iterable[Row | str], ground: str) -> dict[str, Any]:
    found = next((e for e in exemptions if ground in _grounds([e])), {})
    return _words(found) | _source(found) if isinstance(found, dict) else {}


def _words(row: Row) -> dict[str, Any]:
    where = {"start": row.get("start"), "end": row.get("end"), "quote": row.get("quote") or ""}
    return where | {"within": "request" if row.get("in") == "request" else "reply"}


def _source(row: Row) -> dict[str, Any]:
    return {"made_by": row.get("made_by") or "", "score": row.get("score")}


def _usable(citation: Row) -> bool:
    start, end = citation.get("start"), citation.get("end")
    return isinstance(start, int) and isinstance(end, int) and start < end


def _left(rows: list[Row], matched: list[Row]) -> list[Row]:
    taken = {id(row) for row in matched}
    return [row for row in rows if id(row) not in taken]


def _of(question: Row) -> list[Row | str]:
    return question.get("exemptions") or []


def _grounds(values: Iterable[str | Row] | None) -> set[str]:
    ids = (v if isinstance(v, str) else v["provision"] for v in values or ())
    return {i.split("@")[0] for i in ids}


def _sections(grounds: Iterable[str]) -> set[str]:
    return {section_of(ground) for ground in grounds}


def _yes(value: Any) -> str:
    return "yes" if value else "no"
