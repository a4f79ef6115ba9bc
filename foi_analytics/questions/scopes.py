"""Which questions a phrase speaks of: `questions 1, 2 and 3`, `Q4-6`, `your first two questions`."""

import re
from collections.abc import Sequence
from functools import lru_cache

from ..anatomy import label_key
from . import place_cues

__all__ = ["covers", "find_scope", "leading_scope"]

_ITEM = r"(?:\d{1,2}(?:\.\d{1,2})?\s?\(?[a-h]?\)?(?![a-z0-9%])|[ivx]{1,5}(?![a-z0-9])|\([a-hivx]{1,4}\))"
_SCOPE = re.compile(
    rf"""\b(?:questions?|q(?:uestion)?(?:['’]?s)?|points?|items?|parts?|requests?|nos?|numbers?|answers?|limbs?
    |bullets?(?:[ ]points?)?)
    [ .:#]{{0,2}}(?:numbers?\s|nos?\.?\s|to\s)?
    (?P<list>{_ITEM}(?:\s?(?:,|;|&|\+|and|or|to|through|-|–|—|/|,\s?and)\s?(?:q(?:uestion)?s?\.?\s?)?{_ITEM}){{0,14}})""",
    re.IGNORECASE | re.VERBOSE,
)
_OPENING = re.compile(
    r"[\s(•*–-]*(?:(?:(?:our|the|my) )?(?:response|answer|reply|information)s? (?:to|for) |"
    r"(?:in (?:relation|regard|respect|response|answer|reply)|with (?:regard|respect|reference|relation)) (?:to|of) |"
    r"as (?:to|for|regards) |"
    r"regarding |for |concerning |on )?(?:(?:your|the|both|all) )?",
    re.IGNORECASE,
)
_BARE_LIST = re.compile(rf"\s*(?P<list>{_ITEM}(?:\s?(?:,|&|and|-|–)\s?{_ITEM}){{1,9}})(?=[ :.)])", re.IGNORECASE)
_PIECE = re.compile(rf"(?P<range>\bto\b|\bthrough\b|[-–—])|(?P<item>{_ITEM})", re.IGNORECASE)
_LETTERED = re.compile(r"(?<![\w)])\(([a-h]|[ivx]{1,4})\)(?=[ .,;:]|$)")
_ALL = re.compile(
    r"\b(?:both|all|each|none|any) (?:of )?(?:your |the |these |those )?(?:\w+ )?(?:questions|points|parts|items)\b",
    re.IGNORECASE,
)


def find_scope(text: str, numbers: list[str]) -> list[str]:
    """The numbers of the asks a text speaks of, in their order; empty when it names none.

    A number covers its lettered parts: `question 2` is 2a and 2b.

    Args:
        text: A sentence or heading of the reply.
        numbers: The numbers of all asks, in order.

    >>> find_scope("I applied section 31 to questions 1, 2 and 3.", ["1", "2", "3", "4"])
    ['1', '2', '3']
    >>> find_scope("Q2-3:", ["1", "2a", "2b", "3"])
    ['2a', '2b', '3']
    >>> find_scope("As to your first two questions, see the link.", ["1", "2", "3"])
    ['1', '2']
    """
    named = _named(text, tuple(numbers))
    return [number for number in numbers if number in named]


@lru_cache(maxsize=4096)  # a line is asked about for each head, a sentence for each ground in it
def _named(text: str, numbers: tuple[str, ...]) -> frozenset[str]:
    named = {number for match in _SCOPE.finditer(text) for number in _expand(match["list"], numbers)}
    named |= _in_place(text, numbers)
    if not named and numbers[:1] in (("a",), ("i",)):
        named = {label for label in _LETTERED.findall(text) if label in numbers}
    return frozenset(numbers if not named and _ALL.search(text) else named)


def leading_scope(text: str, numbers: list[str], *, bare: bool = False) -> tuple[list[str], int]:
    """The asks named by the phrase that opens a line, and the phrase's length.

    Args:
        text: The line.
        numbers: The numbers of all asks, in order.
        bare: Whether numbers alone, as in `7 & 8`, name asks.

    >>> leading_scope("In relation to questions 2 and 3, see below.", ["1", "2", "3"])
    (['2', '3'], 32)
    >>> leading_scope("We refuse question 1.", ["1", "2"])
    ([], 0)
    """
    opening = _OPENING.match(text)
    match = _SCOPE.match(text, opening.end()) if opening else None
    if match is None and bare:
        match = _BARE_LIST.match(text)
    if match is None:
        return [], 0
    named = _expand(match["list"], numbers)
    return [n for n in numbers if n in named], match.end()


def _in_place(text: str, numbers: Sequence[str]) -> set[str]:
    """The asks named by their place: `the first two questions`, `the second part`, `the latter`."""
    named: set[str] = set()
    if not place_cues.ANY.search(text):
        return named
    for match in place_cues.ORDINAL.finditer(text):
        if match["end"]:
            count = place_cues.COUNTS[match["count"].lower()]
            named |= set(numbers[:count] if match["end"].lower() == "first" else numbers[-count:])
            continue
        for word in re.findall(place_cues.ONE, match["some"].lower()):
            named |= _at(place_cues.ORDINALS[word], numbers)
    for match in place_cues.WORDED.finditer(text):
        named |= _at(place_cues.NAMES[match[1].lower()], numbers)
    for match in place_cues.PLACE.finditer(text):
        named |= _at(place_cues.ORDINALS[match["place"].lower()], numbers)
    return named


def _at(place: int, numbers: Sequence[str]) -> set[str]:
    return set(numbers[place : place + 1 or None])


def _expand(listing: str, numbers: Sequence[str]) -> set[str]:
    named: set[str] = set()
    previous, in_range = "", False
    for piece in _PIECE.finditer(listing):
        if piece["range"]:
            in_range = True
            continue
        key = label_key(piece["item"])
        if in_range and previous:
            named |= _between(previous, key, numbers)
        named |= {n for n in numbers if covers(key, n)}
        previous, in_range = key, False
    return named


def covers(label: str, number: str) -> bool:
    """Whether a label names an ask, or the stem whose part the ask is.

    >>> covers("2", "2a"), covers("2", "21"), covers("i", "ii")
    (True, False, False)
    """
    key = label_key(number)
    below = key.removeprefix(label)
    return bool(label) and (not below or (below != key and below[0].isdigit() != label[-1].isdigit()))


def _between(first: str, last: str, numbers: Sequence[str]) -> set[str]:
    low = next((i for i, n in enumerate(numbers) if covers(first, n)), None)
    high = next((i for i in range(len(numbers) - 1, -1, -1) if covers(last, numbers[i])), None)
    return set() if low is None or high is None else set(numbers[low : high + 1])
