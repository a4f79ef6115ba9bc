"""The law of time limits as data, and the arithmetic of deadlines."""

from .bands import band
from .calendars import Calendar
from .counting import due_date, working_days_between
from .limits import STAGES, Limit, TimeLimits, time_limits

__all__ = [
    "STAGES",
    "Calendar",
    "Limit",
    "TimeLimits",
    "band",
    "due_date",
    "time_limits",
    "working_days_between",
]
