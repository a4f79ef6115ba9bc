"""The asks of a letter, each with its answer, its outcome and its grounds."""

import re
from dataclasses import dataclass, replace

from ..anatomy import Anatomy, Line
from ..citations import refine
from ..records import RELIED_ON, Citation, Exemption, Letter, Question
from ..regimes import ancestors, section_of
from . import cues
from .answers import Answer, match_answers
from .ask import Ask
from .asks import find_asks
from .outcomes import Signals, decide, signal
from .retold import find_retold_asks, quoted_request
from .scopes import find_scope

__all__ = ["read_questions"]

_MATCH_SCORES = {"echo-own": 0.95, "numbered-own": 0.9, "echo-group": 0.85, "numbered-group": 0.8, "group-own": 0.85,
                 "group-group": 0.8, "whole-letter": 0.7}  # fmt: skip
_SUBJECT_WORDS = 3


@dataclass(slots=True)
class _Reply:
    """What the questions of one letter are read from."""

    letter: Letter
    anatomy: Anatomy
    relied: list[Citation]
    asks: list[Ask]
    source: str
    within: str


def read_questions(
    letter: Letter, anatomy: Anatomy, citations: tuple[Citation, ...], exemptions: tuple[Exemption, ...]
) -> tuple[Question, ...]:
    """Every ask of the request that the letter answers or passes over.

    Args:
        letter: The letter; its `request` gives the asks, else the reply's own quotation of them.
        anatomy: The letter taken apart.
        citations: Its citations with their roles.
        exemptions: Its grounds, at the finest level stated.
    """
    relied = [c for c in citations if c.role in RELIED_ON]
    asks, source, within = _asks(letter, anatomy)
    if not asks:
        return ()
    reply = _Reply(letter, anatomy, relied, asks, source, within)
    answers = match_answers(anatomy, asks, source, within == "reply")
    answers = _attachment_for_empty(reply, answers)
    grounds = _grounds_by_ask(reply, answers, [e.provision for e in exemptions])
    signals = [_signals(reply, i, answers[i], grounds[i]) for i in range(len(asks))]
    _refuse_unanswered(reply, signals, grounds, [e.provision for e in exemptions])
    questions = [_question(reply, i, answers[i], grounds[i], signals[i]) for i in range(len(asks))]
    questions = _see_others(questions)
    if cues.SUPPLEMENT.search(anatomy.text, 0, anatomy.own_end):
        questions = [q for q in questions if q.answer_start is not None]
    return tuple(questions)


def _asks(letter: Letter, anatomy: Anatomy) -> tuple[list[Ask], str, str]:
    """The asks, the text their offsets point into, and its name."""
    text = anatomy.text
    if letter.request and letter.request.strip():
        later = _later_request(anatomy, letter.request)
        return (
            (find_asks(text, later), text, "reply") if later else (find_asks(letter.request), letter.request, "request")
        )
    return find_retold_asks(anatomy), text, "reply"


def _later_request(anatomy: Anatomy, request: str) -> list[Line]:
    """The requester's message quoted below, when the reply answers it instead of the opening request.

    It is told by its subject: most of the words by which the reply names the request stand in
    that message and not in the opening one.
    """
    named = cues.RELATING_TO.search(anatomy.main_words()[:600])
    if named is None:
        return []
    subject = _content_words(named[1])
    if len(subject) < _SUBJECT_WORDS or len(subject & _content_words(request)) > len(subject) / 2:
        return []
    message = quoted_request(anatomy)
    words = _content_words(" ".join(anatomy.text[line.start : line.end] for line in message))
    return message if len(subject & words) > max(len(subject) / 2, len(subject & _content_words(request))) else []


def _content_words(text: str) -> set[str]:
    return {w[:6] for w in re.findall(r"[a-z]{4,}|s\d+", text.lower())} - cues.STOP_WORDS


def _attachment_for_empty(reply: _Reply, answers: list[Answer | None]) -> list[Answer | None]:
    """An ask repeated with nothing under it is answered by what the letter says is attached."""
    first = min((a.head.start for a in answers if a and a.head), default=0)
    opening = reply.anatomy.text[:first]
    attached = cues.ATTACHED.search(opening)
    if not attached:
        return answers
    line = reply.anatomy.line_at(attached.start())
    return [
        Answer(line.start, line.end, a.head, a.shared, f"{a.rule}-attached") if a and a.start == a.end else a
        for a in answers
    ]


# Grounds -----------------------------------------------------------------------------------


def _grounds_by_ask(reply: _Reply, answers: list[Answer | None], exemptions: list[str]) -> list[list[str]]:
    """The grounds of each ask: cited in its answer, or said to concern it, or general to the letter."""
    numbers = [ask.number for ask in reply.asks]
    cited: list[list[str]] = [[] for _ in numbers]
    claimed: list[list[str]] = [[] for _ in numbers]
    loose: list[str] = []
    for citation in reply.relied:
        named = _named_scope(reply, citation, numbers)
        holders = [i for i, a in enumerate(answers) if a and a.start <= citation.start < a.end and a.head is not None]
        for i in holders:
            cited[i].extend(citation.provisions)
        for i in () if holders else named:
            claimed[i].extend(citation.provisions)
        if not holders and not named:
            loose.extend(citation.provisions)
    cited = [own or said for own, said in zip(cited, claimed, strict=True)]
    finest = [_at_finest(refine(c), exemptions) for c in cited]
    general = _at_finest(refine(loose), exemptions)
    return [g or (general if _takes_general(answers, i, cited) else []) for i, g in enumerate(finest)]


def _named_scope(reply: _Reply, citation: Citation, numbers: list[str]) -> list[int]:
    line = reply.anatomy.line_at(citation.start)
    scope = find_scope(reply.anatomy.text[line.start : line.end], numbers)
    return [i for i, n in enumerate(numbers) if n in scope]


def _takes_general(answers: list[Answer | None], index: int, cited: list[list[str]]) -> bool:
    """Grounds tied to no ask concern every ask, unless each ask has an answer of its own."""
    answer = answers[index]
    return answer is not None and (answer.head is None or not any(cited))


def _at_finest(grounds: list[str], exemptions: list[str]) -> list[str]:
    """Grounds at the level the letter states them anywhere: 31 becomes 31(1)(a) and (b)."""
    fine: list[str] = []
    for ground in grounds:
        below = [e for e in exemptions if ground in ancestors(e)]
        fine.extend(below or [ground])
    return [g for g in dict.fromkeys(fine) if g in exemptions or section_of(g) in {section_of(e) for e in exemptions}]


# Outcomes ----------------------------------------------------------------------------------


def _signals(reply: _Reply, index: int, answer: Answer | None, grounds: list[str]) -> Signals | None:
    if answer is None or answer.start == answer.end:
        return None
    text = reply.anatomy.text[answer.start : answer.end]
    ask = reply.asks[index]
    return signal(text, grounds, reply.source[ask.start : ask.end], whole=answer.head is None)


def _refuse_unanswered(
    reply: _Reply, signals: list[Signals | None], grounds: list[list[str]], exemptions: list[str]
) -> None:
    """A refusal of "the information you have requested" covers the asks that nothing else answers."""
    if all(signals):
        return
    anatomy = reply.anatomy
    for start, end in anatomy.sentences:
        words = anatomy.text[start:end]
        if end > anatomy.own_end or not cues.GENERAL_REFUSAL.search(words):
            continue
        cited = [p for c in reply.relied if start <= c.start < end for p in c.provisions]
        found = signal(words, refine(cited))
        if not found.has(
            "withheld", "cost_limit", "vexatious", "repeated", "ncnd", "future_publication", "already_accessible"
        ):
            continue
        found.content = 0
        for i, each in enumerate(signals):
            if each is None:
                signals[i] = found
                grounds[i] = _at_finest(refine(cited), exemptions)
        return


def _question(
    reply: _Reply, index: int, answer: Answer | None, grounds: list[str], signals: Signals | None
) -> Question:
    ask = reply.asks[index]
    outcome, rule = decide(signals) if signals else ("not_answered", "no-answer")
    keeps = outcome not in ("full_disclosure", "answered_narrative", "not_answered", "not_held") or _is_not_held_ground(
        grounds
    )
    found = answer is not None and answer.end > answer.start
    text = reply.anatomy.text
    match_score = _MATCH_SCORES.get(answer.rule, 0.7) if answer else 0.6
    return Question(
        letter_id=reply.letter.letter_id,
        start=ask.start,
        end=ask.end,
        quote=reply.source[ask.start : ask.end],
        score=match_score,
        made_by=f"rule:questions/{ask.rule}@1",
        number=ask.number,
        within=reply.within,
        outcome=outcome,
        outcome_made_by=f"rule:questions/{answer.rule if answer else 'unmatched'}/{rule}@1",
        exemptions=tuple(grounds) if keeps else (),
        answer_start=answer.start if answer is not None and found else None,
        answer_end=answer.end if answer is not None and found else None,
        answer_quote=text[answer.start : answer.end] if answer is not None and found else None,
    )


def _is_not_held_ground(grounds: list[str]) -> bool:
    return bool({section_of(g) for g in grounds} & {"foisa2002:17", "eir2004:12(4)(a)", "eisr2004:10(4)(a)"})


def _see_others(questions: list[Question]) -> list[Question]:
    """`See answer 3`, `as above`: the outcome of the ask referred to."""
    numbers = [q.number for q in questions]
    settled: list[Question] = []
    for i, question in enumerate(questions):
        answer = " ".join((question.answer_quote or "").split())
        if not cues.SEE_ABOVE.match(answer) or len(answer) > 120:
            settled.append(question)
            continue
        named = [n for n in find_scope(answer, numbers) if n != question.number]
        target = next((q for q in settled if q.number in named), settled[-1] if settled and i else None)
        settled.append(_like(question, target) if target else question)
    return settled


def _like(question: Question, other: Question) -> Question:
    return replace(
        question,
        outcome=other.outcome,
        exemptions=other.exemptions,
        outcome_made_by=f"rule:questions/see-answer-{other.number}@1",
    )
