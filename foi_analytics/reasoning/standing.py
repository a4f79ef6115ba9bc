"""With which ground a sentence of the reasoning stands."""

import bisect
from collections.abc import Iterable, Sequence

from ..records import Citation, Exemption
from ..regimes import section_of
from .words import Sentence

__all__ = ["Standing"]

_NOT_HERE = {"other_law", "quoted", "rejected"}
_REACH = 3000


class Standing:
    """The citations of a letter's grounds, in order, so that a place can be tied to the nearest before it.

    Args:
        grounds: The grounds relied on.
        citations: The letter's citations.
        headings: Where its headings and numbered points begin: what stands between two of them
            belongs together.
    """

    def __init__(
        self, grounds: Sequence[Exemption], citations: Iterable[Citation], headings: Sequence[int] = ()
    ) -> None:
        self._headings = list(headings)
        # Under FOIA each denial has a provision, and reasons, of its own.
        denials = (g.provision for g in grounds if g.role == "ncnd" and not g.provision.startswith("foia2000:"))
        self._denying = dict.fromkeys(section_of(p) for p in denials).keys()
        self._by_section: dict[str, list[str]] = {}
        for ground in grounds:
            self._by_section.setdefault(section_of(ground.provision), []).append(ground.provision)
        self._anchors = [
            (c.start, sections) for c in citations if c.role not in _NOT_HERE and (sections := self._sections(c))
        ]
        self._starts = [start for start, _ in self._anchors]

    def _sections(self, citation: Citation) -> tuple[str, ...]:
        named = (section_of(p) for p in citation.provisions)
        return tuple(dict.fromkeys(s for s in named if s in self._by_section))

    def cited_in(self, start: int, end: int) -> tuple[str, ...]:
        """The sections of grounds that a stretch of the letter cites."""
        first, last = bisect.bisect_left(self._starts, start), bisect.bisect_left(self._starts, end)
        return tuple(dict.fromkeys(s for _, sections in self._anchors[first:last] for s in sections))

    def sections_at(self, sentence: Sentence) -> tuple[str, ...]:
        """The sections a sentence cites, else the nearest cited under its heading, before it or after.

        Where nothing is cited under its heading it is the nearest cited before, or the only ground there is.
        """
        cited = self.cited_in(sentence.start, sentence.end)
        if cited:
            return cited
        before = bisect.bisect_left(self._starts, sentence.start) - 1
        position = bisect.bisect_right(self._headings, sentence.start)
        opens = self._headings[position - 1] if position else 0
        if self._headings and (before < 0 or self._starts[before] < opens):
            closes = self._headings[position] if position < len(self._headings) else sentence.end + _REACH
            below = self.cited_in(sentence.end, closes)
            if below:
                return below[:1]
        if before >= 0 and sentence.start - self._starts[before] < _REACH:
            return self._with_denial(self._anchors[before][1])
        return tuple(self._by_section) if len(self._by_section) == 1 else ()

    def _with_denial(self, sections: tuple[str, ...]) -> tuple[str, ...]:
        """Where a refusal to confirm or deny rests on a ground (FOISA s.18), what stands with one stands with both."""
        return tuple(self._denying) if self._denying >= set(sections) else sections

    def first_place(self, section: str) -> int:
        """Where a section is cited for the first time as a ground; -1 when it never is."""
        return next((start for start, sections in self._anchors if section in sections), -1)

    def grounds_of(self, sections: Iterable[str]) -> tuple[str, ...]:
        """The grounds of some sections, at the finest level stated."""
        return tuple(p for section in sections for p in self._by_section[section])
