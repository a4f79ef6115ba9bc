"""What SQL may ask of the law of time: due dates and working days.

A date that the calendars do not cover, or a reply older than its request, is a mistyped date and
has no answer; nor has a statute without such a limit.
"""

import datetime as dt
import functools

from ..deadlines import due_date, time_limits, working_days_between
from ..engines import SqlFunction
from ..errors import UsageError

__all__ = ["FUNCTIONS"]


@functools.cache
def _due_date(regime: str | None, received: dt.date | None, stage: str | None) -> dt.date | None:
    if regime is None or received is None or stage is None:
        return None
    try:
        return due_date(regime, received, stage)
    except UsageError:
        return None


@functools.cache
def _working_days(regime: str | None, received: dt.date | None, sent: dt.date | None) -> int | None:
    if regime is None or received is None or sent is None:
        return None
    try:
        return working_days_between(received, sent, time_limits().limit(regime).calendar)
    except UsageError:
        return None


FUNCTIONS = {
    "due_date": SqlFunction(_due_date, ("STRING", "DATE", "STRING"), "DATE"),
    "working_days": SqlFunction(_working_days, ("STRING", "DATE", "DATE"), "BIGINT"),
}
"""`due_date(statute, received, stage)`; `working_days(statute, received, sent)`, by the statute's calendar."""
