"""The parts of a letter: which words are the decision, the answers, the request retold, the small print.

A letter is walked line by line; each line either opens a part, by its wording, or goes on
with the part that is open.  Parts are spans over the text; nothing is cut.
"""

import bisect
import functools
from dataclasses import dataclass

from ..records import Part
from . import cues
from .lines import Line, find_lines
from .mail import own_text_end
from .sentences import find_sentences

__all__ = ["NOT_MAIN", "Anatomy", "dissect"]

NOT_MAIN = frozenset({"annex", "rights", "footer", "signature", "furniture", "quoted_mail", "request"})
"""Kinds of part that are not the message proper: small print, other people's words, the request retold."""
_RULE = "rule:anatomy/parts@1"


_HEADING_LIMIT = 110
_SHORT_HEADING = 60
_TITLE = 40
_EARLY = 0.3

# While one of these is open, only the openings in its set are believed.
_STICKY = {
    "rights": {"signature", "footer", "reopen"},
    "footer": {"rights", "reopen"},
    "signature": {"rights", "footer", "reopen"},
    "annex": {"rights", "footer", "signature", "reopen"},
}


@dataclass(frozen=True)
class Anatomy:
    """A letter taken apart; offsets into its text.

    Attributes:
        text: The letter's text.
        own_end: Where the authority's own words end.
        lines: Logical lines of the whole text.
        kinds: For each line the kind of part it stands in.
        sentences: Sentences as (start, end), in order.
    """

    text: str
    own_end: int
    lines: list[Line]
    kinds: list[str]
    sentences: list[tuple[int, int]]

    def kind_at(self, offset: int) -> str:
        """The kind of part at an offset."""
        return self.kinds[self._position(offset)] if self.lines else "body"

    def line_at(self, offset: int) -> Line:
        """The logical line at an offset, or the last one before it."""
        return self.lines[self._position(offset)]

    def main_paragraphs(self) -> list[str]:
        """The logical lines of the authority's message proper."""
        shown = zip(self.lines, self.kinds, strict=True)
        return [self.text[line.start : line.end] for line, kind in shown if kind not in NOT_MAIN]

    def main_words(self) -> str:
        """The authority's message proper, white space flattened: no small print, no request retold."""
        return self._main_words

    @functools.cached_property
    def _main_words(self) -> str:
        return " ".join(" ".join(self.main_paragraphs()).split())

    @functools.cached_property
    def _line_starts(self) -> list[int]:
        return [line.start for line in self.lines]

    def _position(self, offset: int) -> int:
        return max(bisect.bisect_right(self._line_starts, offset) - 1, 0)

    def parts(self, letter_id: str) -> tuple[Part, ...]:
        """Runs of lines of one kind as records."""
        found: list[Part] = []
        for line, kind in zip(self.lines, self.kinds, strict=True):
            start = line.start
            if found and found[-1].kind == kind:
                start = found.pop().start
            found.append(Part(letter_id, start, line.end, self.text[start : line.end], 0.9, _RULE, kind))
        return tuple(found)


def dissect(text: str) -> Anatomy:
    r"""Take a letter apart.

    >>> letter = "Dear A\nYou asked:\n1. How many?\nResponse\nFour.\nYours sincerely\nB"
    >>> dissect(letter).kinds
    ['greeting', 'request', 'request', 'answers', 'answers', 'signature', 'signature']
    """
    own_end = own_text_end(text)
    own = find_lines(text, 0, own_end)
    kinds = _kinds(text, own)
    rest = find_lines(text, own_end)
    lines = own + rest
    return Anatomy(text, own_end, lines, kinds + ["quoted_mail"] * len(rest), list(find_sentences(text, lines)))


def _kinds(text: str, lines: list[Line]) -> list[str]:
    kinds: list[str] = []
    flats = [" ".join(text[line.start : min(line.end, line.start + 600)].split()) for line in lines]
    current, asked, last_number = "body", False, 0
    for position, (line, flat) in enumerate(zip(lines, flats, strict=True)):
        if cues.FURNITURE.search(flat[:200]) and (line.end - line.start) < 400:
            kinds.append("furniture")
            continue
        opening = _opening(flat, line, current, position < len(lines) * _EARLY)
        if opening == "request" and not _is_request_next(
            flat, lines[position + 1 : position + 2], flats[position + 1 :]
        ):
            opening = None
        if current == "request" and line.marker is not None and _restarts(line, last_number):
            opening = "answers"
        elif opening is None and current == "request" and _ends_request(flat, line, asked):
            opening = "body"
        kinds.append(opening or current)
        current = "body" if opening == "greeting" else opening or current
        last_number = _number_of(line, last_number) if current == "request" else 0
        asked = current == "request" and (asked or line.marker is not None or flat.endswith("?") or flat[:1] in '>"“')
    return kinds


def _is_request_next(flat: str, following: list[Line], flats: list[str]) -> bool:
    """A heading opens the request; a sentence only when what follows it looks like one."""
    if len(flat) <= _SHORT_HEADING or not following:
        return True
    return following[0].marker is not None or bool(cues.ASKS.search(flats[0])) or flats[0][:1] in "\"“‘'"


def _restarts(line: Line, last_number: int) -> bool:
    """Numbering that begins again after the retold request numbers its answers."""
    number = _number_of(line, 0)
    return 0 < number <= 1 < last_number


def _number_of(line: Line, otherwise: int) -> int:
    label = line.marker.label if line.marker is not None and line.marker.kind == "number" else ""
    return int(label) if label.isdigit() else otherwise


def _speaks(words: str) -> bool:
    """Whether a numbered paragraph is the authority's: it says "we" and asks nothing."""
    return bool(cues.WE.match(words)) and not cues.STILL_ASKING.search(words)


def _ends_request(flat: str, line: Line, asked: bool) -> bool:
    """Whether the authority speaks again, or a new paragraph no longer asks."""
    if flat.endswith("?"):
        return False
    if line.marker is not None:
        return _speaks(flat.partition(" ")[2])
    return bool(cues.AUTHORITY_VOICE.match(flat)) or (asked and line.gap and not cues.STILL_ASKING.search(flat))


def _opening(flat: str, line: Line, current: str, early: bool) -> str | None:
    """The part a line opens, or None when it goes on with the open one."""
    allowed = _STICKY.get(current)
    if len(flat) <= _HEADING_LIMIT and cues.ANNEX.match(flat):
        return "annex"
    if len(flat) <= _HEADING_LIMIT and cues.REOPEN.match(flat):
        return "answers" if current in _STICKY else _non_sticky(flat, line, current)
    for kind, pattern in (("signature", cues.SIGNATURE), ("rights", cues.RIGHTS), ("footer", cues.FOOTER)):
        # A protective marking or a banner above the letter is not its footer.
        title = early and ((kind == "rights" and len(flat) <= _TITLE) or (kind == "footer" and allowed is None))
        if pattern.search(flat[:260]) and (allowed is None or kind in allowed) and not title:
            return kind
    if allowed is not None and early and cues.GREETING.match(flat):
        # Rights or a notice that stand above the letter end where it begins.
        return "greeting"
    if allowed is not None:
        return "reasons" if current == "rights" and _is_ground_heading(flat) else None
    if cues.GREETING.match(flat):
        return "greeting"
    return _non_sticky(flat, line, current)


def _is_ground_heading(flat: str) -> bool:
    """A heading that names a ground: what was taken for the small print is over."""
    return len(flat) <= _HEADING_LIMIT and bool(cues.REASONS.match(flat)) and not cues.COMPLAINT_SECTION.match(flat)


def _non_sticky(flat: str, line: Line, current: str) -> str | None:
    if cues.ANSWERS.search(flat[:300]):
        return "answers"
    if line.marker is not None and current == "request":
        return None
    if cues.DECISION.search(flat[:300]) and not flat.endswith("?"):
        return "decision"
    if len(flat) <= 4 * _HEADING_LIMIT and cues.REASONS.match(flat):
        return "reasons"
    if len(flat) <= 400 and cues.REQUEST.search(flat) and not cues.LAW.search(flat):
        return "request"
    return None
