"""What the person who loads knows and the files do not say."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..errors import UsageError
from ..formats import Limits

__all__ = ["Options"]

_LICENCE = re.compile(r"unknown|(?:stated|assumed): \S[^\n]{0,500}")


@dataclass(frozen=True, slots=True)
class Options:
    """What the person who loads knows and the files do not say.

    Attributes:
        authority: Who wrote the letters, where the source does not name it.
        licence: As in `Letter.licence`.
        columns: For tables, field to column name: `{"text": "Our reply"}`; the rest is guessed.
        day_first: Order of dates such as 01/02/2024; None to tell it from the column.
        limits: How much one file may ask of the machine.
        since: For publishers that can be searched by date, the day from which on.
        keep_people: Whether the names of those who asked stay in what publishers give.

    Raises:
        UsageError: The licence does not say whether it is stated or assumed.

    >>> Options(licence="OGL v3.0")
    Traceback (most recent call last):
    foi_analytics.errors.UsageError: a licence is 'stated: …', 'assumed: …' or 'unknown', and not 'OGL v3.0'
    """

    authority: str | None = None
    licence: str = "unknown"
    columns: Mapping[str, str] = field(default_factory=dict)
    day_first: bool | None = None
    limits: Limits = field(default_factory=Limits)
    since: dt.date | None = None
    keep_people: bool = False

    def __post_init__(self) -> None:
        if not _LICENCE.fullmatch(self.licence):
            raise UsageError(f"a licence is 'stated: …', 'assumed: …' or 'unknown', and not {self.licence!r}")
