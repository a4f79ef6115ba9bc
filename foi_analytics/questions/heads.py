"""Where the reply turns to an ask: it repeats it, or names it by its number, alone or in a group."""

import itertools
import re
from dataclasses import dataclass, replace

from ..anatomy import Anatomy, Line, label_key
from . import answer_cues, retelling_cues
from .ask import Ask
from .echoes import Echo, find_echoes
from .labels import label_lines
from .paragraphs import numbered_paragraphs
from .scopes import covers, leading_scope
from .tables import find_rows

__all__ = ["OUTSIDE", "Head", "find_heads"]

OUTSIDE = frozenset({"rights", "signature", "footer", "furniture", "quoted_mail"})
"""Parts of a letter in which nothing is answered."""

_MARKER_LIMIT = 14
_WORDS = re.compile(r"(?:\W*\w){3}")  # more than the letters of a list marker
_MOSTLY_BARE = 8
_HEADING_LIMIT = 60
_SCOPE_WITHIN = 110
_ADVISING = 160
_LISTED = {"numbered", "echoed", "table"}


@dataclass(frozen=True, slots=True)
class Head:
    """Where the reply turns to one or more asks.

    `start:end` are the head's words (an ask repeated, or a label such as `Question 2:`),
    `asks` the indexes of the asks, `rule` how it was found, `until` where its answer must end.
    """

    start: int
    end: int
    asks: tuple[int, ...]
    rule: str
    until: int | None = None


def find_heads(anatomy: Anatomy, asks: list[Ask], request: str, within_reply: bool) -> tuple[list[Head], set[int]]:
    """The heads of a reply in order, and the lines that only list the asks.

    Args:
        anatomy: The reply taken apart.
        asks: The asks, in order.
        request: The text the asks' offsets point into.
        within_reply: Whether that text is the reply itself.

    Returns:
        The heads, none when it answers without turning to single asks; and the starts of lines.
    """
    rows = _row_heads(anatomy, asks)
    if rows:
        return rows, set()
    echoes = _echo_heads(anatomy, asks, request, within_reply)
    between = _without_asks(anatomy, asks) if within_reply else anatomy
    gaps = _gaps(between, echoes)
    listing: set[int] = set()
    if gaps and sum(gaps) * _MOSTLY_BARE < len(gaps):
        listing = {anatomy.line_at(e.start).start for e in echoes}
        echoes = []
    own_lines = {anatomy.line_at(a.start).start for a in asks} if within_reply and not echoes else set[int]()
    labelled = _labelled_heads(anatomy, asks, echoes, listing | own_lines)
    heads = sorted([*echoes, *labelled], key=lambda h: (h.start, h.end))
    heads = _without_retelling(between, heads, asks)
    grouped = all(h.rule == "group" for h in heads)
    few = len({i for h in heads for i in h.asks}) * 2 < len(asks)
    return ([] if grouped and few else heads), listing


def _without_asks(anatomy: Anatomy, asks: list[Ask]) -> Anatomy:
    """The reply with the asks it repeats made blank, so that one ask is no answer to the one before it."""
    text = anatomy.text
    for ask in asks:
        text = f"{text[: ask.start]}{' ' * (ask.end - ask.start)}{text[ask.end :]}"
    return replace(anatomy, text=text)


def _row_heads(anatomy: Anatomy, asks: list[Ask]) -> list[Head]:
    heads = []
    for row in find_rows(anatomy):
        named = tuple(i for i, a in enumerate(asks) if covers(row.label, a.number) or a.start == row.ask_start)
        if named:
            heads.append(Head(row.start, row.answer_start, named, "table", row.answer_end))
    return heads


# Echoes ------------------------------------------------------------------------------------


def _echo_heads(anatomy: Anatomy, asks: list[Ask], request: str, within_reply: bool) -> list[Head]:
    text = anatomy.text
    starts = {x.start for x in anatomy.lines} | {x.body for x in anatomy.lines}
    starts |= {x.body + 1 for x in anatomy.lines if text[x.body : x.body + 1] in "\"“‘'("}
    echoes = find_echoes(asks, request, text, 0, anatomy.own_end, starts)
    if within_reply:
        retold = [(a.start, a.end) for a in asks if a.rule == "retold"]
        echoes = [e for e in echoes if not any(a <= e.start < b for a, b in retold)]
    return [_echo_head(e, anatomy) for e in echoes if not _is_subject(anatomy, e, request, asks[e.ask])]


def _is_subject(anatomy: Anatomy, echo: Echo, request: str, ask: Ask) -> bool:
    """Whether the words of a thing asked for only open a statement on it, as in `The fee is withheld`."""
    if retelling_cues.PLAIN_QUESTION.match(request, ask.start, ask.end):
        return False
    stop = retelling_cues.SENTENCE_STOP.search(anatomy.text, echo.end, anatomy.line_at(echo.start).end)
    return bool(retelling_cues.VERB_AFTER.match(anatomy.text, echo.end)) and not (stop and stop[0] == "?")


def _echo_head(echo: Echo, anatomy: Anatomy) -> Head:
    """The echo with its list marker and the punctuation that closes it."""
    line = anatomy.line_at(echo.start)
    start = line.start if echo.start - line.start <= _MARKER_LIMIT else echo.start
    above = anatomy.line_at(line.start - 1) if line.start else line
    if start == line.start and above is not line and above.marker is not None and above.body >= above.end:
        start = above.start  # `Question 6` on a line of its own
    end = echo.end
    while end < len(anatomy.text) and anatomy.text[end] in "?.:;!)\"'”’":
        end += 1
    return Head(start, end, (echo.ask,), "echo")


# Labels ------------------------------------------------------------------------------------


def _labelled_heads(anatomy: Anatomy, asks: list[Ask], echoes: list[Head], listing: set[int]) -> list[Head]:
    """Lines that name asks by number: `Q2 – …`, `Questions 2 and 3`, and `2.` where answers are numbered."""
    echoed = {i for h in echoes for i in h.asks if anatomy.kind_at(h.start) != "request"}
    bare = len(echoed) < len(asks) / 2 and _answers_by_number(anatomy, asks)
    paragraphs = numbered_paragraphs(anatomy)
    labels = label_lines(anatomy.text, anatomy.lines)
    heads: list[Head] = []
    rest: list[Line] = []
    for line, kind in zip(anatomy.lines, anatomy.kinds, strict=True):
        if (
            kind in OUTSIDE
            or kind == "request"
            or line.start in listing
            or any(h.start < line.end and line.start < h.end for h in echoes)
        ):
            continue
        if answer_cues.REMAINING.match(anatomy.text, line.start, line.end):
            rest.append(line)
        head = _label_head(anatomy, line, asks, labels.get(line.start), bare and line.start not in paragraphs)
        if head is not None:
            heads.append(head)
        heads += _heads_within(anatomy, line, asks)
    return heads + _remaining_heads(rest, asks, [*heads, *echoes])


def _answers_by_number(anatomy: Anatomy, asks: list[Ask]) -> bool:
    """Whether bare numbers can be answers: the asks are numbered, or the letter counts to as many."""
    if any(a.rule in _LISTED for a in asks):
        return True
    labels = {x.marker.label for x in anatomy.lines if x.marker is not None and x.start < anatomy.own_end}
    return len(asks) > 1 and all(a.number in labels for a in asks) and str(len(asks) + 1) not in labels


def _label_head(
    anatomy: Anatomy, line: Line, asks: list[Ask], label: tuple[str, int] | None, bare: bool
) -> Head | None:
    marker, text = line.marker, anatomy.text
    numbers = [ask.number for ask in asks]
    words = text[line.start : min(line.end, line.start + _SCOPE_WITHIN)]
    named, length = leading_scope(words, numbers, bare=bare)
    if named and marker is None and answer_cues.ADVICE.search(text, line.start, min(line.end, line.start + _ADVISING)):
        return None
    if len(named) > 1 or (named and marker is None):
        end = line.end if _is_heading(text, line, length) else line.start + length
        if answer_cues.VERB_NEXT.match(words, length):
            return None  # `Questions 1 and 2 are exempt` is no head; the sentences tell what becomes of them
        return Head(line.start, end, tuple(i for i, n in enumerate(numbers) if n in named), "group")
    if marker is None or label is None or not (marker.worded or bare):
        return None
    if marker.worded and answer_cues.VERB_NEXT.match(text, marker.end):
        return None
    own = tuple(i for i, n in enumerate(numbers) if covers(label[0], n))
    return Head(line.start, label[1], own, "numbered") if own else None


def _heads_within(anatomy: Anatomy, line: Line, asks: list[Ask]) -> list[Head]:
    """Answers that follow one another on a line, as in `Question 2: two. Question 3: five`."""
    numbers = [ask.number for ask in asks]
    heads = []
    for match in retelling_cues.LABEL_WITHIN.finditer(anatomy.text, line.start, line.end):
        words = anatomy.text[match.end() : min(line.end, match.end() + _SCOPE_WITHIN)]
        named, length = leading_scope(words, numbers)
        if named and not answer_cues.VERB_NEXT.match(words, length) and not answer_cues.ADVICE.search(words):
            indexes = tuple(i for i, n in enumerate(numbers) if n in named)
            heads.append(Head(match.end(), match.end() + length, indexes, "numbered"))
    return heads


def _is_heading(text: str, line: Line, scope: int) -> bool:
    """Whether a line that names asks says nothing else, unlike `Questions 7 and 8 - refused.`."""
    rest = text[line.start + scope : line.end].strip(" -–—:()")
    return not rest or (
        line.end - line.start < _HEADING_LIMIT and rest[-1] not in ".?" and not retelling_cues.ANSWERING.match(rest)
    )


def _remaining_heads(lines: list[Line], asks: list[Ask], heads: list[Head]) -> list[Head]:
    """`Remaining questions:` is about the asks that no other head names."""
    turned = {i for h in heads for i in h.asks}
    left = tuple(i for i in range(len(asks)) if i not in turned)
    return [Head(line.start, line.start, left, "group") for line in lines[:1] if left and heads]


# Retelling ---------------------------------------------------------------------------------


def _without_retelling(anatomy: Anatomy, heads: list[Head], asks: list[Ask]) -> list[Head]:
    """When asks are repeated twice, the first time only retells the request.

    A head inside the request as quoted counts only when nothing outside it turns to the ask
    and text of the authority stands between the heads.
    """
    outside = [h for h in heads if anatomy.kind_at(h.start) != "request"]
    outside = _without_empty(anatomy, outside)
    if not outside:
        return _answered(anatomy, heads)
    turned = {i for h in outside for i in h.asks}
    again = [h for h in heads if h not in outside and not turned & set(h.asks)]
    return sorted([*_best_echoes(anatomy, outside, asks), *_answered(anatomy, again)], key=lambda h: h.start)


def _without_empty(anatomy: Anatomy, heads: list[Head]) -> list[Head]:
    """Heads in a row with nothing under them only list the asks; later heads answer them."""
    kept: list[Head] = []
    for position, head in enumerate(heads):
        later = {i for h in heads[position + 1 :] for i in h.asks}
        following = heads[position + 1].start if position + 1 < len(heads) else anatomy.own_end
        bare = not any(c.isalnum() for c in anatomy.text[head.end : following])
        last = position > 0 and head.rule == "echo" and set(head.asks) <= later and not kept
        if not (set(head.asks) <= later and (bare or last)):
            kept.append(head)
    if len(kept) > 1 and all(h.rule == "echo" for h in kept) and not any(_gaps(anatomy, kept)):
        return []
    return kept


def _best_echoes(anatomy: Anatomy, heads: list[Head], asks: list[Ask]) -> list[Head]:
    """Of several echoes of one ask keep the best, of equals the last; labels without an echo stay."""
    best: dict[int, Head] = {}
    for head in heads:
        if head.rule == "echo":
            (i,) = head.asks
            if i not in best or _fits(anatomy, head, asks[i]) >= _fits(anatomy, best[i], asks[i]):
                best[i] = head
    return [h for h in heads if h.rule != "echo" or best[h.asks[0]] is h]


def _fits(anatomy: Anatomy, head: Head, ask: Ask) -> int:
    """2 when the line carries the ask's number, 1 when the ask is all of its line, else 0."""
    line = anatomy.line_at(head.start)
    if line.marker is not None and line.marker.label and label_key(ask.number).startswith(line.marker.label):
        return 2
    return int(line.end - head.end < 3 and head.start - line.start < 3)


def _answered(anatomy: Anatomy, heads: list[Head]) -> list[Head]:
    """The heads of a list in which answers stand between the asks; empty when it only retells them."""
    gaps = _gaps(anatomy, heads)
    return heads if sum(gaps) * 2 >= len(gaps) and gaps else []


def _gaps(anatomy: Anatomy, heads: list[Head]) -> list[bool]:
    """Whether words stand between each head and the next, beyond a list marker."""
    return [bool(_WORDS.match(anatomy.text, a.end, b.start)) for a, b in itertools.pairwise(heads)]
