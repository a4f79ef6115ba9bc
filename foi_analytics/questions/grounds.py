"""Which grounds concern which ask: cited in its answer, or said to concern it, or general to the letter."""

from dataclasses import dataclass

from ..anatomy import Anatomy, sentence_around
from ..citations import refine
from ..records import Citation
from ..regimes import ancestors, section_of
from .answer import Answer
from .ask import Ask
from .scopes import find_scope

__all__ = ["Grounds", "at_finest", "find_grounds"]

_SHORT_LINE = 240
_HEADING = 110


@dataclass(frozen=True, slots=True)
class Grounds:
    """For each ask its own grounds, and those that the letter ties to no ask."""

    own: list[list[str]]
    general: list[str]


def find_grounds(
    anatomy: Anatomy, relied: list[Citation], asks: list[Ask], answers: list[Answer | None], exemptions: list[str]
) -> Grounds:
    """Share the grounds of a letter out among its asks.

    Args:
        anatomy: The letter taken apart.
        relied: Its citations that are relied on.
        asks: The asks, in order.
        answers: The answer of each.
        exemptions: The letter's grounds, at the finest level stated.
    """
    numbers = [ask.number for ask in asks]
    cited: list[list[str]] = [[] for _ in numbers]
    claimed: list[list[str]] = [[] for _ in numbers]
    loose: list[str] = []
    for citation in relied:
        holders = [i for i, a in enumerate(answers) if a and a.own and a.holds(citation.start)]
        named = _named_scope(anatomy, citation, numbers) if not holders else []
        for i in holders:
            cited[i].extend(citation.provisions)
        for i in named:
            claimed[i].extend(citation.provisions)
        if not holders and not named:
            loose.extend(citation.provisions)
    own = [at_finest(refine(inside or said), exemptions) for inside, said in zip(cited, claimed, strict=True)]
    return Grounds(own, at_finest(refine(loose), exemptions))


def _named_scope(anatomy: Anatomy, citation: Citation, numbers: list[str]) -> list[int]:
    """The asks that the citation's sentence names, else its short line, else the heading above it."""
    text = anatomy.text
    line = anatomy.line_at(citation.start)
    places = [anatomy.sentences[sentence_around(anatomy.sentences, citation.start)]]
    if line.end - line.start < _SHORT_LINE:
        places.append((line.start, line.end))
    above = anatomy.line_at(line.start - 1) if line.start else line
    if above.end - above.start < _HEADING and above.end < citation.start:
        places.append((above.start, above.end))
    for start, end in places:
        scope = find_scope(text[start:end], numbers)
        if scope:
            return [i for i, n in enumerate(numbers) if n in scope]
    return []


def at_finest(grounds: list[str], exemptions: list[str]) -> list[str]:
    """Grounds at the level the letter states them anywhere: 31 becomes 31(1)(a) and (b)."""
    fine: list[str] = []
    for ground in grounds:
        below = [e for e in exemptions if ground in ancestors(e)]
        fine.extend(below or [ground])
    return [g for g in dict.fromkeys(fine) if g in exemptions or section_of(g) in {section_of(e) for e in exemptions}]
