"""Which column of a table holds what: guessed by name, shown, and overridden by the person."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..errors import UsageError

__all__ = ["Columns", "guess_columns"]

# Spellings met in real disclosure logs and exports, the likeliest first.
_SPELLINGS: dict[str, tuple[str, ...]] = {
    "text": (
        *(
            "text",
            "letter text",
            "letter",
            "response text",
            "full response",
            "response",
            "our response",
            "response body",
        ),
        *(
            "responsebody",
            "reply",
            "our reply",
            "reply text",
            "answer",
            "document text",
            "decision letter",
            "full text",
        ),
        *("body", "message", "content"),
    ),
    "request": (
        *("request text", "request", "request body", "requestbody", "your request", "request details", "question"),
        *("questions", "detail", "public description", "summary of request", "request summary", "summary"),
        *("summary en", "abstract"),
    ),
    "id": (
        *("id", "letter id", "reference", "ref", "ref no", "reference number", "reference no", "foi reference"),
        *("foi ref", "foi number", "request number", "request no", "tracking number", "identifier", "file number"),
        "foip number",
    ),
    "date": (
        *("date", "date of response", "date responded", "responded", "response date", "reply date", "letter date"),
        *("date closed", "closed date", "dateclosed", "date completed", "decision communicated", "document date"),
    ),
    "received": (
        *("received", "date received", "date rec d", "date request received", "received date", "date of request"),
        *("date complete received", "submitted date", "date submitted", "date logged", "datecreated", "date created"),
    ),
    "authority": (
        *("authority", "public authority", "authority name", "organisation", "organization", "council", "agency"),
        *("owner org title", "owner org"),
    ),
    "title": ("title", "subject", "case label", "document title", "heading"),
    "case": ("case", "case id", "case number", "request id", "thread"),
    "outcome": (
        *("outcome", "status", "disposition", "decision", "disclosure decision", "outcome of request"),
        *("dispositions", "disposition of request", "request outcome", "request status"),
    ),
    "exemptions": ("exemption", "exemptions", "exemption s applied", "exemptions applied", "reason for refusal"),
}
# What stands for the request in a log that has neither replies nor requests.
_HEADINGS = ("subject question", "case label", "subject", "title", "document title", "heading")
_PUNCTUATION = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns each field is taken from, the first that is filled."""

    fields: Mapping[str, tuple[str, ...]]

    def first(self, name: str, values: Mapping[str, object]) -> object:
        """The value of a field in a row; None when no column fills it."""
        found = (values[column] for column in self.fields.get(name, ()) if values.get(column) is not None)
        return next(found, None)

    @property
    def is_log(self) -> bool:
        """Whether a row tells of a request and what became of it, with no reply of its own."""
        return "text" not in self.fields and "request" in self.fields and bool({"outcome", "received"} & {*self.fields})

    def unread(self, names: Iterable[str]) -> list[str]:
        """The columns from which nothing is taken."""
        read = {column for columns in self.fields.values() for column in columns}
        return [name for name in names if name not in read]

    def __str__(self) -> str:
        return ", ".join(f"{name}={' or '.join(columns)}" for name, columns in self.fields.items())


def guess_columns(names: Iterable[str], given: Mapping[str, str] | None = None) -> Columns:
    """Which column holds what.

    Args:
        names: The table's columns.
        given: Field to column, where the person says so.

    Returns:
        The mapping; it has no `text` when no column looks like the text of a letter.

    Raises:
        UsageError: A given field or column does not exist.

    >>> print(guess_columns(["Ref No.", "Request", "Our response", "Date closed", "Officer"]))
    text=Our response, request=Request, id=Ref No., date=Date closed
    """
    columns = list(dict.fromkeys(names))
    fields: dict[str, tuple[str, ...]] = {}
    for field, spellings in _SPELLINGS.items():
        if found := _spelt(columns, spellings):
            fields[field] = found
    has_words = {"text", "request"} & {*fields, *(given or {})}
    if not has_words and {"received", "outcome"} <= fields.keys() and (found := _spelt(columns, _HEADINGS)):
        fields["request"] = found
    for field, column in (given or {}).items():
        if field not in _SPELLINGS:
            raise UsageError(f"a letter has no field {field!r}; fields are {', '.join(_SPELLINGS)}")
        if column not in columns:
            raise UsageError(f"the table has no column {column!r} for {field}; columns are {', '.join(columns)}")
        fields[field] = (column,)
    return Columns(fields)


def _spelt(columns: Iterable[str], spellings: tuple[str, ...]) -> tuple[str, ...]:
    rank = {spelling: position for position, spelling in enumerate(spellings)}
    found = sorted((rank[plain], name) for name in columns if (plain := _plain(name)) in rank)
    return tuple(name for _, name in found)


def _plain(name: str) -> str:
    return _PUNCTUATION.sub(" ", name.lower()).strip()
