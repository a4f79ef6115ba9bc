"""Headings that tell whose account follows."""

import re

__all__ = ["OPENINGS"]

_REPLY = r"(?:response|reply|decision|answer|refusal(?: notice)?|letter|handling|outcome|position)"
OPENINGS = {
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
