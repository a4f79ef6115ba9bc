"""Counting days as statutes do.

The day of receipt is day 0, even when it is no working day; what is sent on the due day is in
time (FOIA s.10(1), FOISA s.10(1), EIR reg.5(2); the Information Commissioner's guidance).  A
stop is a pair of dates, first and last, both disregarded: from the day a fees notice is given
to the day the fee comes (FOIA s.10(2), FOISA s.10(3), EIR reg.8(6), EI(S)R reg.8(7)).

In the United Kingdom a clarification is no stop: the clock starts again, and the day of receipt
is the day the further information came (FOIA s.10(6), FOISA s.10(1)(b), EIR reg.9(4), EI(S)R
reg.9(4)).  Under US FOIA it is a stop (5 U.S.C. 552(a)(6)(A)).
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import islice, takewhile

from ..errors import UsageError
from .calendars import Calendar
from .limits import Limit, TimeLimits, time_limits

__all__ = ["Stop", "due_date", "working_days_between"]

Stop = tuple[dt.date, dt.date]
"""First and last day of a time that does not count, both inclusive."""


def working_days_between(received: dt.date, sent: dt.date, calendar: Calendar, *, stops: Iterable[Stop] = ()) -> int:
    """How many working days passed from receipt to reply: the day of receipt is not counted, that of the reply is.

    Args:
        received: Day the request came, or the further information where the clock starts again.
        sent: Day the reply went out.
        calendar: The working days, for example `time_limits().limit("foia2000").calendar`.
        stops: Times that do not count.

    Raises:
        UsageError: When the reply is older than the request, a stop ends before it begins, or a
            date lies outside the years of the calendar.

    >>> uk = time_limits().calendars["uk"]
    >>> working_days_between(dt.date(2025, 7, 4), dt.date(2025, 8, 5), uk)
    20
    >>> fee = (dt.date(2025, 7, 7), dt.date(2025, 7, 8))
    >>> working_days_between(dt.date(2025, 7, 4), dt.date(2025, 8, 5), uk, stops=[fee])
    18
    """
    received, sent = _day(received), _day(sent)
    if sent < received:
        raise UsageError(f"the reply ({sent}) is older than the request ({received})")
    passed = takewhile(lambda day: day <= sent, _counted_days(received, calendar, stops))
    return sum(map(calendar.is_working_day, passed))


def due_date(
    regime: str,
    received: dt.date,
    stage: str = "answer",
    *,
    stops: Iterable[Stop] = (),
    law: TimeLimits | None = None,
) -> dt.date:
    """The last day on which something is in time.

    Args:
        regime: Id of the statute, as in `foi_analytics.regimes`.
        received: Day of the event the stage counts from (`STAGES`); for an answer, receipt of the request.
        stage: What is due.
        stops: Times that do not count; for one that has not ended there is no due date yet.
        law: Other limits or calendars, from `time_limits("file.toml")`.

    Returns:
        The due day.

    Raises:
        UsageError: When the statute has no such limit, a stop ends before it begins, or a date lies
            outside the years of the calendar.

    >>> due_date("foia2000", dt.date(2025, 3, 3)), due_date("foisa2002", dt.date(2025, 3, 3))
    (datetime.date(2025, 4, 1), datetime.date(2025, 3, 31))
    >>> due_date("eir2004", dt.date(2025, 3, 3), "extended")
    datetime.date(2025, 5, 1)

    A fees notice on 10 March, paid on the 14th, disregards five working days:

    >>> due_date("foia2000", dt.date(2025, 3, 3), stops=[(dt.date(2025, 3, 10), dt.date(2025, 3, 14))])
    datetime.date(2025, 4, 8)
    """
    law = law or time_limits()
    stops = list(stops)
    limit = law.limit(regime, stage)
    due = _last_day(limit, _day(received), stops)
    if limit.no_later_than:
        due = min(due, due_date(regime, received, limit.no_later_than, stops=stops, law=law))
    return due


def _last_day(limit: Limit, received: dt.date, stops: list[Stop]) -> dt.date:
    calendar = limit.calendar
    calendar.check(received.year)
    if limit.unit == "months":
        number, start = (_months_on(received, limit) - received).days, received
    else:
        number = limit.number * (7 if limit.unit == "weeks" else 1)
        start = received - dt.timedelta(days=limit.includes_start)
    counted = _counted_days(start, calendar, stops)
    if limit.unit == "working days":
        counted = filter(calendar.is_working_day, counted)
    due = next(islice(counted, number - 1, None))
    if limit.rolls and not calendar.is_working_day(due):
        due = next(filter(calendar.is_working_day, calendar.days_after(due)))
    return due


def _months_on(received: dt.date, limit: Limit) -> dt.date:
    """The corresponding date so many months on; the month's last day where there is none.

    A period "beginning with" a day ends on the eve of the corresponding date (Dodds v Walker
    [1981] 1 WLR 1027 for the rule of the corresponding date).
    """
    year, month = divmod(received.year * 12 + received.month - 1 + limit.number, 12)
    first_of_next = dt.date(year + (month == 11), (month + 1) % 12 + 1, 1)
    last = first_of_next - dt.timedelta(days=1)
    if received.day > last.day:
        return last
    return last.replace(day=received.day) - dt.timedelta(days=limit.includes_start)


def _counted_days(start: dt.date, calendar: Calendar, stops: Iterable[Stop]) -> Iterator[dt.date]:
    stopped = [(_day(first), _day(last)) for first, last in stops]
    for first, last in stopped:
        if last < first:
            raise UsageError(f"a stop of the clock ends ({last}) before it begins ({first})")
    days = calendar.days_after(start)
    return (d for d in days if not any(first <= d <= last for first, last in stopped)) if stopped else days


def _day(date: dt.date) -> dt.date:
    """The day of a date that may carry a time: `datetime` is a `date`, but equals none."""
    return date.date() if isinstance(date, dt.datetime) else date
