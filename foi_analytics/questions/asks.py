"""The requester's asks: what was asked, one by one, in their own numbering.

Numbered or lettered items are asks of their own; the stem of lettered parts is not; bulleted
data fields under one ask belong to it; unnumbered asks are numbered 1, 2, … in order.
"""

import itertools
import re
from dataclasses import dataclass, replace

from ..anatomy import Line, Marker, find_lines, find_marker, find_sentences
from . import cues

__all__ = ["Ask", "find_asks"]

_WORDS = re.compile(r"\w+")
_FIELD_WORDS = 6


@dataclass(frozen=True, slots=True)
class Ask:
    """One ask; `text[start:end]` are its words, without the list marker.

    `rule` names what found it; `number` is the requester's, or counted.
    """

    number: str
    start: int
    end: int
    rule: str


@dataclass(slots=True)
class _Item:
    """A list item while the list is being read."""

    line: Line
    marker: Marker
    number: str
    start: int
    end: int
    stem: bool = False


def find_asks(text: str, lines: list[Line] | None = None) -> list[Ask]:
    r"""The asks of a request, in order.

    Args:
        text: The text that holds the request.
        lines: The logical lines to look at, when the request is only a part of the text.

    >>> request = "Dear Council\n1. How many bins?\n2. Cost of\na) lids\nb) wheels\nYours faithfully"
    >>> [(ask.number, request[ask.start : ask.end]) for ask in find_asks(request)]
    [('1', 'How many bins?'), ('2a', 'lids'), ('2b', 'wheels')]
    """
    body = _body(text, find_lines(text) if lines is None else lines)
    numbered = _numbered(text, body)
    if numbered:
        return numbered
    bulleted = _bulleted(text, body)
    if bulleted:
        return bulleted
    return _prose(text, body)


def _body(text: str, lines: list[Line]) -> list[Line]:
    """The lines between the greeting and the closing words."""
    kept: list[Line] = []
    for line in lines:
        words = text[line.start : line.end]
        if cues.CLOSING.match(words) and kept:
            break
        if cues.GREETING.match(words) and len(words) < 90:
            kept = []
            continue
        kept.append(line)
    return kept


# Numbered and lettered lists ---------------------------------------------------------------


def _numbered(text: str, lines: list[Line]) -> list[Ask]:
    items: list[_Item] = []
    parent, letter, open_item = "", "", False
    for position, line in enumerate(lines):
        marker = line.marker
        if marker is None or marker.kind == "bullet":
            if items and open_item:
                _extend(text, items[-1], line)
            if marker is None and _is_heading(text, lines, position):
                parent, open_item = "", False
            continue
        start = marker.end
        if cues.LINK.match(text, start) or start >= line.end:
            continue
        number = _label(marker, parent, letter, items)
        inner = find_marker(text, start, line.end)
        if marker.kind == "number":
            parent, letter = number, ""
            if inner is not None and inner.kind in ("letter", "roman"):
                number, letter, start = f"{number}{inner.label}", inner.label, inner.end
        elif marker.kind == "letter" or (marker.kind == "roman" and "(" not in number):
            letter = marker.label
        items.append(_Item(line, marker, number, start, line.end))
        open_item = True
    _mark_stems(items)
    asks = [Ask(i.number, i.start, i.end, "numbered") for i in items if not i.stem]
    return asks if len(items) > 1 or (items and items[0].marker.worded) or _is_ask_list(text, asks) else []


def _is_ask_list(text: str, asks: list[Ask]) -> bool:
    return any(cues.ASKING.search(text, a.start, a.end) or text[a.end - 1] == "?" for a in asks)


def _label(marker: Marker, parent: str, letter: str, items: list[_Item]) -> str:
    """The full number of an item: letters under numbers are `2a`, romans under letters `c(i)`."""
    if marker.kind == "number":
        return marker.label
    if marker.kind == "letter" or _follows(letter, marker.label):
        return f"{parent}{marker.label}"
    if letter:
        return f"{parent}{letter}({marker.label})"
    return f"{parent}({marker.label})" if parent else marker.label


def _follows(letter: str, label: str) -> bool:
    """Whether `i` continues the letters a, b, … h rather than starting romans."""
    return len(label) == 1 and len(letter) == 1 and ord(label) == ord(letter) + 1


def _mark_stems(items: list[_Item]) -> None:
    """An item whose number opens the next items' numbers is their stem."""
    for item, following in itertools.pairwise(items):
        below = following.number.removeprefix(item.number)
        if below != following.number and below[:1] in "(" + "abcdefgh" and below and not below[:1].isdigit():
            item.stem = True


def _extend(text: str, item: _Item, line: Line) -> None:
    """A line after an item: the rest of its sentence, or the bullet its heading announces."""
    words = text[line.start : line.end]
    if line.marker is not None:
        heading = text[item.start : item.end].rstrip()
        if heading.endswith(":") and cues.ASKING.search(words) and not cues.ASKING.search(heading):
            item.start, item.end = line.marker.end, line.end
        return
    if not line.gap and words[0].islower() and text[item.end - 1] not in ".?;:":
        item.end = line.end


def _is_heading(text: str, lines: list[Line], position: int) -> bool:
    """An unmarked short line above a list that starts again."""
    if position + 1 >= len(lines):
        return False
    words = text[lines[position].start : lines[position].end]
    after = lines[position + 1].marker
    restarts = after is not None and after.label in ("a", "1", "i")
    return restarts and len(words) < 90 and not words.endswith((".", "?"))


# Bulleted lists ----------------------------------------------------------------------------


def _bulleted(text: str, lines: list[Line]) -> list[Ask]:
    asks: list[Ask] = []
    fields_style: str | None = None
    intro = ""
    for position, line in enumerate(lines):
        if line.marker is None:
            intro = text[line.start : line.end]
            fields_style = None
            continue
        style = _bullet_style(text, line)
        if fields_style is not None and style == fields_style:
            continue
        if _are_fields(text, lines, position, intro) and (asks or cues.ASKING.search(intro)):
            if not asks:
                return []
            continue
        words = text[line.marker.end : line.end]
        if cues.PROCESS.search(words) and not words.rstrip().endswith("?"):
            continue
        asks.append(Ask(str(len(asks) + 1), line.marker.end, line.end, "bulleted"))
        following = lines[position + 1] if position + 1 < len(lines) else None
        if words.rstrip().endswith(":") and following is not None and following.marker is not None:
            other = _bullet_style(text, following)
            fields_style = other if other != style else None
    return asks if len(asks) > 1 else []


def _bullet_style(text: str, line: Line) -> str:
    """The bullet as written, space after it included: `- ` and `-` are two lists."""
    return text[line.start : line.body].replace("\t", " ")[:2]


def _are_fields(text: str, lines: list[Line], position: int, intro: str) -> bool:
    """Whether the bullets from here on are data fields of the ask above them."""
    if cues.FIELDS_INTRO.search(intro):
        return True
    run = [x for x in lines[position:] if x.marker is not None]
    lengths = [len(_WORDS.findall(text, x.body, x.end)) for x in run]
    short = sum(lengths) / len(lengths) <= _FIELD_WORDS
    asking = any(cues.ASKING.search(text, x.body, x.end) for x in run)
    return short and not asking and bool(cues.ASKING.search(intro)) and not cues.FOLLOWING.search(intro)


# Prose -------------------------------------------------------------------------------------


def _prose(text: str, lines: list[Line]) -> list[Ask]:
    asks: list[Ask] = []
    announced = listing = False
    for position, line in enumerate(lines):
        words = text[line.start : line.end]
        if words.isupper() and not words.endswith("?"):
            continue
        if listing and not cues.PROCESS.search(words) and not cues.FIELDS_INTRO.search(words):
            asks.append(Ask("", line.start, line.end, "listed"))
            if words.rstrip().endswith(":"):
                break
            continue
        opens_list = words.rstrip(" -").endswith((":", ";")) and position + 1 < len(lines)
        fields = bool(cues.FIELDS_INTRO.search(words))
        listing = opens_list and not fields and (announced or bool(cues.FOLLOWING.search(words)))
        if listing or (opens_list and fields and asks):
            continue
        announced = bool(cues.ANNOUNCEMENT.match(words))
        if not announced:
            asks.extend(_asking_sentences(text, line, bool(asks)))
    if not asks:
        asks = [_whole(text, lines)] if lines else []
    return [replace(ask, number=str(n)) for n, ask in enumerate(asks, 1)]


def _asking_sentences(text: str, line: Line, asked_before: bool) -> list[Ask]:
    found: list[Ask] = []
    for start, end in find_sentences(text, [line]):
        words = text[start:end]
        asking = cues.ASKING.search(words)
        if not (words.rstrip("\"'”’)").endswith("?") or asking) or cues.PROCESS.search(words):
            continue
        if cues.DETAIL.search(words) and (found or asked_before):
            continue
        opening = cues.POLITE.match(words)
        found.append(Ask("", start + (opening.end() if opening else 0), end, "sentence"))
    return found


def _whole(text: str, lines: list[Line]) -> Ask:
    """A request without one asking sentence is one ask: its longest line."""
    longest = max(lines, key=lambda x: x.end - x.start)
    return Ask("", longest.body, longest.end, "whole")
