"""Grounds concluded from what was done, where the letter cites no section for it."""

from collections.abc import Iterable

from ..records import Exemption, Question
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


def infer_exemptions(
    questions: Iterable[Question], exemptions: Iterable[Exemption], regimes: tuple[str, ...]
) -> tuple[Exemption, ...]:
    """Grounds that an outcome implies and the letter does not cite: a refusal for cost is section 12.

    Args:
        questions: The questions with their outcomes; an answer is the evidence.
        exemptions: The grounds cited; what is among them is not inferred again.
        regimes: The statutes the request was handled under; the first that has the ground is taken,
            FOIA when the letter names none.
    """
    cited = {section_of(e.provision) for e in exemptions}
    found: dict[str, Exemption] = {}
    for question in questions:
        provision = _ground(question.outcome, regimes)
        if provision is None or section_of(provision) in cited or question.answer_start is None or question.exemptions:
            continue
        numbers = (*found[provision].questions, question.number) if provision in found else (question.number,)
        found[provision] = Exemption(
            letter_id=question.letter_id,
            start=question.answer_start,
            end=question.answer_end or question.answer_start,
            quote=question.answer_quote or "",
            score=_SCORE,
            made_by="rule:questions/inferred@1",
            provision=provision,
            role="applied",
            questions=numbers,
            inferred=True,
        )
    return tuple(found.values())


def _ground(outcome: str, regimes: tuple[str, ...]) -> str | None:
    numbers = _GROUNDS.get(outcome, {})
    named = [r for r in regimes if r in numbers] or (["foia2000"] if regimes == ("none",) else [])
    return f"{named[0]}:{numbers[named[0]]}" if named and named[0] in numbers else None
