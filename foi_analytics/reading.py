"""One letter in, one reading out: the stages in order, a pure function."""

import datetime as dt
from collections.abc import Iterable

from .anatomy import Anatomy, dissect, letter_kind
from .citations import list_exemptions, read_citations, regimes_named
from .questions import infer_exemptions, letter_outcome, read_questions, roll_up
from .reasoning import Decision, find_extensions, read_reasoning
from .records import Citation, Exemption, Letter, Question, Reading
from .regimes import provision

__all__ = ["READER_VERSION", "read"]

READER_VERSION = "5"
"""Changes when any stage may read a letter differently; a corpus re-reads what an older one read."""

_COST_OF_SAYING = "foia2000:12(2)"
"""The cost of finding out whether it is held: the letter says neither that it is nor that it is not."""
_ANSWERING = {"response", "internal_review"}


def read(
    letter: Letter | str,
    *,
    request: str | None = None,
    authority: str | None = None,
    date: dt.date | None = None,
) -> Reading:
    r"""Read one letter.

    Args:
        letter: A letter, or its text.
        request: The text of the request, when `letter` is a text.
        authority: Who wrote it, when `letter` is a text.
        date: Day of the letter, when `letter` is a text.

    Returns:
        What the letter says, with evidence: for every finding `text[start:end] == quote`.

    >>> reading = read("Dear A,\\nThe names are withheld under section 40(2) of the FOI Act.")
    >>> [(e.provision, e.quote) for e in reading.exemptions]
    [('foia2000:40(2)', 'section 40(2)')]
    """
    if isinstance(letter, str):
        letter = Letter("text", letter, request=request, authority=authority, date=date)
    anatomy = dissect(letter.text)
    kind = letter_kind(anatomy) if letter.text.strip() else "correspondence"
    citations = read_citations(anatomy, letter.letter_id, kind, date=letter.date, authority=letter.authority)
    exemptions = list_exemptions(citations) if kind in _ANSWERING else ()
    questions = read_questions(letter, anatomy, citations, exemptions) if kind in _ANSWERING else ()
    return _assemble(letter, anatomy, kind, citations, exemptions, questions)


def _assemble(
    letter: Letter,
    anatomy: Anatomy,
    kind: str,
    citations: tuple[Citation, ...],
    exemptions: tuple[Exemption, ...],
    questions: tuple[Question, ...],
) -> Reading:
    outcome, rule = (
        letter_outcome(kind, anatomy, questions, citations, exemptions) if letter.text.strip() else ("unknown", "empty")
    )
    regimes = regimes_named(anatomy, citations)
    parts = anatomy.parts(letter.letter_id)
    inferred = infer_exemptions(questions, exemptions, regimes, outcome, parts)
    decision = Decision(kind, regimes, outcome, citations, exemptions, inferred, questions)
    reasoning = read_reasoning(letter, anatomy, decision)
    return Reading(
        letter=letter,
        kind=kind,
        regimes=regimes,
        own_text_end=anatomy.own_end,
        outcome=outcome,
        outcome_made_by=f"rule:questions/{rule}@1",
        disposition=roll_up(questions) if outcome.startswith("internal_review") else outcome,
        parts=parts,
        citations=citations,
        exemptions=exemptions,
        inferred_exemptions=inferred,
        questions=questions,
        ncnd=_says_neither(citations, exemptions, questions),
        pit=reasoning.pit,
        prejudice=reasoning.prejudice,
        arguments=reasoning.arguments,
        cost_estimates=reasoning.cost_estimates,
        duties=reasoning.duties,
        extensions=find_extensions(letter, anatomy, kind, regimes, citations),
        some_not_held=any("not-held" in q.outcome_made_by for q in questions),
    )


def _says_neither(
    citations: Iterable[Citation], exemptions: Iterable[Exemption], questions: Iterable[Question]
) -> bool:
    """Whether the letter refuses, even in part, to say whether something is held.

    An answer that sounds like it is none when every provision for it that the letter cites is
    only discussed: a review that retells a denial and then confirms.
    """
    if any(e.role == "ncnd" or e.provision == _COST_OF_SAYING for e in exemptions):
        return True
    rows = (provision(p) for c in citations if c.role in ("mentioned", "rejected") for p in c.provisions)
    discussed = any(row is not None and row.role == "ncnd" for row in rows)
    return not discussed and any(q.outcome == "ncnd" for q in questions)
