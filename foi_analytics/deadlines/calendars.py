"""Calendars: which days are working days.

Public holidays come from the package `holidays`, imported only when a day is first looked
up; what the law says otherwise is in `limits.toml`.
"""

import datetime as dt
import functools
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..errors import UsageError

__all__ = ["YEARS", "Calendar", "Season"]

YEARS = range(1990, 2100)
"""The years with a calendar; of years to come only the days fixed by law are known."""

_SATURDAY = 5

Season = tuple[tuple[int, int], tuple[int, int]]
"""First and last day of a part of every year, as (month, day); it may run over New Year."""


@dataclass(frozen=True)
class Calendar:
    """A calendar of working days: not Saturdays, not Sundays, not the days listed here.

    Attributes:
        id: Its name in `limits.toml`.
        holidays: Calendars of public holidays in the package `holidays`: `GB-SCT` is Scotland,
            `CA:government` the holidays of Canada's government offices.
        parts: Calendars it unites: a holiday in any part is no working day.
        closed: Further days that are not working days.
        worked: Days that are working days although listed otherwise.
        seasons: Parts of every year without working days.
        source: The law.
        verified: How it was checked, as in `regimes/README.md`.
        notes: Remarks for people who count.
    """

    id: str
    holidays: tuple[str, ...] = ()
    parts: tuple["Calendar", ...] = ()
    closed: frozenset[dt.date] = frozenset()
    worked: frozenset[dt.date] = frozenset()
    seasons: tuple[Season, ...] = ()
    source: str = ""
    verified: str = ""
    notes: str = ""
    _years: dict[int, frozenset[dt.date]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def is_working_day(self, day: dt.date) -> bool:
        """Whether a day is a working day.

        Raises:
            UsageError: For a day outside the years known.

        >>> scotland = Calendar("scotland", ("GB-SCT",))
        >>> scotland.is_working_day(dt.date(2025, 4, 21)), scotland.is_working_day(dt.date(2025, 1, 2))
        (True, False)
        """
        return day.weekday() < _SATURDAY and day not in self.days_off(day.year)

    def days_off(self, year: int) -> frozenset[dt.date]:
        """The days of a year that are not working days, Saturdays and Sundays left aside.

        Raises:
            UsageError: For a year outside those known.

        >>> len(Calendar("plain", closed=frozenset({dt.date(2025, 12, 24)})).days_off(2025))
        1
        """
        if year not in self._years:
            self._years[year] = self._reckon(year)
        return self._years[year]

    def days_after(self, day: dt.date) -> Iterator[dt.date]:
        """The days that follow a day, one by one.

        Raises:
            UsageError: When the years known are over.

        >>> next(Calendar("plain").days_after(dt.date(2025, 12, 31)))
        datetime.date(2026, 1, 1)
        """
        while True:
            self.check(day.year)
            day += dt.timedelta(days=1)
            yield day

    def check(self, year: int) -> None:
        """Refuse a year without a calendar.

        Raises:
            UsageError: For a year outside those known.

        >>> Calendar("plain").check(1925)
        Traceback (most recent call last):
        foi_analytics.errors.UsageError: calendar 'plain' covers 1990 to 2099, not 1925; is a date mistyped?
        """
        if year not in YEARS:
            known = f"{YEARS.start} to {YEARS.stop - 1}"
            raise UsageError(f"calendar {self.id!r} covers {known}, not {year}; is a date mistyped?")

    def _reckon(self, year: int) -> frozenset[dt.date]:
        self.check(year)
        off = {day for day in self.closed if day.year == year}
        off.update(*(_public_holidays(name, year) for name in self.holidays))
        off.update(*(part.days_off(year) for part in self.parts))
        off.update(*(_days_of(season, year) for season in self.seasons))
        return frozenset(off - self.worked)


@functools.cache
def _public_holidays(name: str, year: int) -> frozenset[dt.date]:
    import holidays  # its first import takes a tenth of a second

    place, _, category = name.partition(":")
    country, _, subdivision = place.partition("-")
    try:
        days = holidays.country_holidays(
            country, subdiv=subdivision or None, years=year, categories=(category,) if category else None
        )
    except (NotImplementedError, ValueError) as error:
        raise UsageError(f"the package `holidays` has no calendar {name!r}: {error}") from None
    return frozenset(days)


def _days_of(season: Season, year: int) -> set[dt.date]:
    first, last = season
    days = (dt.date(year, 1, 1) + dt.timedelta(days=n) for n in range(366))
    if first <= last:
        return {d for d in days if d.year == year and first <= (d.month, d.day) <= last}
    return {d for d in days if d.year == year and not last < (d.month, d.day) < first}
