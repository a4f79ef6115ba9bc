"""What the sample holds: the authorities, how to load each folder, and what a reader should find."""

import csv
import io
import json
from typing import Any

from .source import Case, Message

__all__ = ["files"]

_KINDS = {"threads": "threads", "log": "table"}
_INTENT = ("kind", "outcome", "regimes", "exemptions", "questions", "ncnd", "pit", "roles")
_DEFAULTS: dict[str, Any] = {"regimes": ["none"], "exemptions": [], "questions": [], "ncnd": False, "pit": "na"}


def files(cases: list[Case]) -> dict[str, bytes]:
    """`authorities.csv`, `sources.toml` and `expected.jsonl`."""
    return {
        "authorities.csv": _authorities(cases).encode(),
        "sources.toml": _sources(cases).encode(),
        "expected.jsonl": "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in _expected(cases)).encode(),
    }


def _authorities(cases: list[Case]) -> str:
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(["id", "name", "type", "nation"])
    for authority in dict.fromkeys(case.authority for case in cases):
        table.writerow([authority.id, authority.name, authority.type, authority.nation])
    return out.getvalue()


def _sources(cases: list[Case]) -> str:
    entries = dict.fromkeys((_KINDS.get(c.form, "files"), _place(c), c.authority.name) for c in cases)
    head = "# One entry for each `foi load KIND PATH --authority AUTHORITY`; written by build.py.\n"
    return head + "".join(
        f'\n[[source]]\nkind = "{kind}"\npath = "{path}"\nauthority = "{name}"\n'
        for kind, path, name in sorted(entries)
    )


def _place(case: Case) -> str:
    return "log.csv" if case.form == "log" else f"{case.form}/{case.authority.id}"


def _expected(cases: list[Case]) -> list[dict[str, Any]]:
    return [
        {
            "id": letter.id,
            "path": _path(case, letter),
            **_key(case, letter),
            "authority": case.authority.id,
            "date": letter.sent.date().isoformat(),
            "family": letter.header.get("family", case.about.get("family")),
            **{name: _intent(letter, name) for name in _INTENT},
        }
        for case in cases
        for letter in case.messages
        if not letter.outgoing
    ]


def _path(case: Case, letter: Message) -> str:
    if case.form == "log":
        return "log.csv"
    number = ""
    if case.form == "eml":
        mail = next(m for m in case.letters if m == letter or letter in case.enclosures(m))
        number = f"-{case.letters.index(mail) + 1}"
    extension = "json" if case.form == "threads" else case.form
    return f"{_place(case)}/{case.id}{number}.{extension}"


def _key(case: Case, letter: Message) -> dict[str, Any]:
    if case.form == "threads":
        return {"message_id": case.about["thread"] * 100 + case.messages.index(letter) + 1}
    if letter.enclosed:
        return {"attachment": letter.header["filename"]}
    return {"reference": letter.header["reference"]} if case.form == "log" else {}


def _intent(letter: Message, name: str) -> Any:
    if name == "questions":
        return [_question(text) for text in letter.header.get("questions", [])]
    return letter.header.get(name, _DEFAULTS.get(name, []))


def _question(text: str) -> dict[str, Any]:
    """A question of a header: number, outcome, grounds.

    >>> _question("2a full_refusal foia2000:43(2)")
    {'number': '2a', 'outcome': 'full_refusal', 'exemptions': ['foia2000:43(2)']}
    """
    number, outcome, *grounds = text.split()
    return {"number": number, "outcome": outcome, "exemptions": grounds}
