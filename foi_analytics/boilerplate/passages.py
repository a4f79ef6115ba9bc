"""Passages: the paragraphs of a letter.

A passage is a block between blank lines, else a logical line, hard-wrapped lines joined.
Every word of the letter stands in one passage at most.  Page furniture, quoted mail, the
request retold and footers are passages too, but of nobody's reuse: see `NOT_REUSE`.
"""

import bisect
import itertools
import re
from collections.abc import Iterator

from ..records import Part, Passage, Reading

__all__ = ["LONGEST_PARAGRAPH", "NOT_REUSE", "PASSAGES_VERSION", "cut_passages"]

PASSAGES_VERSION = "2"
"""Changes when letters may be cut differently."""

NOT_REUSE = ("furniture", "quoted_mail", "request", "footer")
"""Parts whose words are not the authority's own, so that repeating them is no reuse."""

_RULE = f"rule:boilerplate/passages@{PASSAGES_VERSION}"
_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")
_WORD = re.compile(r"[^\W_]+")
LONGEST_PARAGRAPH = 2500
"""Characters of a block; a longer one is taken for a page whose paragraphs are its lines."""


def cut_passages(reading: Reading) -> tuple[Passage, ...]:
    r"""The passages of a letter that was read, in order.

    >>> from foi_analytics.reading import read
    >>> [p.quote for p in cut_passages(read("Dear Ms A\n\nWe hold\nnothing.\n\nYours"))]
    ['Dear Ms A', 'We hold\nnothing.', 'Yours']
    """
    text = reading.letter.text
    parts = sorted(reading.parts, key=lambda part: part.start)
    starts = [part.start for part in parts]
    found = []
    for first, last in itertools.chain.from_iterable(_paragraphs(text, *s) for s in _stretches(len(text), parts)):
        quote = text[first:last]
        words = len(_WORD.findall(quote))
        if words:
            at = bisect.bisect_right(starts, first) - 1
            part = parts[at].kind if at >= 0 and first < parts[at].end else "body"
            found.append(Passage(reading.letter.letter_id, first, last, quote, 1.0, _RULE, part, words))
    return tuple(found)


def _stretches(length: int, parts: list[Part]) -> Iterator[tuple[int, int]]:
    """The text cut where the authority's own words begin and end."""
    start, own = 0, True
    for part in parts:
        if (part.kind not in NOT_REUSE) != own:
            yield start, part.start
            start, own = part.start, not own
    yield start, length


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Blocks between blank lines; logical lines where there are no blank lines or the block is a page."""
    # The anatomy's wording takes half a second to load, which counting families of raw texts need not wait for.
    from ..anatomy import find_lines

    blocks = _blocks(text, start, end)
    for first, last in blocks:
        if len(blocks) > 1 and last - first <= LONGEST_PARAGRAPH:
            yield first, last
        else:
            yield from ((line.start, line.end) for line in find_lines(text, first, last))


def _blocks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Stretches between blank lines, without the white space around them."""
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end = start + len(text[start:end].rstrip())
    gaps = [gap.span() for gap in _BLANK_LINES.finditer(text, start, end)]
    edges = [start, *itertools.chain.from_iterable(gaps), end]
    pairs = zip(edges[::2], edges[1::2], strict=True)
    return [(first, first + len(text[first:last].rstrip())) for first, last in pairs if first < last]
