"""What every source of letters offers, local or on the network, and loading from one."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from ..errors import FoiError
from ..formats import Content
from ..records import DecisionNotice, Letter, Problem, ReportedFigure, Request

__all__ = ["Item", "Raw", "Source", "Stub", "load"]

Item = Letter | Request | DecisionNotice | ReportedFigure | Problem
"""What a source gives: letters, the requests that opened their cases, what regulators decided and authorities
report, and what could not be read."""


@dataclass(frozen=True, slots=True)
class Stub:
    """Something a source has, found but not fetched.

    Attributes:
        origin: Its path inside the source, or its address.
        version: Changes when its bytes do; empty when the source cannot say.
        parts: What to fetch: paths or addresses; `origin` alone when empty.
        places: For contents inside it that were found more than once: digest to all places, the
            first of which counts.
        cursor: Where a restart would begin to find this one again; empty when finding begins anew.
    """

    origin: str
    version: str = ""
    parts: tuple[str, ...] = ()
    places: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    cursor: str = ""


@dataclass(frozen=True, slots=True)
class Raw:
    """What was fetched for a stub: its contents, not interpreted yet.

    Attributes:
        stub: What they were fetched for.
        contents: The contents, each named by its path or address.
        complete: Whether all was fetched that should be there; what is not is fetched again next time.
    """

    stub: Stub
    contents: tuple[Content, ...]
    complete: bool = True


class Source(Protocol):
    """A publisher, a folder, a file: anything letters come from.

    Attributes:
        name: Publisher or kind, as in `Letter.source`.
    """

    name: str

    def discover(self, query: str = "", cursor: str | None = None) -> Iterator[Stub | Problem]:
        """Find what there is, from where an earlier run stopped."""
        ...

    def fetch(self, stub: Stub) -> Raw:
        """Get the bytes; the only step that touches a network."""
        ...

    def parse(self, raw: Raw) -> Iterator[Item]:
        """Letters and requests out of bytes: a pure function."""
        ...


Track = Callable[[Iterable[Stub | Problem]], Iterable[Stub | Problem]]


def load(source: Source, query: str = "", track: Track = iter) -> Iterator[Item]:
    """Every letter of a source, every request it knows of, and every problem with its reason; nothing is lost.

    Args:
        source: Where to look.
        query: What to look for, for sources that can search.
        track: Wraps the iteration over what was found, for a progress bar.

    Yields:
        Letters with ids of their own, requests, and problems.

    >>> import tempfile
    >>> from foi_analytics.sources import open_source
    >>> with tempfile.NamedTemporaryFile(suffix=".txt") as file:
    ...     size, _ = file.write(b"We hold no such records."), file.flush()
    ...     [letter.text for letter in load(open_source("files", file.name))]
    ['We hold no such records.']
    """
    seen: dict[str, int] = {}
    for stub in track(source.discover(query)):
        if isinstance(stub, Problem):
            yield stub
            continue
        try:
            for item in source.parse(source.fetch(stub)):
                if not isinstance(item, Letter):
                    yield item
                elif (letter := _with_own_id(item, seen)) is not None:
                    yield letter
        except (FoiError, OSError) as error:
            yield Problem(stub.origin, "load", str(error))


def _with_own_id(letter: Letter, seen: dict[str, int]) -> Letter | None:
    """The letter under an id no other letter has; None when the same letter was there before.

    Sources give ids out twice: a log repeats its reference for the second reply of a case.
    """
    content = hash(letter.text)
    if letter.letter_id not in seen:
        seen[letter.letter_id] = content
        return letter
    if seen[letter.letter_id] == content:
        return None
    mark = hashlib.sha256(letter.text.encode()).hexdigest()[:8]
    return _with_own_id(replace(letter, letter_id=f"{letter.letter_id}#{mark}"), seen)
