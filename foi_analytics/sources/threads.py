"""Request threads as JSON: every message of an authority becomes a letter, with the request before it."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from ..formats import mend
from ..records import Letter, Problem, Request
from .asks import asked_before
from .dates import parse_day
from .options import Options
from .source import Item

__all__ = ["is_thread", "read_thread"]

_SOURCE = "threads"


def is_thread(values: Mapping[str, Any]) -> bool:
    """Whether a JSON object is a request thread.

    >>> is_thread({"id": 7, "title": "Bins", "events": []})
    True
    """
    return "id" in values and isinstance(values.get("events"), list)


def read_thread(values: Mapping[str, Any], origin: str, options: Options) -> Iterator[Item]:
    """A thread's opening request and its letters: its incoming messages, each with the request it answers.

    Args:
        values: The thread: `id`, `title`, `display_status`, `events` of `type` `outgoing` or
            `incoming`, `created_at`, `message_id` and `content`, a list of texts.
        origin: Where it was found.
        options: The authority, which a thread does not name, and the licence.

    Yields:
        The opening request, a letter for each incoming message, and a problem for an event that
        is neither.
    """
    case = f"{_SOURCE}/{values['id']}"
    common: dict[str, Any] = {
        "authority": options.authority,
        "title": _string(values.get("title")),
        "case_id": case,
        "source": _SOURCE,
        "licence": options.licence,
        "source_outcome": _string(values.get("display_status")),
    }
    outgoing: list[str] = []
    for number, event in enumerate(values["events"], start=1):
        text = _text(event)
        kind = event.get("type") if isinstance(event, dict) else None
        message = event.get("message_id") or f"event-{number}" if isinstance(event, dict) else None
        if text is None or kind not in {"incoming", "outgoing"}:
            reason = (
                f"the event is neither an incoming nor an outgoing message with text, but {kind!r}; it was left out"
            )
            yield Problem(f"{origin}, event {number}", "load", reason)
            continue
        text, original = mend(text)
        day = _day(event.get("created_at"))
        if kind == "outgoing":
            if not outgoing:
                yield Request(
                    text=text, date=day, origin=f"{origin}#outgoing-{message}", later=_later(values["events"]), **common
                )
            outgoing.append(text)
            continue
        yield Letter(
            letter_id=f"{case}/{message}",
            text=text,
            original=original,
            request=asked_before(outgoing),
            date=day,
            origin=f"{origin}#incoming-{message}",
            **common,
        )


def _later(events: list[Any]) -> tuple[dt.date, ...]:
    """The days on which the requester wrote again."""
    written = [e for e in events if isinstance(e, dict) and e.get("type") == "outgoing" and _text(e) is not None]
    return tuple(sorted(day for e in written[1:] if (day := _day(e.get("created_at")))))


def _string(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _text(event: Any) -> str | None:
    if not isinstance(event, dict):
        return None
    content = event.get("content") or ""
    if isinstance(content, str):
        return content
    if isinstance(content, list) and all(isinstance(part, str) for part in content):
        return "\n\n".join(content)
    return None


def _day(value: Any) -> dt.date | None:
    return parse_day(value, day_first=True) if isinstance(value, str) else None
