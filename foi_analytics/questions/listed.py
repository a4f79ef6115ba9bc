"""Asks that stand in lists: numbered, lettered or bulleted.

Lettered parts are asks of their own and their stem is not; bulleted data fields under one ask
belong to it.
"""

import itertools
import re
from dataclasses import dataclass

from ..anatomy import Line, Marker
from . import ask_cues
from .ask import Ask
from .compounds import split_compound, split_run
from .labels import Labeller

__all__ = ["bulleted_asks", "numbered_asks"]

_WORDS = re.compile(r"\w+")
_FIELD_WORDS = 6
_HEADING_LIMIT = 90
_FEWEST_RUNNING = 2
_PART = re.compile(r"(?<=[?.;]) \(([b-h])\) ", re.IGNORECASE)
_GROUP = re.compile(r"[ ,]*(?:and|&|to|or|-|–) ?\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[).:]", re.IGNORECASE)
"""`(ii) and (iii)` heads an answer to both."""
_RESTARTS = ("a", "1", "i")


@dataclass(slots=True)
class _Item:
    """A list item while the list is being read."""

    line: Line
    marker: Marker
    number: str
    start: int
    end: int
    stem: bool = False


# Numbered and lettered lists ---------------------------------------------------------------


def numbered_asks(text: str, lines: list[Line]) -> list[Ask]:
    """The items of numbered and lettered lists; empty when the marked lines are no list of asks."""
    items = _items(text, lines)
    _mark_stems(items)
    asks = [Ask(i.number, i.start, i.end, "numbered") for i in items if not i.stem]
    return asks if len(items) > 1 or (items and items[0].marker.worded) or _any_asks(text, asks) else []


def _items(text: str, lines: list[Line]) -> list[_Item]:
    items: list[_Item] = []
    labeller, open_item = Labeller(), False
    for position, line in enumerate(lines):
        marker = line.marker
        if marker is None or marker.kind == "bullet":
            if items and open_item:
                _extend(text, items[-1], line)
            if marker is None and _is_heading(text, lines, position):
                labeller.restart()
                open_item = False
            continue
        if ask_cues.LINK.match(text, marker.end) or _GROUP.match(text, marker.end) or not labeller.accepts(marker):
            continue
        number, start = labeller.number(text, marker, line.end)
        start, end = _words_below(text, lines, position) if start >= line.end else (start, line.end)
        if start < end:
            items += _parts(text, _Item(line, marker, number, start, end))
            open_item = True
    return items


def _parts(text: str, item: _Item) -> list[_Item]:
    """The item, or the questions within it, as in `1. (a) When was it built? (b) By whom?`."""
    running = split_run(text, item.start, item.end, first=int(item.number) + 1) if item.number.isdigit() else []
    if len(running) > _FEWEST_RUNNING:
        return [_Item(item.line, item.marker, label or item.number, a, b) for label, a, b in running]
    parts = split_compound(text, item.start, item.end) if text.count("?", item.start, item.end) > 1 else []
    if not parts or not parts[0][0]:
        first = _PART.search(text, item.start, item.end) if item.number[-1:] == "a" else None
        return [item] if first is None else _lettered(text, item)
    return [_Item(item.line, item.marker, f"{item.number}{label}", a, b) for label, a, b in parts]


def _lettered(text: str, item: _Item) -> list[_Item]:
    """`(a)` was read as the item's own label; `(b)` and on follow within its line."""
    marks = [
        m
        for m, letter in zip(_PART.finditer(text, item.start, item.end), "bcdefgh", strict=False)
        if m[1].lower() == letter
    ]
    starts = [item.start, *(m.end() for m in marks)]
    ends = [*(m.start() for m in marks), item.end]
    stem = item.number[:-1]
    return [
        _Item(item.line, item.marker, f"{stem}{x}", a, b) for x, a, b in zip("abcdefgh", starts, ends, strict=False)
    ]


def _words_below(text: str, lines: list[Line], position: int) -> tuple[int, int]:
    """A number that stands alone on its line belongs to the line below it."""
    below = lines[position + 1] if position + 1 < len(lines) else None
    return (below.start, below.end) if below is not None and below.marker is None else (0, 0)


def _any_asks(text: str, asks: list[Ask]) -> bool:
    return any(ask_cues.ASKING.search(text[a.start : a.end]) or text[a.end - 1] == "?" for a in asks)


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
        if heading.endswith(":") and ask_cues.ASKING.search(words) and not ask_cues.ASKING.search(heading):
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
    restarts = after is not None and after.label in _RESTARTS
    return restarts and len(words) < _HEADING_LIMIT and not words.endswith((".", "?"))


# Bulleted lists ----------------------------------------------------------------------------


def bulleted_asks(text: str, lines: list[Line]) -> tuple[list[Ask], set[int]]:
    """The bulleted asks, and the starts of the lines that are only data fields of an ask."""
    asks: list[Ask] = []
    fields: set[int] = set()
    fields_style: str | None = None
    intro = ""
    for position, line in enumerate(lines):
        if line.marker is None:
            intro = text[line.start : line.end]
            fields_style = None
            continue
        if line.marker.kind != "bullet" and asks:
            continue  # the initial of a name
        style = _bullet_style(text, line)
        words = text[line.marker.end : line.end]
        if style == fields_style or _are_fields(text, lines, position, intro):
            fields.add(line.start)
            continue
        if ask_cues.PROCESS.search(words) and not words.rstrip().endswith("?"):
            continue
        asks.append(Ask(str(len(asks) + 1), line.marker.end, line.end, "bulleted"))
        fields_style = _announced_style(text, lines, position)
    return (asks if len(asks) > 1 else []), fields


def _announced_style(text: str, lines: list[Line], position: int) -> str | None:
    """The style of the bullets that an ask ending in a colon announces as its fields."""
    following = lines[position + 1] if position + 1 < len(lines) else None
    if not text[: lines[position].end].endswith(":") or following is None or following.marker is None:
        return None
    other = _bullet_style(text, following)
    return other if other != _bullet_style(text, lines[position]) else None


def _bullet_style(text: str, line: Line) -> str:
    """The bullet as written, space after it included: `- ` and `-` are two lists."""
    return text[line.start : line.body].replace("\t", " ")[:2]


def _are_fields(text: str, lines: list[Line], position: int, intro: str) -> bool:
    """Whether the bullets from here on are data fields of the ask above them."""
    if ask_cues.ASKS_FOLLOW.search(intro):
        return False
    if ask_cues.FIELDS_INTRO.search(intro) and ask_cues.ASKING.search(intro):
        return True
    run = list(itertools.takewhile(lambda x: x.marker is not None, lines[position:]))
    lengths = [len(_WORDS.findall(text, x.body, x.end)) for x in run]
    short = sum(lengths) / len(lengths) <= _FIELD_WORDS
    asking = any(ask_cues.ASKING_FIELD.search(text[x.body : x.end]) for x in run)
    return short and not asking and bool(ask_cues.ASKING.search(intro)) and not ask_cues.FOLLOWING.search(intro)
