"""Time limits as data: `limits.toml`, and files of the same shape that change it."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from ..errors import UsageError
from ..regimes import regime as statute
from .calendars import Calendar
from .rows import STAGES, Rows, read_rows

__all__ = ["STAGES", "Limit", "TimeLimits", "time_limits"]


@dataclass(frozen=True)
class Limit:
    """One time limit of one statute.

    Attributes:
        regime: Id of the statute.
        stage: What is due, a key of `STAGES`.
        number, unit: How long: `20` and `working days`, `calendar days`, `weeks` or `months`.
        calendar: Its working days.
        includes_start: Whether the period begins with the day of the event instead of after it.
        rolls: Whether a limit that ends on no working day ends on the next one.
        no_later_than: A stage of the same statute that ends this one when it ends first.
        source: The law.
        verified: How it was checked, as in `regimes/README.md`.
        notes: Remarks for people who count.
    """

    regime: str
    stage: str
    number: int
    unit: str
    calendar: Calendar
    includes_start: bool = False
    rolls: bool = False
    no_later_than: str = ""
    source: str = ""
    verified: str = ""
    notes: str = ""


@dataclass(frozen=True)
class TimeLimits:
    """All time limits by statute and stage, and all calendars by name."""

    limits: Mapping[str, Mapping[str, Limit]]
    calendars: Mapping[str, Calendar]

    def limit(self, regime: str, stage: str = "answer") -> Limit:
        """One time limit.

        Raises:
            UsageError: When there is none; the message lists those there are.

        >>> limit = time_limits().limit("foisa2002", "review")
        >>> limit.number, limit.unit, limit.calendar.id, limit.source
        (20, 'working days', 'scotland', 'FOISA s.21(1) (S59)')
        """
        if regime not in self.limits:
            raise UsageError(f"no time limits for {regime!r}; there are some for {', '.join(self.limits)}")
        if stage not in self.limits[regime]:
            raise UsageError(f"{regime} sets no time limit for {stage!r}, only for {', '.join(self.limits[regime])}")
        return self.limits[regime][stage]


def time_limits(override: str | Path | None = None) -> TimeLimits:
    """The time limits of the statutes, changed where a file says so.

    Args:
        override: A TOML file of the shape of `limits.toml`.  A limit in it replaces that of the
            statute; `closed` and `worked` days of a calendar known here are added to it, other
            keys replace.  An office's own closing days change no statutory limit: add them only
            where they count, as for a school.

    Returns:
        All limits; read a file once and pass the result on.

    Raises:
        UsageError: When the file cannot be read or says what makes no sense, naming the place.

    >>> sorted(time_limits().limits["eir2004"])
    ['answer', 'extended', 'payment', 'review', 'review_request']
    """
    if override is None:
        return _shipped()
    rows = _shipped_rows().changed_by(read_rows(_text(Path(override)), str(override)))
    try:
        changed = _built(rows)
        for regime in changed.limits:
            statute(regime)
    except UsageError as error:
        raise UsageError(f"{override}: {error}") from None
    return changed


@functools.cache
def _shipped() -> TimeLimits:
    return _built(_shipped_rows())


@functools.cache
def _shipped_rows() -> Rows:
    name = "limits.toml"
    return read_rows(resources.files(__package__).joinpath(name).read_text(encoding="utf-8"), name)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read as a file of time limits ({error})") from None


def _built(rows: Rows) -> TimeLimits:
    calendars: dict[str, Calendar] = {}
    for name, row in rows.calendars.items():
        parts = tuple(_calendar(part, calendars, f"calendars.{name}") for part in row.get("parts", ()))
        calendars[name] = Calendar(**{**row, "parts": parts}, id=name)
    limits: dict[str, dict[str, Limit]] = {}
    for (regime, stage), row in rows.limits.items():
        limits.setdefault(regime, {})[stage] = _limit(regime, stage, row, calendars)
    for each in (limit for stages in limits.values() for limit in stages.values() if limit.no_later_than):
        last = limits[each.regime].get(each.no_later_than)
        if last is None or last.no_later_than:
            raise UsageError(
                f"limits.{each.regime}.{each.stage}.no_later_than: {each.no_later_than!r} is no stage of that "
                "statute with an end of its own"
            )
    return TimeLimits(limits, calendars)


def _limit(regime: str, stage: str, row: Mapping[str, Any], calendars: Mapping[str, Calendar]) -> Limit:
    calendar = _calendar(row["calendar"], calendars, f"limits.{regime}.{stage}")
    return Limit(**{**row, "calendar": calendar}, regime=regime, stage=stage)


def _calendar(name: str, calendars: Mapping[str, Calendar], where: str) -> Calendar:
    if name not in calendars:
        raise UsageError(f"{where}: no calendar {name!r} above it; there are {', '.join(calendars)}")
    return calendars[name]
