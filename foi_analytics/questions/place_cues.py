"""The wording that names an ask by its place: the first two questions, bullet four, the latter."""

import re

from ..wording import Wording

__all__ = ["ANY", "COUNTS", "NAMES", "ONE", "ORDINAL", "ORDINALS", "PLACE", "WORDED"]

ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "sixth": 5,
             "seventh": 6, "eighth": 7, "ninth": 8, "tenth": 9, "last": -1, "final": -1, "closing": -1,
             "former": 0, "latter": 1}  # fmt: skip
ONE = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final|closing)"
_THING = r"(?:questions?|quer(?:y|ies)|points?|parts?|requests?|items?|bullets?|limbs?|matters?|documents?|lists?|asks?|ones?)"
ORDINAL = re.compile(
    rf"\b(?P<end>first|last|final) (?P<count>two|three|four|five|six|[2-6]) (?:of (?:your |the )?)?{_THING}\b|"
    rf"\b(?P<some>{ONE}(?:,? (?:and |or )?(?:the )?{ONE}){{0,5}}) (?:(?:numbered|bullet) )?(?:of (?:your|the|those|these) (?:\w+ )?)?{_THING}\b(?! of (?:it|that|this|them|your|question|point|part)\b)",
    re.IGNORECASE,
)
PLACE = re.compile(
    r"(?:^|[.;,:]\s+|\b(?:as (?:to|for|regards)|(?:with|in) (?:regard|respect|relation|reference) (?:to|of)|on|for|regarding|in)\s+)(?:the\s+)?"
    r"(?P<place>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|former|latter|last)"
    r"(?:ly|\s+place|\s+of these)?(?=\s*(?:[,.:]|is\b|was\b|are\b|were\b|falls?\b|you\b))",
    re.IGNORECASE,
)
NAMES = {"one": 0, "two": 1, "three": 2, "four": 3, "five": 4, "six": 5, "seven": 6, "eight": 7, "nine": 8, "ten": 9}
WORDED = re.compile(rf"\b{_THING} (?:number )?({'|'.join(NAMES)})\b", re.IGNORECASE)
COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6}
ANY = Wording(*(rf"\b{word}(?:ly)?\b" for word in [*ORDINALS, *NAMES]))
"""A word of place or number, without which none of these can occur."""
