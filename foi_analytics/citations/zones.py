"""Whose account a passage gives, by the heading it stands under: the first decision's, the requester's, the law's, or that
of what is not relied on.

A heading such as "What was decided" or "Your complaint" tells who is speaking for as long as no
other heading follows, whatever the wording of each sentence below it.
"""

import re

from ..anatomy import Anatomy

__all__ = ["zones"]

_LONGEST, _MOST_WORDS = 80, 11
_MARKER = re.compile(r"^\W*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s{1,3})?", re.IGNORECASE)
_NO_HEADING = re.compile(r"[.;,?!|]$|^\W*$|https?:|@|^[\W\d£%]+$|\byours\b|^dear\b", re.IGNORECASE)
_REPLY = r"(?:response|reply|decision|answer|refusal(?: notice)?|letter|handling|outcome|position)"
_OPENINGS = {
    "first": re.compile(
        rf"(?:(?:the|our|my|your|summary of the|details of the) )?(?:first|original|initial|earlier|previous|prior)(?:[- ]stage)? (?:\w+ )?{_REPLY}s?\b|"
        rf"(?:what|how) (?:[\w'’]+ ){{1,4}}(?:said|decided|told|answered|replied|responded|refused|given|withheld|handled|done)\b(?! now)|"
        rf"(?:what you were told|{_REPLY} (?:under review|complained of|of \d|dated|given|sent)|(?:the )?(?:background|history|chronology|timeline|what happened)\b)",
        re.IGNORECASE,
    ),
    "requester": re.compile(
        r"(?:summary of |the grounds of |grounds of )?(?:your|the (?:requester|applicant|complainant)['’]?s?) "
        r"(?:\w+ )?(?:complaint|submissions?|arguments?|objections?|appeal|representations|concerns?|points?|case|grounds|e-?mail|letter|views?|"
        r"request for (?:a |an )?(?:internal )?review)\b(?: of \d.*| dated.*| about.*| that.*)?:?$|"
        r"(?:the )?grounds? (?:of|for) (?:complaint|review|appeal)|"
        r"(?:what|why) (?:you|the (?:requester|applicant|complainant)) (?:now )?(?:say|sa(?:id|ys)|told|wr[io]te|argued?|complain\w*|ask\w*|object\w*|disagree\w*|want\w*|are|were|put)\b",
        re.IGNORECASE,
    ),
    "dropped": re.compile(
        r"[^.]{0,40}\b(?:exemptions?|exceptions?|sections?|grounds?|provisions?|what|which)\b[^.]{0,30}(?:\bnot|n['’]t|\bno longer|\bnever)\b[^.]{0,20}\b(?:rel(?:y|ied|ying)|appl|us(?:ed|ing)|claim|engag|pursu|need|cit)|"
        r"(?:other )?(?:exemptions?|exceptions?|grounds?)(?: that)?(?: were| was| have been| we(?: have)?)? (?:considered|withdr[ae]wn?|rejected|ruled out|dropped|abandoned|dismissed|discounted|overturned)\b|"
        r"considered (?:and|but) (?:not|rejected|dismissed|ruled out)\b|(?:no longer (?:relied|claimed|applied)|withdrawn)\b",
        re.IGNORECASE,
    ),
    "law": re.compile(
        r"(?:the )?(?:legal|statutory|legislative) (?:background|framework|context|position|provisions|tests?)\b|"
        r"(?:the )?(?:relevant |applicable )?(?:law|legislation|statute|statutory provisions)(?: in (?:brief|outline|question))?:?$|"
        r"what (?:the )?(?:law|act|regulations?|legislation|sections?|exemptions?) (?:\w+ )?(?:say|provide|require|mean)s?\b|"
        r"how (?:the )?(?:law|act|exemptions?|regulations?) works?\b|(?:the )?text of\b",
        re.IGNORECASE,
    ),
}


def zones(anatomy: Anatomy) -> dict[int, str]:
    """Which lines stand under a heading that says whose account follows.

    Args:
        anatomy: The letter taken apart.

    Returns:
        By the start of each such line `first`, `requester`, `dropped` or `law`; the heading counts as its own.

    >>> from ..anatomy import dissect
    >>> letter = "Dear A\\n\\nYour complaint\\n\\nYou say that it is public.\\n\\nMy findings\\n\\nIt is not."
    >>> list(zones(dissect(letter)).values())
    ['requester', 'requester']
    """
    found: dict[int, str] = {}
    current = ""
    for line, kind in zip(anatomy.lines, anatomy.kinds, strict=True):
        if line.end - line.start <= _LONGEST:
            words = anatomy.text[line.start : line.end]
            if not _NO_HEADING.search(words) and len(words.split()) <= _MOST_WORDS:
                current = _opened(_MARKER.sub("", words))
        if kind in ("signature", "rights", "greeting"):
            current = ""
        if current:
            found[line.start] = current
    return found


def _opened(heading: str) -> str:
    return next((zone for zone, pattern in _OPENINGS.items() if pattern.match(" ".join(heading.split()))), "")
