"""Police forces on the Single Online Home platform, whose markup nobody here has seen.

Only texts and addresses of its pages were known when this was written.  What is guessed of the
markup stands in `UNVERIFIED` and is used by `_select` alone.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import ClassVar
from urllib.parse import urlencode, urlsplit

from ..errors import Gone, UnreadableError
from ..fetching import Client
from ..formats import Content, detect, extract
from ..records import Letter, Problem
from .about import About
from .downloads import fetch_files, fetch_page
from .options import Options
from .pages import links_in, markup_of
from .publisher import enclosed
from .source import Item, Raw, Stub

__all__ = ["UNVERIFIED", "Police"]

UNVERIFIED = {
    "item": "main a[href*='/foi-ai/'], body a[href*='/foi-ai/']",
    "file": "a[href*='/SysSiteAssets/']",
    "address": "link[rel=canonical]",
}
"""Where things are thought to stand in a page."""

_LIST = "/foi-ai/af/accessing-information/published-items/"
_NO_REPLY = re.compile(
    r"/(?:publication-scheme|polic(?:y|ies)|lists-and-registers|what-we-spend|accessing-information)(?:/|$)",
    re.IGNORECASE,
)
_LAST_PAGE = 500
_BETA = re.compile(r"This site is a beta, [^\n]{0,300}\n?|^Leave this site[^\n]{0,100}\n", re.MULTILINE)
_SIZES = re.compile(r"(?:\n\s{0,5}[\d,.]{1,12}\s?[KM]B\s{0,5}){1,20}\Z")
_REFERENCE = re.compile(r"request reference (?:no|number)[:.]{0,2}\s{0,3}([\w./-]{3,40}\d[\w./-]{0,20})", re.IGNORECASE)
_LIST_LOST = re.compile(
    r":[ \t]{0,5}\n\s{0,5}(?:I have today decided|Your request for information has now been considered|"
    r"Response\b|Decision\b)"
)
_MET = "www.met.police.uk"
_RESERVED = "stated: all rights reserved; research and private study with the source acknowledged"


class Police:
    """The replies of one force; pages saved by hand and texts of pages are read as well.

    Args:
        host: The force's site.
        client: Fetches.
        options: Authority, licence and limits, where a person says.
    """

    about = About(
        "police",
        "replies that police forces publish under /foi-ai/ on Single Online Home",
        "pages and their files; the sites may refuse programs: then save the pages and load those",
        "inferred",
        "unknown",
        5.0,
        f"https://{_MET}{_LIST}",
    )

    sites: ClassVar[Mapping[str, str]] = {
        "met": _MET,
        "kent": "www.kent.police.uk",
        "north-yorkshire": "www.northyorkshire.police.uk",
        "south-wales": "www.south-wales.police.uk",
        "warwickshire": "www.warwickshire.police.uk",
    }

    def __init__(self, host: str, client: Client, options: Options) -> None:
        self._client = client
        self._options = options
        self._site = f"https://{host}"
        self.name = f"{self.about.name}:{host}"

    def discover(self, query: str = "", cursor: str | None = None) -> Iterator[Stub | Problem]:
        """One stub for each item listed that may be a reply.

        Args:
            query: Words to search for.
            cursor: The page to begin with.

        Yields:
            Stubs.

        Raises:
            Gone: The site has no such list.
        """
        seen: set[str] = set()
        for page in range(int(cursor or 1), _LAST_PAGE):
            address = f"{self._site}{_LIST}?{urlencode({'q': query, 'page': str(page)})}"
            try:
                markup = markup_of(fetch_page(self._client, address), self._options.limits)
            except Gone:
                if not seen:
                    raise
                break
            # How pages are numbered is not known: a number the site does not heed gives the same page again.
            new = [url for url in _select(markup, address, "item") if url not in seen and _LIST not in url]
            if not new:
                break
            seen.update(new)
            yield from (Stub(url, cursor=str(page)) for url in dict.fromkeys(new) if not _NO_REPLY.search(url))

    def fetch(self, stub: Stub) -> Raw:
        """The page and its files."""
        page = fetch_page(self._client, stub.origin)
        markup = markup_of(page, self._options.limits)
        addresses = _select(markup, stub.origin, "file")
        files, complete = fetch_files(self._client, addresses, stub.origin, self.about)
        return Raw(stub, (page, *files), complete)

    def parse(self, raw: Raw) -> Iterator[Item]:
        """The reply on the page and those in its files."""
        page, limits = raw.contents[0], self._options.limits
        found = extract(page, limits=limits)
        text = _SIZES.sub("", _without_chrome(found.text)).strip()
        if not text:
            raise UnreadableError(f"{page.name}: no words below the notices of the site; its markup may have changed")
        markup = markup_of(page, limits) if detect(page).media_type == "text/html" else ""
        stated = next(_select(markup, raw.stub.origin, "address"), "")
        letter = self._letter(text, stated or raw.stub.origin, page)
        letter = replace(letter, title=(found.title or "").partition(" | ")[0] or None, media_type=found.media_type)
        yield letter
        has_notices = _without_chrome(found.text) != found.text
        reasons = _doubts(text, is_theirs=has_notices or "/foi-ai/" in stated)
        yield from (Problem(raw.stub.origin, "load", reason, letter.letter_id) for reason in reasons)
        base = stated or raw.stub.origin
        files = {file: urlsplit(file).path.rpartition("/")[2] for file in _select(markup, base, "file")}
        yield from enclosed(files, raw, replace(letter, title=None), self._options)

    def _letter(self, text: str, address: str, page: Content) -> Letter:
        """The letter at an address; a saved text has none, and is known by its bytes."""
        url = urlsplit(address)
        place = f"{url.netloc}{url.path.rstrip('/')}" if url.netloc else page.sha256()
        case = f"{self.about.name}/{place}"
        reference = _REFERENCE.search(text)
        return Letter(
            case,
            text,
            authority=self._options.authority,
            case_id=f"{self.about.name}/{url.netloc or 'saved'}/{reference[1]}" if reference else case,
            source=self.name,
            origin=address,
            licence=_licence(url.netloc, self._options),
        )


def _doubts(text: str, *, is_theirs: bool) -> Iterator[str]:
    """What may be wrong with a page, as far as its text shows."""
    if not is_theirs:
        yield "it has neither the platform's notices nor an address under /foi-ai/; check that it is a reply"
    if lost := _LIST_LOST.search(text):
        before = text[max(0, lost.start() - 60) : lost.start() + 1].splitlines()[-1]
        yield f"the list after {before!r} was lost when the page was saved as text; what was asked is not known"


def _select(markup: str, base: str, what: str) -> Iterator[str]:
    """The addresses of a kind in a page: the one place that knows of its markup."""
    return links_in(markup, base, UNVERIFIED[what]) if markup else iter(())


def _without_chrome(text: str) -> str:
    """The text below the notices with which every page of the platform begins."""
    end = 0
    for notice in _BETA.finditer(text[:3000]):
        end = notice.end()
    return text[end:]


def _licence(host: str, options: Options) -> str:
    """The Metropolitan Police reserve all rights; what the other forces say is not known."""
    return _RESERVED if host == _MET and options.licence == "unknown" else options.licence
