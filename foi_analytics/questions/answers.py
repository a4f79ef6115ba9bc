"""Which passage answers which ask: under its head, by its topic, by order, else the whole letter."""

from dataclasses import replace

from ..anatomy import Anatomy, Line
from . import answer_cues, outcome_cues
from .alignment import Alignment, align
from .answer import Answer
from .ask import Ask
from .heads import OUTSIDE, Head, find_heads
from .scopes import find_scope
from .unheaded import beside_heads, by_alignment, decides, told_apart

__all__ = ["match_answers"]

_HEADING = 110
_TURNING = 90
_FEWEST_IN_ORDER = 3
_BRIEF_LINE = 120


def match_answers(anatomy: Anatomy, asks: list[Ask], request: str, within_reply: bool) -> list[Answer | None]:
    """For each ask its answer, or None when the letter turns to other asks but never to this one.

    Args:
        anatomy: The reply taken apart.
        asks: The asks, in order.
        request: The text the asks' offsets point into.
        within_reply: Whether that text is the reply itself.
    """
    heads, listing = find_heads(anatomy, asks, request, within_reply)
    everyone = tuple(range(len(asks)))
    if heads:
        answers = _under_heads(anatomy, heads, asks)
        for group in {a.shared: a for a in answers.values() if len(a.shared) > 1 and len(a.spans) == 1}.values():
            answers |= told_apart(anatomy, asks, request, within_reply, group)
        return beside_heads(anatomy, asks, request, within_reply, [answers.get(i) for i in everyone])
    anatomy = _with_list_told(anatomy, listing)
    whole = Answer((_whole_letter(anatomy),), False, everyone, "whole-letter")
    told = _told_lines(anatomy)
    if len(told) == 1 and len(asks) > 1:  # one paragraph answers them all
        return [Answer(((told[0].start, told[0].end),), False, everyone, "whole-letter")] * len(asks)
    if len(asks) == 1:
        return [whole]
    found = align(anatomy, asks, request, within_reply)
    return _by_order(anatomy, asks, found) or by_alignment(anatomy.text, found, whole, len(asks))


def _with_list_told(anatomy: Anatomy, listing: set[int]) -> Anatomy:
    """The reply with the lines that list the asks marked as the request retold."""
    kinds = [
        "request" if line.start in listing else kind for line, kind in zip(anatomy.lines, anatomy.kinds, strict=True)
    ]
    return replace(anatomy, kinds=kinds)


def _by_order(anatomy: Anatomy, asks: list[Ask], found: Alignment) -> list[Answer | None]:
    """As many bullets, or else lines of answer, as asks: one for each, in order."""
    if all(own and decides(anatomy.text, own) for own in found.own):
        return []
    main = _main_lines(anatomy)
    bullets = [line for line in main if line.marker is not None and line.marker.kind == "bullet"]
    plain = _told_lines(anatomy)
    brief = sum(line.end - line.start <= _BRIEF_LINE for line in plain)
    choices = ((bullets, len(bullets) * 2 > len(plain)), (plain, brief * 2 > len(plain)))
    for lines, likely in choices:
        if likely and len(lines) == len(asks) >= _FEWEST_IN_ORDER:
            return [Answer(((line.body, line.end),), True, (i,), "order") for i, line in enumerate(lines)]
    return []


def _main_lines(anatomy: Anatomy) -> list[Line]:
    """The lines of the authority's message proper."""
    return [
        line
        for line, kind in zip(anatomy.lines, anatomy.kinds, strict=True)
        if kind not in OUTSIDE and kind not in ("request", "greeting")
    ]


def _told_lines(anatomy: Anatomy) -> list[Line]:
    """Those of them that are no titles, announcements or courtesies."""
    return [line for line in _main_lines(anatomy) if not _is_around(anatomy.text, line)]


def _is_around(text: str, line: Line) -> bool:
    """Whether a line is no answer but a title, an announcement or a courtesy."""
    words = " ".join(text[line.start : line.end].split())
    return bool(
        answer_cues.ANSWER_HEADING.fullmatch(words)
        or answer_cues.COURTESY.match(words)
        or outcome_cues.INTRO.search(words)
        or answer_cues.REFERENCE.match(words)
    )


def _under_heads(anatomy: Anatomy, heads: list[Head], asks: list[Ask]) -> dict[int, Answer]:
    """The text from each head to the next; heads with nothing under them share what follows."""
    answers: dict[int, Answer] = {}
    numbers = [ask.number for ask in asks]
    waiting: list[Head] = []
    empty: list[Head] = []
    for position, head in enumerate(heads):
        limit = heads[position + 1].start if position + 1 < len(heads) else anatomy.own_end
        limit = min(limit, head.until or limit)
        limit = _before_heading(anatomy, head.end, _own_stretch(anatomy, head.end, limit))
        limit = _before_others(anatomy, head, limit, numbers)
        start, end = _trim(anatomy, head.end, limit)
        waiting.append(head)
        said = anatomy.text[start:end]
        if not _says_something(said) or (outcome_cues.SEE_BELOW.match(said) and position + 1 < len(heads)):
            continue
        if head.rule == "group":  # what a group is told does not answer the asks listed before it
            empty += [h for h in waiting if not set(h.asks) <= set(head.asks)]
            waiting = [h for h in waiting if set(h.asks) <= set(head.asks)]
        shared = tuple(dict.fromkeys(i for h in waiting for i in h.asks))
        for each in waiting:
            for i in each.asks:
                answers[i] = _joined(answers.get(i), each, (start, end), shared)
        waiting = []
    for head in [*empty, *waiting]:
        for i in head.asks:
            answers.setdefault(i, Answer((), True, head.asks, f"{head.rule}-empty"))
    return answers


def _joined(before: Answer | None, head: Head, span: tuple[int, int], shared: tuple[int, ...]) -> Answer:
    """What a second head adds to the answer of the first."""
    rule = f"{head.rule}-{'group' if len(shared) > 1 else 'own'}"
    return Answer((*(before.spans if before else ()), span), True, shared, rule)


def _says_something(text: str) -> bool:
    heading = answer_cues.ANSWER_HEADING.match(text)
    return any(c.isalnum() for c in text[heading.end() if heading else 0 :])


def _own_stretch(anatomy: Anatomy, start: int, limit: int) -> int:
    """Stop an answer where the letter's small print or its reasons begin."""
    for line, kind in zip(anatomy.lines, anatomy.kinds, strict=True):
        if line.start >= limit:
            break
        if line.start >= start and (_is_small_print(anatomy.text, line, kind) or _argues(anatomy.text, line, start)):
            return line.start
    return limit


def _before_others(anatomy: Anatomy, head: Head, limit: int, numbers: list[str]) -> int:
    """Stop an answer before a paragraph that names other asks, or turns to the letter as a whole."""
    own = {numbers[i] for i in head.asks}
    for line in anatomy.lines:
        if line.start >= limit:
            break
        if line.start <= head.end or not any(c.isalnum() for c in anatomy.text[head.end : line.start]):
            continue
        words = anatomy.text[line.start : line.end]
        named = find_scope(words[:_TURNING], numbers)
        if (named and not own & set(named)) or (line.gap and answer_cues.LETTER_AGAIN.match(words)):
            return line.start
    return limit


def _before_heading(anatomy: Anatomy, start: int, limit: int) -> int:
    """Leave out a heading that stands between the answer and the next ask, such as `3 Workforce`."""
    line = anatomy.line_at(limit - 1) if limit > start else None
    if line is None or line.start <= start or not line.gap or limit >= anatomy.own_end:
        return limit
    words = anatomy.text[line.body : line.end]
    said = any(c.isalnum() for c in anatomy.text[start : line.start])
    return line.start if said and answer_cues.SECTION_HEADING.fullmatch(words) else limit


def _is_small_print(text: str, line: Line, kind: str) -> bool:
    closing = any(cue.match(text, line.start, line.end) for cue in (answer_cues.COURTESY, answer_cues.ENDING))
    return closing or (kind in OUTSIDE and kind != "furniture")


def _argues(text: str, line: Line, start: int) -> bool:
    """Whether a heading after some words of the answer opens the reasons of the whole letter, or a note to it."""
    heading = line.end - line.start < _HEADING and (
        answer_cues.REASONS_HEADING.match(text, line.start, line.end)
        or answer_cues.NOTE_HEADING.match(text, line.start, line.end)
    )
    return bool(heading) and any(c.isalnum() for c in text[start : line.start])


def _trim(anatomy: Anatomy, start: int, end: int) -> tuple[int, int]:
    """Leave out white space, and the dash or quotation mark that closes the head."""
    text = anatomy.text
    while end > start and (line := anatomy.line_at(end - 1)).start >= start and anatomy.kind_at(end - 1) == "furniture":
        end = line.start
        while end > start and text[end - 1].isspace():
            end -= 1
    while start < end and (text[start].isspace() or text[start] in '-–—:."”'):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _whole_letter(anatomy: Anatomy) -> tuple[int, int]:
    """From the first to the last line of the authority's message proper."""
    shown = _main_lines(anatomy)
    return (shown[0].start, shown[-1].end) if shown else (0, 0)
