"""Grounds concluded from what was done, where the letter cites no section for it."""

from collections.abc import Iterable, Sequence

from ..records import Exemption, Part, Question
from ..regimes import section_of

__all__ = ["infer_exemptions"]

_GROUNDS = {
    "cost_limit": {"foia2000": "12", "foisa2002": "12", "eir2004": "12(4)(b)", "eisr2004": "10(4)(b)"},
    "vexatious": {"foia2000": "14(1)", "foisa2002": "14(1)", "eir2004": "12(4)(b)", "eisr2004": "10(4)(b)"},
    "repeated": {"foia2000": "14(2)", "foisa2002": "14(2)"},
    "already_accessible": {"foia2000": "21", "foisa2002": "25(1)", "eir2004": "6(1)(b)", "eisr2004": "6(1)(b)"},
    "future_publication": {"foia2000": "22", "foisa2002": "27(1)", "eir2004": "12(4)(d)", "eisr2004": "10(4)(d)"},
}
_SCORE = 0.6
_DECIDING = ("decision", "reasons", "answers", "body")


def infer_exemptions(
    questions: Sequence[Question],
    exemptions: Iterable[Exemption],
    regimes: tuple[str, ...],
    outcome: str,
    parts: Iterable[Part],
) -> tuple[Exemption, ...]:
    """Grounds that an outcome implies and the letter does not cite: a refusal for cost is section 12.

    Args:
        questions: The questions with their outcomes; an answer is the evidence.
        exemptions: The grounds cited; what is among them is not inferred again.
        regimes: The statutes the request was handled under; the first that has the ground is taken,
            FOIA when the letter names none.
        outcome: What the letter does, which speaks where no question was found.
        parts: Its parts; that which decides is then the evidence.
    """
    cited = {section_of(e.provision) for e in exemptions}
    if not questions and not cited:
        return _of_letter(outcome, regimes, parts)
    found: dict[str, Exemption] = {}
    for question in questions:
        provision = _ground(question.outcome, regimes)
        if provision is None or section_of(provision) in cited or question.answer_start is None or question.exemptions:
            continue
        numbers = (*found[provision].questions, question.number) if provision in found else (question.number,)
        start, end = question.answer_start, question.answer_end or question.answer_start
        found[provision] = _inferred(question.letter_id, start, end, question.answer_quote or "", provision, numbers)
    return tuple(found.values())


def _of_letter(outcome: str, regimes: tuple[str, ...], parts: Iterable[Part]) -> tuple[Exemption, ...]:
    provision = _ground(outcome, regimes)
    deciding = next((p for p in parts if p.kind in _DECIDING), None)
    if provision is None or deciding is None:
        return ()
    return (_inferred(deciding.letter_id, deciding.start, deciding.end, deciding.quote, provision, ()),)


def _inferred(
    letter_id: str, start: int, end: int, quote: str, provision: str, questions: tuple[str, ...]
) -> Exemption:
    return Exemption(
        letter_id,
        start,
        end,
        quote,
        _SCORE,
        "rule:questions/inferred@1",
        provision,
        "applied",
        questions,
        inferred=True,
    )


def _ground(outcome: str, regimes: tuple[str, ...]) -> str | None:
    numbers = _GROUNDS.get(outcome, {})
    named = [r for r in regimes if r in numbers] or (["foia2000"] if regimes == ("none",) else [])
    return f"{named[0]}:{numbers[named[0]]}" if named and named[0] in numbers else None
