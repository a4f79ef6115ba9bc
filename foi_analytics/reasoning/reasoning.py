"""All that is read of how a letter reasons its refusal."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..anatomy import Anatomy
from ..records import Argument, CostEstimate, Duty, Exemption, Letter
from ..regimes import section_of
from ..wording import Wording
from .advice import find_advice
from .cost import find_estimates
from .decision import REFUSED, Decision
from .duties import laws
from .notices import check_notice
from .opinion import find_opinions
from .prejudice import find_harm, find_prejudice, is_prejudice_owed, prejudice_levels
from .public_interest import Weighed, find_weighing, is_qualified, is_weighing_owed, public_interest_test
from .refusal import Refusal
from .rights import find_regulator_rights, find_review_rights, of_the_decision
from .standing import Standing
from .unnamed import find_unnamed
from .words import Sentence, is_point, main_sentences, own_sentences

__all__ = ["Reasoning", "read_reasoning"]

_SCORE = 0.85
_ANSWERING = {"response", "internal_review"}
_COST = {"foia2000:12", "foisa2002:12", "eir2004:12(4)(b)", "eisr2004:10(4)(b)"}
_OPINION = {"foia2000:36"}
_ATTACHED = Wording(
    r"\b(?:response|reply|decision|letter|refusal notice|refusal)\b[^.;]{0,40}\b(?:is|are)? ?(?:attached|enclosed)\b",
    r"\b(?:attached|enclosed)\b[^.;]{0,40}\b(?:response|reply|decision|letter|refusal notice)\b",
)
_COVER = 1500
_BRIDGES = {"eir2004:12(3)": "eir2004:13", "eisr2004:10(3)": "eisr2004:11"}
"""Provisions that only lead to the one on personal data."""
_HEADING = 70


@dataclass(frozen=True, slots=True)
class Reasoning:
    """How a letter reasons its refusal; the fields are those of `Reading`."""

    pit: str = "na"
    prejudice: tuple[str, ...] = ()
    arguments: tuple[Argument, ...] = ()
    cost_estimates: tuple[CostEstimate, ...] = ()
    duties: tuple[Duty, ...] = ()


def read_reasoning(letter: Letter, anatomy: Anatomy, decision: Decision) -> Reasoning:
    r"""Read how a refusal is reasoned, and check its notice; a letter that refuses nothing has no reasoning.

    Args:
        letter: The letter.
        anatomy: The letter taken apart.
        decision: What the stages before have found.

    >>> from foi_analytics import read
    >>> said = "Dear A,\nThe report is withheld under section 31(1)(a) of FOIA.\nYours sincerely\nB"
    >>> [d.duty for d in read(said).duties if not d.met]
    ['foia2000:17(1)(c)', 'foia2000:17(3)(b)', 'foia2000:17(7)(a)', 'foia2000:17(7)(b)']
    """
    if decision.kind not in _ANSWERING:
        return Reasoning()
    refusing = decision.exemptions or decision.inferred or decision.outcome in REFUSED
    reader = _Reader(letter, anatomy, decision)
    return reader.read() if refusing or reader.unnamed is not None else Reasoning()


class _Reader:
    def __init__(self, letter: Letter, anatomy: Anatomy, decision: Decision) -> None:
        self.letter, self.anatomy, self.decision = letter, anatomy, decision
        self.grounds = _relied_on(decision)
        self.own = own_sentences(anatomy, [g.start for g in self.grounds])
        self.main = main_sentences(self.own)
        headings = [s.start for s in self.main if _opens(s)]
        qualified = [g for g in self.grounds if is_qualified(g.provision)]
        self.standing = Standing(anatomy, self.grounds, decision.citations, headings)
        self.standing_of_qualified = Standing(anatomy, qualified, decision.citations, headings)
        self.weighing_owed = is_weighing_owed(decision.citations)
        self.prejudice_owed = is_prejudice_owed(decision.citations)
        deciding = list(of_the_decision(self.own))
        self.reviews, self.regulators = list(find_review_rights(deciding)), list(find_regulator_rights(deciding))
        self.rights = {s.start for s in (*self.reviews, *self.regulators)}
        told = [s for s in self.main if s.start not in self.rights]
        self.unnamed = find_unnamed(decision, told, self.standing)

    def read(self) -> Reasoning:
        qualified = self.weighing_owed or any(is_qualified(g.provision) for g in self.grounds)
        reviews, regulators, rights, unnamed = self.reviews, self.regulators, self.rights, self.unnamed
        weighed = find_weighing(s for s in self.main if s.start not in rights) if qualified else []
        claimed = list(find_prejudice(self.main)) if self.prejudice_owed else []
        sections = {section_of(g.provision) for g in self.grounds}
        for_cost = sections & _COST
        costly = for_cost or (unnamed is not None and unnamed.sort == "cost")
        told = (s for s in self.own if s.part != "request" and s.start not in rights)
        advice = list(find_advice(told)) if costly else []
        arguments = [self._argument(w.kind, w.sentence) for w in weighed]
        arguments += [self._argument("prejudice", s, level) for level, s in claimed]
        if self.prejudice_owed:
            arguments += [self._argument("harm", s) for s in find_harm(self.main)]
        if sections & _OPINION:
            arguments += [self._argument("qualified_opinion", s) for s in find_opinions(self.main)]
        for kind, found in (("advice", advice), ("review_right", reviews), ("regulator_right", regulators)):
            arguments += [self._argument(kind, s, tied=False) for s in found]
        return Reasoning(
            pit=public_interest_test(self.weighing_owed, self.main, weighed),
            prejudice=prejudice_levels(level for level, _ in claimed),
            arguments=tuple(sorted(arguments, key=lambda a: (a.start, a.kind))),
            cost_estimates=tuple(self._estimates(for_cost)),
            duties=tuple(self._duties(weighed, advice)),
        )

    def _argument(self, kind: str, sentence: Sentence, level: str = "", *, tied: bool = True) -> Argument:
        start, end = sentence.start, sentence.end
        grounds = self.standing.grounds_of(self.standing.sections_at(sentence)) if tied else ()
        rule = f"rule:reasoning/{kind.replace('_', '-')}@1"
        quote = self.letter.text[start:end]
        return Argument(self.letter.letter_id, start, end, quote, _SCORE, rule, kind, grounds, level)

    def _estimates(self, for_cost: set[str]) -> Iterator[CostEstimate]:
        if not for_cost:
            return iter(())
        scottish = "foisa2002:12" in for_cost
        letter = self.letter
        return find_estimates(self.anatomy, letter.letter_id, self.main, letter.authority, scottish=scottish)

    def _duties(self, weighed: list[Weighed], advice: list[Sentence]) -> list[Duty]:
        duties: list[Duty] = []
        unnamed = self.unnamed
        for law_id, law in laws().items():
            grounds = tuple(g for g in self.grounds if g.provision.startswith(f"{law_id}:"))
            here = unnamed if unnamed is not None and law_id == unnamed.law_id else None
            if grounds or here is not None:
                duties += check_notice(
                    Refusal(
                        letter_id=self.letter.letter_id,
                        text=self.letter.text,
                        kind=self.decision.kind,
                        law=law,
                        grounds=_one_for_each_section(grounds),
                        unnamed=here,
                        own=self.own,
                        main=self.main,
                        citations=self.decision.citations,
                        weighed=weighed,
                        standing=self.standing,
                        standing_of_qualified=self.standing_of_qualified,
                        reviews=self.reviews,
                        regulators=self.regulators,
                        advice=advice,
                    )
                )
        return [] if any(not d.met for d in duties) and self._is_cover() else duties

    def _is_cover(self) -> bool:
        """A short message that carries the letter: what it lacks may stand in what is attached."""
        words = sum(len(s.text) for s in self.main)
        return words < _COVER and any(_ATTACHED.search(s.text) for s in self.main)


def _opens(sentence: Sentence) -> bool:
    """Whether a sentence is a heading or begins a numbered point."""
    heading = sentence.whole and len(sentence.text) < _HEADING and sentence.text[-1:] not in ".;,"
    return heading or is_point(sentence)


def _relied_on(decision: Decision) -> tuple[Exemption, ...]:
    """The grounds cited, and those concluded that refuse to process; pointing to a website refuses nothing."""
    return decision.exemptions + tuple(g for g in decision.inferred if _sort_of(g) in ("cost", "burden"))


def _sort_of(ground: Exemption) -> str:
    """How a ground refuses under its law; empty when no notice is checked under it."""
    law = laws().get(ground.provision.partition(":")[0])
    return "" if law is None else law.sort_of(ground.provision)


def _one_for_each_section(grounds: Iterable[Exemption]) -> tuple[Exemption, ...]:
    """The first ground of each section: a notice that gives reasons for 31(1)(a) gives them for (b) beside it."""
    first: dict[str, Exemption] = {}
    for ground in grounds:
        first.setdefault(section_of(ground.provision), ground)
    return tuple(ground for section, ground in first.items() if _BRIDGES.get(section) not in first)
