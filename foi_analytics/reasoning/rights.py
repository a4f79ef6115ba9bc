"""The two ways on from a refusal: review by the authority, and the regulator."""

import functools
from collections.abc import Iterable, Iterator

from . import rights_cues as cues
from .words import Sentence

__all__ = ["find_regulator_rights", "find_review_rights"]

_REMEMBERED = 4096
_CLOSING = {"rights", "footer", "signature"}


def find_review_rights(own: Iterable[Sentence]) -> Iterator[Sentence]:
    """The sentences that tell how to have the authority look at its decision again, or that it offers no review.

    FOIA 2000 s.17(7)(a); EIR 2004 reg.14(5)(a) with reg.11; FOISA 2002 s.19 with s.20(1); EI(S)Rs 2004 reg.13(e).

    >>> said = "You may ask for an internal review."
    >>> [s.text == said for s in find_review_rights([Sentence(0, 35, said, "rights", True)])]
    [True]
    """
    return (s for s in own if s.part != "request" and _offers_review(s.text))


def find_regulator_rights(own: list[Sentence]) -> Iterator[Sentence]:
    """The sentences that point to the Information Commissioner, as the person to turn to and not as one quoted.

    FOIA 2000 s.17(7)(b) with s.50; EIR 2004 reg.14(5)(b); FOISA 2002 s.19 with s.47(1); EI(S)Rs 2004 reg.13(e).

    >>> told = Sentence(0, 0, "You may then apply to the Information Commissioner.", "rights", True)
    >>> cited = Sentence(0, 0, "We followed the guidance of the Commissioner.", "body", True)
    >>> list(find_regulator_rights([cited, told])) == [told]
    True
    """
    for sentence in own:
        if sentence.part == "request":
            continue
        turned = _turns_to_regulator(sentence.text)
        if turned or (turned is None and (sentence.part in _CLOSING or sentence.whole)):
            yield sentence


# The last paragraphs of letters are the same in thousands of them.
@functools.lru_cache(maxsize=_REMEMBERED)
def _offers_review(text: str) -> bool:
    return bool(cues.REVIEW.search(text) or cues.ELSEWHERE.search(text))


@functools.lru_cache(maxsize=_REMEMBERED)
def _turns_to_regulator(text: str) -> bool | None:
    """Whether a sentence sends the reader to the regulator; None when it only gives the name."""
    named = cues.REGULATOR.search(text)
    if named is None:
        return bool(cues.ELSEWHERE.search(text))
    if cues.OF_PERSONAL_DATA.search(text):
        return False
    if cues.GUIDANCE.search(text) and not cues.TURNS_TO.search(text, 0, named.start()):
        return False
    return True if cues.TURNS_TO.search(text) else None
