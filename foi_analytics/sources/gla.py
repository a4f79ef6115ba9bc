"""The disclosure log of the Greater London Authority; its markup was told from text and headings only."""

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

from ..errors import Gone, UnreadableError
from ..fetching import Client
from ..records import Letter, Problem
from .about import About
from .dates import parse_day
from .downloads import fetch_files, fetch_page
from .options import Options
from .pages import links_in, markup_of, sections_of
from .publisher import enclosed, licence_of
from .source import Item, Raw, Stub

__all__ = ["Gla"]

_SITE = "https://www.london.gov.uk"
_LOG = "/who-we-are/governance-and-spending/sharing-our-information/foi-disclosure-log"
_FILES = "a[href*='/files/']"
_LAST_PAGE = 1000
_REFERENCE = re.compile(r"reference(?: number)?\s?:?\s{0,5}(\w{2,10}[\w/-]{4,30})", re.IGNORECASE)
_ANSWERED = re.compile(r"Date of response\s?:?\s{0,5}([^\n]{6,40})", re.IGNORECASE)
_RESPONSE, _REQUEST, _KEY = "our response", "summary of request", "key information"
_HEADINGS = frozenset({_RESPONSE, _REQUEST, _KEY, "related documents"})


class Gla:
    """The log's pages, each a summary of the request and the reply, and their files.

    Args:
        client: Fetches.
        options: Licence and limits, where a person says.
    """

    name = "gla"
    about = About(
        name,
        "the disclosure log of the Greater London Authority",
        "all pages of the log and their files",
        "inferred",
        "unknown",
        2.0,
        f"{_SITE}{_LOG}",
    )

    def __init__(self, client: Client, options: Options) -> None:
        self._client = client
        self._options = options

    def discover(self, query: str = "", cursor: str | None = None) -> Iterator[Stub | Problem]:
        """One stub for each page of the log, the latest first.

        Args:
            query: A word in the title; all when empty.
            cursor: The page of the list to begin with.

        Yields:
            Stubs.

        Raises:
            Gone: The site has no such list.
        """
        seen: set[str] = set()
        for page in range(int(cursor or 0), _LAST_PAGE):
            try:
                listed = fetch_page(self._client, f"{self.about.address}?page={page}")
            except Gone:
                if not seen:
                    raise
                break
            links = links_in(markup_of(listed, self._options.limits), listed.name, f"a[href*='{_LOG}/']")
            new = [url for url in dict.fromkeys(links) if url not in seen]
            if not new:
                break
            seen.update(new)
            yield from (Stub(url, cursor=str(page)) for url in new if query.lower().replace(" ", "-") in url)

    def fetch(self, stub: Stub) -> Raw:
        """The page and its files."""
        page = fetch_page(self._client, stub.origin)
        addresses = links_in(markup_of(page, self._options.limits), stub.origin, _FILES)
        files, complete = fetch_files(self._client, addresses, stub.origin, self.about)
        return Raw(stub, (page, *files), complete)

    def parse(self, raw: Raw) -> Iterator[Item]:
        """The reply on the page and those in its files."""
        page = raw.contents[0]
        markup = markup_of(page, self._options.limits)
        sections = sections_of(markup, self._options.limits)
        below = {heading.lower(): text for heading, text in reversed(sections)}
        if not below.get(_RESPONSE):
            raise UnreadableError(f"{page.name}: no words below a heading {_RESPONSE!r}; the site may have changed")
        for heading, text in sections[1:]:
            if heading and text and heading.lower() not in _HEADINGS:
                yield Problem(raw.stub.origin, "load", f"the heading {heading[:80]!r} is not known, and not read")
        key = below.get(_KEY, "")
        reference = _REFERENCE.search(key)
        if reference is None:
            yield Problem(
                raw.stub.origin, "load", f"no reference below the heading {_KEY!r}; its address stands for it"
            )
        case = f"{self.name}/{reference[1] if reference else urlsplit(raw.stub.origin).path.rpartition('/')[2]}"
        answered = _ANSWERED.search(key)
        letter = Letter(
            case,
            below[_RESPONSE],
            request=below.get(_REQUEST) or None,
            authority=self._options.authority or "Greater London Authority",
            date=parse_day(answered[1], day_first=True) if answered else None,
            title=sections[0][0] or None,
            case_id=case,
            source=self.name,
            origin=raw.stub.origin,
            media_type="text/html",
            licence=licence_of(self.about, self._options),
        )
        yield letter
        base = urljoin(_SITE, urlsplit(raw.stub.origin).path)
        files = {url: urlsplit(url).path.rpartition("/")[2] for url in links_in(markup, base, _FILES)}
        yield from enclosed(files, raw, replace(letter, title=None), self._options)
