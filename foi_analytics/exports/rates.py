"""Rates as a CSV file."""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ..statistics import Rate
from .files import whole
from .tables import guard_cell

__all__ = ["write_rates"]

_COLUMNS = (
    "group",
    "what",
    "unit",
    "numerator",
    "denominator",
    "letters",
    "estimate",
    "low",
    "high",
    "method",
    "corrected",
    "labels",
    "withheld",
)


def write_rates(rates: Iterable[Rate], path: Path) -> None:
    """Write rates as CSV, a row each; one that is withheld has its counts, no share, and the reason.

    Args:
        rates: Rates, as `foi_analytics.statistics.find_rates` gives them.
        path: The file; what a spreadsheet would run in it is guarded as in every other.
    """
    with whole(path) as part, part.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_COLUMNS)
        writer.writerows([_cell(getattr(rate, name)) for name in _COLUMNS] for rate in rates)


def _cell(value: Any) -> Any:
    return guard_cell(value) if isinstance(value, str) else value
