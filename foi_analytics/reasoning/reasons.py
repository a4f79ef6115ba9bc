"""Why a ground applies: the sentence that says so, or makes it apparent."""

import functools
from collections.abc import Iterable

from . import prejudice_cues, reasons_cues
from .standing import Standing
from .words import Sentence

__all__ = ["find_reason", "gives_reason"]

_LEAD = 3


def find_reason(section: str, main: Iterable[Sentence], standing: Standing) -> Sentence | None:
    """The first sentence that says why a ground applies; None when the letter only cites it.

    It stands with the ground, leads up to it, or speaks of what it is about.  Some grounds are apparent
    from a word: section 40 once it is said that the data are personal, section 21 once it is
    said where the information is (FOIA 2000 s.17(1)(c): "if that would not otherwise be apparent").

    Args:
        section: The section of the ground.
        main: The sentences of the message proper that do not only strike the balance.
        standing: Which ground each place stands with.
    """
    apparent = reasons_cues.APPARENT.get(section)
    subject = reasons_cues.SUBJECTS.get(section)
    sentences = list(main)
    for position, sentence in enumerate(sentences):
        if _is_about_another(section, sentence, standing) or reasons_cues.RETELLS.search(sentence.text):
            continue
        beside = section in standing.sections_at(sentence) or _leads_up(section, sentences, position, standing)
        if apparent is not None and beside and apparent.search(sentence.text) and standing.is_near(section, sentence):
            return sentence
        if (beside or (subject is not None and subject.search(sentence.text))) and gives_reason(sentence):
            return sentence
        if beside and not standing.cited_in(sentence.start, sentence.end) and _tells_of_trouble(sentence):
            return sentence
    return None


def _is_about_another(section: str, sentence: Sentence, standing: Standing) -> bool:
    """Whether a sentence stands with several grounds and speaks of what another of them is about."""
    together = standing.sections_at(sentence)
    if len(together) == 1 or standing.cited_in(sentence.start, sentence.end):
        return False
    of = {s for s in together if s in reasons_cues.ABOUT and reasons_cues.ABOUT[s].search(sentence.text)}
    return bool(of) and section in together and section not in of


def _leads_up(section: str, main: list[Sentence], position: int, standing: Standing) -> bool:
    """Whether a sentence comes shortly before a citation of the section, in its paragraph, and cites no other."""
    sentence, later = main[position], main[position + 1 : position + 1 + _LEAD]
    if standing.cited_in(sentence.start, sentence.end):
        return False
    for each in later:
        if each.opens:
            return False
        cited = standing.cited_in(each.start, each.end)
        if cited:
            return section in cited
    return False


def _tells_of_trouble(sentence: Sentence) -> bool:
    """Whether a sentence that does more than refuse, or retell the request, speaks of what harm is made of."""
    text = sentence.text
    if sentence.whole and text[-1:] not in ".;,":
        return False
    if reasons_cues.REFUSES.search(text) or prejudice_cues.DESCRIBES.search(text):
        return False
    return reasons_cues.TROUBLES.search(text) is not None


def gives_reason(sentence: Sentence) -> bool:
    """Whether a sentence says why, beyond citing the law and its headings.

    >>> said = ["Question 4 is refused under section 31(1)(a) (crime).", "Burglars would know when to come."]
    >>> [gives_reason(Sentence(0, 0, s, "body", False)) for s in said]
    [False, True]
    """
    return _gives_reason(sentence.text)


@functools.lru_cache(maxsize=4096)  # every ground asks this of every sentence
def _gives_reason(text: str) -> bool:
    if prejudice_cues.DESCRIBES.search(text):
        return False
    return reasons_cues.REASON.search(reasons_cues.TITLE.sub(" ", text)) is not None
