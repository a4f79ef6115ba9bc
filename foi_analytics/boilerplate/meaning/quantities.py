"""Numbers and dates of a passage in comparable form: "twenty" is "20", "£1,200.00" is "£1200"."""

import re
from dataclasses import dataclass

__all__ = ["Quantities", "read_quantities"]

_MONTH_NAMES = "january february march april may june july august september october november december"
_SMALL = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen"
)
_ROUND = "twenty thirty forty fifty sixty seventy eighty ninety"
_MONTHS, _UNITS, _TENS = _MONTH_NAMES.split(), _SMALL.split(), _ROUND.split()
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "m": 1_000_000, "k": 1000, "billion": 1_000_000_000}
_NUMBERS = (
    {word: n for n, word in enumerate(_UNITS, 2)} | {word: 10 * n for n, word in enumerate(_TENS, 2)} | {"one": 1}
)
_DATE = re.compile(
    rf"\b(?:(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<month>{'|'.join(_MONTHS)})\b(?:,?\s+(?P<year>\d{{4}}))?"
    r"|(?P<law>\b(?:act|regulations|order|rules|measure)\s(?:of\s)?\(?(?:18|19|20)\d\d\b)"
    r"|\b(?P<alone>(?:19|20)\d\d)\b(?!\s(?:files|records|cases|hours|people|pages))",
    re.IGNORECASE,
)
"""A date, or the year that belongs to the name of a law and tells no date."""
_NUMBER = re.compile(
    rf"(?P<unit>£\s?)?\b(?:(?P<digits>\d{{1,3}}(?:,\d{{3}}){{1,4}}|\d{{1,12}})(?:\.(?P<part>\d{{1,4}}))?"
    rf"|(?P<tens>{'|'.join(_TENS)})(?:[-\s](?P<ones>{'|'.join(['one', *_UNITS[:8]])}))?"
    rf"|(?P<word>{'|'.join(sorted(_UNITS, key=len, reverse=True))}|one(?=\s(?:hour|day|week|month|year))))"
    r"(?:\s?(?P<scale>hundred|thousand|million|billion|m|k)\b)?(?P<ordinal>st|nd|rd|th)?\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:questions?|parts?|annex|table|item|no\.?|point|article|version)\s?$", re.IGNORECASE)
_NO_DATE = frozenset({"may", "march"})


@dataclass(frozen=True, slots=True)
class Quantities:
    """What a text counts, and its dates."""

    numbers: frozenset[str]
    dates: frozenset[str]


def read_quantities(text: str) -> Quantities:
    """The numbers and dates of a text; "one", ordinals and the numbers of questions count nothing.

    >>> found = read_quantities("On 3 May 2024 we spent £1,200 in twenty-four hours; question 2 is moot.")
    >>> sorted(found.numbers), sorted(found.dates)
    (['24', '£1200'], ['2024', '3 may'])
    """
    dates: set[str] = set()
    for match in _DATE.finditer(text):
        dates.update(_date(match))
    rest = _DATE.sub(lambda match: " " if match["law"] or any(_date(match)) else match.group(), text)
    numbers = (
        _number(match)
        for match in _NUMBER.finditer(rest)
        if not match["ordinal"] and not _LABEL.search(rest, max(0, match.start() - 10), match.start())
    )
    return Quantities(frozenset(numbers), frozenset(dates))


def _date(match: re.Match[str]) -> list[str]:
    """A day and a year apart, so that "3 May" and "3 May 2024" do not differ."""
    month = (match["month"] or "").lower()
    if month in _NO_DATE and not match["day"] and not match["year"]:
        return []
    days = [f"{int(match['day'])} {month}" if match["day"] else month] if month else []
    return days + [year for year in (match["year"], match["alone"]) if year]


def _number(match: re.Match[str]) -> str:
    if match["digits"]:
        value = float(f"{match['digits'].replace(',', '')}.{match['part'] or 0}")
    elif match["tens"]:
        value = float(_NUMBERS[match["tens"].lower()] + _NUMBERS.get((match["ones"] or "").lower(), 0))
    else:
        value = float(_NUMBERS[match["word"].lower()])
    value *= _SCALES.get((match["scale"] or "").lower(), 1)
    return f"{'£' if match['unit'] else ''}{value:.15g}"
