"""What the publishers share: their licence, the letters in their files, and what they say of fields not known."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from ..errors import UnreadableError
from ..formats import Content
from ..records import Letter, Problem
from .about import About
from .fields import Fields
from .options import Options
from .source import Item, Raw, Stub
from .unpacking import Unpacker

__all__ = ["each_of", "enclosed", "licence_of", "unknown_fields"]

_LETTERS = frozenset({"document", "e-mail"})


def licence_of(about: About, options: Options) -> str:
    """What the person says of the licence, else what is known of the publisher's."""
    return about.licence if options.licence == "unknown" else options.licence


def each_of(items: Iterable[Fields], read: Callable[[Fields], Iterator[Item]], origin: str) -> Iterator[Item]:
    """What is read of each item; one that is not as it should be costs itself only.

    Args:
        items: The items.
        read: What to read of one.
        origin: Where they were found.

    Yields:
        What was read, and a problem for what could not be.
    """
    for item in items:
        try:
            yield from read(item)
        except UnreadableError as error:
            yield Problem(origin, "load", str(error))


def enclosed(urls: Mapping[str, str], raw: Raw, like: Letter, options: Options) -> Iterator[Item]:
    """The letters in the files that came with a message.

    Args:
        urls: Address of each file to its own id within the message.
        raw: What was fetched: a content for each file that is still there, named by its address.
        like: The message; a file's letter is of the same case, authority and licence.
        options: The limits.

    Yields:
        Letters, and a problem for each file that is gone or holds none.
    """
    there = {content.name: content for content in raw.contents}
    for url, own_id in urls.items():
        if url not in there:
            reason = "the file is not among what was fetched; it may be gone, or on a site that is not the publisher's"
            yield Problem(url, "load", reason, like.letter_id)
            continue
        named = Content(PurePosixPath(urlsplit(url).path).name, there[url].size, there[url].open)
        for number, item in enumerate(Unpacker(_LETTERS, {}, options).read(named, url)):
            if isinstance(item, Letter):
                inside = f"/{number}" if number else ""
                yield _of_case(item, f"{like.letter_id}/{own_id}{inside}", like)
            elif isinstance(item, Problem):
                yield replace(item, letter_id=like.letter_id)


def _of_case(letter: Letter, letter_id: str, like: Letter) -> Letter:
    shared: dict[str, Any] = {
        name: getattr(like, name) for name in ("request", "authority", "case_id", "source", "licence", "source_outcome")
    }
    return replace(
        letter, letter_id=letter_id, date=letter.date or like.date, title=like.title or letter.title, **shared
    )


def unknown_fields(item: Fields, known: Iterable[str], stub: Stub) -> Iterator[Problem]:
    """A problem that names the fields of an item that nobody here has heard of."""
    if names := item.unknown(frozenset(known)):
        yield Problem(
            stub.origin, "load", f"{item.place}: fields not known here, and not read: {', '.join(names[:20])}"
        )
