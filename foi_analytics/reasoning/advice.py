"""Advice and assistance with a refusal for cost: how the request could be narrowed, or that it cannot be."""

from collections.abc import Iterable, Iterator

from . import advice_cues as cues
from .words import Sentence

__all__ = ["find_advice"]


def find_advice(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """The sentences that help the requester past the limit; the duty recited is no help.

    FOIA 2000 s.16(1) with the Code of Practice under s.45, paragraph 2.10; FOISA 2002 s.15(1).

    >>> said = ["Section 16 puts a duty on us to advise and assist.", "You may wish to limit your request to one year."]
    >>> [s.text[:15] for s in find_advice(Sentence(0, 0, s, "body", False) for s in said)]
    ['You may wish to']
    """
    for sentence in sentences:
        found, duty = cues.ADVICE.search(sentence.text), cues.DUTY_ONLY.search(sentence.text)
        if found and not (duty and found.start() >= duty.start()):
            yield sentence
