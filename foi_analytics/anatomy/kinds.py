"""What kind of letter it is: a response, a review, an acknowledgement, a holding letter …."""

from . import cues
from .parts import Anatomy

__all__ = ["letter_kind"]


_SMALL_PRINT = {"rights", "footer", "signature", "furniture", "quoted_mail"}
_HEAD = 2500
_CHATTER_LIMIT = 900


def letter_kind(anatomy: Anatomy) -> str:
    r"""One of `foi_analytics.records.LETTER_KINDS`.

    >>> from foi_analytics.anatomy import dissect
    >>> letter_kind(dissect("Dear A\\nYour request has been logged. We will respond by 3 May."))
    'acknowledgement'
    >>> letter_kind(dissect("Dear A\\nWe do not hold this information.\\nYours sincerely\\nB"))
    'response'
    """
    main = _main_words(anatomy)
    head = main[:_HEAD]
    if cues.BOUNCE.search(anatomy.text[:800]) and len(cues.SUBSTANCE.findall(main)) < 2:
        return "bounce"
    if not main.strip():
        return "correspondence"
    if cues.REVIEW.search(head) and cues.REVIEW_DONE.search(main) and not cues.LOGGED.search(head):
        return "internal_review"
    return _first_stage(anatomy, head, main)


def _first_stage(anatomy: Anatomy, head: str, main: str) -> str:
    substance = len(cues.SUBSTANCE.findall(main))
    answered = "answers" in anatomy.kinds
    if cues.HOLDING.search(head) and not cues.LOGGED.search(head) and not answered and substance < 3:
        return "holding"
    if cues.CLARIFIES.search(head) and not answered and substance < 2:
        return "clarification_request"
    if substance or answered:
        return "response"
    if cues.ACKNOWLEDGES.search(head):
        return "acknowledgement"
    return "correspondence" if cues.CHATTER.search(head) and len(main) < _CHATTER_LIMIT else "response"


def _main_words(anatomy: Anatomy) -> str:
    lines = zip(anatomy.lines, anatomy.kinds, strict=True)
    shown = (
        anatomy.text[line.start : line.end] for line, kind in lines if kind not in _SMALL_PRINT and kind != "request"
    )
    return " ".join(" ".join(shown).split())
