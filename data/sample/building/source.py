"""Sources of the sample: what was written by whom and when, and what a reader should make of it.

A source file holds one case: for each message a TOML header between two `+++` lines, then its
words.  `{{name slot="value"}}` on a line of its own includes `templates/name.txt`, its `{slots}`
filled from the authority's record, the message's header and the values given there.
"""

import datetime as dt
import itertools
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

__all__ = ["Authority", "Case", "Message", "long_date", "read_authorities", "read_cases"]

_INCLUDE = re.compile(r"^\{\{([\w-]+)((?: \w+=\"[^\"\n]*\")*)\}\}$", re.MULTILINE)
_SLOT = re.compile(r"(\w+)=\"([^\"\n]*)\"")


@dataclass(frozen=True)
class Authority:
    """An invented authority, as `authorities.toml` describes it."""

    id: str
    name: str
    short: str
    type: str
    nation: str
    email: str
    website: str
    phone: str
    address: str
    team: str
    colour: str
    footer: str


@dataclass(frozen=True)
class Message:
    """One message of a case: its header and its words with every template filled in."""

    header: Mapping[str, Any]
    body: str

    @property
    def id(self) -> str:
        """Its name, unique in the sample; empty for a requester's message."""
        return str(self.header.get("id", ""))

    @property
    def outgoing(self) -> bool:
        """Whether the requester wrote it."""
        return "kind" not in self.header

    @property
    def enclosed(self) -> bool:
        """Whether it was sent as a file attached to the message before it."""
        return bool(self.header.get("enclosed"))

    @property
    def sent(self) -> dt.datetime:
        """When it was sent; a date alone counts as nine in the morning."""
        date = self.header["date"]
        return date if isinstance(date, dt.datetime) else dt.datetime.combine(date, dt.time(9))


@dataclass(frozen=True)
class Case:
    """A request and what came of it, in one form, from one authority."""

    id: str
    authority: Authority
    messages: tuple[Message, ...]

    @property
    def form(self) -> str:
        """The form in which it was received: `html`, `pdf`, `docx`, `eml`, `threads` or `log`."""
        return str(self.about["form"])

    @property
    def title(self) -> str:
        """What the request is about."""
        return str(self.about["title"])

    @property
    def about(self) -> Mapping[str, Any]:
        """The header of the first message, which also describes the case."""
        return self.messages[0].header

    @property
    def letters(self) -> tuple[Message, ...]:
        """The authority's messages; what they enclose is not counted."""
        return tuple(m for m in self.messages if not (m.outgoing or m.enclosed))

    def enclosures(self, letter: Message) -> tuple[Message, ...]:
        """The letters attached to a message: those marked `enclosed` that follow it."""
        following = self.messages[self.messages.index(letter) + 1 :]
        return tuple(itertools.takewhile(lambda m: m.enclosed, following))


def long_date(date: dt.date) -> str:
    """A date as letters write it.

    >>> long_date(dt.date(2024, 5, 3))
    '3 May 2024'
    """
    return f"{date.day} {date:%B %Y}"


def read_authorities(folder: Path) -> dict[str, Authority]:
    """The invented authorities by id."""
    records = tomllib.loads((folder / "authorities.toml").read_text(encoding="utf-8"))
    return {key: Authority(id=key, **record) for key, record in records.items()}


def read_cases(folder: Path) -> list[Case]:
    """Every case under `<folder>/<authority>/`, in the order of authorities and file names."""
    templates = {p.stem: p.read_text(encoding="utf-8").strip() for p in (folder / "templates").glob("*.txt")}
    return [
        Case(path.stem, authority, _read_messages(path, authority, templates))
        for authority in read_authorities(folder).values()
        for path in sorted((folder / authority.id).glob("*.txt"))
    ]


def _read_messages(path: Path, authority: Authority, templates: Mapping[str, str]) -> tuple[Message, ...]:
    before, *parts = re.split(r"^\+\+\+\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    if before.strip() or not parts or len(parts) % 2:
        raise ValueError(f"{path}: every message needs a header between two +++ lines")
    messages = []
    for header_text, body in zip(parts[::2], parts[1::2], strict=True):
        header = tomllib.loads(header_text)
        messages.append(Message(header, _fill(body.strip(), templates, _slots(authority, header), path)))
    return tuple(messages)


def _slots(authority: Authority, header: Mapping[str, Any]) -> dict[str, str]:
    slots = {k: str(v) for k, v in vars(authority).items()}
    for key, value in header.items():
        slots[key] = long_date(value) if isinstance(value, dt.date) else str(value)
    return slots


def _fill(body: str, templates: Mapping[str, str], slots: Mapping[str, str], path: Path) -> str:
    def include(match: re.Match[str]) -> str:
        values = {**slots, **dict(_SLOT.findall(match[2]))}
        try:
            return templates[match[1]].format_map(values)
        except KeyError as missing:
            raise ValueError(f"{path}: {match[0]}: no template or slot {missing}") from None

    return _INCLUDE.sub(include, body)
