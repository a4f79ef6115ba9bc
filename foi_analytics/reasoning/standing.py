"""With which ground a sentence of the reasoning stands."""

import bisect
from collections.abc import Iterable, Sequence

from ..anatomy import Anatomy, sentence_around
from ..records import Citation, Exemption
from ..regimes import section_of
from .words import Sentence

__all__ = ["Standing"]

_NOT_HERE = {"other_law", "quoted", "rejected"}
_REACH = 3000
_NEXT_LINE = 4
_LIST_LINE = 140


class Standing:
    """The citations of a letter's grounds, in order, so that a place can be tied to the nearest before it.

    Grounds cited in one sentence, or one below the other in a list, stand together.

    Args:
        anatomy: The letter taken apart.
        grounds: The grounds relied on.
        citations: The letter's citations.
        headings: Where its headings and numbered points begin: what stands between two of them
            belongs together.
    """

    def __init__(
        self,
        anatomy: Anatomy,
        grounds: Sequence[Exemption],
        citations: Iterable[Citation],
        headings: Sequence[int] = (),
    ) -> None:
        self._headings = list(headings)
        self._told: dict[tuple[int, int], tuple[str, ...]] = {}
        # Under FOIA each denial has a provision, and reasons, of its own.
        denials = (g.provision for g in grounds if g.role == "ncnd" and not g.provision.startswith("foia2000:"))
        self._denying = dict.fromkeys(section_of(p) for p in denials).keys()
        self._by_section: dict[str, list[str]] = {}
        for ground in grounds:
            self._by_section.setdefault(section_of(ground.provision), []).append(ground.provision)
        self._anchors: list[tuple[int, list[str]]] = []
        for citation in citations:
            if citation.role not in _NOT_HERE and (sections := self._sections(citation)):
                self._add(anatomy, citation.start, sections)
        self._starts = [start for start, _ in self._anchors]

    def _add(self, anatomy: Anatomy, start: int, sections: tuple[str, ...]) -> None:
        together = bool(self._anchors) and _stand_together(anatomy, self._anchors[-1][0], start)
        shared = self._anchors[-1][1] if together else []
        shared += [s for s in sections if s not in shared]
        self._anchors.append((start, shared))

    def _sections(self, citation: Citation) -> tuple[str, ...]:
        named = (section_of(p) for p in citation.provisions)
        return tuple(dict.fromkeys(s for s in named if s in self._by_section))

    def cited_in(self, start: int, end: int) -> tuple[str, ...]:
        """The sections of grounds that a stretch of the letter cites."""
        first, last = bisect.bisect_left(self._starts, start), bisect.bisect_left(self._starts, end)
        if first == last:
            return ()
        return tuple(dict.fromkeys(s for _, sections in self._anchors[first:last] for s in sections))

    def sections_at(self, sentence: Sentence) -> tuple[str, ...]:
        """The sections a sentence cites, else the nearest cited under its heading, before it or after.

        Where nothing is cited under its heading it is the nearest cited before, or the only ground there is.
        """
        place = sentence.start, sentence.end
        if place not in self._told:
            self._told[place] = self._find_sections(sentence)
        return self._told[place]

    def _find_sections(self, sentence: Sentence) -> tuple[str, ...]:
        cited = self.cited_in(sentence.start, sentence.end)
        if cited:
            return cited
        before = bisect.bisect_left(self._starts, sentence.start) - 1
        opens, closes = self._block(sentence)
        none_above = bool(self._headings) and (before < 0 or self._starts[before] < opens)
        if none_above and before + 1 < len(self._starts) and self._starts[before + 1] < closes:
            return tuple(self._anchors[before + 1][1])
        if before >= 0 and sentence.start - self._starts[before] < _REACH:
            return self._with_denial(tuple(self._anchors[before][1]))
        return tuple(self._by_section) if len(self._by_section) == 1 else ()

    def is_near(self, section: str, sentence: Sentence) -> bool:
        """Whether a section is cited under the same heading, or in the same point, as a sentence stands in."""
        return section in self.cited_in(*self._block(sentence))

    def _block(self, sentence: Sentence) -> tuple[int, int]:
        """From the heading or number above a sentence to the next."""
        position = bisect.bisect_right(self._headings, sentence.start)
        opens = self._headings[position - 1] if position else 0
        return opens, self._headings[position] if position < len(self._headings) else sentence.end + _REACH

    def _with_denial(self, sections: tuple[str, ...]) -> tuple[str, ...]:
        """Where a refusal to confirm or deny rests on a ground (FOISA s.18), what stands with one stands with both."""
        return tuple(self._denying) if self._denying >= set(sections) else sections

    def first_place(self, section: str) -> int:
        """Where a section is cited for the first time as a ground; -1 when it never is."""
        return next((start for start, sections in self._anchors if section in sections), -1)

    def grounds_of(self, sections: Iterable[str]) -> tuple[str, ...]:
        """The grounds of some sections, at the finest level stated."""
        return tuple(p for section in sections for p in self._by_section[section])


def _stand_together(anatomy: Anatomy, first: int, second: int) -> bool:
    """Whether two places are in one sentence, or on short lines without numbers one below the other."""
    if sentence_around(anatomy.sentences, first) == sentence_around(anatomy.sentences, second):
        return True
    above, below = anatomy.line_at(first), anatomy.line_at(second)
    numbered = any(line.marker is not None and line.marker.kind == "number" for line in (above, below))
    short = max(above.end - above.start, below.end - below.start) < _LIST_LINE
    return 0 <= below.start - above.end < _NEXT_LINE and short and not numbered
