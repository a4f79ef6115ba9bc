"""Numbers in an estimate of cost: durations, rates for each thing, how many things, sums of money."""

import re
from dataclasses import dataclass

__all__ = ["Quantity", "find_quantities"]

_SMALL = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_WORDS = {word: float(n) for n, word in enumerate(_SMALL, start=1)} | {
    "a": 1.0, "an": 1.0, "half": 0.5, "half an": 0.5, "a quarter of an": 0.25, "twenty-four": 24.0,
    "thirty": 30.0, "forty": 40.0, "forty-five": 45.0, "fifty": 50.0, "sixty": 60.0, "ninety": 90.0,
}  # fmt: skip
_NUMBER = (
    r"(?:\d{1,3}(?:,\d{3}){1,3}|\d{1,9}(?:\.\d{1,3})?|half an|a quarter of an|"
    + "|".join(sorted(_WORDS, key=len, reverse=True))
    + ")"
)
_DURATION = re.compile(
    rf"\b(?P<n>{_NUMBER})(?P<half> and a half|½)?[ -]?(?P<unit>hours?|hrs?|minutes?|mins?|seconds?|secs?)\b"
    rf"(?:['’]s?)?(?:,? (?:and )?(?P<more>{_NUMBER}) (?:minutes?|mins?)\b)?",
    re.IGNORECASE,
)
_MONEY = re.compile(r"£ ?(?P<n>\d{1,3}(?:,\d{3}){1,3}|\d{1,9}(?:\.\d\d)?)")
_COUNT = re.compile(
    r"(?<![£\d.,/:-])\b(?P<n>\d{1,3}(?:,\d{3}){1,3}|\d{1,7})\b(?![\d/.:%]*\d)(?!(?:st|nd|rd|th)\b)(?! ?(?:%"
    r"|per cent|am|pm))"
    r"(?: ?[x×*](?= ?\d)| (?P<noun>(?!(?:working|calendar|hours?|hrs?|minutes?|mins?|seconds?|days?|weeks?"
    r"|months?|years?|and|or|to|of the|january|february|march|april|may|june|july|"
    r"august|september|october|november|december|people|staff|officers?|pages? each)\b)[a-z][\w'’-]+)"
    r"|(?=\.(?:\s|$)))",
    re.IGNORECASE,
)
_RECORD = re.compile(
    r"(?:records?|files?|cases?|e-?mails?|forms?|documents?|reports?|items?|messages?|boxes|letters?)\b", re.IGNORECASE
)
_RATE = re.compile(r"£ ?\d[\d.,]* ?(?:per|for|/)? ?$")
_TAKES = re.compile(
    r"\b(?:tak\w+|took|need\w*|requir\w*|estimat\w*|spen\w+|=|about|some|around|further|additional)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_EACH_BEFORE = re.compile(
    r"(?:@|×|\bx|\*|multiplied by|at|each(?: \w+){0,5}|\bevery \w+(?: \w+){0,4})\s*(?:\w+ ){0,3}$", re.IGNORECASE
)
_EACH_AFTER = re.compile(
    r"^(?:['’] work)?(?: (?:to|for|on|in|of) [^.;:=]{0,90}?)??[ ,]{0,2}(?:per|each|apiece|an? (?!week|day|year"
    r"|month)(?:\w+)|for (?:each|every)|every|for (?:an?|one) \w+|x|×|\*)\b",
    re.IGNORECASE,
)
_EACH_FAR = re.compile(
    r"^[^.;=]{0,90}\b(?:each|every|per|apiece|individual) ?(?:of |one|such )?(?:record|file|case|form|e-?mail"
    r"|message|note|log|report|sheet|box|folder|document|letter|job|entry|invoice|ticket|application|plan|\w+)?",
    re.IGNORECASE,
)
_LIMIT_NEAR = re.compile(
    r"\b(?:limit\w*|regulations?|threshold|allow\w*|ceiling|maximum|equates?|equivalent|equal to|represents?"
    r"|set (?:at|by)|permitted|more than|in excess of|exceeds?|exceeding|over|beyond|past|against|where the)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts: `kind` is `hours`, `minutes_each`, `limit`, `records` or `pounds`."""

    kind: str
    value: float
    start: int
    end: int


def find_quantities(text: str) -> list[Quantity]:
    """The quantities of one flattened sentence, in order.

    >>> said = "3,950 sheets x 4 minutes = 263 hours 20 minutes, where the limit is 18 hours."
    >>> [(q.kind, round(q.value, 1)) for q in find_quantities(said)]
    [('records', 3950.0), ('minutes_each', 4.0), ('hours', 263.3), ('limit', 18.0)]
    """
    found = [_duration(text, m) for m in _DURATION.finditer(text) if not _RATE.search(text, 0, m.start())]
    found += [Quantity("pounds", _value(m["n"]), m.start(), m.end()) for m in _MONEY.finditer(text)]
    found += [Quantity("records", _value(m["n"]), m.start(), m.end()) for m in _COUNT.finditer(text) if _counts(m)]
    return sorted(found, key=lambda q: q.start)


def _duration(text: str, match: re.Match[str]) -> Quantity:
    unit = match["unit"].lower()
    value = _value(match["n"]) + (0.5 if match["half"] else 0.0)
    hours = value if unit[0] == "h" else value / (60 if unit[0] == "m" else 3600)
    if match["more"] and unit[0] == "h":
        hours += _value(match["more"]) / 60
    before, after = text[max(match.start() - 70, 0) : match.start()], text[match.end() : match.end() + 110]
    if unit[0] != "h" or hours <= 1:
        each = _EACH_AFTER.match(after) or _EACH_BEFORE.search(before) or _EACH_FAR.match(after)
        if each or unit[0] != "h":
            return Quantity("minutes_each" if each else "spent", hours * 60, match.start(), match.end())
    if hours in (18, 24) and not _TAKES.search(before):
        return Quantity("limit", hours, match.start(), match.end())
    if hours in (18, 24, 40) and (
        _LIMIT_NEAR.search(before) or re.match(r"[ ,(]{0,2}(?:limit|or £|\(?£|of one person)", after)
    ):
        return Quantity("limit", hours, match.start(), match.end())
    return Quantity("hours", hours, match.start(), match.end())


def _counts(match: re.Match[str]) -> bool:
    """A number of things: no bare year, and no number of a list."""
    number, noun = match["n"], match["noun"]
    year = len(number) == 4 and number[:2] in ("19", "20")
    return not (year and not _RECORD.match(noun or "")) and not (noun is None and match.start() == 0)


def _value(number: str) -> float:
    number = number.lower()
    return _WORDS[number] if number in _WORDS else float(number.replace(",", ""))
