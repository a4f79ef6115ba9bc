"""A letter that refuses, as the check of its notice sees it."""

import functools
from dataclasses import dataclass

from ..records import RELIED_ON, Citation, Exemption
from ..regimes import section_of
from . import reasons_cues as cues
from .duties import Law
from .public_interest import AGAINST, Weighed, is_qualified
from .standing import Standing
from .unnamed import Unnamed
from .words import Sentence

__all__ = ["Refusal"]

_HEADING = 90


@dataclass(frozen=True)
class Refusal:
    """A letter that refuses, as the check sees it.

    Attributes:
        letter_id, text: The letter.
        kind: `response` or `internal_review`.
        law: The statute under which it is checked.
        grounds: Those of that statute, inferred ones with them, one for each section.
        unnamed: The refusal for which no ground is named.
        own, main: The authority's sentences, and those of the message proper.
        citations: The letter's citations.
        weighed: Its weighing of the public interest.
        standing, standing_of_qualified: Which ground each place stands with, of all and of the qualified.
        reviews, regulators, advice: The sentences that tell of each.
    """

    letter_id: str
    text: str
    kind: str
    law: Law
    grounds: tuple[Exemption, ...]
    unnamed: Unnamed | None
    own: list[Sentence]
    main: list[Sentence]
    citations: tuple[Citation, ...]
    weighed: list[Weighed]
    standing: Standing
    standing_of_qualified: Standing
    reviews: list[Sentence]
    regulators: list[Sentence]
    advice: list[Sentence]

    def of_sort(self, *sorts: str) -> list[Exemption]:
        """The grounds that refuse in one of some ways."""
        return [g for g in self.grounds if self.law.sort_of(g.provision) in sorts]

    @functools.cached_property
    def joint(self) -> bool:
        """Whether one weighing is meant for all grounds: it says so, or stands apart, after all of them."""
        if len({section_of(g.provision) for g in self.grounds}) == 1:
            return True
        weighing = {w.sentence.start for w in self.weighed}
        told = [s for s in self.main if s.start in weighing or cues.PUBLIC_INTEREST.search(s.text)]
        if any(cues.JOINTLY.search(s.text) for s in told):
            return True
        relied = [c.start for c in self.citations if c.role in RELIED_ON and any(map(is_qualified, c.provisions))]
        apart = (s for s in self.main if s.opens and s.start not in weighing)
        opening = (s for s in apart if any(s.start <= place < s.end for place in relied))
        last = max((s.start for s in opening), default=-1)
        free = (s for s in told if s.start >= last and not self.standing_of_qualified.cited_in(s.start, s.end))
        return any((s.whole or s.opens) and len(s.text) < _HEADING for s in free)

    def sections_of(self, ground: str) -> frozenset[str]:
        """The section of a ground, and those beside which it neither confirms nor denies."""
        silent = frozenset(section_of(g.provision) for g in self.grounds if g.role == "ncnd")
        section = section_of(ground)
        return silent if section in silent else frozenset([section])

    def reasoning_of(self, ground: str) -> list[Sentence]:
        """The reasoning; for a ground that needs no weighing, of the weighing only what speaks of that ground."""
        about = cues.ABOUT.get(section_of(ground))
        if is_qualified(ground) or about is None:
            return self.reasoning
        weighing = {w.sentence.start for w in self.weighed}
        return [s for s in self.reasoning if s.start not in weighing or about.search(s.text)]

    @functools.cached_property
    def reasoning(self) -> list[Sentence]:
        """The message proper without the weighing, save what it says against disclosing the only ground there is."""
        several = len({section_of(g.provision) for g in self.grounds}) > 1
        weighing: dict[int, set[str]] = {}
        for weighed in self.weighed:
            weighing.setdefault(weighed.sentence.start, set()).add(weighed.kind)
        apart = self.joint and several
        rights = {s.start for s in (*self.reviews, *self.regulators)}
        point = self.unnamed.point if self.unnamed is not None else frozenset()
        told = (s for s in self.main if s.start not in rights and s.start not in point)
        return [s for s in told if s.start not in weighing or (AGAINST in weighing[s.start] and not apart)]
