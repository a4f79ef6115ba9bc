"""Which letters a page speaks of, and the address that says so."""

import dataclasses
import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from ..errors import UsageError
from ..naming import OUTCOME_LABELS, PIT_LABELS, STATUS_LABELS, TIMELINESS_LABELS, section_label
from ..reasoning import laws
from ..records import LETTER_KINDS
from ..regimes import regimes

__all__ = ["LACKS", "USES", "Filters", "letter_link", "regime_label"]

USES = ("relied", "concluded", "mentioned")
"""How a request stands to a section: its letters rely on it; rely on it without citing it; only mention it."""

LACKS = {
    "reading": "Not read yet",
    "text": "Pages without text",
    "date": "No date",
    "authority": "No authority",
    "outcome": "Outcome not recognised",
    "question": "No question found",
    "law": "Law cited out of force or unknown",
}
"""What can be missing from a letter, or doubtful in it."""

_DUTIES = tuple(dict.fromkeys(duty.id for law in laws().values() for duty in law.duties))
_SINGLE: dict[str, Collection[str] | None] = {
    "words": None,
    "kind": LETTER_KINDS,
    "use": USES,
    "family": None,
    "lack": LACKS,
    "pit": PIT_LABELS,
    "owes": _DUTIES,
    "missing": _DUTIES,
    "status": STATUS_LABELS,
    "timeliness": TIMELINESS_LABELS,
}
"""Conditions of one value, and the values there are; None where only the corpus knows."""

_OUTCOME_OF_LABEL = {label: outcome for outcome, label in OUTCOME_LABELS.items()}


@dataclass(frozen=True)
class Filters:
    """Conditions that a letter must meet; an empty one is no condition.

    Attributes:
        authority, since, until, outcome, section, regime, source: What the sidebar offers on every page.
        words: Words that the letter or its title holds, as `Corpus.search` understands them.
        kind: One of `records.LETTER_KINDS`.
        use: One of `USES`; how the letter's request stands to `section`.
        role: Roles one of which a citation of `section` has in the letter.
        asked: Outcomes one of which a question of the letter has.
        family: Id of a family of passages one of which the letter contains.
        lack: One of `LACKS`: what is missing or doubtful.
        pit: How far the letter, a decision or review, gives the public interest test; of `naming.PIT_LABELS`.
        owes: Id of a duty of refusal notices that the letter owes.
        missing: Id of a duty that it owes and that is missing in it.
        status: What became of the letter's case; of `naming.STATUS_LABELS`.
        timeliness: Whether the case was decided in time; of `naming.TIMELINESS_LABELS`.
    """

    authority: tuple[str, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    outcome: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    regime: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    words: str = ""
    kind: str = ""
    use: str = ""
    role: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    family: str = ""
    lack: str = ""
    pit: str = ""
    owes: str = ""
    missing: str = ""
    status: str = ""
    timeliness: str = ""

    def narrow(self, **conditions: Any) -> "Filters":
        """These filters with some conditions replaced."""
        return dataclasses.replace(self, **conditions)

    def narrow_by_address(self, address: Mapping[str, Sequence[str]]) -> "Filters":
        """These filters with the conditions that only an address can set.

        Args:
            address: The values of each parameter of the address.

        Raises:
            UsageError: When the address asks for something that does not exist; a link that
                shows other letters than it promised would be worse than none.
        """
        single = {name: address[name][-1] for name in _SINGLE if address.get(name)}
        for name, known in _SINGLE.items():
            if known is not None and single.get(name, "") not in ("", *known):
                raise UsageError(f"the address asks for {name}={single[name]}; there are {', '.join(known)}")
        asked = tuple(_OUTCOME_OF_LABEL.get(label, label) for label in address.get("asked", ()))
        return self.narrow(asked=asked, role=tuple(address.get("role", ())), **single)

    def parameters(self) -> dict[str, list[str]]:
        """The conditions as the address has them; outcomes and sections go by the names the sidebar shows."""
        values: dict[str, list[str]] = {
            "authority": list(self.authority),
            "since": [self.since.isoformat()] if self.since else [],
            "until": [self.until.isoformat()] if self.until else [],
            "outcome": [OUTCOME_LABELS[o] for o in self.outcome],
            "section": [section_label(s) for s in self.section],
            "regime": [regime_label(r) for r in self.regime],
            "source": list(self.source),
            "role": list(self.role),
            "asked": [OUTCOME_LABELS[o] for o in self.asked],
        }
        values |= {name: [value] for name in _SINGLE if (value := getattr(self, name))}
        return {name: value for name, value in values.items() if value}

    def letters_link(self, **conditions: Any) -> str:
        """Address of the letters that meet these conditions and some more.

        >>> Filters(authority=("Sheldrake & Sons",)).letters_link(use="relied", section=("foia2000:40",))
        'letters?authority=Sheldrake+%26+Sons&section=s.40+Personal+information+%28FOIA%29&use=relied'
        """
        return _address(self.narrow(**conditions).parameters())


def regime_label(name: str) -> str:
    """A statute as the sidebar and the address name it.

    >>> regime_label("eir2004"), regime_label("none")
    ('EIR', 'None named')
    """
    known = regimes().get(name)
    return known.short if known else "None named"


def letter_link(letter_id: str, start: int | None = None, end: int | None = None) -> str:
    """Address of one letter, and of a span in it.

    >>> letter_link("ab12", 10, 24)
    'letters?letter=ab12&start=10&end=24'
    """
    span = {} if start is None or end is None else {"start": [str(start)], "end": [str(end)]}
    return _address({"letter": [letter_id], **span})


def _address(parameters: Mapping[str, list[str]]) -> str:
    return f"letters?{urlencode(parameters, doseq=True)}".removesuffix("?")
