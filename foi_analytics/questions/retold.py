"""The asks as the reply itself retells them, when no request is given.

Tried in turn: the part that quotes the request, a table of questions and answers, questions
repeated among the answers, the prose that says what was asked, and the mail quoted below.
"""

import itertools
from collections.abc import Iterator
from dataclasses import replace

from ..anatomy import Anatomy, Line, find_marker
from . import ask_cues, letter_cues, retelling_cues
from .ask import Ask
from .asks import find_asks, number_asks
from .labels import label_lines
from .paragraphs import numbered_paragraphs
from .retold_prose import asks_in_prose
from .tables import find_rows

__all__ = ["find_retold_asks", "quoted_request"]

_OUTSIDE = {"rights", "signature", "footer", "furniture", "quoted_mail"}
_GREETING_LIMIT = 90
_LONGEST_NOUN = 30
_STATEMENT = 3
_FEWEST_BULLETS = 2
_FEWEST_TURNS = 3
_FIRST = ("1", "a", "i", "1a")


def find_retold_asks(anatomy: Anatomy) -> list[Ask]:
    """The asks that the letter repeats, with offsets into the letter."""
    finders = (_from_request_part, _from_table, _from_answers, _from_turns, _from_question_lines, asks_in_prose)
    for find in (*finders, _from_quoted_mail):
        asks = find(anatomy)
        if asks:
            return number_asks(_with_those_below(anatomy, asks) if find is _from_request_part else asks)
    return []


def _with_those_below(anatomy: Anatomy, asks: list[Ask]) -> list[Ask]:
    """The whole list when the request is quoted ask by ask, each followed by its answer."""
    longer = _from_answers(anatomy)
    continued = {ask.start for ask in asks} < {ask.start for ask in longer}
    return longer if continued and len({ask.number for ask in longer}) == len(longer) else asks


def quoted_request(anatomy: Anatomy) -> list[Line]:
    """The lines of the last quoted message that greets the authority, up to its closing."""
    quoted = [line for line in anatomy.lines if line.start >= anatomy.own_end]
    for position in range(len(quoted) - 1, -1, -1):
        words = anatomy.text[quoted[position].start : quoted[position].end].lstrip("> ")
        if ask_cues.GREETING.match(words) and len(words) < _GREETING_LIMIT:
            return [_unquoted(anatomy.text, line) for line in quoted[position:]]
    return []


def _unquoted(text: str, line: Line) -> Line:
    """The line without the `>` of quoted mail."""
    start = line.start
    while start < line.end and text[start] in "> ":
        start += 1
    return replace(line, start=start) if start < line.end else line


# The request as quoted ---------------------------------------------------------------------


def _from_request_part(anatomy: Anatomy) -> list[Ask]:
    text, paragraphs = anatomy.text, numbered_paragraphs(anatomy)
    retold = [
        _unquoted(text, line)
        for line, kind in zip(anatomy.lines, anatomy.kinds, strict=True)
        if kind == "request"
        and line.start not in paragraphs
        and not letter_cues.RETELLING.search(text[line.start : line.end])
        and not retelling_cues.OWN_BUSINESS.match(text[line.body : line.end])
    ]
    asks = find_asks(text, retold) if retold else []
    if asks and asks[0].rule == "whole" and not _has_quoted_words(text, asks[0]):
        return []
    return asks


def _has_quoted_words(text: str, ask: Ask) -> bool:
    """A single line of the request part is an ask when it is more than a heading or a date."""
    return len(text[ask.start : ask.end].split()) >= _STATEMENT


# Tables and lists --------------------------------------------------------------------------


def _from_table(anatomy: Anatomy) -> list[Ask]:
    return [Ask(row.label, row.ask_start, row.ask_end, "table") for row in find_rows(anatomy)]


def _from_answers(anatomy: Anatomy) -> list[Ask]:
    """Marked lines that ask, with what answers them below."""
    found: list[Ask] = []
    for run in _runs(anatomy):
        asks = [ask for item in run if (ask := _ask_of(anatomy, *item, sure=True))]
        if asks and len(asks) * 2 >= len(run) and _is_answered(anatomy, asks, run):
            found.extend(ask for item in run if (ask := _ask_of(anatomy, *item, sure=len(asks) == 1)))
    return _without_stems(_without_repeats(anatomy.text, found))


def _runs(anatomy: Anatomy) -> Iterator[list[tuple[str, int, Line, Line | None]]]:
    """Lists of one style whose labels count on: number, offset of the words, line, line below."""
    paragraphs = numbered_paragraphs(anatomy)
    lines = [
        line
        for line, kind in zip(anatomy.lines, anatomy.kinds, strict=True)
        if kind not in _OUTSIDE and line.start not in paragraphs
    ]
    labels = label_lines(anatomy.text, lines)
    items = [
        (*labels[line.start], line, below)
        for line, below in itertools.zip_longest(lines, lines[1:])
        if line.start in labels
    ]
    previous, run = "", list[tuple[str, int, Line, Line | None]]()
    for item in items:
        style = item[2].marker.style if item[2].marker else ""
        if run and ((style != previous and item[0] in _FIRST) or item[0] in {i[0] for i in run}):
            yield run
            run = []
        previous = style
        run.append(item)
    yield run


def _is_answered(anatomy: Anatomy, asks: list[Ask], run: list[tuple[str, int, Line, Line | None]]) -> bool:
    """Whether a list asks, by a question or its wording, or has something under most items, unlike footnotes."""
    text = anatomy.text
    if any(text[a.end - 1] == "?" or ask_cues.ASKING.search(text[a.start : a.end]) for a in asks):
        return True
    below = sum(item[3] is not None and item[3].marker is None for item in run)
    ends = {a.number: a.end for a in asks}
    beside = sum(ends.get(item[0], item[2].end) < item[2].end for item in run)
    return (below + beside) * 2 >= len(run)


def _ask_of(anatomy: Anatomy, number: str, start: int, line: Line, below: Line | None, *, sure: bool) -> Ask | None:
    """The ask of a marked line, or None when the line answers, heads or argues; `sure` doubts statements."""
    text, end = anatomy.text, line.end
    if start >= end:
        if below is None or below.marker is not None:
            return None
        start, end = below.start, below.end
    question = text.find("?", start, end)
    asking = question >= 0 or retelling_cues.ASKS.match(text, start, end)
    separator = None if asking else retelling_cues.ANSWER_SEPARATOR.search(text, start, end)
    words = text[start : question + 1 if question >= 0 else separator.start() if separator else end]
    if question < 0 and not (_is_noun_phrase(words) if sure else _may_ask(words)):
        return None
    return Ask(number, start, start + len(words), "echoed")


def _from_turns(anatomy: Anatomy) -> list[Ask]:
    """Short lines that ask, without a mark, each with its answer below; several, so that they are no headings."""
    text = anatomy.text
    lines = [
        x for x, kind in zip(anatomy.lines, anatomy.kinds, strict=True) if kind not in _OUTSIDE and kind != "greeting"
    ]
    pairs = [(x, below) for x, below in itertools.pairwise(lines) if _asks_plainly(text, x)]
    asks = [x for x, below in pairs if not _asks_plainly(text, below)]
    answered = sum(bool(retelling_cues.ANSWERING.match(text, b.start, b.end)) for x, b in pairs if x in asks)
    if len(asks) < _FEWEST_TURNS or answered * 3 < len(asks):
        return []
    return [Ask("", x.body, x.end, "echoed") for x in asks]


def _asks_plainly(text: str, line: Line) -> bool:
    """Whether an unmarked line reads as an ask: a question, a request, or a thing that is counted or sent."""
    words = text[line.start : line.end]
    if line.marker is not None or len(words.split()) > _LONGEST_NOUN or retelling_cues.OWN_BUSINESS.match(words):
        return False
    return bool(retelling_cues.PLAIN_ASK.match(words))


def _from_question_lines(anatomy: Anatomy) -> list[Ask]:
    """Questions without a number, each with its answer below or, in a list, beside it."""
    text = anatomy.text
    lines = [x for x, kind in zip(anatomy.lines, anatomy.kinds, strict=True) if kind not in _OUTSIDE]
    return _from_bullets(text, lines) or [
        Ask("", line.body, line.end, "echoed")
        for line, below in itertools.pairwise(lines)
        if text[line.end - 1] == "?"
        and not text[below.start : below.end].endswith("?")
        and not retelling_cues.OURS.search(text, line.start, line.end)
    ]


def _from_bullets(text: str, lines: list[Line]) -> list[Ask]:
    """The first sentence of each item, when most items are a question with words after it."""
    items = [line for line in lines if line.marker is not None and line.marker.kind == "bullet"]
    ends = [(stop.end() if (stop := retelling_cues.FIRST_STOP.search(text, x.body, x.end)) else x.end) for x in items]
    asking = sum(text[end - 1] == "?" and end < x.end for x, end in zip(items, ends, strict=True))
    if asking < _FEWEST_BULLETS or asking * 2 < len(items):
        return []
    return [Ask("", x.body, end, "echoed") for x, end in zip(items, ends, strict=True) if end < x.end]


def _without_stems(asks: list[Ask]) -> list[Ask]:
    """An item whose number opens the next item's number is the stem of lettered parts."""
    return [
        ask
        for ask, following in itertools.zip_longest(asks, asks[1:])
        if following is None
        or not (following.number.startswith(ask.number) and following.number[len(ask.number) :][:1].isalpha())
        or ask.number[-1:].isalpha()
    ]


def _may_ask(words: str) -> bool:
    """Whether an item among asks may be one too."""
    speaks = retelling_cues.OWN_BUSINESS.match(words) or retelling_cues.ANSWERING.match(words)
    return not speaks and len(words.split()) <= _LONGEST_NOUN


def _is_noun_phrase(words: str) -> bool:
    """Whether words without a question mark may still ask: a request, or things named."""
    if (
        retelling_cues.OWN_BUSINESS.match(words)
        or retelling_cues.ANSWERING.match(words)
        or len(words.split()) > _LONGEST_NOUN
    ):
        return False
    if ask_cues.ASKING.search(words):
        return True
    return not (retelling_cues.FINITE.search(words) or retelling_cues.FOOTNOTE.match(words))


def _without_repeats(text: str, asks: list[Ask]) -> list[Ask]:
    """Each number once, unless the same number asks something else in a second request."""
    kept: list[Ask] = []
    for ask in asks:
        if all(ask.start != k.start and (ask.number != k.number or _differs(text, ask, k)) for k in kept):
            kept.append(ask)
    return kept


def _differs(text: str, ask: Ask, other: Ask) -> bool:
    return text[ask.start : ask.start + 20] != text[other.start : other.start + 20]


def _from_quoted_mail(anatomy: Anatomy) -> list[Ask]:
    quoted = quoted_request(anatomy) or [
        _unquoted(anatomy.text, line)
        for line in anatomy.lines
        if line.start >= anatomy.own_end and not retelling_cues.MAIL_HEADER.match(anatomy.text, line.start)
    ]
    lines = [replace(x, marker=find_marker(anatomy.text, x.start, x.end)) for x in quoted]
    asks = find_asks(anatomy.text, lines) if lines else []
    return [] if asks and asks[0].rule == "whole" else asks
