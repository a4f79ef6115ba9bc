"""Web pages: the content without the page's chrome, with headings, lists and tables kept readable.

Chrome is dropped here only, before the text exists.  A page that says where its content is
(`main`) is taken at its word; one that does not, and is mostly links, is left to trafilatura.
"""

import re
from typing import TYPE_CHECKING

from ..errors import UnreadableError
from .content import Content, Limits
from .decoding import decode, encoding_of
from .extracted import Blocks, Extracted
from .format import Format

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

__all__ = ["FORMAT", "extract_markup", "parse_markup"]

_START = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,2000}-->\s*)?"
    rb"<(?:!doctype html|html|head|body|div|p|table|meta|title|main|article|section|h[1-6])[\s>]",
    re.IGNORECASE,
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{2,30})", re.IGNORECASE)
_NEVER = "script, style, noscript, template, svg, iframe, object, head, button, select, dialog, [hidden]"
_CHROME = (
    "nav, footer, form, [role=navigation], [role=banner], [role=contentinfo], [role=search], [role=dialog], "
    "[aria-modal=true], [id*=cookie], [class*=cookie], [id*=consent], [class*=consent], [class*=skip-link], "
    "[class*=skiplink], [class*=breadcrumb], [class*=quick-exit], [class*=quickexit], [class*=phase-banner]"
)
_CONTENT = "main, [role=main], #main-content, article"
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt"),
        *("fieldset", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html"),
        *("legend", "main", "nav", "ol", "p", "pre", "section", "summary", "tbody", "td", "tfoot", "th", "thead", "ul"),
    )
)
_SPACES = re.compile(r"[^\S\n\u00a0]+")
_BREAKS = re.compile(r" ?\n ?")
# Above this share of link text, a page without landmarks is mostly menus.
_MOSTLY_LINKS = 0.5
_DEEPEST = 150
# Parsing takes the square of the depth: a page of open tags and nothing else would take hours.
_DEEPEST_PAGE = 2_000
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,30})")
_NO_DEPTH = frozenset(
    (
        *("area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option"),
        *("p", "param", "source", "tbody", "td", "th", "thead", "tr", "track", "wbr"),
    )
)
# Trafilatura needs many times the memory of a page.
_GUESSED = 1_000_000


def _extract(content: Content, limits: Limits) -> Extracted:
    data = content.read(limits.max_markup)
    declared = _CHARSET.search(data[:4096])
    # A page that declares UTF-8 but holds cp1252 is read as what it is.
    if declared and encoding_of(data) not in {"utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"}:
        try:
            return extract_markup(data.decode(declared[1].decode()), limits)
        except (LookupError, UnicodeDecodeError):
            pass
    return extract_markup(decode(data), limits)


def extract_markup(markup: str, limits: Limits) -> Extracted:
    r"""The readable text of a page.

    Args:
        markup: HTML.
        limits: How long a text may be.

    Returns:
        One block a line, a blank line between blocks, items and rows on lines of their own.

    Raises:
        UnreadableError: The text is longer than a letter may be.

    >>> extract_markup("<nav>Home</nav><h1>Reply</h1><ol><li>Yes.<li>No.</ol>", Limits()).text
    'Reply\n\n1. Yes.\n2. No.'
    """
    page = parse_markup(markup)
    title = page.css_first("title")
    name = " ".join(title.text().split()) if title is not None else ""
    _drop(page, _NEVER)
    whole = page.body
    blocks = Blocks(limits)
    if whole is not None:
        content = _find_content(page)
        if content is None:
            _drop(page, _CHROME)
            content = whole
            if len(markup) <= _GUESSED and _link_share(whole) > _MOSTLY_LINKS:
                content = _guess_content(markup) or whole
        _Walk(blocks).walk(content)
    return blocks.extracted(FORMAT.media_type, title=name or None)


def parse_markup(markup: str) -> "LexborHTMLParser":
    """A page as a tree.

    Args:
        markup: HTML.

    Returns:
        The tree.

    Raises:
        UnreadableError: It nests so deep that parsing it would take hours.

    >>> parse_markup("<p>We hold none.").css_first("p").text()
    'We hold none.'
    """
    from selectolax.lexbor import LexborHTMLParser

    depth = 0
    for tag in _TAG.finditer(markup):
        if tag[2].lower() not in _NO_DEPTH:
            depth = max(0, depth - 1) if tag[1] else depth + 1
            if depth > _DEEPEST_PAGE:
                raise UnreadableError(
                    f"the page nests more than {_DEEPEST_PAGE:,} elements, which no letter does; save it as text or PDF"
                )
    return LexborHTMLParser(markup)


def _find_content(page: "LexborHTMLParser") -> "LexborNode | None":
    """The element a page marks as its content, emptied of cookie notices and the like."""
    for found in page.css(_CONTENT):
        if found.text(strip=True):
            for chrome in found.css(_CHROME):
                chrome.decompose()
            return found if found.text(strip=True) else None
    return None


def _guess_content(markup: str) -> "LexborNode | None":
    import trafilatura
    from selectolax.lexbor import LexborHTMLParser

    found = trafilatura.extract(
        markup, output_format="html", favor_recall=True, include_tables=True, include_comments=False
    )
    return LexborHTMLParser(found).body if found else None


def _drop(page: "LexborHTMLParser", selector: str) -> None:
    for element in page.css(selector):
        if element.tag not in {"html", "body"}:
            element.decompose()


def _link_share(element: "LexborNode") -> float:
    whole = len(element.text(strip=True))
    return sum(len(link.text(strip=True)) for link in element.css("a")) / whole if whole else 0.0


class _Walk:
    """Adds the blocks of a tree in document order."""

    def __init__(self, blocks: Blocks) -> None:
        self._blocks = blocks
        self._line: list[str] = []
        self._label = ""
        self._place = "body"
        self._tables = 0

    def walk(self, element: "LexborNode") -> None:
        self._children(element, 0)
        self._flush()

    def _children(self, element: "LexborNode", depth: int) -> None:
        number = int(_attribute(element, "start") or 1) if _attribute(element, "start").isdigit() else 1
        for child in element.iter(include_text=True):
            tag = child.tag
            if tag == "-text":
                self._line.append(_SPACES.sub(" ", (child.text_content or "").replace("\n", " ")))
            elif tag == "br":
                self._line.append("\n")
            elif tag == "table":
                self._table(child, depth)
            elif tag == "li":
                self._flush()
                self._label = f"{number}. " if element.tag == "ol" else "• "
                number += 1
                self._nested(child, depth)
                self._flush()
                self._label = ""
            elif tag in _BLOCKS:
                self._flush()
                self._nested(child, depth)
                self._flush()
            else:
                self._nested(child, depth)

    def _nested(self, element: "LexborNode", depth: int) -> None:
        if depth < _DEEPEST:
            self._children(element, depth + 1)
        else:
            self._line.append(element.text())

    def _table(self, table: "LexborNode", depth: int) -> None:
        self._flush()
        self._tables += 1
        outer = self._place
        for count, row in enumerate(table.css("tr"), start=1):
            cells = [cell for cell in row.iter() if cell.tag in {"td", "th"}]
            self._place = f"table {self._tables}, row {count}"
            if len(cells) == 1 or any(cell.css_first("p ~ p, li, table, div ~ div") for cell in cells):
                for cell in cells:
                    self._nested(cell, depth)
                    self._flush()
            else:
                texts = [" ".join(cell.text().split()) for cell in cells]
                self._blocks.add("\t".join(texts) if any(texts) else "", self._place, tight=True)
        self._place = outer

    def _flush(self) -> None:
        text = _BREAKS.sub("\n", _SPACES.sub(" ", "".join(self._line))).strip()
        self._line.clear()
        if text:
            self._blocks.add(self._label + text, self._place, tight=bool(self._label))
            self._label = ""


def _attribute(element: "LexborNode", name: str) -> str:
    return element.attributes.get(name) or ""


def _recognises(content: Content) -> bool:
    head = content.head.removeprefix(b"\xef\xbb\xbf")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head[2:].replace(b"\0", b"")
    return _START.match(head) is not None


FORMAT = Format(
    name="Web pages",
    media_type="text/html",
    recognises=_recognises,
    extract=_extract,
)
