"""Grounds that an answer gives by pointing elsewhere in the letter: `Exempt, see Note A`."""

import re
from collections.abc import Iterator, Sequence

from ..anatomy import Anatomy, Line
from ..citations import refine
from ..records import Citation
from ..regimes import section_of
from .answer import Answer, Span
from .heads import OUTSIDE
from .likeness import AskWords

__all__ = ["grounds_of_notes"]

_LABEL = r"(?:[A-H]|[0-9]{1,2}|[ivx]{1,4})"
_NAMED = re.compile(
    r"(?:\b(?i:see|per|under|in|at|by|to)(?: the| our)?|[:–—-]) ?"
    r"(?P<kind>(?i:note|part|annex|appendix|exemption|exception|reason))s? "
    rf"(?P<labels>{_LABEL}(?:(?:,| and| &) {_LABEL}){{0,4}})\b"
)
_DOCUMENT = re.compile(r"\W{0,3}(\w{1,20} \d{1,3})\b")
_HEADING = 80
_LIKE = 0.7


def grounds_of_notes(
    anatomy: Anatomy, relied: Sequence[Citation], answer: Answer, asks: Sequence[str], index: int
) -> list[str]:
    """The grounds relied on in the notes or parts that an answer names; none when it names none.

    A part that gives grounds for several things under a heading each counts with the headings that
    are like the ask, or name a document that the answer names; when none does, and its grounds are
    of several sections, with none.

    Args:
        anatomy: The letter taken apart.
        relied: Its citations that are relied on.
        answer: The answer.
        asks: The asks.
        index: Which ask the answer is to.
    """
    found: list[str] = []
    words = answer.words(anatomy.text)
    named = _NAMED.finditer(words)
    for kind, label in dict.fromkeys(
        (m["kind"].lower(), label) for m in named for label in re.findall(_LABEL, m["labels"])
    ):
        for span in _notes(anatomy, kind, label, answer):
            found += _grounds(anatomy, relied, span, words, asks, index)
    return refine(dict.fromkeys(found))


def _notes(anatomy: Anatomy, kind: str, label: str, answer: Answer) -> Iterator[Span]:
    """Where a note of this name stands: from its head to the next of its sort, or the end of the letter proper."""
    opens = re.compile(rf"\W{{0,3}}{kind} {label}\b", re.IGNORECASE)
    another = re.compile(rf"\W{{0,3}}{kind} {_LABEL}\b", re.IGNORECASE)
    start: int | None = None
    end = 0
    for line, part in zip(anatomy.lines, anatomy.kinds, strict=True):
        outside = part in OUTSIDE or line.start >= anatomy.own_end
        if start is not None and (outside or another.match(anatomy.text, line.start, line.end)):
            yield start, end
            start = None
        if not outside and not answer.holds(line.start) and opens.match(anatomy.text, line.start, line.end):
            start = line.start
        end = line.end
    if start is not None:
        yield start, end


def _grounds(
    anatomy: Anatomy, relied: Sequence[Citation], span: Span, answer: str, asks: Sequence[str], index: int
) -> list[str]:
    """The grounds inside a note: all of them when of one section, else those under headings of the ask."""
    inside = [c for c in relied if span[0] <= c.start < span[1]]
    every = [p for c in inside for p in c.provisions]
    if len({section_of(p) for p in every}) < 2:
        return every
    headings = [line for line in anatomy.lines if span[0] <= line.start < span[1] and _is_heading(anatomy.text, line)]
    words = AskWords(list(asks))
    own: list[str] = []
    for at, line in enumerate(headings):
        limit = headings[at + 1].start if at + 1 < len(headings) else span[1]
        heading = anatomy.text[line.start : line.end]
        if words.likeness(heading, heading=True)[index] >= _LIKE or _names_document(heading, answer):
            own += [p for c in inside if line.start <= c.start < limit for p in c.provisions]
    return own


def _names_document(heading: str, answer: str) -> bool:
    """Whether a heading begins with a document that the answer names: `Document 1 (part)`."""
    document = _DOCUMENT.match(heading)
    return document is not None and re.search(rf"\b{document[1]}\b", answer, re.IGNORECASE) is not None


def _is_heading(text: str, line: Line) -> bool:
    return line.end - line.start < _HEADING and text[line.end - 1] not in ".;,:"
