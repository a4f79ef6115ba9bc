"""The two ways on from a refusal: review by the authority, and the regulator."""

from collections.abc import Iterable, Iterator

from . import rights_cues as cues
from .words import Sentence

__all__ = ["find_regulator_rights", "find_review_rights"]

_CLOSING = {"rights", "footer", "signature"}


def find_review_rights(own: Iterable[Sentence]) -> Iterator[Sentence]:
    """The sentences that tell how to have the authority look at its decision again, or that it offers no review.

    FOIA 2000 s.17(7)(a); EIR 2004 reg.14(5)(a) with reg.11; FOISA 2002 s.19 with s.20(1); EI(S)Rs 2004 reg.13(e).

    >>> said = "You may ask for an internal review."
    >>> [s.text == said for s in find_review_rights([Sentence(0, 35, said, "rights", True)])]
    [True]
    """
    return (s for s in own if s.part != "request" and (cues.REVIEW.search(s.text) or cues.ELSEWHERE.search(s.text)))


def find_regulator_rights(own: list[Sentence]) -> Iterator[Sentence]:
    """The sentences that point to the Information Commissioner, as the person to turn to and not as one quoted.

    FOIA 2000 s.17(7)(b) with s.50; EIR 2004 reg.14(5)(b); FOISA 2002 s.19 with s.47(1); EI(S)Rs 2004 reg.13(e).

    >>> told = Sentence(0, 0, "You may then apply to the Information Commissioner.", "rights", True)
    >>> cited = Sentence(0, 0, "We followed the guidance of the Commissioner.", "body", True)
    >>> list(find_regulator_rights([cited, told])) == [told]
    True
    """
    for sentence in own:
        text = sentence.text
        if sentence.part == "request" or not (named := cues.REGULATOR.search(text)):
            if cues.ELSEWHERE.search(text) and sentence.part != "request":
                yield sentence
            continue
        named_only = cues.GUIDANCE.search(text) and not cues.TURNS_TO.search(text, 0, named.start())
        if not named_only and (sentence.part in _CLOSING or sentence.whole or cues.TURNS_TO.search(text)):
            yield sentence
