"""The request and the letters of an Alaveteli request, out of its messages and their files."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from ..formats import Content
from ..records import Letter, Problem, Request
from .alaveteli_json import Facts
from .alaveteli_page import Attachment, Message
from .asks import asked_before
from .document import letter_from
from .mail import Message as Mail
from .options import Options
from .people import Mask, mask_letter, mask_request
from .source import Item
from .unpacking import Unpacker

__all__ = ["items_of", "may_be_letter", "suffix_of"]

_PICTURES = frozenset(
    (
        *(".png", ".jpg", ".jpeg", ".jpe", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".svg", ".ico", ".wmz", ".emz"),
        *(".mp3", ".wav", ".m4a", ".mp4", ".mov", ".avi", ".ics", ".vcf", ".p7s"),
    )
)
_TABLES = frozenset({".csv", ".xls", ".xlsx", ".xlsm", ".ods"})
_LETTERS = frozenset({"document", "e-mail"})


def items_of(
    case: Facts,
    messages: Sequence[Message],
    files: Sequence[Content],
    mask: Mask,
    origin: str,
    source: str,
    options: Options,
) -> Iterator[Item]:
    """The opening request, a letter for each message of the authority and each file of it, and what is missing.

    Args:
        case: What the JSON says.
        messages: The messages of the page, in its order.
        files: The files that were fetched, each named by its address.
        mask: Takes the names of those who asked out of texts.
        origin: The request's address.
        source: Name of the source.
        options: Licence and limits.

    Yields:
        Letters, a request, problems.
    """
    there = {each.name: each for each in files}
    common = _common(case, source, options)
    outgoing: list[str] = []
    for message in messages:
        place = f"{origin}#{message.id}"
        if not message.incoming:
            if not outgoing:
                asked = Request(text=message.text, date=message.day, origin=place, **common)
                yield mask_request(asked, mask)
            outgoing.append(message.text)
        elif not message.shown:
            yield Problem(place, "load", "the site does not show this message to everybody; it was left out")
        else:
            letter = Letter(
                letter_id=f"{common['case_id']}/{message.id}",
                text=message.text,
                original=message.original,
                request=asked_before(outgoing),
                date=message.day,
                origin=place,
                media_type="text/html",
                **common,
            )
            if message.text or not message.attachments:
                yield mask_letter(letter, mask)
            for attachment in message.attachments:
                yield from _enclosed(attachment, there, letter, mask, options)
    yield from _missing(case, messages, origin)


def _common(case: Facts, source: str, options: Options) -> dict[str, Any]:
    """What the request and all letters of a case share."""
    return {
        "authority": case.authority or options.authority,
        "title": case.title or None,
        "case_id": f"{source.replace(':', '/', 1)}/{case.id}",
        "source": source,
        "licence": options.licence,
        "source_outcome": case.state or None,
    }


def may_be_letter(attachment: Attachment) -> bool:
    """Whether an attachment is worth fetching: it has an address and is neither a picture, a sound nor a table."""
    return bool(attachment.url) and suffix_of(attachment.url) not in _PICTURES | _TABLES


def suffix_of(url: str) -> str:
    """The ending of a file's name, in lower case.

    >>> suffix_of("https://foi.example/request/bins/response/7/attach/3/Our%20Reply.PDF")
    '.pdf'
    """
    return PurePosixPath(unquote(urlsplit(url).path)).suffix.lower()


def _enclosed(
    attachment: Attachment, there: Mapping[str, Content], like: Letter, mask: Mask, options: Options
) -> Iterator[Item]:
    """The letters in an attachment, or why there is none."""
    url, letter_id = attachment.url, f"{like.letter_id}/attachment-{attachment.id}"
    if not url:
        reason = f"the site does not give this attachment: {attachment.note or 'it says nothing of why'}"
        yield Problem(f"{like.origin}/attachment-{attachment.id}", "load", reason, like.letter_id)
    elif suffix_of(url) in _TABLES:
        yield Problem(
            url, "load", "a table came with the message; no letter comes in one, and it was not fetched", letter_id
        )
    elif url in there:
        found = Content(PurePosixPath(unquote(urlsplit(url).path)).name, there[url].size, there[url].open)
        for number, each in enumerate(Unpacker(_LETTERS, {}, options).read(found, url)):
            yield from _of_case(each, f"{letter_id}/{number}" if number else letter_id, like, mask, options)
    elif may_be_letter(attachment):
        yield Problem(url, "load", "the site would not give this file", letter_id)


def _of_case(found: Item | Mail, letter_id: str, like: Letter, mask: Mask, options: Options) -> Iterator[Item]:
    if isinstance(found, Mail):
        yield from _of_case(letter_from(found.found, letter_id, found.origin, options), letter_id, like, mask, options)
        for number, each in enumerate(found.enclosed, start=1):
            yield from _of_case(each, f"{letter_id}/{number}", like, mask, options)
    elif isinstance(found, Letter):
        names = ("request", "authority", "title", "case_id", "source", "licence", "source_outcome")
        shared: dict[str, Any] = {name: getattr(like, name) for name in names}
        yield mask_letter(replace(found, letter_id=letter_id, date=found.date or like.date, **shared), mask)
    elif isinstance(found, Problem):
        yield replace(found, letter_id=letter_id)


def _missing(case: Facts, messages: Sequence[Message], origin: str) -> Iterator[Problem]:
    """A problem for each message that the JSON knows and the page does not have."""
    found = {message.id for message in messages}
    for each in case.incoming:
        if f"incoming-{each}" not in found:
            reason = "the message is in the JSON and not on the page: it is hidden, or the site has changed"
            yield Problem(f"{origin}#incoming-{each}", "load", reason)
