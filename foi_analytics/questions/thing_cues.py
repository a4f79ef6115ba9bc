"""The kinds of thing a request asks for and a passage gives: money, a count, a date, a name, a reason, a paper."""

import re

__all__ = ["ASKED", "GIVEN"]

ASKED = {
    "money": re.compile(
        r"\b(?:costs?|prices?|spen[dt]|spending|budget\w*|pa(?:y|id|ys|yments?)|fees?|rents?|values?|salar\w+|charges?|how much)\b", re.IGNORECASE
    ),
    "count": re.compile(r"\b(?:how (?:many|often|long|tall|far|old|big)|numbers?|totals?|amount|average|rate|percentage|proportion)\b", re.IGNORECASE),
    "date": re.compile(r"\b(?:when|dates?|what (?:year|day|time))\b", re.IGNORECASE),
    "name": re.compile(r"\b(?:who|whom|whose|names?|which (?:firm|company|supplier|contractor|bod\w+|school\w*))\b", re.IGNORECASE),
    "reason": re.compile(r"\b(?:why|reasons?|reasoning|explain|rationale)\b", re.IGNORECASE),
    "paper": re.compile(
        r"\b(?:cop(?:y|ies)|minutes|reports?|e-?mails|correspondence|polic(?:y|ies)|lists?|papers?|documents?|contract|letters?|plans?|files?)\b",
        re.IGNORECASE,
    ),
}  # fmt: skip
GIVEN = {
    "money": re.compile(r"[£€$]\s?\d"),
    "count": re.compile(r"(?<![\w£€$/.,(])(?<!section )(?<!regulation )\d[\d,.]*(?:%|\b)(?![/(])|\b(?:none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty)\b", re.IGNORECASE),
    "date": re.compile(r"\b(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{2,4}\b"),
    "name": re.compile(r"(?<!^)(?<![.:;] )\b[A-Z][a-z]+ (?:(?:and|of|&) )?[A-Z][a-z]+"),
    "reason": re.compile(r"\b(?:because|since|as a result|due to|took the view|in order to|arises from|so that)\b", re.IGNORECASE),
    "paper": re.compile(r"\b(?:attached|enclosed|enclose|attach|annex|appendix|copy|copies|redacted|published|withheld)\b", re.IGNORECASE),
}  # fmt: skip
