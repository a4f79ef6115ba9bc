"""What kind of letter it is: a response, a review, an acknowledgement, a holding letter …."""

from . import cues
from .lines import Line
from .parts import Anatomy

__all__ = ["letter_kind"]


_HEAD = 2500
_BOUNCE_HEAD = 800
_CHATTER_LIMIT = 900
_PLENTY = 3


def letter_kind(anatomy: Anatomy) -> str:
    r"""One of `foi_analytics.records.LETTER_KINDS`.

    >>> from foi_analytics.anatomy import dissect
    >>> letter_kind(dissect("Dear A\\nYour request has been logged. We will respond by 3 May."))
    'acknowledgement'
    >>> letter_kind(dissect("Dear A\\nWe do not hold this information.\\nYours sincerely\\nB"))
    'response'
    """
    main = anatomy.main_words()
    head = main[:_HEAD]
    if cues.BOUNCE.search(anatomy.text[:_BOUNCE_HEAD]) and cues.SUBSTANCE.count(main, 2) < 2:
        automatic = cues.ACKNOWLEDGES.search(main) and cues.AUTOMATIC.search(anatomy.text[:_BOUNCE_HEAD])
        return "acknowledgement" if automatic else "bounce"
    if not main.strip():
        return "correspondence"
    seen = cues.OFFERS.sub(" ", head)
    if cues.REVIEW.search(seen) and cues.REVIEW_DONE.search(main) and not cues.LOGGED.search(head):
        return "internal_review"
    if cues.ANOTHER_LOOK.search(seen) and cues.SECOND_DECISION.search(main) and not cues.LOGGED.search(head):
        return "internal_review"
    return _first_stage(anatomy, head, main)


def _first_stage(anatomy: Anatomy, head: str, main: str) -> str:
    if "answers" in anatomy.kinds:
        return "response"
    said = cues.CONDITIONAL.sub(" ", main)
    substance = cues.SUBSTANCE.count(said, _PLENTY)
    if substance == _PLENTY:
        return "response"
    weighing = cues.WEIGHING.search(head)
    head = cues.CONDITIONAL.sub(" ", head)
    undecided = _answered_in_turn(anatomy) < 2
    clarifies = cues.CLARIFIES.search(cues.ABOUT_ONE_ASK.sub(" ", head)) and not weighing
    waits = (undecided and substance < 2) or cues.AWAITS.search(head)
    if clarifies and waits and not cues.EXEMPTS.search(said):
        return "clarification_request"
    if undecided and cues.HOLDING.search(head) and not cues.LOGGED.search(head) and not cues.DECIDES.search(head):
        return "holding"
    brief = len(main) < _CHATTER_LIMIT and not _lists(anatomy)
    owed = brief and _puts_off(main)
    if substance and not owed:
        return "response"
    overdue = cues.OVERDUE.search(head)
    if cues.ACKNOWLEDGES.search(head) and not overdue:
        return "acknowledgement"
    return "correspondence" if owed or (brief and (overdue or cues.CHATTER.search(head))) else "response"


def _puts_off(main: str) -> bool:
    """Whether it says that the answer is still to come, and in its other sentences nothing of what it will be."""
    if not cues.PUTS_OFF.search(main):
        return False
    rest = " ".join(each for each in cues.STOP.split(main) if not cues.PUTS_OFF.search(each))
    return not cues.SUBSTANCE.search(cues.CONDITIONAL.sub(" ", rest))


def _lists(anatomy: Anatomy) -> bool:
    own = [line for line, kind in _own(anatomy) if kind not in ("footer", "signature")]
    return sum(line.marker is not None for line in own) > 1


def _answered_in_turn(anatomy: Anatomy) -> int:
    """How many numbered questions or named parts open a line, outside the request as retold."""
    text = anatomy.text
    own = [line for line, kind in _own(anatomy) if kind != "request"]
    asked = sum(line.marker is not None and "?" in text[line.start : line.end] for line in own)
    return asked + sum(cues.PART.match(text, line.start) is not None for line in own)


def _own(anatomy: Anatomy) -> list[tuple[Line, str]]:
    """The authority's own lines with their kinds."""
    pairs = zip(anatomy.lines, anatomy.kinds, strict=True)
    return [(line, kind) for line, kind in pairs if kind != "quoted_mail"]
