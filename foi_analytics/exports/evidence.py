"""The letters behind each figure of a report: a list for every number, and links to both ends."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from .letters import LetterView

__all__ = ["Evidence", "EvidenceList", "Linked", "day"]

_QUOTE = 110
_LISTED = 200


@dataclass(frozen=True, slots=True)
class Linked:
    """A number, and where in the file its letters are listed; `href` is empty when there are none."""

    number: int
    href: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceList:
    """The letters behind one number.

    Attributes:
        id: Of the element that lists them.
        title: What is counted.
        back: Where the number stands.
        entries: Entries with `href`, `when`, `who`, `title` and `quote`.
        missing: How many more there are than are listed.
    """

    id: str
    title: str
    back: str
    entries: tuple[dict[str, str], ...]
    missing: int


class Evidence:
    """Collects the lists while figures are put together.

    Args:
        letters: The letters that are in the file, by id.
    """

    def __init__(self, letters: dict[str, LetterView]) -> None:
        self._letters = letters
        self._order = {letter_id: number for number, letter_id in enumerate(letters)}
        self.lists: list[EvidenceList] = []

    def link(self, title: str, places: Sequence[dict[str, Any]], back: str) -> Linked:
        """A number for some places in letters, linked to the list of them.

        Args:
            title: What is counted, as a heading.
            places: `{letter_id, start, end}` of each.
            back: Id of the figure the number stands in.
        """
        if not places:
            return Linked(0)
        present = (place for place in places if place["letter_id"] in self._order)
        shown = sorted(present, key=lambda place: (self._order[place["letter_id"]], place["start"] or 0))[:_LISTED]
        entries = tuple(self._entry(place) for place in shown)
        name = f"behind-{len(self.lists) + 1}"
        self.lists.append(EvidenceList(name, title, f"#{back}", entries, len(places) - len(entries)))
        return Linked(len(places), f"#{name}")

    def _entry(self, place: dict[str, Any]) -> dict[str, str]:
        letter = self._letters[place["letter_id"]]
        words = ""
        if place["start"] is not None:
            words = " ".join(letter.text[place["start"] : place["end"]].split())
        return {
            "href": letter.href(place["start"], place["end"]),
            "when": day(letter.date),
            "who": letter.authority,
            "title": letter.title,
            "quote": words if len(words) <= _QUOTE else f"{words[: _QUOTE - 1]}…",
        }


def day(date: dt.date | None) -> str:
    """A date as a person writes it.

    >>> day(dt.date(2024, 2, 1)), day(None)
    ('1 Feb 2024', 'no date')
    """
    return "no date" if date is None else f"{date.day} {date:%b %Y}"
