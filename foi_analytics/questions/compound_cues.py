"""The joints of a sentence that asks several things."""

import re

__all__ = [
    "COMMA",
    "ENUMERATOR",
    "JOINT",
    "RETOLD_JOINT",
    "RUNNING",
    "SERIES",
    "SERIES_JOINT",
    "TOPIC",
]

ENUMERATOR = re.compile(r"(?<![\w)])\(?(?P<label>[a-h]|[1-9]|i{1,3}|iv|vi{0,3})\)[ \n]+", re.IGNORECASE)
SERIES = (("a", "b", "c", "d", "e", "f", "g", "h"), tuple("123456789"),
           ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii"))  # fmt: skip
_QUESTION_WORD = r"(?:how|what|which|who|whom|when|where|whether|why)\b"
_NEW_OBJECT = r"(?:the|a|an|any|all|their|its|his|her|copies|details|every|each|for)\b"
_LAST = r"(?:,? (?:lastly|finally|also|then|further))?,?"
JOINT = re.compile(
    rf"\s*;\s+(?:and\s+)?|,?\s+and{_LAST}(?:,? if so,?)?\s+(?:(?:about|of|to know|to be told)\s+)?(?={_QUESTION_WORD})|"
    rf",?\s+(?:together|along) with\s+(?={_NEW_OBJECT})|,?\s+and{_LAST} to (?:have|see|know|receive|be (?:sent|given|told))\s+|"
    rf",\s+and(?: also)?\s+(?={_NEW_OBJECT})",
    re.IGNORECASE,
)
COMMA = re.compile(rf",\s+(?=(?:and\s+)?(?:{_QUESTION_WORD}|{_NEW_OBJECT}))", re.IGNORECASE)
_THINGS = (
    r"(?:numbers?|amounts?|costs?|totals?|lists?|names?|minutes|dates?|outcomes?|reasons?|reports?|results?|values?|prices?|rates?|levels?|statements?|"
    r"nature|polic(?:y|ies)|contracts?|correspondence|e-?mails?|details|letters?|files?|advice|records?|sums?|terms|locations?|mileage|budget|fees?)"
)
RETOLD_JOINT = re.compile(
    rf"{JOINT.pattern}|,?\s+and(?: also)?\s+(?:for\s+)?(?=(?:the (?:\w+ )?{_THINGS}|any \w+|copies|all \w+)\b)",
    re.IGNORECASE,
)
"""In a reply, which retells in fewer words, "and the number that …" is another ask."""
SERIES_JOINT = re.compile(
    rf"\s*[,;]\s+(?:and{_LAST}\s+)?(?=(?:{_QUESTION_WORD}|{_NEW_OBJECT}|[A-Z]\w*['’]s\b))|\s+and{_LAST}\s+(?={_QUESTION_WORD}|(?:the|any|all)\b)|,?\s+together with\s+(?={_NEW_OBJECT})",
    re.IGNORECASE,
)
TOPIC = re.compile(
    r"(?:on|about|as (?:to|for)|regarding|concerning|turning to|with regard to|separately|then|next|also|and)\b[^,.;?:]{0,30},\s+(?=(?:how|what|which|who|when|where|why|can|could|do|does|is|are)\b)",
    re.IGNORECASE,
)
"""`On money, what did you spend?` asks one thing."""
RUNNING = re.compile(
    r"(?:(?<=\s)|^)\(?(?:q(?:uestion)?[ .]?)?(?P<label>\d{1,2})[).:](?:-|(?=\s))\s*(?=\S)", re.IGNORECASE
)
