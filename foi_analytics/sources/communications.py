"""Lists of communications as JSON: an e-mail and the text of the file that came with it, in each record."""

from collections.abc import Iterator, Mapping
from typing import Any

from ..formats import mend
from ..records import Letter, Problem
from .options import Options

__all__ = ["is_communication", "read_communication"]

_SOURCE = "communications"


def is_communication(values: Mapping[str, Any]) -> bool:
    """Whether a JSON object is a communication.

    >>> is_communication({"tid": 7, "cid": 8, "communication": "Please see the letter.", "file_text": ""})
    True
    """
    return {"tid", "cid", "communication"} <= values.keys()


def read_communication(values: Mapping[str, Any], origin: str, options: Options) -> Iterator[Letter | Problem]:
    """The letters of a communication: its message and its enclosed file, whichever have words.

    Args:
        values: The record: `tid` (request), `cid` (message), `communication`, `file_text`, `status`.
        origin: Where it was found.
        options: The authority and the licence.

    Yields:
        One letter or two; an empty one when neither has words.
    """
    case = f"{_SOURCE}/{values['tid']}"
    texts = {"": values["communication"], "/file": values.get("file_text") or ""}
    if wrong := [name for name in texts if not isinstance(texts[name], str)]:
        yield Problem(origin, "load", f"{'file_text' if wrong[0] else 'communication'} is not text; it was left out")
    written = {name: text for name, text in texts.items() if isinstance(text, str) and text.strip()}
    for name, text in (written or {"": ""}).items():
        text, original = mend(text)
        yield Letter(
            letter_id=f"{case}/{values['cid']}{name}",
            text=text,
            original=original,
            authority=options.authority,
            case_id=case,
            source=_SOURCE,
            origin=f"{origin}#{values['cid']}{name}",
            licence=options.licence,
            source_outcome=str(values["status"]) if values.get("status") else None,
        )
