"""CKAN: the disclosure logs on data.gov.uk and other catalogues of open data."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import ClassVar
from urllib.parse import urlencode

from ..errors import UnreadableError
from ..fetching import Client
from ..formats import Content
from ..records import Letter, Problem, Request
from .about import About
from .downloads import fetch_content, fetch_json
from .fields import Fields, read_json
from .options import Options
from .publisher import licence_of
from .source import Item, Raw, Stub
from .unpacking import Unpacker

__all__ = ["Ckan"]

_HOST = "ckan.publishing.service.gov.uk"
_QUERY = "foi disclosure"
_PAGE = 100
_TABLES = frozenset({"CSV", "XLSX", "JSON", ".CSV", ".XLSX"})


class Ckan:
    """Disclosure logs that authorities have put into a catalogue, each row a letter or a request.

    Args:
        host: The catalogue.
        client: Fetches.
        options: Columns, order of dates, licence and limits, where a person says.
    """

    about = About(
        "ckan",
        "disclosure logs in data.gov.uk and other catalogues that run on CKAN",
        "files said to be CSV, Excel or JSON; what a file really is, is told by its bytes",
        "verified",
        "unknown",
        1.0,
        f"https://{_HOST}",
        saved=False,
    )

    sites: ClassVar[Mapping[str, str]] = {"data.gov.uk": _HOST}

    def __init__(self, host: str, client: Client, options: Options) -> None:
        self._client = client
        self._options = options
        self._host = host
        self._api = f"https://{host}/api/3/action"
        self.name = f"{self.about.name}:{host}"

    def discover(self, query: str = "", cursor: str | None = None) -> Iterator[Stub | Problem]:
        """One stub for each table of each dataset found.

        Args:
            query: Words to search for; those of disclosure logs when empty.
            cursor: Number of datasets to pass over.

        Yields:
            Stubs, and a problem for a dataset that is not as it should be.
        """
        start = int(cursor or 0)
        while True:
            asked = {"q": query or _QUERY, "rows": str(_PAGE), "start": str(start)}
            page = fetch_json(self._client, f"{self._api}/package_search?{urlencode(asked)}")
            result = _result(read_json(page, self._options.limits))
            packages = list(result.parts("results"))
            for package in packages:
                yield from self._stubs(package, str(start))
            start += len(packages)
            if not packages or start >= result.number("count"):
                break

    def fetch(self, stub: Stub) -> Raw:
        """What the catalogue says of the dataset, and the table."""
        return Raw(stub, tuple(fetch_content(self._client, part) for part in stub.parts))

    def parse(self, raw: Raw) -> Iterator[Item]:
        """The letters and requests of the table, under the licence that the dataset states."""
        if len(raw.contents) < 2:
            raise UnreadableError("the table is not among what was fetched; fetch it again")
        package = _result(read_json(raw.contents[0], self._options.limits))
        table = raw.contents[1]
        organisation = package.maybe_part("organization")
        licence = licence_of(self.about, self._options)
        if licence == "unknown" and (stated := package.maybe("license_title") or package.maybe("license_id")):
            licence = f"stated: {stated}"
        authority = self._options.authority or (organisation.maybe("title") if organisation else None)
        options = replace(self._options, licence=licence, authority=authority)
        prefix = f"{self.about.name}/{self._host}/{package.text('name')}"
        named = Content(table.name.partition("?")[0], table.size, table.open)
        for item in Unpacker(frozenset({"table"}), {}, options).read(named, raw.stub.origin):
            if isinstance(item, Letter):
                case = f"{prefix}/{item.case_id}" if item.case_id else None
                yield replace(item, letter_id=f"{prefix}/{item.letter_id}", case_id=case, source=self.name)
            elif isinstance(item, Request):
                yield replace(item, case_id=f"{prefix}/{item.case_id}", source=self.name)
            elif isinstance(item, Problem):
                yield item

    def _stubs(self, package: Fields, cursor: str) -> Iterator[Stub | Problem]:
        try:
            shown = f"{self._api}/package_show?{urlencode({'id': package.text('id')})}"
            for resource in package.parts("resources"):
                if (resource.maybe("format") or "").upper() in _TABLES:
                    url = resource.text("url")
                    yield Stub(url, resource.maybe("last_modified") or "", (shown, url), cursor=cursor)
        except UnreadableError as error:
            yield Problem(package.place, "load", str(error))


def _result(answer: Fields) -> Fields:
    """The result of an action; the catalogue says of each whether it went well."""
    if not answer.flag("success"):
        error = answer.maybe_part("error")
        reason = error.maybe("message") if error else None
        raise UnreadableError(f"{answer.place}: the catalogue answers {(reason or 'with an error')[:200]!r}")
    return answer.part("result")
