"""DocumentCloud: documents that journalists obtained, with their text (API, cursor paging)."""

import itertools
from collections.abc import Iterator
from urllib.parse import urlencode

from ..errors import UnreadableError
from ..fetching import Client
from ..formats import mend
from ..records import Letter, Problem
from .about import About
from .dates import stated_day
from .downloads import fetch_files, fetch_json
from .fields import Fields, read_json
from .options import Options
from .publisher import licence_of
from .source import Item, Raw, Stub

__all__ = ["DocumentCloud"]

_API = "https://api.www.documentcloud.org/api"
_SEPARATOR = "\n\n"


class DocumentCloud:
    """Public documents, each a letter, with the text the site made of its pages.

    Args:
        client: Fetches.
        options: Authority, licence and limits, where a person says.
    """

    name = "documentcloud"
    about = About(
        name,
        "documents obtained by journalists, many under freedom of information laws",
        "public documents and the site's own text of them; what is no letter is not told apart",
        "verified",
        "unknown",
        0.2,
        "https://www.documentcloud.org",
        other_hosts=frozenset({"s3.documentcloud.org"}),
        saved=False,
    )

    def __init__(self, client: Client, options: Options) -> None:
        self._client = client
        self._options = options

    def discover(self, query: str = "", cursor: str | None = None) -> Iterator[Stub | Problem]:
        """One stub for each public document found.

        Args:
            query: The site's query language: `source:"Example Agency" glomar`.
            cursor: Address of the page to begin with.

        Yields:
            Stubs, and a problem for what the site does not want to be found.
        """
        page = cursor or f"{_API}/documents/search/?{urlencode({'q': query, 'per_page': '25'})}"
        while page:
            answer = read_json(fetch_json(self._client, page), self._options.limits)
            for result in answer.parts("results"):
                yield _stub(result, page)
            page = answer.maybe("next") or ""

    def fetch(self, stub: Stub) -> Raw:
        """The record of a document, and the text of its pages."""
        record, *texts = stub.parts
        document = fetch_json(self._client, record)
        files, complete = fetch_files(self._client, texts, stub.origin, self.about)
        return Raw(stub, (document, *files), complete)

    def parse(self, raw: Raw) -> Iterator[Item]:
        """The letter a document holds."""
        if len(raw.contents) < 2:
            raise UnreadableError("the text of the document is not among what was fetched; fetch it again")
        document, pages = (read_json(content, self._options.limits) for content in raw.contents[:2])
        if refusal := _refusal(document):
            yield Problem(raw.stub.origin, "load", refusal)
            return
        case, slug = f"{self.name}/{document.number('id')}", document.text("slug")
        texts = [mend(page.text("contents")) for page in pages.parts("pages")]
        text = _SEPARATOR.join(mended for mended, _ in texts)
        if not text.strip():
            reason = "the site has made no text of its pages; load the PDF, whose pages are recognised here"
            yield Problem(raw.stub.origin, "load", reason)
            return
        lengths = (len(mended) + len(_SEPARATOR) for mended, _ in texts[:-1])
        starts = tuple(itertools.accumulate(lengths, initial=0))
        changed = any(original is not None for _, original in texts)
        yield Letter(
            case,
            text,
            authority=self._options.authority or document.maybe("source"),
            date=stated_day(text),
            title=document.maybe("title") or slug,
            source=self.name,
            origin=document.maybe("canonical_url") or raw.stub.origin,
            media_type="application/pdf",
            page_starts=starts,
            anchor_starts=starts,
            anchor_names=tuple(f"page {number}" for number in range(1, len(starts) + 1)),
            original=_SEPARATOR.join(original or mended for mended, original in texts) if changed else None,
            licence=licence_of(self.about, self._options),
        )


def _stub(result: Fields, cursor: str) -> Stub | Problem:
    try:
        address = f"{_API}/documents/{result.number('id')}/"
        if refusal := _refusal(result):
            return Problem(address, "load", refusal)
        base = f"{result.text('asset_url')}documents/{result.number('id')}/{result.text('slug')}"
        return Stub(address, result.maybe("updated_at") or "", (address, f"{base}.txt.json"), cursor=cursor)
    except UnreadableError as error:
        return Problem(result.place, "load", str(error))


def _refusal(document: Fields) -> str:
    """Why a document is left out: it is not public, not ready, or asks not to be found."""
    if (access := document.text("access")) != "public":
        return f"the document is not public but {access!r}; it was left out"
    if (status := document.text("status")) != "success":
        return f"the document is not ready; its status is {status!r}"
    if document.flag("noindex") or document.flag("admin_noindex"):
        return "the document asks not to be indexed; it was left out"
    return ""
