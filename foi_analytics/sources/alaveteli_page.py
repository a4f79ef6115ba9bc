"""A request's page on an Alaveteli site: its messages, with their attachments.

Read in mysociety/alaveteli@351eb61e, `app/views/request`.  Annotations by third persons, quoted
mail that the site folds away and the site's own buttons are left out.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from ..fetching import FetchError, canonical
from ..formats import Content, Limits, extract
from ..formats.html import parse_markup
from .dates import parse_day

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

__all__ = ["Attachment", "Message", "read_page"]

_ID = re.compile(r"(incoming|outgoing)-(\d{1,18})")
_ATTACHMENT_ID = re.compile(r"attachment-(\d{1,18})")
_NOT_BODY = ".attachments, .unfold_link, .event_actions, .comment_in_request"
_NO_BODY = re.compile(r"\[ ?Email has no body[^\]\n]{0,80}\]")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with a message; it has no address when the site hides it, and a note then."""

    id: str
    url: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """A message of a request.

    Attributes:
        id: Its anchor: `incoming-7`, `outgoing-8`.
        author: Who the site says wrote it.
        day: When it was sent.
        text, original: Its words, and those before mojibake was mended, as in `Letter`.
        shown: Whether the site shows it to everybody, and to search engines.
        attachments: What came with it.
    """

    id: str
    author: str
    day: dt.date | None
    text: str
    original: str | None
    shown: bool
    attachments: tuple[Attachment, ...]

    @property
    def incoming(self) -> bool:
        """Whether the authority wrote it."""
        return self.id.startswith("incoming")


def read_page(markup: str, url: str, limits: Limits) -> Iterator[Message]:
    """The messages on the page of a request, in its order, each once.

    Args:
        markup: The page.
        url: Its address.
        limits: How long a message may be.

    Yields:
        Messages; that one was sent again is no message.

    Raises:
        UnreadableError: A message is longer than a letter may be.
    """
    seen = set()
    for node in parse_markup(markup).css(".correspondence[id]"):
        match = _ID.fullmatch(node.attributes.get("id") or "")
        body = node.css_first(".correspondence_text")
        if match and match[0] not in seen and body is not None:
            seen.add(match[0])
            yield _message(match[0], node, body, url, limits)


def _message(name: str, node: "LexborNode", body: "LexborNode", url: str, limits: Limits) -> Message:
    author, time = node.css_first(".correspondence__header__author"), node.css_first("time[datetime]")
    attachments = tuple(_attachments(body, url))
    for part in body.css(_NOT_BODY):
        part.decompose()
    found = extract(Content.of(f"<main>{body.inner_html}</main>".encode(), f"{name}.html"), limits=limits)
    empty = _NO_BODY.fullmatch(found.text) is not None
    return Message(
        id=name,
        author=" ".join(author.text().split()) if author else "",
        day=parse_day(time.attributes.get("datetime"), day_first=True) if time else None,
        text="" if empty else found.text,
        original=None if empty else found.original,
        shown=not name.startswith("incoming") or "normal" in (node.attributes.get("class") or "").split(),
        attachments=attachments,
    )


def _attachments(body: "LexborNode", url: str) -> Iterator[Attachment]:
    for listed in body.css("li.attachment[id]"):
        match = _ATTACHMENT_ID.fullmatch(listed.attributes.get("id") or "")
        if match is None:
            continue
        links = (link.attributes.get("href") or "" for link in listed.css("a[href]"))
        raw = next((each for each in links if "/attach/" in each and "/attach/html/" not in each), "")
        hidden = listed.css_first(".hidden_attachment")
        note = " ".join(hidden.text().split())[:80] if hidden else ""
        yield Attachment(match[1], _address(url, raw) if raw else "", note)


def _address(page: str, link: str) -> str:
    """The address a link leads to; empty when it leads off the site, where no attachment is."""
    try:
        found = canonical(urljoin(page, link))
    except (ValueError, FetchError):
        return ""
    return found if urlsplit(found).netloc == urlsplit(page).netloc else ""
