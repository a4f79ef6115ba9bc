"""The clause that governs a citation: what it says of it, affirmed or denied, as a fact or a possibility.

A sentence is first made plain: the citation is `§`, others are `◊`, the names of their laws and
titles are gone, and a citation stands for those it is coordinated with, so that what is said of
"section 30 or section 31" is said of each.  The patterns are then built from classes of words
(verbs of relying, of refusing, of keeping, words that deny, words that leave open), not from phrases.
"""

from collections.abc import Sequence
from functools import lru_cache

from . import clause_cues

__all__ = [
    "denied",
    "given_up_next",
    "governing_clause",
    "habitual",
    "plain_sentence",
    "possible",
    "refused_under",
    "reserved",
    "supposed",
    "weighed_out",
]

_REMEMBERED = 4096
"""Clauses of which it is remembered what they say: the same ones stand in letter after letter."""


@lru_cache(maxsize=_REMEMBERED)
def refused_under(clause: str) -> bool:
    """Whether a clause says as a fact that something is kept back, and names its citation as the ground.

    >>> [refused_under(c) for c in ("the names stay out under §", "names may be kept out under §")]
    [True, False]
    """
    said = clause_cues.REFUSED_UNDER.search(clause)
    return (
        said is not None
        and not clause_cues.ANYONE.search(clause[: said.end()])
        and not clause_cues.PROVIDED.match(clause, said.end())
    )


def plain_sentence(text: str, start: int, end: int, here: tuple[int, int], others: Sequence[tuple[int, int]]) -> str:
    """A sentence with its citations as marks.

    Args:
        text: The letter.
        start: Where the sentence begins.
        end: Where it ends.
        here: The span of the citation in question.
        others: The spans of the other citations of the sentence, in order.

    >>> words = "Neither section 30 nor section 31 of the Act is relied on."
    >>> plain_sentence(words, 0, len(words), (8, 18), [(23, 33)])
    'Neither § is relied on.'
    """
    pieces, last = [], min(start, here[0])
    for span in sorted([here, *others]):
        if span[0] < last or span[0] >= max(end, here[1]):
            continue
        pieces += [text[last : span[0]], clause_cues.THIS if span == here else clause_cues.OTHER]
        last = span[1]
    flat = " ".join(("".join(pieces) + text[last : max(end, last)]).split())
    return clause_cues.COORDINATED.sub(
        clause_cues.THIS, clause_cues.ASIDE.sub(" ", clause_cues.AFTER_A_CITATION.sub("", flat))
    )


@lru_cache(maxsize=_REMEMBERED)
def governing_clause(plain: str) -> str:
    """The clause in which the citation of a plain sentence stands.

    >>> governing_clause("The names are exempt under §, but ◊ is not relied on.")
    'The names are exempt under §'
    """
    at = plain.find(clause_cues.THIS)
    start, end = 0, len(plain)
    for edge in clause_cues.CLAUSE_EDGE.finditer(plain):
        if edge.end() <= at:
            start = edge.end()
        elif edge.start() > at:
            end = edge.start()
            break
    return plain[start:end].strip()


@lru_cache(maxsize=_REMEMBERED)
def denied(clause: str) -> bool:
    """Whether a clause says that its citation is not relied on, or does not hold good.

    >>> [denied(c) for c in ("§ does not come into it", "without having to fall back on §", "not provided, applying §")]
    [True, True, False]
    """
    return any(pattern.search(clause) for pattern in clause_cues.DENIED)


@lru_cache(maxsize=_REMEMBERED)
def weighed_out(plain: str) -> bool:
    """Whether a sentence tells that its citation was considered and what came of it was nothing.

    >>> weighed_out("We also considered whether § ought to be added and concluded that it should not.")
    True
    """
    return bool(clause_cues.WEIGHED_OUT.search(plain))


@lru_cache(maxsize=_REMEMBERED)
def given_up_next(words: str) -> bool:
    """Whether what follows says of the thing just named that it is not relied on.

    >>> given_up_next("Neither is now relied on."), given_up_next("It is not in the public interest.")
    (True, False)
    """
    return any(pattern.search(words) for pattern in clause_cues.NEXT)


@lru_cache(maxsize=_REMEMBERED)
def possible(clause: str) -> bool:
    """Whether a clause says what might be done with its citation, or what it might do.

    >>> possible("the emails could fall within §"), possible("it would harm trade, so § applies")
    (True, False)
    """
    return any(pattern.search(clause) for pattern in clause_cues.POSSIBLE)


@lru_cache(maxsize=_REMEMBERED)
def supposed(plain: str) -> bool:
    """Whether a sentence is about a case that is not this one.

    >>> supposed("Had your request been about staff, § would have had to be looked at.")
    True
    """
    at = plain.find(clause_cues.THIS)
    start = max(plain.rfind(";", 0, at), plain.rfind(":", 0, at)) + 1
    end = next((i for i in range(at, len(plain)) if plain[i] in ";:"), len(plain))
    return bool(clause_cues.SUPPOSED.search(plain[start:end].strip()))


@lru_cache(maxsize=_REMEMBERED)
def reserved(plain: str) -> bool:
    """Whether a sentence keeps its citation for another time."""
    return bool(clause_cues.RESERVED.search(plain))


@lru_cache(maxsize=_REMEMBERED)
def habitual(clause: str) -> bool:
    """Whether a clause says what is done as a rule, and not that it is done here.

    >>> habitual("names are as a rule taken out under §"), habitual("names have as usual been taken out under §")
    (True, False)
    """
    return bool(clause_cues.HABIT.search(clause)) and not clause_cues.DONE.search(clause)
