"""GOV.UK: the replies that departments publish, found with its search and read with its content API."""

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlencode, urljoin

from ..errors import UnreadableError
from ..fetching import Client
from ..formats import Content, Limits
from ..formats.html import extract_markup
from ..records import Letter, Problem
from .about import About
from .dates import stated_day
from .downloads import fetch_files, fetch_json
from .fields import Fields, read_json
from .options import Options
from .pages import links_in
from .publisher import each_of, enclosed, licence_of, unknown_fields
from .source import Item, Raw, Stub

__all__ = ["GovUk"]

_SITE = "https://www.gov.uk"
_PAGE = 500
_FIELDS = "title,link,public_timestamp,content_store_document_type"
_FILE, _HTML, _EXTERNAL = "file", "html", "external"
_ATTACHMENT = (
    *("attachment_type", "id", "title", "url", "command_paper_number", "hoc_paper_number", "isbn", "unique_reference"),
    *("unnumbered_command_paper", "unnumbered_hoc_paper", "accessible", "alternative_format_contact_email"),
    *("content_type", "file_size", "filename", "number_of_pages", "assets", "preview_url", "locale", "thumbnail_url"),
    *("email", "preferred_order", "url_slug", "owning_document_content_id"),
)


class GovUk:
    """Releases of the document type `foi_release`: their files and HTML documents, each a letter.

    Args:
        client: Fetches.
        options: Licence and limits, where a person says.
    """

    name = "govuk"
    about = About(
        name,
        "FOI releases of departments and agencies of the UK government",
        "all releases; attachments on other sites are listed, not followed; the request is not published apart",
        "verified",
        "assumed: Open Government Licence v3.0",
        0.2,
        _SITE,
        other_hosts=frozenset({"assets.publishing.service.gov.uk"}),
        since=True,
    )

    def __init__(self, client: Client, options: Options) -> None:
        self._client = client
        self._options = options

    def discover(self, query: str = "", cursor: str | None = None) -> Iterator[Stub | Problem]:
        """One stub for each release, the latest first.

        Args:
            query: Words to search for; all releases when empty.
            cursor: Number of releases to pass over.

        Yields:
            Stubs, and a problem for a result without an address.
        """
        start = int(cursor or 0)
        while True:
            asked = {"filter_content_store_document_type": "foi_release", "order": "-public_timestamp"}
            asked |= {"count": str(_PAGE), "start": str(start), "fields": _FIELDS} | ({"q": query} if query else {})
            if self._options.since:
                asked["filter_public_timestamp"] = f"from:{self._options.since}"
            page = fetch_json(self._client, f"{_SITE}/api/search.json?{urlencode(asked)}")
            answer = read_json(page, self._options.limits)
            results = list(answer.parts("results"))
            for result in results:
                yield _stub(result, str(start))
            start += len(results)
            if not results or start >= answer.number("total"):
                break

    def fetch(self, stub: Stub) -> Raw:
        """The content item, its HTML documents and its files."""
        item = fetch_json(self._client, stub.parts[0])
        addresses = _addresses(item, self._options.limits)
        files, complete = fetch_files(self._client, addresses, stub.origin, self.about)
        return Raw(stub, (item, *files), complete)

    def parse(self, raw: Raw) -> Iterator[Item]:
        """A letter for each attachment; the page itself is one when it has none."""
        item = read_json(raw.contents[0], self._options.limits)
        kind = item.text("document_type")
        if kind != "foi_release":
            raise UnreadableError(f"{item.place}: the document type is {kind!r}, not 'foi_release'; it was left out")
        if (withdrawn := item.maybe_part("withdrawn_notice")) and withdrawn.value:
            reason = "the publisher has marked the release as withdrawn; it is kept all the same"
            yield Problem(raw.stub.origin, "load", reason)
        like = self._letter(item, raw.stub)
        details = item.part("details")
        attachments = list(details.maybe_parts("attachments"))
        if attachments:
            alone = len(attachments) == 1
            yield from each_of(attachments, lambda each: self._attached(each, raw, like, alone), raw.stub.origin)
        elif files := _linked(details):
            case = like.case_id if len(files) == 1 else None
            ids = {url: url.rpartition("/")[2] for url in files}
            yield from enclosed(ids, raw, replace(like, case_id=case), self._options)
        else:
            found = extract_markup(details.text("body"), self._options.limits)
            yield replace(like, text=found.text, media_type="text/html", date=stated_day(found.text))

    def _letter(self, item: Fields, stub: Stub) -> Letter:
        """What all letters of a release have in common; the day of the page is not that of the reply."""
        case = f"govuk/{item.text('content_id')}"
        title = item.text("title")
        licence = licence_of(self.about, self._options)
        authority = _authority(item) or self._options.authority
        return Letter(
            case,
            "",
            authority=authority,
            title=title,
            case_id=case,
            source=self.name,
            origin=stub.origin,
            licence=licence,
        )

    def _attached(self, attachment: Fields, raw: Raw, like: Letter, alone: bool) -> Iterator[Item]:
        """The letter in an attachment; with others beside it, only its own reference says which case it is of."""
        yield from unknown_fields(attachment, _ATTACHMENT, raw.stub)
        kind, url = attachment.text("attachment_type"), attachment.text("url")
        reference = attachment.maybe("unique_reference")
        case = f"{like.case_id}/{reference}" if reference else like.case_id if alone else None
        like = replace(like, case_id=case, title=attachment.maybe("title") or like.title)
        own_id = attachment.maybe("id") or url.rpartition("/")[2]
        if kind == _FILE:
            yield from enclosed({url: own_id}, raw, like, self._options)
        elif kind == _HTML:
            yield from self._html(urljoin(_SITE, url), f"{like.letter_id}/{own_id}", raw, like)
        elif kind == _EXTERNAL:
            yield Problem(url, "load", "the attachment is on another site, which is not followed; fetch it by hand")
        else:
            raise UnreadableError(f"{attachment.place}: the attachment type {kind!r} is not known; it was left out")

    def _html(self, url: str, letter_id: str, raw: Raw, like: Letter) -> Iterator[Item]:
        api = _api_address(url)
        content = next((content for content in raw.contents if content.name == api), None)
        if content is None:
            yield Problem(url, "load", "the document is not among what was fetched; it may be gone from the site")
            return
        body = read_json(content, self._options.limits).part("details").text("body")
        found = extract_markup(body, self._options.limits)
        day = stated_day(found.text)
        yield replace(like, letter_id=letter_id, text=found.text, origin=url, media_type="text/html", date=day)


def _stub(result: Fields, cursor: str) -> Stub | Problem:
    try:
        url = urljoin(_SITE, result.text("link"))
        return Stub(url, result.maybe("public_timestamp") or "", (_api_address(url),), cursor=cursor)
    except UnreadableError as error:
        return Problem(result.place, "load", str(error))


def _api_address(url: str) -> str:
    return url.replace(_SITE, f"{_SITE}/api/content", 1)


def _authority(item: Fields) -> str | None:
    links = item.part("links")
    for name in ("primary_publishing_organisation", "organisations"):
        for organisation in links.maybe_parts(name):
            return organisation.text("title")
    return None


def _addresses(item: Content, limits: Limits) -> Iterator[str]:
    """What to fetch with a release: its files, and its HTML documents from the content API."""
    details = read_json(item, limits).part("details")
    attachments = list(details.maybe_parts("attachments"))
    for attachment in attachments:
        # What is wrong with an attachment is said when it is parsed.
        with contextlib.suppress(UnreadableError):
            kind, url = attachment.text("attachment_type"), attachment.text("url")
            if kind == _FILE:
                yield url
            elif kind == _HTML:
                yield _api_address(urljoin(_SITE, url))
    if not attachments:
        yield from _linked(details)


def _linked(details: Fields) -> list[str]:
    """The files of older releases, which are only found in the HTML made for them."""
    markup = details.value.get("documents") if isinstance(details.value, dict) else None
    texts = [text for text in markup if isinstance(text, str)] if isinstance(markup, list) else []
    links = (url for text in texts for url in links_in(text, _SITE))
    return list(dict.fromkeys(url for url in links if "/media/" in url or "/uploads/" in url))
