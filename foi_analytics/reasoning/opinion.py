"""The qualified person's opinion that section 36 turns on."""

from collections.abc import Iterable, Iterator

from ..wording import Wording
from .words import Sentence

__all__ = ["find_opinions"]

_OPINION = Wording(
    r"\bqualified person\b[^.;]{0,200}\b(?:opinions?|view|decid\w+|considers?|satisfied|concluded|agree[sd]?"
    r"|certif\w+|confirmed)\b",
    r"\b(?:opinions?|view)\b[^.;]{0,120}\bqualified person\b",
    r"\breasonable opinion\b",
)


def find_opinions(main: Iterable[Sentence]) -> Iterator[Sentence]:
    """The sentences that report the reasonable opinion of a qualified person (FOIA 2000 s.36(2), (5)).

    >>> said = "The Monitoring Officer, as the qualified person, is of the opinion that it would inhibit advice."
    >>> [s.text == said for s in find_opinions([Sentence(0, 87, said, "body", False)])]
    [True]
    """
    return (s for s in main if _OPINION.search(s.text))
