"""Why a ground applies: the sentence that says so, or makes it apparent."""

import functools
import itertools
from collections.abc import Iterable, Iterator

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
    elsewhere = _about_another(section, sentences, standing) if section in reasons_cues.ABOUT else ()
    for position, sentence in enumerate(sentences):
        retells = reasons_cues.RETELLS.search(sentence.text)
        if retells or sentence.start in elsewhere or _is_about_another(section, sentence, standing):
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


def _about_another(section: str, main: list[Sentence], standing: Standing) -> set[int]:
    """Where the sentences begin of paragraphs that speak of another ground and not of this.

    They cite nothing, and come after a paragraph that cites both in sentences of their own.
    """
    found: set[int] = set()
    others: set[str] = set()
    for paragraph in _paragraphs(main):
        cited = [set(standing.cited_in(s.start, s.end)) for s in paragraph]
        if any(cited):
            with_it = [here for here in cited if section in here]
            others = set().union(*cited).difference(*with_it) if with_it else set()
        elif any(_speaks_of(other, paragraph) for other in others) and not _speaks_of(section, paragraph):
            found.update(s.start for s in paragraph)
    return found


def _speaks_of(section: str, paragraph: list[Sentence]) -> bool:
    about = reasons_cues.ABOUT.get(section)
    return about is not None and any(about.search(s.text) for s in paragraph)


def _paragraphs(main: list[Sentence]) -> Iterator[list[Sentence]]:
    """The sentences by paragraph or point."""
    numbers = itertools.accumulate(s.opens for s in main)
    for _, pairs in itertools.groupby(zip(numbers, main, strict=True), key=lambda pair: pair[0]):
        yield [sentence for _, sentence in pairs]


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
