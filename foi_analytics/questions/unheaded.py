"""Answers that stand under no head: told by the alignment of the letter's sentences with the asks."""

from ..anatomy import Anatomy
from .acts import OF_THE_WHOLE, REFUSING
from .alignment import Alignment, align
from .answer import Answer, Span, joined_words
from .ask import Ask
from .outcomes import gives_plainly, signal

__all__ = ["beside_heads", "by_alignment", "decides", "told_apart"]


def beside_heads(
    anatomy: Anatomy, asks: list[Ask], request: str, within_reply: bool, answers: list[Answer | None]
) -> list[Answer | None]:
    """Asks without a head are answered by sentences on their topic that stand under no head.

    Args:
        anatomy: The reply taken apart.
        asks: The asks, in order.
        request: The text the asks' offsets point into.
        within_reply: Whether that text is the reply itself.
        answers: What stands under the heads, None for an ask without.
    """
    if all(answers):
        return answers
    taken = [span for answer in answers if answer for span in answer.spans]
    aligned = align(anatomy, asks, request, within_reply, taken)
    found = list(answers)
    for i, answer in enumerate(answers):
        spans = aligned.own[i]
        if answer is None and spans:
            found[i] = Answer(spans, True, (i,), "topic")
    return found


def told_apart(anatomy: Anatomy, asks: list[Ask], request: str, within_reply: bool, group: Answer) -> dict[int, Answer]:
    """What each ask of a group is told, where the passage under their common head decides each by itself.

    Args:
        anatomy: The reply taken apart.
        asks: The asks, in order.
        request: The text the asks' offsets point into.
        within_reply: Whether that text is the reply itself.
        group: The answer that the asks share.
    """
    start, end = group.main
    outside = ((0, start), (end, len(anatomy.text)))
    own = align(anatomy, [asks[i] for i in group.shared], request, within_reply, outside).own
    apart = all(own) and len(set(own)) == len(own)
    if not apart or not all(decides(anatomy.text, o) or _gives(anatomy.text, o, ["withheld"]) for o in own):
        return {}
    return {i: Answer(o, True, (i,), f"{group.rule}-topic") for i, o in zip(group.shared, own, strict=True)}


def by_alignment(text: str, found: Alignment, whole: Answer, count: int) -> list[Answer | None]:
    """Each ask its own sentences, else what is said of the rest, else of the whole request.

    Args:
        text: The reply.
        found: Which sentences speak of which ask.
        whole: The whole letter as an answer, for when nothing decides any ask by itself.
        count: How many asks there are.
    """
    of_all = signal(joined_words(text, found.whole), ())
    guarded = decides(text, found.said)
    beside = [*(act for act, times in of_all.acts.items() if times), "withheld"] if guarded else []
    at_once = of_all.has(*OF_THE_WHOLE) and not of_all.ncnd_other
    speaking = [
        bool(own)
        and (
            (decides(text, own) and (not at_once or i in found.named))
            or ((i in found.alike or not guarded) and _gives(text, own, beside))
        )
        for i, own in enumerate(found.own)
    ]
    rest = found.rest if found.rest and (decides(text, found.rest) or _gives(text, found.rest, beside)) else ()
    decided = any(own and decides(text, own) for own in found.own)
    if not rest and not (decided or found.named if guarded else any(speaking)):
        return [whole] * count
    refusing = of_all.has(*REFUSING)
    answers: list[Answer | None] = []
    for own, speaks in zip(found.own, speaking, strict=True):
        shared = tuple(j for j in range(count) if found.own[j] == own)
        if speaks and (at_once or not refusing or decides(text, own)):
            answers.append(Answer(own, True, shared, "topic"))
        elif own and (speaks or not refusing):
            answers.append(Answer(tuple(sorted((*own, *found.whole))), True, shared, "topic-and-rest"))
        elif rest:
            answers.append(Answer(rest, True, shared, "rest-of-letter"))
        elif found.whole and (of_all.content or refusing or of_all.has("not_held", "transferred", "outside")):
            answers.append(Answer(found.whole, True, shared, "all-of-request"))
        else:
            answers.append(None if sum(speaking) * 2 >= count else whole)
    return answers


def decides(text: str, spans: tuple[Span, ...]) -> bool:
    """Whether sentences withhold, refuse or say that nothing is held.

    Args:
        text: The reply.
        spans: Where the sentences stand.
    """
    said = signal(joined_words(text, spans), ())
    return said.redacted or said.has(*REFUSING, "not_held", "transferred", "outside")


def _gives(text: str, spans: tuple[Span, ...], beside: list[str]) -> bool:
    """Whether sentences give information; in a letter that refuses something, only what is plainly given counts."""
    words = joined_words(text, spans)
    return gives_plainly(words, beside) if beside else signal(words, ()).content > 0
