"""One ask of a request."""

from dataclasses import dataclass

__all__ = ["Ask"]


@dataclass(frozen=True, slots=True)
class Ask:
    """One ask; `text[start:end]` are its words, without the list marker.

    `rule` names what found it; `number` is the requester's, or counted.
    """

    number: str
    start: int
    end: int
    rule: str
