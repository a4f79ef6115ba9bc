"""Outlook messages; needs the `msg` extra."""

import datetime as dt
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from ..errors import MissingExtraError, UnreadableError
from .content import Content, Limits
from .doc import OLE, holds
from .extracted import Envelope, Extracted, Refused
from .format import Format
from .html import extract_markup

__all__ = ["FORMAT"]

_STREAM = "__substg1.0_".encode("utf-16-le")
_ID = re.compile(r"<([^<>\s]{1,400})>")
_ADDRESS = re.compile(r"[\w.+'-]{1,64}@[\w.-]{1,255}")


@contextmanager
def _opened(content: Content, limits: Limits) -> Iterator[Any]:
    data = content.read(limits.max_file)
    try:
        import extract_msg
    except ImportError as error:
        raise MissingExtraError("reading Outlook messages (.msg)", "msg") from error
    try:
        message = extract_msg.openMsg(data)
    except Exception as error:
        raise UnreadableError(f"the Outlook message is broken ({error}); save it again as .eml") from error
    with message:
        yield message


def _extract(content: Content, limits: Limits) -> Extracted:
    with _opened(content, limits) as message:
        text = message.body or ""
        if not text.strip() and message.htmlBody:
            text = extract_markup(message.htmlBody.decode("utf-8", errors="replace"), limits).text
        headers = message.header
        sent = message.date if isinstance(message.date, dt.datetime) else None
        if sent and sent.tzinfo is None:
            sent = sent.replace(tzinfo=dt.UTC)
        return Extracted(
            text.replace("\r\n", "\n").strip("\0"),
            FORMAT.media_type,
            title=message.subject or None,
            date=sent.date() if sent else None,
            envelope=Envelope(
                message_id=next(iter(_ID.findall(message.messageId or "")), ""),
                references=tuple(
                    dict.fromkeys(_ID.findall(f"{headers.get('References', '')} {headers.get('In-Reply-To', '')}"))
                ),
                sender=next(iter(_addresses(message.sender)), ""),
                recipients=(*_addresses(message.to), *_addresses(message.cc)),
                sent=sent,
            ),
        )


def _members(content: Content, limits: Limits) -> Iterator[Content | Refused]:
    with _opened(content, limits) as message:
        for number, each in enumerate(message.attachments, start=1):
            name = each.longFilename or each.shortFilename or f"enclosure {number}"
            if each.hidden:
                continue  # a logo in the signature
            if isinstance(each.data, bytes):
                yield Content.of(each.data, name)
            else:
                yield Refused(name, "it is an Outlook message inside another; save it as a file of its own")


def _addresses(value: str | None) -> tuple[str, ...]:
    return tuple(address.lower() for address in _ADDRESS.findall(value or ""))


FORMAT = Format(
    name="Outlook messages",
    media_type="application/vnd.ms-outlook",
    recognises=lambda content: content.head.startswith(OLE) and holds(content, _STREAM),
    extract=_extract,
    members=_members,
    mail=True,
)
