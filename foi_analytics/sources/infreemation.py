"""Infreemation: the case system of some councils, whose published requests it gives as JSON."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import ClassVar

from ..errors import UsageError
from ..fetching import Client
from ..formats import Content, mend
from ..records import Letter, Problem, Request
from .about import About
from .dates import parse_day
from .fields import Fields, read_json
from .options import Options
from .publisher import each_of, licence_of, unknown_fields
from .source import Item, Raw, Stub
from .states import label_of

__all__ = ["Infreemation"]

_HOST = "api.infreemation.co.uk/live"
_KEY, _USER = "INFREEMATION_KEY", "INFREEMATION_USER"
_REQUEST = (
    *("datecreated", "dateclosed", "datepublished", "status", "outcome", "category", "keywords", "timespend"),
    *("costtorespond", "subject", "requestbody", "exemptions", "history", "ref"),
)


class Infreemation:
    """The published requests of one council; names are redacted by the system itself.

    Args:
        host: The council's address of the interface, without its scheme.
        client: Fetches.
        options: Authority, licence and limits, where a person says.
    """

    about = About(
        "infreemation",
        "published requests of councils that keep them in Infreemation",
        f"requests and replies; needs the council's {_USER} and {_KEY} in the environment",
        "verified",
        "unknown",
        1.0,
        f"https://{_HOST}",
    )

    sites: ClassVar[Mapping[str, str]] = {"infreemation-live": _HOST}

    def __init__(self, host: str, client: Client, options: Options) -> None:
        self._client = client
        self._options = options
        self._host = host.rstrip("/")
        self._address = f"https://{self._host}"
        self.name = f"{self.about.name}:{self._host}"

    def discover(self, query: str = "", cursor: str | None = None) -> Iterator[Stub | Problem]:
        """The one stub there is.

        Args:
            query: First and last day: `2024-01-01..2024-12-31`.
            cursor: The interface has no pages; it begins anew.

        Yields:
            The stub.

        Raises:
            UsageError: The query is not two days.
        """
        first, _, last = query.partition("..")
        if parse_day(first, day_first=True) is None or parse_day(last, day_first=True) is None:
            raise UsageError(f"Infreemation asks for a first and a last day, 2024-01-01..2024-12-31, not {query!r}")
        yield Stub(f"{self._address}/foi/#{first}..{last}", parts=(first, last))

    def fetch(self, stub: Stub) -> Raw:
        """All requests published between the two days."""
        key, user = os.environ.get(_KEY), os.environ.get(_USER)
        if not key or not user:
            raise UsageError(f"Infreemation asks for a login; put it into the environment variables {_USER} and {_KEY}")
        first, last = stub.parts
        asked = {"rt": "published", "startdate": first, "enddate": last, "key": key, "username": user}
        return Raw(stub, (Content.of(self._client.post(f"{self._address}/foi/", json=asked).content, stub.origin),))

    def parse(self, raw: Raw) -> Iterator[Item]:
        """Each request, and a letter for each message that answers it."""
        published = read_json(raw.contents[0], self._options.limits).part("published")
        requests = list(published.one_or_more("request"))
        if not requests:
            yield Problem(raw.stub.origin, "load", "nothing was published between the two days")
        yield from each_of(requests, lambda each: self._request(each, raw.stub), raw.stub.origin)

    def _request(self, request: Fields, stub: Stub) -> Iterator[Item]:
        yield from unknown_fields(request, _REQUEST, stub)
        outcome = request.maybe("outcome") or request.text("status")
        if label_of(outcome) is None:
            yield Problem(stub.origin, "load", f"the outcome {outcome!r} is not known; it is kept as it is")
        grounds = [
            ground for part in [request.maybe_part("exemptions")] if part for ground in _texts(part, "exemption")
        ]
        # Many councils share one address, and each counts its requests from 1.
        case = f"{self.about.name}/{self._options.authority or self._host}/{request.text('ref')}"
        asked = mend(request.text("requestbody"))[0]
        licence = licence_of(self.about, self._options)
        claim = "; ".join([outcome, *grounds])
        opened = Request(
            case,
            asked,
            self._options.authority,
            parse_day(request.text("datecreated"), day_first=True),
            request.maybe("subject"),
            self.name,
            stub.origin,
            licence,
            claim,
        )
        yield opened
        like = Letter(
            case, "", asked, opened.authority, title=opened.title, case_id=case, source=self.name, origin=stub.origin,
            licence=licence, source_outcome=claim,
        )  # fmt: skip
        replies = [each for each in request.part("history").one_or_more("response") if each.text("from") != "customer"]
        for number, reply in enumerate(replies, start=1):
            if reply.text("from") != "authority":
                who = reply.text("from")
                yield Problem(
                    stub.origin, "load", f"{reply.place}: a message from {who!r} is not known; it was left out"
                )
                continue
            text, original = mend(reply.text("responsebody"))
            day = parse_day(reply.text("datetime"), day_first=True)
            yield replace(like, letter_id=f"{case}/{number}", text=text, original=original, date=day)


def _texts(part: Fields, key: str) -> list[str]:
    """The texts under a key of JSON made from XML, where a lone one is not in a list."""
    value = part.value.get(key) if isinstance(part.value, dict) else None
    values = value if isinstance(value, list) else [value] if value is not None else []
    return [each for each in values if isinstance(each, str)]
