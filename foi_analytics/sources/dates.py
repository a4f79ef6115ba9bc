"""Days as tables write them and as letters state them."""

import datetime as dt
import re
from collections.abc import Iterable
from typing import Any

__all__ = ["guess_day_first", "needs_order", "parse_day", "stated_day"]

_NUMBERS = re.compile(r"\s*(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?:[\sT]\d.{0,20})?\s*")
_ISO = re.compile(r"\s*(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
_WORDS = re.compile(
    r"\s*(?:[A-Za-z]{3,9},?\s+)?(?:(\d{1,2})(?:st|nd|rd|th)?[\s-]+([A-Za-z]{3,9})\.?,?|([A-Za-z]{3,9})\.?\s+(\d{1,2})"
    r"(?:st|nd|rd|th)?,?)[\s-]+(\d{4})\b"
)
_SERIAL = re.compile(r"\s*(\d{5})(?:\.\d{1,12})?\s*")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# Day 0 of Excel, chosen so that its day 60, the 29 February 1900 that never was, harms nobody.
_EXCEL = dt.date(1899, 12, 30)
_EXCEL_DAYS = range(20_000, 80_000)
_LONGEST = 60
_DAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[a-z]{3,9},?\s+\d{4}"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{4}|[a-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,\s+\d{4})"
)
_STATED = re.compile(
    rf"^(?:(?:[^\n]{{0,60}}(?:\s\s|[\t|]))?[ \t]*(?:our )?(?:dated?|date of (?:reply|response|letter)|published)\b"
    rf"\s?[:.|]?\s{{0,60}}(?P<named>{_DAY})"
    rf"|(?:[^\n\t]{{0,60}}\t{{2,20}})?[ \t]*(?P<alone>{_DAY})[ \t]*$"
    # With a capital it is a heading, and no due date or start date in a sentence.
    rf"|[^\n]{{0,60}}(?<!due)\s(?-i:Date):?[ \t]{{1,20}}(?P<last>{_DAY})[ \t]*$)",
    re.IGNORECASE | re.MULTILINE,
)
_HEAD = 1500


def guess_day_first(values: Iterable[Any]) -> bool | None:
    """Whether the days of a column come before their months.

    Args:
        values: The cells of the column.

    Returns:
        The order; None when no cell shows it, or when cells disagree.

    >>> guess_day_first(["01/06/2023", "08/21/2023"]), guess_day_first(["05/06/2023"])
    (False, None)
    """
    found = [match for value in values if (match := _numbers(value))]
    day_first = any(int(match[1]) > 12 for match in found)
    month_first = any(int(match[2]) > 12 for match in found)
    return day_first if day_first != month_first else None


def needs_order(value: Any) -> bool:
    """Whether a cell could be read with the day first and with the month first.

    >>> needs_order("05/06/2023"), needs_order("25/06/2023"), needs_order("2023-06-05")
    (True, False, False)
    """
    match = _numbers(value)
    return match is not None and int(match[1]) <= 12 and int(match[2]) <= 12


def parse_day(value: Any, *, day_first: bool) -> dt.date | None:
    """The day a cell names: a date, ISO, numbers, words, or an Excel serial number.

    Args:
        value: The cell.
        day_first: Order of day and month where both are numbers.

    Returns:
        The day; None when the cell names none, or only a month.

    >>> [str(parse_day(each, day_first=True)) for each in ("08/01/2024", "45300", "12th September 2017", "2013-01")]
    ['2024-01-08', '2024-01-09', '2017-09-12', 'None']
    """
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        return _parse(str(value)[:_LONGEST], day_first)
    except ValueError:
        return None


def stated_day(text: str) -> dt.date | None:
    r"""The day a letter gives itself in its heading: after the word "date", or alone on a line or far to its right.

    Days are read as in Britain, before their months.

    >>> str(stated_day("Our ref: 12\nDate: 9th November 2023\n\nDear A\nYou wrote on 1 May 2023."))
    '2023-11-09'
    >>> stated_day("Dear A\nYou wrote on 1 May 2023.") is None
    True
    """
    for match in _STATED.finditer(text[:_HEAD]):
        words = re.sub(r"\bof\s+", "", match["named"] or match["alone"] or match["last"])
        if (day := parse_day(words, day_first=True)) is not None:
            return day
    return None


def _numbers(value: Any) -> re.Match[str] | None:
    return _NUMBERS.fullmatch(value[:_LONGEST]) if isinstance(value, str) else None


def _parse(text: str, day_first: bool) -> dt.date | None:
    if match := _ISO.match(text):
        return dt.date(int(match[1]), int(match[2]), int(match[3]))
    if match := _numbers(text):
        first, second, year = int(match[1]), int(match[2]), int(match[3])
        day, month = (first, second) if day_first else (second, first)
        return dt.date(year if year > 99 else 2000 + year, month, day)
    if match := _WORDS.match(text):
        month = _MONTHS.index((match[2] or match[3])[:3].lower()) + 1
        return dt.date(int(match[5]), month, int(match[1] or match[4]))
    if (match := _SERIAL.fullmatch(text)) and int(match[1]) in _EXCEL_DAYS:
        return _EXCEL + dt.timedelta(days=int(match[1]))
    return None
