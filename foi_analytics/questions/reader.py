"""The asks of a letter, each with its answer, its outcome and its grounds."""

import re
from dataclasses import dataclass, replace

from ..anatomy import Anatomy, Line
from ..citations import refine
from ..records import RELIED_ON, Citation, Exemption, Letter, Question
from ..regimes import section_of
from . import letter_cues, outcome_cues, retelling_cues
from .acts import REFUSING
from .answer import Answer
from .answers import match_answers
from .ask import Ask
from .asks import find_asks
from .counting import count_lines, without_answer_marks
from .grounds import Grounds, at_finest, find_grounds
from .notes import grounds_of_notes
from .outcomes import Signals, decide, ground_acts, signal
from .paragraphs import numbered_paragraphs
from .retold import find_retold_asks, quoted_request
from .scopes import find_scope

__all__ = ["read_questions"]

_MATCH_SCORES = {"echo-own": 0.95, "numbered-own": 0.9, "table-own": 0.9, "echo-group": 0.85, "numbered-group": 0.8,
                 "group-own": 0.85, "group-group": 0.8, "whole-letter": 0.7, "topic": 0.7,
                 "topic-and-rest": 0.6, "rest-of-letter": 0.7, "all-of-request": 0.7, "order": 0.6}  # fmt: skip
_SUBJECT_WORDS = 3
_REFUSALS = {"full_refusal", "partial_disclosure", "ncnd", "cost_limit"}
_REFERRING = 120
_SWITCHES = ("foia2000:39", "foisa2002:39(2)")
_OPENING = 2500


@dataclass(slots=True)
class _Reply:
    """What the questions of one letter are read from."""

    letter: Letter
    anatomy: Anatomy
    relied: list[Citation]
    exemptions: list[str]
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
    anatomy = _with_lists_told(anatomy)
    asks, source, within = _asks(letter, anatomy)
    if not asks:
        return ()
    reply = _Reply(letter, anatomy, relied, [e.provision for e in exemptions], asks, source, within)
    answers = match_answers(anatomy, asks, source, within == "reply")
    answers = _own_line_for_empty(reply, _attachment_for_empty(reply, answers))
    grounds = find_grounds(anatomy, relied, asks, answers, reply.exemptions)
    signals = [_signals(reply, i, answers[i], grounds) for i in range(len(asks))]
    _refuse_unanswered(reply, signals, grounds)
    silence = _meaning_of_silence(answers)
    questions = [_question(reply, i, answers[i], grounds.own[i], signals[i], silence) for i in range(len(asks))]
    questions = _for_the_same_reason(_see_others(questions))
    if letter_cues.SUPPLEMENT.search(anatomy.main_words()[:_OPENING]):
        questions = [q for q in questions if q.answer_start is not None]
    return tuple(questions)


def _with_lists_told(anatomy: Anatomy) -> Anatomy:
    """The letter with bare counts marked as lists, and its own numbered paragraphs kept out of the request."""
    lines = without_answer_marks(anatomy.text, anatomy.lines)
    anatomy = replace(anatomy, lines=count_lines(anatomy.text, lines))
    paragraphs = numbered_paragraphs(anatomy)
    kinds = [
        "body" if kind == "request" and (line.start in paragraphs or _answers(anatomy.text, line)) else kind
        for line, kind in zip(anatomy.lines, anatomy.kinds, strict=True)
    ]
    return replace(anatomy, kinds=kinds)


def _answers(text: str, line: Line) -> bool:
    """Whether a list item answers instead of asking: `Q1 46.`."""
    return line.marker is not None and bool(retelling_cues.ANSWERING.match(text, line.body, line.end))


# Asks --------------------------------------------------------------------------------------


def _asks(letter: Letter, anatomy: Anatomy) -> tuple[list[Ask], str, str]:
    """The asks, the text their offsets point into, and its name."""
    if not letter.request or not letter.request.strip():
        return find_retold_asks(anatomy), anatomy.text, "reply"
    later = _later_request(anatomy, letter.request)
    if later:
        return find_asks(anatomy.text, later), anatomy.text, "reply"
    return find_asks(letter.request), letter.request, "request"


def _later_request(anatomy: Anatomy, request: str) -> list[Line]:
    """The requester's message quoted below, when the reply answers it instead of the opening request.

    It is told by its subject: most of the words by which the reply names the request stand in
    that message and not in the opening one.
    """
    named = letter_cues.RELATING_TO.search(anatomy.main_words()[:600])
    if named is None:
        return []
    subject = _content_words(named[1])
    if len(subject) < _SUBJECT_WORDS or len(subject & _content_words(request)) > len(subject) / 2:
        return []
    message = quoted_request(anatomy)
    words = _content_words(" ".join(anatomy.text[line.start : line.end] for line in message))
    return message if len(subject & words) > max(len(subject) / 2, len(subject & _content_words(request))) else []


def _content_words(text: str) -> set[str]:
    return {w[:6] for w in re.findall(r"[a-z]{4,}|s\d+", text.lower())} - letter_cues.STOP_WORDS


# Answers -----------------------------------------------------------------------------------


def _attachment_for_empty(reply: _Reply, answers: list[Answer | None]) -> list[Answer | None]:
    """An ask repeated with nothing under it is answered by what the letter says is attached."""
    first = min((a.main[0] for a in answers if a and a.own and a.spans), default=reply.anatomy.own_end)
    attached = letter_cues.ATTACHED.search(reply.anatomy.text, 0, first)
    if not attached:
        return answers
    line = reply.anatomy.line_at(attached.start())
    span = (line.start, line.end)
    return [replace(a, spans=(span,), rule=f"{a.rule}-attached") if a and not a.spans else a for a in answers]


def _own_line_for_empty(reply: _Reply, answers: list[Answer | None]) -> list[Answer | None]:
    """Among asks answered where they stand, one with nothing below it ends in its answer: `9 Call-outs 311`."""
    if reply.within != "reply" or not any(a and a.own and a.spans for a in answers):
        return answers
    return [
        replace(a, spans=((ask.start, ask.end),), rule="own-line") if a and not a.spans and ask.rule == "echoed" else a
        for a, ask in zip(answers, reply.asks, strict=True)
    ]


# Outcomes ----------------------------------------------------------------------------------


def _signals(reply: _Reply, index: int, answer: Answer | None, grounds: Grounds) -> Signals | None:
    """What the answer does; the ask takes the general grounds when its answer refuses without any."""
    if answer is None or not answer.spans:
        return None
    text = answer.words(reply.anatomy.text)
    ask = reply.asks[index]
    asked = reply.source[ask.start : ask.end]
    if not answer.own:
        grounds.own[index] = list(dict.fromkeys([*grounds.own[index], *grounds.general]))
    elif not grounds.own[index]:
        asks = [reply.source[a.start : a.end] for a in reply.asks]
        noted = grounds_of_notes(reply.anatomy, reply.relied, answer, asks, index)
        grounds.own[index] = at_finest(noted, reply.exemptions)
    found = signal(text, grounds.own[index], asked, whole=not answer.own)
    if grounds.own[index] or not (found.has(*REFUSING) or found.redacted):
        return found
    fitting = _fitting(reply, grounds, found, text)
    grounds.own[index] = fitting
    return signal(text, fitting, asked, whole=not answer.own)


def _fitting(reply: _Reply, grounds: Grounds, found: Signals, text: str) -> list[str]:
    """The grounds a refusal without any rests on: general ones that fit it, else the letter's only one that does."""
    general = [g for g in grounds.general if found.has(*ground_acts(g, text))]
    if general or grounds.general:
        return general or list(grounds.general)
    letter = [g for g in reply.exemptions if found.has(*ground_acts(g, text))] or [
        g for g in reply.exemptions if "future_publication" in ground_acts(g, text)
    ]
    return letter if len({section_of(g) for g in letter}) == 1 else []


def _refuse_unanswered(reply: _Reply, signals: list[Signals | None], grounds: Grounds) -> None:
    """A refusal of "the information you have requested" covers the asks that nothing else answers."""
    if all(s is not None and (s.acts or s.content) for s in signals):
        return
    anatomy = reply.anatomy
    for start, end in anatomy.sentences:
        words = anatomy.text[start:end]
        if end > anatomy.own_end or not outcome_cues.GENERAL_REFUSAL.search(words):
            continue
        cited = refine(p for c in reply.relied if start <= c.start < end for p in c.provisions)
        found = signal(words, cited)
        if not found.has(*REFUSING):
            continue
        cited = cited or _fitting(reply, grounds, found, words)
        found.content = 0
        for i, each in enumerate(signals):
            if each is None or not (each.acts or each.content):
                signals[i] = found
                grounds.own[i] = at_finest(cited, reply.exemptions)
        return


def _meaning_of_silence(answers: list[Answer | None]) -> str:
    """An ask without an answer is passed over where most others have a passage under their own head, else not known."""
    headed = sum(answer is not None and not answer.rule.startswith("topic") for answer in answers)
    return "not_answered" if headed * 2 >= len(answers) else "unknown"


def _question(
    reply: _Reply, index: int, answer: Answer | None, grounds: list[str], signals: Signals | None, silence: str
) -> Question:
    ask = reply.asks[index]
    outcome, rule = decide(signals) if signals else (silence, "no-answer")
    keeps = outcome not in ("full_disclosure", "answered_narrative", "not_answered", "not_held") or _is_not_held_ground(
        grounds
    )
    start, end = answer.main if answer is not None else (0, 0)
    found = end > start
    return Question(
        letter_id=reply.letter.letter_id,
        start=ask.start,
        end=ask.end,
        quote=reply.source[ask.start : ask.end],
        score=_MATCH_SCORES.get(answer.rule, 0.7) if answer else 0.6,
        made_by=f"rule:questions/{ask.rule}@1",
        number=ask.number,
        within=reply.within,
        outcome=outcome,
        outcome_made_by=f"rule:questions/{answer.rule if answer else 'unmatched'}/{rule}@1",
        exemptions=_with_switch(grounds, reply.exemptions) if keeps else (),
        answer_start=start if found else None,
        answer_end=end if found else None,
        answer_quote=reply.anatomy.text[start:end] if found else None,
    )


def _with_switch(grounds: list[str], exemptions: list[str]) -> tuple[str, ...]:
    """Where the letter moves to the environmental regulations by an exemption, it covers every ask they refuse."""
    switches = [e for e in exemptions if e.startswith(_SWITCHES)]
    environmental = any(g.startswith(("eir2004:", "eisr2004:")) for g in grounds)
    return tuple(dict.fromkeys([*grounds, *switches] if environmental else grounds))


def _is_not_held_ground(grounds: list[str]) -> bool:
    return bool({section_of(g) for g in grounds} & {"foisa2002:17", "eir2004:12(4)(a)", "eisr2004:10(4)(a)"})


def _see_others(questions: list[Question]) -> list[Question]:
    """`See answer 3`, `as above`: the outcome of the ask referred to."""
    numbers = [q.number for q in questions]
    settled: list[Question] = []
    for i, question in enumerate(questions):
        answer = " ".join((question.answer_quote or "").split())
        if not outcome_cues.SEE_ABOVE.match(answer) or len(answer) > _REFERRING:
            settled.append(question)
            continue
        bare = outcome_cues.SEE_NUMBER.match(answer)
        named = [n for n in find_scope(f"question {bare[1]}" if bare else answer, numbers) if n != question.number]
        target = next((q for q in settled if q.number in named), settled[-1] if settled and i else None)
        settled.append(_like(question, target) if target else question)
    return settled


def _for_the_same_reason(questions: list[Question]) -> list[Question]:
    """A refusal `for the same reason` rests on the grounds of the ask it names, else of the one before it."""
    numbers = [q.number for q in questions]
    settled: list[Question] = []
    for question in questions:
        answer = question.answer_quote or ""
        if question.exemptions or question.outcome not in _REFUSALS or not outcome_cues.SAME_REASON.search(answer):
            settled.append(question)
            continue
        named = [n for n in find_scope(answer, numbers) if n != question.number]
        meant = [q for q in questions if q.number in named] if named else settled[::-1]
        grounds = next((q.exemptions for q in meant if q.exemptions), ())
        settled.append(replace(question, exemptions=grounds))
    return settled


def _like(question: Question, other: Question) -> Question:
    return replace(
        question,
        outcome=other.outcome,
        exemptions=other.exemptions,
        outcome_made_by=f"rule:questions/see-answer-{other.number}@1",
    )
