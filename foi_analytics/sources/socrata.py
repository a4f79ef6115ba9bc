"""Socrata: open data sites on which councils publish their replies as a table, such as Camden's."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import ClassVar
from urllib.parse import urlencode

from ..errors import UnreadableError
from ..fetching import Client
from ..records import Letter, Problem, Request
from .about import About
from .downloads import fetch_json
from .fields import Fields, read_json
from .options import Options
from .publisher import licence_of
from .source import Item, Raw, Stub
from .table import read_table

__all__ = ["Socrata"]

_CAMDEN = "opendata.camden.gov.uk/fkj6-gqb4"
_PAGE = 1000


class Socrata:
    """One dataset, each row a letter; the columns are found as in any other table.

    Args:
        host: The site, a slash and the dataset's id.
        client: Fetches.
        options: Authority, columns, licence and limits, where a person says.
    """

    about = About(
        "socrata",
        "replies of the London Borough of Camden, and other datasets on Socrata",
        "all rows; the text of a reply is on one line, as the site has it",
        "verified",
        "unknown",
        0.5,
        "https://opendata.camden.gov.uk",
    )

    sites: ClassVar[Mapping[str, str]] = {"camden": _CAMDEN}

    def __init__(self, host: str, client: Client, options: Options) -> None:
        self._host, _, self._dataset = host.partition("/")
        self.name = f"{self.about.name}:{host}"
        self._client = client
        self._options = options

    def discover(self, query: str = "", cursor: str | None = None) -> Iterator[Stub | Problem]:
        """One stub for each thousand rows.

        Args:
            query: Words to search for; all rows when empty.
            cursor: Number of rows to pass over.

        Yields:
            Stubs.
        """
        rows = f"https://{self._host}/resource/{self._dataset}.json"
        words = {"$q": query} if query else {}
        counted = fetch_json(self._client, f"{rows}?{urlencode({'$select': 'count(*)'} | words)}")
        (answer,) = _rows(read_json(counted, self._options.limits))[:1] or [Fields({}, counted.name)]
        total = int(answer.text("count")) if answer.text("count").isdecimal() else 0
        for offset in range(int(cursor or 0), total, _PAGE):
            # Without an order, pages overlap.
            asked = {"$limit": str(_PAGE), "$offset": str(offset), "$order": ":id"} | words
            view = f"https://{self._host}/api/views/{self._dataset}.json"
            yield Stub(f"{rows}?{urlencode(asked)}", parts=(f"{rows}?{urlencode(asked)}", view), cursor=str(offset))

    def fetch(self, stub: Stub) -> Raw:
        """The rows, and what the site says of the dataset."""
        return Raw(stub, tuple(fetch_json(self._client, part) for part in stub.parts))

    def parse(self, raw: Raw) -> Iterator[Item]:
        """The letters of the rows, under the licence that the dataset states."""
        rows, *views = raw.contents
        if not _rows(read_json(rows, self._options.limits)):
            raise UnreadableError(f"{rows.name}: no rows; the dataset may have been replaced by another")
        licence = licence_of(self.about, self._options)
        authority = self._options.authority
        if views:
            view = read_json(views[0], self._options.limits)
            authority = authority or view.maybe("attribution")
            if licence == "unknown" and (stated := view.maybe_part("license")):
                licence = f"stated: {stated.text('name')}"
        prefix = f"{self.about.name}/{self._host}/{self._dataset}"
        for item in read_table(rows, raw.stub.origin, replace(self._options, licence=licence, authority=authority)):
            if isinstance(item, Letter):
                case = f"{prefix}/{item.case_id or item.letter_id}"
                yield replace(item, letter_id=case, case_id=case, source=self.name)
            elif isinstance(item, Request):
                yield replace(item, case_id=f"{prefix}/{item.case_id}", source=self.name)
            else:
                yield item


def _rows(answer: Fields) -> list[Fields]:
    if isinstance(answer.value, dict) and "errorCode" in answer.value:
        raise UnreadableError(
            f"{answer.place}: the site answers {answer.text('errorCode')}: {answer.text('message')[:200]}"
        )
    if not isinstance(answer.value, list):
        raise UnreadableError(f"{answer.place}: a list of rows was expected; the site may have changed")
    return [Fields(value, f"{answer.place}, row {number}") for number, value in enumerate(answer.value, start=1)]
