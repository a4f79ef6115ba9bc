"""A citation among its neighbours: the words around it, its line, and the part of the letter it stands in."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from ..anatomy import Anatomy, sentence_around
from . import cues
from .clause import governing_clause, plain_sentence
from .find import Found
from .zones import zones

__all__ = ["Context", "contexts"]

_TALLY_LINES = 3
_QUOTATION = 3
_REACH = 600
_QUOTED_WORD = re.compile(r"\b(?!the\b|act\b|of\b|section\b|exemption\b)[a-z][a-z'’]+", re.IGNORECASE)
_CLOSING = re.compile(r"[\"”]")
_ITS_LAW = re.compile(
    r"^,? ?(?:(?:of|in|under|to) (?:the )?)?(?:FOIA?|FOISA|EIRs?|EI\(?S\)?Rs?|FOI Act|(?:2000|2002|above|said) Act|"
    r"Act(?: 200\d)?|Freedom of Information (?:\(Scotland\) )?Act(?: 200\d)?|"
    r"Environmental Information (?:\(Scotland\) )?Regulations(?: 2004)?|Regulations)\b(?: \((?:the )?[^()]{1,30}\))? ?"
)


@dataclass(frozen=True)
class Context:
    """One citation among its neighbours; every text is flattened to single spaces.

    Attributes:
        found: The reference.
        part: Kind of part it stands in.
        before, after: Words of its sentence on either side, within its cell of a table.
        previous, following: The sentences on either side.
        line_opening: Whether it opens its line, after a marker or a stamp word.
        line: The whole line.
        listed: Whether it stands in a list that an introduction opened.
        tallied: Whether it is counted in a table of refusals by section.
        inside_quotation: Whether it stands in a quotation of more than a name.
        plain: The sentence with the citation as `§` and others as `◊`, coordinated ones as one.
        clause: The clause of the plain sentence that governs the citation.
        zone: Whose account the heading above announces: `first`, `requester`, `dropped`, `law` or nothing.
    """

    found: Found
    part: str
    before: str
    after: str
    previous: str
    following: str
    line_opening: bool
    line: str
    listed: bool
    tallied: bool
    inside_quotation: bool
    plain: str
    clause: str
    zone: str

    @cached_property
    def sentence(self) -> str:
        """The whole sentence."""
        return f"{self.before} {self.found.quote} {self.after}"

    @cached_property
    def marked(self) -> str:
        """The sentence with this citation, and the law it names, as `§`, so that a pattern can ask for it by place."""
        return f"{self.before} § {self.then}"

    @cached_property
    def then(self) -> str:
        """The words after the citation and the name of its law: "of the Act" comes between it and its verb."""
        return _ITS_LAW.sub("", self.after, count=1)


def contexts(anatomy: Anatomy, found: tuple[Found, ...]) -> list[Context]:
    """The context of each citation of a letter, in order."""
    listing = _ListState()
    surroundings = _Surroundings(tuple((f.start, f.end) for f in found), _tally_lines(anatomy, found), zones(anatomy))
    return [_context(anatomy, f, listing, surroundings) for f in found]


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What the contexts of one letter share: spans of its citations, lines that count refusals, zones of lines."""

    spans: tuple[tuple[int, int], ...]
    tally: set[int]
    zones: dict[int, str]

    def beside(self, f: Found, start: int, end: int) -> list[tuple[int, int]]:
        first = bisect_left(self.spans, (start, 0))
        return [(a, b) for a, b in self.spans[first : bisect_left(self.spans, (end, 0))] if a != f.start and b <= end]


def _context(anatomy: Anatomy, f: Found, listing: "_ListState", around: _Surroundings) -> Context:
    text, sentences = anatomy.text, anatomy.sentences
    position = sentence_around(sentences, f.start)
    start, end = sentences[position]
    prior = sentences[position - 1] if position else (start, start)
    after = sentences[position + 1] if position + 1 < len(sentences) else (end, end)
    line = anatomy.line_at(f.start)
    lead = text[line.start : f.start].rpartition("|")[2].strip(" \t\n•-–*·[(“\"'")
    opening = f.start - line.body < 3 or not lead or cues.STAMP.fullmatch(lead) is not None
    # A sentence of any length is read no farther than a clause may reach, or long ones would cost its square.
    near = max(start, f.start - _REACH), min(end, f.end + _REACH)
    plain = plain_sentence(text, *near, (f.start, f.end), around.beside(f, *near))
    return Context(
        found=f,
        part=anatomy.kind_at(f.start) if f.start < anatomy.own_end else "quoted_mail",
        before=" ".join(text[min(near[0], f.start) : f.start].rpartition("|")[2].split()),
        after=" ".join(text[f.end : max(near[1], f.end)].partition("|")[0].split()),
        previous=" ".join(text[prior[0] : prior[1]].split()),
        following=" ".join(text[after[0] : after[1]].split()),
        line_opening=opening,
        line=" ".join(text[line.start : line.end].split()),
        listed=listing.covers(anatomy, f, opening),
        tallied=line.start in around.tally,
        inside_quotation=_is_quoted(text[line.start : f.start], text[f.end : line.end]),
        plain=plain,
        clause=governing_clause(plain),
        zone=around.zones.get(line.start, ""),
    )


def _is_quoted(lead: str, rest: str) -> bool:
    """Whether a quotation is open before a citation and holds more than the citation with its name."""
    opened = max(lead.rfind("“"), lead.rfind('"') if lead.count('"') % 2 else -1)
    if opened <= lead.rfind("”"):
        return False
    closed = _CLOSING.search(rest)
    inside = lead[opened + 1 :] + " " + rest[: closed.start() if closed else 0]
    return len(_QUOTED_WORD.findall(inside)) >= _QUOTATION


def _tally_lines(anatomy: Anatomy, found: tuple[Found, ...]) -> set[int]:
    """Lines of a table that counts refusals by section: three or more citations, each with a number after it."""
    lines = {anatomy.line_at(f.start) for f in found}
    counted = {x.start for x in lines if cues.TALLY.search(anatomy.text, x.start, x.end)}
    beside = [anatomy.line_at(f.start).start for f in found if cues.COUNTED.match(anatomy.text[f.end : f.end + 9])]
    if len(beside) >= _TALLY_LINES:
        counted.update(beside)
    return counted if len(counted) + len(beside) >= _TALLY_LINES else set()


class _ListState:
    """Whether a citation stands in the run of lines that a list introduction opened."""

    def __init__(self) -> None:
        self._last_line_end = -1

    def covers(self, anatomy: Anatomy, f: Found, opening: bool) -> bool:
        if not opening:
            return False
        position = next(i for i, x in enumerate(anatomy.lines) if x.end >= f.start)
        above = anatomy.lines[position - 1] if position else None
        if above is None:
            return False
        introduced = cues.LIST_INTRO.search(" ".join(anatomy.text[above.start : above.end].split()))
        if introduced or above.end == self._last_line_end:
            self._last_line_end = anatomy.lines[position].end
            return True
        return False
