"""E-mails: the text of the message, its envelope, and what is enclosed."""

import datetime as dt
import email.policy
import email.utils
import re
from collections.abc import Iterator
from email.message import EmailMessage, Message
from typing import cast

from .content import Content, Limits
from .decoding import decode
from .extracted import Envelope, Extracted, Refused
from .format import Format
from .html import extract_markup

__all__ = ["FORMAT"]

_HEADER = re.compile(rb"[A-Za-z][A-Za-z-]{1,60}:")
_FIELDS = (b"message-id:", b"mime-version:", b"received:", b"return-path:")
_COMMON_FIELDS = (b"from:", b"to:", b"subject:", b"date:")
_LONGEST_HEADER = 20_000
_ID = re.compile(r"<([^<>\s]{1,400})>")


class _Policy(email.policy.EmailPolicy):
    """The default policy with headers cut to a sane length: parsing one takes the square of it."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_LONGEST_HEADER]


def _recognises(content: Content) -> bool:
    """Whether it begins with header lines, among them one only mail programs write.

    A memorandum begins with `From:` and `To:` as well, so those count only in a file named as mail.
    """
    if not _HEADER.match(content.head):
        return False
    top = re.split(rb"\r?\n\r?\n", content.head, maxsplit=1)[0].lower()
    fields = (*_FIELDS, *_COMMON_FIELDS) if content.name.lower().endswith(".eml") else _FIELDS
    return any(top.startswith(field) or b"\n" + field in top for field in fields)


def _parse(content: Content, limits: Limits) -> EmailMessage:
    data = content.read(limits.max_file)
    return email.message_from_bytes(data, policy=_Policy())  # type: ignore[arg-type]


def _extract(content: Content, limits: Limits) -> Extracted:
    message = _parse(content, limits)
    body = message.get_body(("plain", "html"))
    text = "" if body is None else _body_text(body, limits)
    sent = _sent(_header(message, "Date"))
    return Extracted(
        text,
        FORMAT.media_type,
        title=_header(message, "Subject") or None,
        date=sent.date() if sent else None,
        envelope=Envelope(
            message_id=next(iter(_ID.findall(_header(message, "Message-ID"))), ""),
            references=tuple(
                dict.fromkeys(_ID.findall(f"{_header(message, 'References')} {_header(message, 'In-Reply-To')}"))
            ),
            sender=next(iter(_addresses(message, "From")), ""),
            recipients=(*_addresses(message, "To"), *_addresses(message, "Cc")),
            sent=sent,
        ),
    )


def _body_text(body: Message, limits: Limits) -> str:
    data = cast(bytes, body.get_payload(decode=True) or b"")
    try:
        text = data.decode(body.get_content_charset() or "ascii")
    except (LookupError, UnicodeDecodeError):
        # The charset a mail declares is often not the one it was written in.
        text = decode(data)
    if body.get_content_type() == "text/html":
        return extract_markup(text, limits).text
    return text.replace("\r\n", "\n")


def _members(content: Content, limits: Limits) -> Iterator[Content | Refused]:
    message = _parse(content, limits)
    for number, part in enumerate(message.iter_attachments(), start=1):
        name = part.get_filename() or f"enclosure {number}"
        if part.get_content_disposition() != "attachment" and part.get_content_maintype() == "image":
            continue  # a logo in the signature
        if part.get_content_type() == "message/rfc822":
            data = b"".join(bytes(each) for each in cast(list[Message], part.get_payload()))
        else:
            data = cast(bytes, part.get_payload(decode=True) or b"")
        yield Content.of(data, name)


def _header(message: Message, name: str) -> str:
    """A header as one line; a malformed one is taken as it was written."""
    try:
        value = message.get(name, "")
    except (ValueError, IndexError, AttributeError, TypeError):
        value = dict(message.raw_items()).get(name, "")
    return " ".join(str(value).split())


def _addresses(message: Message, name: str) -> tuple[str, ...]:
    return tuple(address.lower() for _, address in email.utils.getaddresses([_header(message, name)]) if "@" in address)


def _sent(value: str) -> dt.datetime | None:
    """The time by the sender's clock, which also gives the day of the letter."""
    try:
        sent = email.utils.parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return sent if sent.tzinfo else sent.replace(tzinfo=dt.UTC)


FORMAT = Format(
    name="E-mails",
    media_type="message/rfc822",
    recognises=_recognises,
    extract=_extract,
    members=_members,
    mail=True,
)
