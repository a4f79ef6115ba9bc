"""The two ways on from a refusal: review by the authority, and the regulator."""

import functools
from collections.abc import Iterable, Iterator

from . import rights_cues as cues
from .words import Sentence

__all__ = ["find_regulator_rights", "find_review_rights", "of_the_decision"]

_REMEMBERED = 4096
_CLOSING = {"rights", "footer", "signature"}
_HEADING = 100


def find_review_rights(told: Iterable[Sentence]) -> Iterator[Sentence]:
    """The sentences that tell how to have the authority look at its decision again, or that it offers no review.

    `told` are those `of_the_decision`.

    FOIA 2000 s.17(7)(a); EIR 2004 reg.14(5)(a) with reg.11; FOISA 2002 s.19 with s.20(1); EI(S)Rs 2004 reg.13(e).

    >>> said = "You may ask for an internal review."
    >>> [s.text == said for s in find_review_rights([Sentence(0, 35, said, "rights", True)])]
    [True]
    """
    before = None
    for sentence in told:
        if _offers_review(sentence.text) or (before is not None and _follows_trouble(before, sentence)):
            yield sentence
        before = sentence


def find_regulator_rights(told: Iterable[Sentence]) -> Iterator[Sentence]:
    """The sentences that point to the Information Commissioner, as the person to turn to and not as one quoted.

    `told` are those `of_the_decision`.

    FOIA 2000 s.17(7)(b) with s.50; EIR 2004 reg.14(5)(b); FOISA 2002 s.19 with s.47(1); EI(S)Rs 2004 reg.13(e).

    >>> told = Sentence(0, 0, "You may then apply to the Information Commissioner.", "rights", True)
    >>> cited = Sentence(0, 0, "We followed the guidance of the Commissioner.", "body", True)
    >>> list(find_regulator_rights([cited, told])) == [told]
    True
    """
    for sentence in told:
        turned = _turns_to_regulator(sentence.text)
        if turned or (turned is None and (sentence.part in _CLOSING or sentence.whole)):
            yield sentence


def of_the_decision(own: Iterable[Sentence]) -> Iterator[Sentence]:
    """The sentences but those of the request retold and of the paragraphs on what is done with personal data.

    >>> said = ["Privacy notice", "You may complain to the Information Commissioner about your data."]
    >>> list(of_the_decision(Sentence(0, 0, s, "rights", whole=True, opens=True) for s in said))
    []
    """
    under = here = False
    for sentence in own:
        private = bool(cues.PRIVACY.search(sentence.text))
        if _is_heading(sentence) and not cues.REGULATOR.search(sentence.text):
            under = here = private
        elif sentence.opens:
            here = under
        here = here or private
        if not here and sentence.part != "request":
            yield sentence


def _is_heading(sentence: Sentence) -> bool:
    return sentence.whole and len(sentence.text) < _HEADING and sentence.text[-1:] not in ".;,"


def _follows_trouble(before: Sentence, sentence: Sentence) -> bool:
    """Whether a sentence says what to do in the case that the heading or question before it names."""
    asked = _is_heading(before) or before.text.endswith("?")
    if not asked or len(before.text) >= _HEADING or sentence.text[0] == "[":
        return False
    told = cues.TROUBLE.search(before.text) and cues.TELL.search(sentence.text)
    return bool(told) and not cues.REGULATOR.search(f"{before.text} {sentence.text}")


# The last paragraphs of letters are the same in thousands of them.
@functools.lru_cache(maxsize=_REMEMBERED)
def _offers_review(text: str) -> bool:
    if cues.ELSEWHERE.search(text):
        return True
    return any(cues.REVIEW.search(part) for part in _said_of_authority(text))


def _said_of_authority(text: str) -> Iterator[str]:
    """A sentence without what it says of the regulator."""
    named = cues.REGULATOR.search(text)
    if named is None:
        yield text
        return
    begins = max((m.start() for m in cues.BEFORE.finditer(text, 0, named.start())), default=0)
    yield text[:begins]
    ends = cues.AFTER.search(text, named.end())
    if ends:
        yield text[ends.start() :]


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
