"""Sentences that survive `ref. no.`, `s.40(2)`, lists and line breaks."""

import re
from collections.abc import Iterable, Iterator

from .lines import Line

__all__ = ["find_sentences", "sentence_around"]

# It begins with one class of characters, which the engine looks for fast.
_STOP = re.compile(r"[.?!;:](?:(?<=[.?!])[.?!]*[)\]\"'”’]{0,2}(?=\s+[\"'“‘(\[]{0,2}[A-Z0-9£•])|(?<=[;:])(?=\s*\n))")
_ABBREVIATION = re.compile(
    r"(?:\b(?:s|ss|sec|sect|reg|regs|r|art|sch|para|paras|no|nos|ref|refs|e\.g|i\.e|eg|ie|etc|mr|mrs|ms|dr|prof|st|rev|"
    r"cllr|ltd|plc|co|dept|vs?|approx|avg|min|max|tel|ext|ex|p|pp|fig|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
    r"|\b[A-Z]|^\s*\(?(?:\d{1,2}|[a-z]))\.$",
    re.IGNORECASE,
)


def find_sentences(text: str, lines: Iterable[Line]) -> Iterator[tuple[int, int]]:
    """The sentences of logical lines as (start, end); no sentence crosses a logical line.

    >>> from .lines import find_lines
    >>> letter = "Under s. 40(2) we refuse. Ref. no. 12 applies."
    >>> [letter[a:b] for a, b in find_sentences(letter, find_lines(letter))]
    ['Under s. 40(2) we refuse.', 'Ref. no. 12 applies.']
    """
    for line in lines:
        start = line.start
        for match in _STOP.finditer(text, line.start, line.end):
            stop = match.end()
            if text[stop - 1] == "." and _ABBREVIATION.search(text[max(start, stop - 14) : stop]):
                continue
            yield start, match.end()
            start = match.end()
            while start < line.end and text[start].isspace():
                start += 1
        if start < line.end:
            yield start, line.end


def sentence_around(sentences: list[tuple[int, int]], offset: int) -> int:
    """Index of the sentence that holds an offset, or the last one before it."""
    low, high = 0, len(sentences)
    while low < high:
        middle = (low + high) // 2
        if sentences[middle][0] <= offset:
            low = middle + 1
        else:
            high = middle
    return max(low - 1, 0)
