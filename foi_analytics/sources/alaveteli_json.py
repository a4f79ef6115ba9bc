"""A request's JSON on an Alaveteli site: ids, state, authority; it has no message texts.

Read in mysociety/alaveteli@351eb61e, `InfoRequest#json_for_api` and `InfoRequest::State`.
"""

import json
from dataclasses import dataclass
from typing import Any

from ..errors import UnreadableError
from ..records import Problem

__all__ = ["Facts", "read_facts"]

_FIELDS = frozenset(
    (
        *("id", "url_title", "title", "created_at", "updated_at", "described_state", "display_status", "tags", "user"),
        *("awaiting_description", "prominence", "law_used", "user_name", "public_body", "info_request_events"),
    )
)
_STATES = frozenset(
    (
        *("waiting_response", "waiting_clarification", "gone_postal", "not_held", "rejected", "successful"),
        *("partially_successful", "internal_review", "error_message", "requires_admin", "user_withdrawn"),
        *("attention_requested", "vexatious", "not_foi"),
    )
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the JSON says of a request.

    Attributes:
        id: Its number, which stays when its title changes.
        title: Its title.
        state: What the one who asked, or a volunteer, said became of it: `waiting_classification` while
            nobody has said so of the latest reply.
        authority: Who was asked.
        prominence: `normal` when it is shown to everybody.
        asker: Who asked, a person's name; empty when it is not said.
        incoming: Ids of the messages of the authority.
        problems: Fields and states that are not known here.
    """

    id: int
    title: str
    state: str
    authority: str | None
    prominence: str
    asker: str
    incoming: tuple[int, ...]
    problems: tuple[Problem, ...]


def read_facts(data: bytes, origin: str) -> Facts:
    """What the JSON of a request says.

    Args:
        data: The JSON.
        origin: The request's address.

    Returns:
        The facts.

    Raises:
        UnreadableError: It is no JSON, or lacks what every request has.
    """
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"its JSON is broken ({error}); fetch it again") from None
    if not isinstance(found, dict):
        raise UnreadableError("its JSON is no object; the site has changed")
    events = found.get("info_request_events")
    if not isinstance(found.get("id"), int) or not isinstance(events, list):
        raise UnreadableError("its JSON has no 'id' or no 'info_request_events'; the site has changed")
    ids = (event.get("incoming_message_id") for event in events if isinstance(event, dict))
    described = _text(found, "described_state")
    return Facts(
        id=found["id"],
        title=_text(found, "title"),
        state="waiting_classification" if found.get("awaiting_description") is True else described,
        authority=_text(found.get("public_body"), "name") or None,
        prominence=_text(found, "prominence") or "normal",
        asker=_text(found.get("user"), "name") or _text(found, "user_name"),
        incoming=tuple(dict.fromkeys(each for each in ids if isinstance(each, int))),
        problems=tuple(_unknown(found, described, origin)),
    )


def _unknown(found: dict[str, Any], described: str, origin: str) -> list[Problem]:
    problems = []
    if names := sorted(set(found) - _FIELDS):
        problems.append(
            Problem(origin, "load", f"fields not known here, and not read: {_storable(', '.join(names)[:400])}")
        )
    if described not in _STATES:
        problems.append(Problem(origin, "load", f"the state {described[:80]!r} is not known here; it is kept as it is"))
    return problems


def _text(values: Any, name: str) -> str:
    value = values.get(name) if isinstance(values, dict) else None
    return _storable(value) if isinstance(value, str) else ""


def _storable(text: str) -> str:
    """A text as Unicode; half a surrogate pair is no character."""
    return text.encode("utf-8", errors="replace").decode("utf-8")
