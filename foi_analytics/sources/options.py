"""What the person who loads knows and the files do not say."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..formats import Limits

__all__ = ["Options"]


@dataclass(frozen=True, slots=True)
class Options:
    """What the person who loads knows and the files do not say.

    Attributes:
        authority: Who wrote the letters, where the source does not name it.
        licence: As in `Letter.licence`.
        columns: For tables, field to column name: `{"text": "Our reply"}`; the rest is guessed.
        day_first: Order of dates such as 01/02/2024; None to tell it from the column.
        limits: How much one file may ask of the machine.
    """

    authority: str | None = None
    licence: str = "unknown"
    columns: Mapping[str, str] = field(default_factory=dict)
    day_first: bool | None = None
    limits: Limits = field(default_factory=Limits)
