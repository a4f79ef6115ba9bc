"""Which passage answers which ask: by repeated words, by number, by group, else the whole letter."""

import itertools
from dataclasses import dataclass

from ..anatomy import Anatomy, Line, label_key
from . import cues
from .ask import Ask
from .echoes import Echo, find_echoes
from .scopes import find_scope

__all__ = ["Answer", "Head", "match_answers"]

_MARKER_LIMIT = 14
_OUTSIDE = {"rights", "signature", "footer", "furniture", "quoted_mail"}


@dataclass(frozen=True, slots=True)
class Head:
    """Where the reply turns to one or more asks.

    `start:end` are the head's words (an ask repeated, or a label such as `Question 2:`),
    `asks` the indexes of the asks, `rule` how it was found, `echo` whether it repeats the ask.
    """

    start: int
    end: int
    asks: tuple[int, ...]
    rule: str
    echo: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """The passage that answers an ask.

    Attributes:
        start, end: Offsets into the reply; equal when nothing answers it.
        head: The head it stands under; None when the whole letter answers.
        shared: Indexes of all asks that share this passage.
        rule: How it was matched.
    """

    start: int
    end: int
    head: Head | None
    shared: tuple[int, ...]
    rule: str


def match_answers(anatomy: Anatomy, asks: list[Ask], request: str, within_reply: bool) -> list[Answer | None]:
    """For each ask its answer, or None when the letter turns to other asks but never to this one.

    Args:
        anatomy: The reply taken apart.
        asks: The asks, in order.
        request: The text the asks' offsets point into.
        within_reply: Whether that text is the reply itself.
    """
    heads = _heads(anatomy, asks, request, within_reply)
    heads = _drop_request_pass(anatomy, heads, asks)
    if not heads:
        whole = _whole_letter(anatomy)
        return [Answer(*whole, None, tuple(range(len(asks))), "whole-letter")] * len(asks)
    answers = _under_heads(anatomy, heads, len(asks))
    return [answers.get(i) for i in range(len(asks))]


def _heads(anatomy: Anatomy, asks: list[Ask], request: str, within_reply: bool) -> list[Head]:
    text = anatomy.text
    starts = {x.start for x in anatomy.lines} | {x.body for x in anatomy.lines}
    starts |= {x.body + 1 for x in anatomy.lines if text[x.body : x.body + 1] in "\"“‘'("}
    echoes = find_echoes(asks, request, text, 0, anatomy.own_end, starts)
    if within_reply:
        echoes = [e for e in echoes if not asks[e.ask].start <= e.start < asks[e.ask].end]
    heads = [_echo_head(e, anatomy) for e in echoes]
    labelled = _labelled_heads(anatomy, asks, heads)
    return sorted([*heads, *labelled], key=lambda h: (h.start, h.end))


def _echo_head(echo: Echo, anatomy: Anatomy) -> Head:
    """The echo with its list marker and the punctuation that closes it."""
    line = anatomy.line_at(echo.start)
    start = line.start if echo.start - line.start <= _MARKER_LIMIT else echo.start
    end = echo.end
    while end < len(anatomy.text) and anatomy.text[end] in "?.:;!)\"'”’":
        end += 1
    return Head(start, end, (echo.ask,), "echo", True)


def _labelled_heads(anatomy: Anatomy, asks: list[Ask], echoes: list[Head]) -> list[Head]:
    """Lines that name asks by number: `Q2 – …`, `Questions 2 and 3`, and `2.` where answers are numbered."""
    numbers = [ask.number for ask in asks]
    counted = asks[0].rule in ("sentence", "listed", "bulleted", "whole") if asks else True
    echoed = {i for h in echoes for i in h.asks if anatomy.kind_at(h.start) != "request"}
    heads = []
    for line, kind in zip(anatomy.lines, anatomy.kinds, strict=True):
        if kind in _OUTSIDE or kind == "request":
            continue
        if any(h.start < line.end and line.start < h.end for h in echoes):
            continue
        head = _label_head(anatomy, line, numbers, bare=not counted and len(echoed) < len(asks) / 2)
        if head is not None:
            heads.append(head)
    return heads


def _label_head(anatomy: Anatomy, line: Line, numbers: list[str], bare: bool) -> Head | None:
    marker = line.marker
    words = anatomy.text[line.start : min(line.end, line.start + 90)]
    if marker is not None and marker.kind != "bullet" and (marker.worded or bare):
        named = tuple(i for i, n in enumerate(numbers) if find_scope(f"question {marker.label}", [n]))
        extra = find_scope(words, numbers) if marker.worded else []
        named = tuple(i for i, n in enumerate(numbers) if i in named or n in extra)
        if named:
            return Head(line.start, marker.end, named, "numbered", False)
    if _opens_with_scope(words):
        scope = find_scope(words.split(".")[0] if "." in words else words, numbers)
        if scope:
            heading = line.end - line.start < 60
            end = line.end if heading else line.start
            return Head(line.start, end, tuple(i for i, n in enumerate(numbers) if n in scope), "group", False)
    return None


def _opens_with_scope(words: str) -> bool:
    opening = words.lstrip("(").lower()
    openings = (
        "question",
        "q",
        "point",
        "part",
        "item",
        "in relation to",
        "in regard",
        "with regard",
        "with respect",
        "for q",
    )
    more = (
        "regarding",
        "in response to",
        "in answer to",
        "as regards",
        "in respect of",
        "for point",
        "for question",
        "for part",
        "your",
    )
    return opening.startswith(openings + more)


def _drop_request_pass(anatomy: Anatomy, heads: list[Head], asks: list[Ask]) -> list[Head]:
    """When asks are repeated twice, the first time only retells the request.

    A head inside the request as quoted counts only when nothing outside it turns to any ask
    and text of the authority stands between the heads.
    """
    outside = [h for h in heads if anatomy.kind_at(h.start) != "request"]
    if outside:
        turned = {i for h in outside for i in h.asks}
        again = [h for h in heads if h not in outside and not turned & set(h.asks)]
        return sorted([*_last_pass(anatomy, outside, asks), *_answered(anatomy, again)], key=lambda h: h.start)
    return _answered(anatomy, heads)


def _last_pass(anatomy: Anatomy, heads: list[Head], asks: list[Ask]) -> list[Head]:
    """Of several echoes of one ask keep the best, of equals the last; labels without an echo stay."""
    best: dict[int, Head] = {}
    for head in heads:
        if head.echo:
            (i,) = head.asks
            if i not in best or _fits(anatomy, head, asks[i]) >= _fits(anatomy, best[i], asks[i]):
                best[i] = head
    return [h for h in heads if not h.echo or best[h.asks[0]] is h]


def _fits(anatomy: Anatomy, head: Head, ask: Ask) -> int:
    """2 when the line carries the ask's number, 1 when the ask is all of its line, else 0."""
    line = anatomy.line_at(head.start)
    if line.marker is not None and line.marker.label and label_key(ask.number).startswith(line.marker.label):
        return 2
    return int(line.end - head.end < 3 and head.start - line.start < 3)


def _answered(anatomy: Anatomy, heads: list[Head]) -> list[Head]:
    """The heads of a list in which answers stand between the asks; empty when it only retells them."""
    gaps = [anatomy.text[a.end : b.start] for a, b in itertools.pairwise(heads)]
    filled = sum(sum(c.isalnum() for c in gap) > 6 for gap in gaps)
    return heads if filled * 2 >= len(gaps) and gaps else []


def _under_heads(anatomy: Anatomy, heads: list[Head], count: int) -> dict[int, Answer]:
    """The text from each head to the next; heads with nothing under them share what follows."""
    answers: dict[int, Answer] = {}
    waiting: list[Head] = []
    for position, head in enumerate(heads):
        limit = heads[position + 1].start if position + 1 < len(heads) else anatomy.own_end
        start, end = _trim(anatomy, head.end, _own_stretch(anatomy, head.end, limit))
        waiting.append(head)
        said = anatomy.text[start:end]
        if not _says_something(said) or (cues.SEE_BELOW.match(said) and position + 1 < len(heads)):
            continue
        shared = tuple(dict.fromkeys(i for h in waiting for i in h.asks))
        for each in waiting:
            for i in each.asks:
                answers[i] = Answer(start, end, each, shared, f"{each.rule}-{'group' if len(shared) > 1 else 'own'}")
        waiting = []
    for head in waiting:
        for i in head.asks:
            answers.setdefault(i, Answer(head.end, head.end, head, head.asks, f"{head.rule}-empty"))
    return answers


def _says_something(text: str) -> bool:
    return any(c.isalnum() for c in text.replace("Answer", "").replace("Response", ""))


def _own_stretch(anatomy: Anatomy, start: int, limit: int) -> int:
    """Stop an answer where the letter's small print begins."""
    for line, kind in zip(anatomy.lines, anatomy.kinds, strict=True):
        if line.start >= limit:
            break
        courtesy = cues.COURTESY.match(anatomy.text, line.start, line.end)
        if line.start >= start and (courtesy or (kind in _OUTSIDE and kind != "furniture")):
            return line.start
    return limit


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
    shown = [
        line
        for line, kind in zip(anatomy.lines, anatomy.kinds, strict=True)
        if kind not in _OUTSIDE and kind not in ("request", "greeting")
    ]
    return (shown[0].start, shown[-1].end) if shown else (0, 0)
