"""The requester's asks: what was asked, one by one, in their own numbering.

Items of lists are asks of their own (`listed`); in prose each asking sentence is an ask, or
several when it plainly asks several things; unnumbered asks are numbered 1, 2, … in order.
"""

from dataclasses import replace

from ..anatomy import Line, find_lines, find_sentences
from . import ask_cues
from .ask import Ask
from .compounds import split_compound, split_run
from .counting import count_lines
from .listed import bulleted_asks, numbered_asks

__all__ = ["find_asks", "number_asks"]

_GREETING_LIMIT = 90
_FOLLOW_UP_WORDS = 14


def find_asks(text: str, lines: list[Line] | None = None) -> list[Ask]:
    r"""The asks of a request, in order.

    Args:
        text: The text that holds the request.
        lines: The logical lines to look at, when the request is only a part of the text.

    >>> request = "Dear Council\n1. How many bins?\n2. Cost of\na) lids\nb) wheels\nYours faithfully"
    >>> [(ask.number, request[ask.start : ask.end]) for ask in find_asks(request)]
    [('1', 'How many bins?'), ('2a', 'lids'), ('2b', 'wheels')]
    """
    body = _body(text, count_lines(text, find_lines(text)) if lines is None else lines)
    numbered = numbered_asks(text, body)
    if numbered:
        return numbered
    bulleted, fields = bulleted_asks(text, body)
    return bulleted or _prose(text, [line for line in body if line.start not in fields])


def number_asks(asks: list[Ask]) -> list[Ask]:
    """Count the asks that have no number of their own."""
    return [ask if ask.number else replace(ask, number=str(n)) for n, ask in enumerate(asks, 1)]


def _body(text: str, lines: list[Line]) -> list[Line]:
    """The lines between the greeting and the closing words."""
    kept: list[Line] = []
    for line in lines:
        words = text[line.start : line.end]
        if ask_cues.CLOSING.match(words) and kept:
            break
        if ask_cues.GREETING.match(words) and len(words) < _GREETING_LIMIT and not words.endswith("?"):
            kept = []
            continue
        kept.append(line)
    return kept


def _prose(text: str, lines: list[Line]) -> list[Ask]:
    asks: list[Ask] = []
    announced = listing = False
    for position, line in enumerate(lines):
        words = text[line.start : line.end]
        if words.isupper() and not words.endswith("?"):
            continue
        if listing and not ask_cues.PROCESS.search(words) and not ask_cues.FIELDS_INTRO.search(words):
            asks.append(Ask("", line.start, line.end, "listed"))
            if words.rstrip().endswith(":") or (asks[0].rule == "listed" and _ends_series(text, asks)):
                break
            continue
        introduces = words.rstrip(" -").endswith((":", ";")) or bool(ask_cues.ASKS_FOLLOW.search(words))
        opens_list = introduces and position + 1 < len(lines)
        fields = bool(ask_cues.FIELDS_INTRO.search(words)) and not ask_cues.ASKS_FOLLOW.search(words)
        following = bool(ask_cues.FOLLOWING.search(words) or ask_cues.ASKS_FOLLOW.search(words))
        listing = opens_list and not fields and (announced or following)
        if listing or (opens_list and fields and asks):
            continue
        announced = bool(ask_cues.ANNOUNCEMENT.match(words))
        if not announced:
            asks.extend(_asking_sentences(text, line, bool(asks)))
    if not asks:
        asks = _whole(text, lines) if lines else []
    return number_asks(asks)


def _ends_series(text: str, asks: list[Ask]) -> bool:
    """Whether a full stop closes a list whose earlier items end in semicolons or commas."""
    return len(asks) > 1 and text[asks[0].end - 1] in ";," and text[asks[-1].end - 1] == "."


def _asking_sentences(text: str, line: Line, asked_before: bool) -> list[Ask]:
    running = split_run(text, line.start, line.end)
    if running:
        return [Ask(label, a, b, "numbered") for label, a, b in running]
    found: list[Ask] = []
    for start, end in find_sentences(text, [line]):
        words = text[start:end]
        asking = ask_cues.ASKING.search(words)
        if not (words.rstrip("\"'”’)").endswith("?") or asking) or ask_cues.PROCESS.search(words):
            continue
        if (found or asked_before) and (ask_cues.DETAIL.search(words) or _is_follow_up(words)):
            continue
        opening = ask_cues.POLITE.match(words)
        found.extend(_split(text, start + (opening.end() if opening else 0), end, "sentence"))
    return found


def _is_follow_up(words: str) -> bool:
    return bool(ask_cues.FOLLOW_UP.match(words)) and len(words.split()) <= _FOLLOW_UP_WORDS


def _split(text: str, start: int, end: int, rule: str) -> list[Ask]:
    return [Ask(label, a, b, rule) for label, a, b in split_compound(text, start, end)]


def _whole(text: str, lines: list[Line]) -> list[Ask]:
    """A request without one asking sentence: its longest line, sentence by sentence."""
    longest = max(lines, key=lambda x: x.end - x.start)
    sentences = list(find_sentences(text, [longest]))
    if len(sentences) == 1:
        return _split(text, longest.body, longest.end, "whole")
    return [Ask("", longest.body, longest.end, "whole")]
