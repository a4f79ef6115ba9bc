"""Files of time limits: read, checked and laid over one another."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..errors import UsageError
from .calendars import YEARS, Season

__all__ = ["STAGES", "UNITS", "Rows", "read_rows"]

STAGES = {
    "answer": "the request",
    "extended": "the request",
    "public_interest": "the request",
    "school": "the request",
    "transferred_record": "the request",
    "longest": "the request",
    "review_request": "the answer",
    "review": "the request for review",
    "review_extended": "the request for review",
    "payment": "the fees notice",
}
"""What can be due, with the event whose day starts the clock."""

UNITS = ("working days", "calendar days", "weeks", "months")

_MOST = 366
"""No limit is longer, in any unit, and no closing time longer in days."""

_TEXTS = {"source": str, "verified": str, "notes": str}
_CALENDAR_KEYS = {"holidays": list, "parts": list, "closed": list, "worked": list, "seasons": list, **_TEXTS}
_LIMIT_KEYS = {
    "number": int,
    "unit": str,
    "calendar": str,
    "includes_start": bool,
    "rolls": bool,
    "no_later_than": str,
    **_TEXTS,
}
_CALLED = {str: "a text", int: "a whole number", bool: "true or false", list: "a list", dict: "a table"}

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Rows:
    """The checked rows of one file: calendars by name, limits by statute and stage."""

    calendars: Mapping[str, Row]
    limits: Mapping[tuple[str, str], Row]

    def changed_by(self, other: "Rows") -> "Rows":
        """These rows, with those of another file laid over them; its days win over ours."""
        calendars = dict(self.calendars)
        for name, row in other.calendars.items():
            if name not in calendars:
                calendars[name] = row
                continue
            ours = calendars[name]
            closed, worked = row.get("closed", frozenset()), row.get("worked", frozenset())
            calendars[name] = {
                **ours,
                **row,
                "closed": (ours.get("closed", frozenset()) - worked) | closed,
                "worked": (ours.get("worked", frozenset()) - closed) | worked,
            }
        return Rows(calendars, {**self.limits, **other.limits})


def read_rows(text: str, where: str) -> Rows:
    r"""The rows of a file, checked.

    Args:
        text: The file, TOML of the shape of `limits.toml`.
        where: Its name, for messages.

    Raises:
        UsageError: Naming the file, the row and the key that is wrong, and what belongs there.

    >>> read_rows('[calendars.office]\nclosed = ["Boxing Day"]', "office.toml")
    Traceback (most recent call last):
    foi_analytics.errors.UsageError: office.toml: calendars.office.closed: 'Boxing Day' is no date (2026-12-29) ...
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{where}: not a TOML file: {error}") from None
    _check(data, {"calendars": dict, "limits": dict}, where)
    calendars = {
        name: _calendar_row(row, f"{where}: calendars.{name}") for name, row in data.get("calendars", {}).items()
    }
    limits = {}
    for regime, stages in data.get("limits", {}).items():
        _check(stages, dict.fromkeys(STAGES, dict), f"{where}: limits.{regime}")
        for stage, row in stages.items():
            limits[regime, stage] = _limit_row(row, f"{where}: limits.{regime}.{stage}")
    return Rows(calendars, limits)


def _check(row: Any, keys: Mapping[str, type], where: str) -> None:
    """A row has only keys that exist, each with a value of its kind."""
    if not isinstance(row, dict):
        raise UsageError(f"{where}: a table belongs here, not {row!r}")
    for key, value in row.items():
        if key not in keys:
            raise UsageError(f"{where}: no key {key!r}; there are {', '.join(keys)}")
        if type(value) is not keys[key]:
            raise UsageError(f"{where}.{key}: {_CALLED[keys[key]]} belongs here, not {value!r}")


def _limit_row(row: Any, where: str) -> Row:
    _check(row, _LIMIT_KEYS, where)
    missing = [key for key in ("number", "unit", "calendar", "source") if key not in row]
    if missing:
        raise UsageError(f"{where}: {', '.join(missing)} missing; a limit replaces the whole row")
    if not 1 <= row["number"] <= _MOST:
        raise UsageError(f"{where}.number: 1 to {_MOST} belongs here, not {row['number']}")
    if row["unit"] not in UNITS:
        raise UsageError(f"{where}.unit: no unit {row['unit']!r}; there are {', '.join(UNITS)}")
    return dict(row)


def _calendar_row(row: Any, where: str) -> Row:
    _check(row, _CALENDAR_KEYS, where)
    for key in ("holidays", "parts"):
        if not all(isinstance(each, str) for each in row.get(key, ())):
            raise UsageError(f"{where}.{key}: names belong here, not {row[key]!r}")
    days = {key: _days(row[key], f"{where}.{key}") for key in ("closed", "worked") if key in row}
    if both := days.get("closed", frozenset()) & days.get("worked", frozenset()):
        raise UsageError(f"{where}: {min(both)} is both closed and worked")
    names = {key: tuple(row[key]) for key in ("holidays", "parts") if key in row}
    seasons = tuple(_season(each, f"{where}.seasons") for each in row.get("seasons", ()))
    return {**row, **names, **days, **({"seasons": seasons} if seasons else {})}


def _days(listed: list[Any], where: str) -> frozenset[dt.date]:
    days: set[dt.date] = set()
    for each in listed:
        span = each if isinstance(each, dict) and set(each) == {"first", "last"} else {"first": each, "last": each}
        first, last = span["first"], span["last"]
        if type(first) is not dt.date or type(last) is not dt.date:
            raise UsageError(f"{where}: {each!r} is no date (2026-12-29) nor a span of dates with first and last")
        if not (first <= last < first + dt.timedelta(days=_MOST)) or first.year not in YEARS:
            raise UsageError(f"{where}: {first} to {last} is no span of up to {_MOST} days from {YEARS.start} on")
        days.update(first + dt.timedelta(days=n) for n in range((last - first).days + 1))
    return frozenset(days)


def _season(text: Any, where: str) -> Season:
    try:
        first, last = (dt.date.fromisoformat(f"2024-{day}") for day in text.split("/"))
    except (AttributeError, ValueError):
        raise UsageError(f'{where}: {text!r} is no part of a year; write "12-25/01-15"') from None
    return (first.month, first.day), (last.month, last.day)
