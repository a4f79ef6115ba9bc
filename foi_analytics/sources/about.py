"""What is known of a publisher before anything is fetched from it."""

from dataclasses import dataclass, field
from typing import Literal

__all__ = ["About"]


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a publisher before anything is fetched from it.

    Attributes:
        name: What it is called on the command line.
        summary: What it publishes.
        complete: How much of what it publishes is read, and what is not.
        verified: `verified` when its shape was read in its own code or documentation, `inferred`
            when it was told from other people's programs or from text alone.
        licence: As in `Letter.licence`, where the publisher does not say otherwise.
        etiquette: Seconds to wait between two requests.
        address: Where it is, or where one of its sites is.
        other_hosts: Hosts beside its own on which it keeps files; links and redirects are followed there only.
        since: Whether it can be asked for what is new since a day.
        saved: Whether its pages can be read one by one, as a person saves them.
    """

    name: str
    summary: str
    complete: str
    verified: Literal["verified", "inferred"]
    licence: str
    etiquette: float
    address: str
    other_hosts: frozenset[str] = field(default_factory=frozenset, kw_only=True)
    since: bool = field(default=False, kw_only=True)
    saved: bool = field(default=True, kw_only=True)
