"""Alaveteli: WhatDoTheyKnow, RightToKnow, FYI, AskTheEU and every other site that runs it.

A request is its page, which has the messages, and its JSON, which has the ids, the state and the
authority.  The state is a label that the one who asked, or a volunteer, chose: it is kept as the
site's own claim and nothing is concluded from it.
"""

from collections.abc import Iterator, Mapping
from typing import ClassVar
from urllib.parse import urlsplit

from ..errors import Gone, UnreadableError
from ..fetching import Client, FetchError
from ..formats import Content
from ..records import Problem
from .about import About
from .alaveteli_json import read_facts
from .alaveteli_letters import items_of, may_be_letter, suffix_of
from .alaveteli_listing import MOST_PAGES, PER_PAGE, Listing, Page, Window, read_cursor, read_listing, write_cursor
from .alaveteli_page import read_page
from .downloads import fetch_files
from .options import Options
from .people import names_masked
from .source import Item, Raw, Stub

__all__ = ["Alaveteli"]

_HIDDEN_PAGE = b'id="request_show"'


class Alaveteli:
    """The requests of one Alaveteli site, a case each; every message of the authority and every file of it is a letter.

    Args:
        host: The site, as in `sites` or any other: `www.whatdotheyknow.com`.
        client: Fetches.
        options: Since when, and whether the names of those who asked are kept.
    """

    about: ClassVar[About] = About(
        "alaveteli",
        "requests and replies on WhatDoTheyKnow, RightToKnow, FYI, AskTheEU and other Alaveteli sites",
        "all public requests of a body, tag or state; none that the site hides or asks search engines to pass over; "
        "quoted mail as the site folds it",
        "verified",
        "unknown",
        2.0,
        "https://www.whatdotheyknow.com",
        since=True,
        saved=False,
    )
    sites: ClassVar[Mapping[str, str]] = {
        "whatdotheyknow": "www.whatdotheyknow.com",
        "righttoknow": "www.righttoknow.org.au",
        "fyi": "fyi.org.nz",
        "asktheeu": "www.asktheeu.org",
    }

    def __init__(self, host: str, client: Client, options: Options) -> None:
        self._site = (host if "://" in host else f"https://{host}").rstrip("/")
        self._client = client
        self._options = options
        self.name = f"alaveteli:{urlsplit(self._site).netloc}"

    def discover(self, query: str = "", cursor: str | None = None) -> Iterator[Stub | Problem]:
        """One stub for each request of a list, the latest first.

        Args:
            query: Terms of `Listing.of`: `body:fenmoor_council state:successful`; the list of all when empty.
            cursor: The cursor of the last stub of an earlier run.

        Yields:
            Stubs, and a problem for a list that is not as it should be.

        Raises:
            UsageError: The query has a term that does not exist.
            Gone: The site has no such list.
        """
        listing = Listing.of(query)
        if listing.request:
            yield self._stub(f"/request/{listing.request}", "", "")
            return
        whole = Window(max(filter(None, (listing.after, self._options.since)), default=None), listing.before)
        pending, page = read_cursor(cursor) if cursor else ([whole], 1)
        seen: set[str] = set()
        while pending:
            yield from self._window(listing, pending, page, seen)
            page = 1

    def _window(self, listing: Listing, pending: list[Window], page: int, seen: set[str]) -> Iterator[Stub | Problem]:
        """The stubs of the first pending window, which is taken away, or parted when it is too long."""
        window = pending[0]
        address = f"{self._site}{listing.path(window.state)}"
        while True:
            try:
                answer = self._client.get(address, params=window.params(page), accept="text/html")
            except Gone:
                if page == 1:
                    raise Gone(f"the site has no list {address}; compare the query with its addresses") from None
                break
            listed = read_listing(answer.content.decode("utf-8", errors="replace"), self._site)
            parts = window.parts(answer.fetched_at.date())
            if page == 1 and parts and (listed.about or 0) > PER_PAGE * MOST_PAGES:
                pending[:1] = parts
                return
            yield from self._stubs(listed, write_cursor(pending, page), seen)
            place = f"{address}, page {page}"
            if not listed.rows and (listed.about or page > 1):
                yield Problem(place, "load", "requests are said to be there and none is found; the site has changed")
            if not listed.rows or not listed.more:
                break
            if page == MOST_PAGES:
                if not parts:
                    yield Problem(place, "load", "the site shows 500 requests of this day and state and no more")
                pending[:1] = parts
                return
            page += 1
        del pending[0]

    def _stubs(self, listed: Page, cursor: str, seen: set[str]) -> Iterator[Stub]:
        for row in listed.rows:
            if row.path not in seen:
                seen.add(row.path)
                yield self._stub(row.path, row.version, cursor)

    def _stub(self, path: str, version: str, cursor: str) -> Stub:
        page = f"{self._site}{path}"
        return Stub(page, version, (page, f"{page}.json"), cursor=cursor)

    def fetch(self, stub: Stub) -> Raw:
        """The page, its JSON and the files that may be letters.

        Raises:
            Gone: The site has no such request, or hides it.
        """
        page, facts = stub.parts
        markup = self._page(page)
        contents = (Content.of(markup, page), Content.of(self._json(facts), facts))
        messages = read_page(markup.decode("utf-8", errors="replace"), page, self._options.limits)
        enclosed = (each for message in messages if message.incoming for each in message.attachments)
        addresses = (each.url for each in enclosed if may_be_letter(each))
        files, complete = fetch_files(self._client, addresses, stub.origin, self.about, _fetch_file)
        return Raw(stub, (*contents, *files), complete)

    def _json(self, url: str) -> bytes:
        data = self._client.get(url, accept="application/json").content
        if (prominence := read_facts(data, url).prominence) != "normal":
            raise Gone(f"{url}: its prominence is {prominence!r}, by which the site asks to pass over it")
        return data

    def _page(self, url: str) -> bytes:
        try:
            return self._client.get(url, accept="text/html").content
        except FetchError as error:
            if error.status == 403 and _HIDDEN_PAGE in error.content:
                raise Gone(f"{url} is hidden by the site") from error
            raise

    def parse(self, raw: Raw) -> Iterator[Item]:
        """The request and its letters, each with the request it answers.

        Raises:
            UnreadableError: Page or JSON are not as they should be.
        """
        if len(raw.contents) < 2:
            raise UnreadableError("its page or its JSON is missing; fetch it again")
        page, facts, *files = raw.contents
        markup = page.read(self._options.limits.max_markup).decode("utf-8", errors="replace")
        case = read_facts(facts.read(self._options.limits.max_markup), raw.stub.origin)
        messages = list(read_page(markup, raw.stub.origin, self._options.limits))
        if not messages:
            raise UnreadableError("the page has no messages where Alaveteli has them; the site has changed")
        yield from case.problems
        names = () if self._options.keep_people else (case.asker, *(m.author for m in messages if not m.incoming))
        yield from items_of(case, messages, files, names_masked(names), raw.stub.origin, self.name, self._options)


def _fetch_file(client: Client, url: str) -> Content:
    found = client.get(url)
    if found.media_type == "text/html" and suffix_of(url) not in {".html", ".htm"}:
        raise FetchError(f"{url} is still being prepared by the site")
    return Content.of(found.content, url)
