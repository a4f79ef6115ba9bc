"""Which message of a correspondence a reply answers."""

import re
from collections.abc import Sequence

__all__ = ["asked_before"]

_AFTERTHOUGHT = re.compile(
    r"internal review|thank(?:s| you) for (?:your|the) (?:response|reply|e-?mail|message|information)|chas(?:e|ing)|"
    r"overdue|remind(?:er)?|update (?:on|for)|follow(?:ing)? up|no (?:response|reply)|"
    r"(?:when|still) (?:can|will|am|wait)",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"(?:would like|wish|like) to (?:request|know|make a)|"
    r"would like (?:\w+ ){0,3}(?:information|following|copies|copy)|"
    r"(?:please|could you|can you) (?:\w+ ){0,3}(?:provide|supply|send|confirm|tell|state)|"
    r"request(?:ing)? (?:\w+ ){0,3}(?:under|following)|following (?:information|questions)",
    re.IGNORECASE,
)
_ITEM = re.compile(r"^[ \t]{0,20}(?:\(?\d{1,2}[.):]|\(?[a-z][.)]|[•·*-])[ \t]", re.MULTILINE)
_ENOUGH_ITEMS = 2


def asked_before(messages: Sequence[str]) -> str | None:
    r"""The request a reply answers: the last message to the authority that asks for information anew.

    Thanks, chasers, complaints and requests for a review do not replace the opening request,
    and neither does anything of which it is in doubt that it asks anew.

    Args:
        messages: Messages to the authority before the reply, oldest first.

    Returns:
        The text of one of them; None when there is none.

    >>> asked_before(["Please provide:\n1. the cost\n2. the dates", "Thank you for your reply."])[:14]
    'Please provide'
    """
    for message in reversed(messages[1:]):
        if _asks_anew(message):
            return message
    return messages[0] if messages else None


def _asks_anew(message: str) -> bool:
    # What is asked stands at the beginning; below may be the quoted correspondence.
    own = message[:4000]
    if _AFTERTHOUGHT.search(own):
        return False
    return _ASKING.search(own) is not None and len(_ITEM.findall(own)) >= _ENOUGH_ITEMS
