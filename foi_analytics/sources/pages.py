"""Pages of websites: their links, and the sections under their headings."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from ..formats import Content, Limits
from ..formats.decoding import decode
from ..formats.html import extract_markup

__all__ = ["links_in", "markup_of", "sections_of", "text_of"]

_HEADING = re.compile(r"<h([1-4])\b[^>]{0,500}>(.{0,1000}?)</h\1\s{0,5}>", re.IGNORECASE | re.DOTALL)


def markup_of(content: Content, limits: Limits) -> str:
    """The markup of a page."""
    return decode(content.read(limits.max_markup))


def links_in(markup: str, base: str, selector: str = "a[href]") -> Iterator[str]:
    """The addresses a page links to, in its order, without fragments.

    >>> list(links_in('<a href="/a#top">A</a> <a href="mailto:b@example.org">B</a>', "https://example.org/x/"))
    ['https://example.org/a']
    """
    from selectolax.lexbor import LexborHTMLParser

    for link in LexborHTMLParser(markup).css(selector):
        try:
            url = urlsplit(urljoin(base, link.attributes.get("href") or ""))
        except ValueError:
            continue
        if url.scheme in {"http", "https"}:
            yield url._replace(fragment="").geturl()


def sections_of(markup: str, limits: Limits) -> list[tuple[str, str]]:
    """The headings of a page and the text below each, down to the next; what is above the first has none.

    >>> sections_of("<main><h1>Log</h1><h2>Asked</h2><ul><li>One</ul><h2>Answer</h2><p>None.</main>", Limits())
    [('Log', ''), ('Asked', '• One'), ('Answer', 'None.')]
    """
    markup = _main(markup)
    starts = list(_HEADING.finditer(markup))
    if not starts:
        return [("", extract_markup(markup, limits).text)]
    ends = [heading.start() for heading in starts[1:]] + [len(markup)]
    return [
        (" ".join(text_of(heading[2], limits).split()), text_of(markup[heading.end() : end], limits))
        for heading, end in zip(starts, ends, strict=True)
    ]


def _main(markup: str) -> str:
    from selectolax.lexbor import LexborHTMLParser

    found = LexborHTMLParser(markup).css_first("main, [role=main]")
    return (found.html or "") if found is not None else markup


def text_of(markup: str, limits: Limits) -> str:
    """The text of a piece of markup, wherever it was cut."""
    return extract_markup(f"<div>{markup}", limits).text
