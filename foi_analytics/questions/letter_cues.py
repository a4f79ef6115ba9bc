"""The wording of decisions about a whole letter, and of reviews."""

import re

from ..wording import Wording

__all__ = [
    "ATTACHED",
    "DECISION_ALL",
    "DECISION_NONE",
    "DECISION_SOME",
    "NEVER_ANSWERED",
    "RELATING_TO",
    "RETELLING",
    "REVIEW_ALL_OVERTURNED",
    "REVIEW_ALL_UPHELD",
    "REVIEW_OVERTURNED",
    "REVIEW_PARTLY",
    "REVIEW_UPHELD",
    "STOP_WORDS",
    "SUPPLEMENT",
]

DECISION_ALL = Wording(
    r"\b(?:decided|determined|pleased|able|happy)\b[^.\n]{0,40}\bto (?:disclose|release|provide|supply|respond)[^.\n]{0,20}\b(?:all|in full|the requested information|the information you (?:have )?requested)\b",
    r"\b(?:disclos|releas|provid)\w+[^.\n]{0,30}\bin full\b",
)

DECISION_SOME = Wording(
    r"\b(?:decided|determined|able)\b[^.\n]{0,40}\bto (?:partially )?(?:disclose|release|provide|supply)[^.\n]{0,20}\b(?:some|part|a redacted)\b",
    r"\bwithholding (?:some|part|certain|the remain)",
    r"\bpartial(?:ly)? (?:disclos|releas|refus|exempt)",
    r"\bsome (?:of the )?(?:information|data|material)[^.\n]{0,60}\b(?:is|are|has been|have been) (?:being )?(?:withheld|exempt|redacted|refused)",
)

DECISION_NONE = Wording(
    r"\b(?:decided|determined)\b[^.\n]{0,40}\bnot to (?:disclose|release|provide|supply)\b",
    r"\brefus(?:e|ed|ing|al) (?:of )?your (?:entire |whole )?request\b",
    r"\bour refusal to provide this information\b|\brefusal to (?:provide|disclose|release) (?:this|the) information\b",
)

REVIEW_UPHELD = Wording(
    r"\b(?:i |we |therefore |and )?(?:fully )?uph(?:old|olds|eld|olding) (?:the |our |this |that )?(?:\w+ )?(?:original |initial |first )?(?:decision|response|application|use|refusal|exemption|position|handling|reliance|ncnd)",
    r"\b(?:decision|response|refusal|exemption|application|handling|outcome)[^.\n]{0,60}\b(?:is|was|has been|should be|be) (?:therefore )?(?:fully )?upheld\b",
    r"\bsatisfied (?:that )?(?:the|with|our)[^.\n]{0,80}\b(?:correct\w*|appropriate\w*|information (?:provided|you requested)|accurate|properly|was the|right)",
    r"\b(?:correct\w*|right\w*|appropriate\w*|properly) (?:applied|to (?:apply|refuse|withhold|rely|cite)|handled|refused|withheld)\b",
    r"\bnot uph(?:eld|old)[^.\n]{0,40}\bcomplaint|\bcomplaint[^.\n]{0,40}\bnot (?:been )?upheld\b|\bdo not uphold your\b",
)

REVIEW_OVERTURNED = Wording(
    r"\b(?:overturn|set aside|revers)\w*\b",
    r"\b(?:complaint|appeal)[^.\n]{0,40}\b(?:is|was|has been|be) upheld\b|\buphold(?:ing)? your (?:complaint|appeal)\b",
    r"\b(?:incorrect\w*|wrong\w*|should not have been|inappropriate\w*|mistaken\w*) (?:applied|cited|withheld|refused|relied)\b",
    r"\b(?:exemption|section|refusal)[^.\n]{0,60}\b(?:withdrawn|no longer (?:rel|appl))",
    r"\bno longer (?:wish to )?(?:rely|relies|relying|seek)\b",
    r"\b(?:can|will|am|are) now (?:be )?(?:able to )?(?:disclos|releas|provid)",
)

REVIEW_PARTLY = Wording(
    r"\b(?:partial(?:ly)?|in part|partly|part) (?:uph|overturn|set aside|upheld)",
    r"\bup(?:held|holding|hold)\b[^.\n]{0,40}\b(?:in part|partially|partly)\b",
    r"\bshould have (?:considered|offered|disclosed|released|provided|given|supplied|confirmed)\b",
    r"\bshould have been (?:disclosed|released|provided|given|supplied|sent|answered|confirmed)\b",
    r"\bfurther (?:information|documents?|material)[^.\n]{0,60}\b(?:can|is|are|now|has) (?:now )?(?:be(?:en)? )?(?:disclos|releas|provid|attached|enclosed)",
)

_IN_PART = r"(?!\s*(?:,\s*)?(?:in (?:part|so far|respect|relation|regard)|partly|partially|as (?:to|far|regards)|insofar|on (?:this|that|one)|save|except|but|for (?:part|question|item)))"
REVIEW_ALL_UPHELD = Wording(
    rf"\b(?:complaint|appeal|objection) (?:is|was|has)(?: therefore| accordingly)?(?: not|n['’]t)(?: been)?(?: therefore)? upheld\b{_IN_PART}",
    rf"\b(?:do not|don['’]t|cannot|can['’]t|does not) uphold (?:your|the) (?:complaint|appeal)\b{_IN_PART}",
    r"\b(?:decision|refusal|response|reply)\b[^.]{0,40}\bstands in full\b",
)
REVIEW_ALL_OVERTURNED = Wording(
    rf"\b(?:decision|refusal)(?: of [^.,]{{1,30}})? is(?: now)?(?: therefore| accordingly| hereby)? (?:overturned|set aside|reversed)\b{_IN_PART}",
    rf"\b(?:i|we) (?:therefore |accordingly |hereby )?(?:overturn|set aside|reverse) the (?:\w+ )?(?:decision|refusal)\b{_IN_PART}",
)
"""A verdict on all of the first decision, whatever is found fault with or relied on anew besides."""

ATTACHED = re.compile(r"\b(?:attached|enclosed|appended)\b", re.IGNORECASE)

RETELLING = re.compile(
    r"^\W*(?:you (?:asked|requested|wrote)|your request|i note you)\b[^?]{0,200}[:;]\s?-?$", re.IGNORECASE
)

NEVER_ANSWERED = Wording(
    r"\bfail(?:ure|ed|ing) to (?:respond|reply|answer|provide (?:you with )?a response)\b",
    r"\b(?:did not|had not|have not|not) (?:received? )?(?:respond(?:ed)?|repl(?:y|ied)|a response)\b[^.]{0,80}\b(?:deadline|20 working|within|time)",
)

RELATING_TO = re.compile(
    r"\brequest (?:for information )?(?:relating to|regarding|concerning|about|on)\s?:?\s(.{8,160}?)(?:,? which (?:we|was|you)|\breceived\b|\bdated\b|[.;\n])",
    re.IGNORECASE,
)

STOP_WORDS = {
    "inform",
    "reques",
    "releva",
    "which",
    "with",
    "from",
    "that",
    "this",
    "under",
    "freedo",
    "your",
    "have",
    "living",
}

SUPPLEMENT = Wording(
    r"\b(?:answers?|responses?|reply|information)\b[^.\n]{0,40}\b(?:to|for) (?:q|question|point)s? ?\d[^.\n]{0,60}\b(?:miss|omit|overlook|outstanding)",
    r"\b(?:missed|omitted|overlooked|outstanding) (?:question|answer|part|point)",
)
