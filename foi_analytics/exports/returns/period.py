"""The span of time that a return covers."""

import datetime as dt
from dataclasses import dataclass

from ...errors import UsageError

__all__ = ["Period"]

_QUARTERS = range(1, 5)


@dataclass(frozen=True, slots=True)
class Period:
    """A calendar year, one of its quarters, or a United States fiscal year (from October before to September).

    Args:
        year: The year.
        quarter: 1 to 4; the whole year when not said.
        fiscal: Whether the year is a fiscal year.

    Raises:
        UsageError: For a quarter that no year has, or a quarter of a fiscal year.

    >>> str(Period(2019)), str(Period(2019, 1)), Period(2019, 1).holds(dt.date(2019, 4, 1))
    ('2019', 'Q1 2019', False)
    >>> Period(2024, fiscal=True).holds(dt.date(2023, 10, 1))
    True
    """

    year: int
    quarter: int | None = None
    fiscal: bool = False

    def __post_init__(self) -> None:
        if self.quarter is not None and (self.fiscal or self.quarter not in _QUARTERS):
            raise UsageError(f"quarters are 1 to 4 of a calendar year, and not {self.quarter!r}")

    def __str__(self) -> str:
        return f"Q{self.quarter} {self.year}" if self.quarter else str(self.year)

    def holds(self, day: dt.date) -> bool:
        """Whether a day falls into the period."""
        if self.fiscal:
            return dt.date(self.year - 1, 10, 1) <= day <= dt.date(self.year, 9, 30)
        return day.year == self.year and (self.quarter is None or (day.month + 2) // 3 == self.quarter)
