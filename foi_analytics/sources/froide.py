"""Froide: FragDenStaat and other sites that run on it."""

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import ClassVar
from urllib.parse import urlencode, urljoin

from ..errors import UnreadableError, UsageError
from ..fetching import Client
from ..formats import mend
from ..records import Letter, Problem, Request
from .about import About
from .dates import parse_day
from .downloads import fetch_files, fetch_json
from .fields import Fields, read_json
from .options import Options
from .publisher import each_of, enclosed, licence_of, unknown_fields
from .source import Item, Raw, Stub
from .states import state_label

__all__ = ["Froide"]

_HOST = "fragdenstaat.de"
_PAGE = 50
_MESSAGE = (
    *("resource_uri", "id", "url", "request", "sent", "is_response", "is_postal", "is_draft", "kind", "is_escalation"),
    *("content_hidden", "sender_public_body", "recipient_public_body", "status", "timestamp", "registered_mail_date"),
    *("redacted", "not_publishable", "attachments", "subject", "content", "redacted_subject", "redacted_content"),
    *("sender", "status_name", "last_modified_at", "document", "tags", "law"),
)


class Froide:
    """Requests, and what the authorities wrote in messages and sent as files; nobody's name is read.

    Args:
        host: The site.
        client: Fetches.
        options: Licence and limits, where a person says.
    """

    about = About(
        "froide",
        "requests made through FragDenStaat and other sites that run on Froide",
        "public requests with all replies and files; of a redacted file only the redacted one",
        "verified",
        "unknown",
        1.0,
        f"https://{_HOST}",
        other_hosts=frozenset({"media.frag-den-staat.de"}),
        since=True,
    )

    sites: ClassVar[Mapping[str, str]] = {"fragdenstaat": _HOST}

    def __init__(self, host: str, client: Client, options: Options) -> None:
        self._client = client
        self._options = options
        self._host = host
        self.name = f"{self.about.name}:{host}"

    def discover(self, query: str = "", cursor: str | None = None) -> Iterator[Stub | Problem]:
        """One stub for each request.

        Args:
            query: Words to search for; all requests when empty.
            cursor: Number of requests to pass over.

        Yields:
            Stubs, and a problem for a result without an id.

        Raises:
            UsageError: Words and a day are asked for at once.
        """
        if query and self._options.since:
            raise UsageError("the site is asked for words or for what is new since a day, not for both; leave out one")
        offset = int(cursor or 0)
        path = "request/search/" if query else "request/"
        while True:
            asked = {"limit": str(_PAGE), "offset": str(offset)} | ({"q": query} if query else {})
            asked |= {"created_at_after": str(self._options.since)} if self._options.since else {}
            page = fetch_json(self._client, f"https://{self._host}/api/v1/{path}?{urlencode(asked)}")
            answer = read_json(page, self._options.limits)
            for result in answer.parts("objects"):
                yield self._stub(result, str(offset))
            if answer.part("meta").maybe("next") is None:
                break
            offset += _PAGE

    def fetch(self, stub: Stub) -> Raw:
        """The request with its messages, and their files."""
        request = fetch_json(self._client, stub.origin)
        addresses: list[str] = []
        for message in read_json(request, self._options.limits).parts("messages"):
            # What is wrong with a message is said when it is parsed.
            with contextlib.suppress(UnreadableError):
                addresses += _files(message) if message.flag("is_response") else ()
        files, complete = fetch_files(self._client, addresses, stub.origin, self.about)
        return Raw(stub, (request, *files), complete)

    def parse(self, raw: Raw) -> Iterator[Item]:
        """The request, and a letter for each message and file of the authority."""
        request = read_json(raw.contents[0], self._options.limits)
        for state in (request.text("status"), request.maybe("resolution")):
            if state and state_label(self.about.name, state) is None:
                yield Problem(raw.stub.origin, "load", f"the state {state!r} is not known; it is kept as it is")
        body = request.maybe_part("public_body")
        number = request.number("id")
        messages = list(request.parts("messages"))
        asked = request.maybe("description") or next(_asked(messages), None)
        like = Letter(
            f"{self.about.name}/{self._host}/{number}",
            "",
            request=mend(asked)[0] if asked else None,
            authority=(body.maybe("name") if body else None) or self._options.authority,
            title=request.text("title"),
            case_id=f"{self.about.name}/{self._host}/{number}",
            source=self.name,
            origin=urljoin(f"https://{self._host}", request.text("url")),
            licence=licence_of(self.about, self._options),
            source_outcome=request.maybe("resolution") or request.text("status"),
        )
        if like.request and like.case_id:
            day = parse_day(request.maybe("created_at"), day_first=True)
            shared = (like.source, like.origin, like.licence, like.source_outcome)
            yield Request(like.case_id, like.request, like.authority, day, like.title, *shared)
        yield from each_of(messages, lambda each: self._message(each, raw, like), raw.stub.origin)

    def _message(self, message: Fields, raw: Raw, like: Letter) -> Iterator[Item]:
        """The letters in a message; what came by post has its words in the file only."""
        yield from unknown_fields(message, _MESSAGE, raw.stub)
        if not message.flag("is_response"):
            return
        number = message.number("id")
        text, original = mend(message.text("content"))
        letter = replace(
            like,
            letter_id=f"{like.letter_id}/{number}",
            text=text,
            original=original,
            date=parse_day(message.text("timestamp"), day_first=True),
            title=message.maybe("subject") or like.title,
            origin=f"{like.origin}#nachricht-{number}",
        )
        if message.flag("content_hidden"):
            yield Problem(letter.origin or "", "load", "the site hides the text of the message", letter.letter_id)
        elif text.strip():
            yield letter
        yield from enclosed(_files(message), raw, letter, self._options)

    def _stub(self, result: Fields, cursor: str) -> Stub | Problem:
        try:
            url = f"https://{self._host}/api/v1/request/{result.number('id')}/"
            return Stub(url, result.maybe("last_modified_at") or "", cursor=cursor)
        except UnreadableError as error:
            return Problem(result.place, "load", str(error))


def _asked(messages: list[Fields]) -> Iterator[str]:
    """The messages of the requester, oldest first."""
    for message in messages:
        if not message.flag("is_response") and (text := message.maybe("content")):
            yield text


def _files(message: Fields) -> dict[str, str]:
    """Address and id of each file, without those that a redacted or converted one stands for."""
    found = {}
    for file in message.maybe_parts("attachments"):
        replaced = file.value.get("redacted") or file.value.get("converted") if isinstance(file.value, dict) else None
        if not replaced and file.flag("approved") and not file.flag("is_irrelevant"):
            found[file.text("file_url")] = str(file.number("id"))
    return found
