"""PDF: the text layer page by page, and tesseract for pages that are only pictures."""

import itertools
import statistics
from typing import TYPE_CHECKING

from ..errors import UnreadableError
from .content import Content, Limits
from .extracted import Extracted, check_length
from .format import Format
from .ocr import recognise_text

if TYPE_CHECKING:
    import pypdfium2

__all__ = ["FORMAT"]

_IMAGE = 3
# A gap between two lines this many times the usual one is a gap between paragraphs.
_PARAGRAPH_GAP = 1.4


def _extract(content: Content, limits: Limits) -> Extracted:
    import pypdfium2

    data = content.read(limits.max_file)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(_reason(str(error))) from error
    try:
        pages, scanned = _read_pages(document, limits)
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(_reason(str(error))) from error
    finally:
        document.close()
    needs_ocr = bool(scanned)
    if scanned and (recognised := recognise_text(data, len(pages))) is not None:
        pages = [recognised[i].strip() if i in scanned else page for i, page in enumerate(pages)]
        needs_ocr = False
    lengths = [len(page) + 2 for page in pages[:-1]]
    starts = tuple(itertools.accumulate(lengths, initial=0))
    return Extracted(
        "\n\n".join(pages),
        FORMAT.media_type,
        page_starts=starts,
        anchor_starts=starts,
        anchor_names=tuple(f"page {number}" for number in range(1, len(pages) + 1)),
        needs_ocr=needs_ocr,
    )


def _read_pages(document: "pypdfium2.PdfDocument", limits: Limits) -> tuple[list[str], set[int]]:
    """The text of every page, and the pages that have no text but a picture."""
    pages: list[str] = []
    scanned: set[int] = set()
    length = 0
    for number in range(len(document)):
        page = document[number]
        text = _page_text(page)
        if not text and any(True for _ in page.get_objects(filter=[_IMAGE])):
            scanned.add(number)
        page.close()
        pages.append(text)
        length += len(text)
        check_length(length, limits)
    if not pages:
        raise UnreadableError("the PDF has no pages; ask its sender for it again")
    return pages, scanned


def _page_text(page: "pypdfium2.PdfPage") -> str:
    """The lines of a page, with a blank line where the page leaves a gap."""
    layer = page.get_textpage()
    raw = layer.get_text_range()
    lines = raw.split("\r\n")
    # Only when no character was left out do offsets in the text find the characters on the page.
    tops = _line_tops(layer, lines) if len(raw) == layer.count_chars() else []
    gaps = [above - below for above, below in itertools.pairwise(tops) if above is not None and below is not None]
    falls = [gap for gap in gaps if gap > 0]
    usual = statistics.median_low(falls) if falls else 0.0
    pieces = [lines[0]]
    for number, line in enumerate(lines[1:], start=1):
        above, below = (tops[number - 1], tops[number]) if tops else (None, None)
        apart = above is not None and below is not None and above - below > usual * _PARAGRAPH_GAP
        pieces.append(("\n\n" if apart else "\n") + line)
    layer.close()
    # PDFium writes U+FFFE for the hyphen at the end of a broken line.
    return "".join(pieces).replace("\ufffe", "-").replace("\r", "\n").replace("\0", "").strip()


def _line_tops(layer: "pypdfium2.PdfTextPage", lines: list[str]) -> list[float | None]:
    tops: list[float | None] = []
    start = 0
    for line in lines:
        first = start + len(line) - len(line.lstrip())
        tops.append(layer.get_charbox(first, loose=True)[1] if line.strip() else None)
        start += len(line) + 2
    return tops


def _reason(message: str) -> str:
    if "password" in message.lower():
        return "the PDF is locked with a password; ask its sender for an open copy, or save one without the password"
    return f"the PDF is broken and cannot be opened ({message}); ask its sender for it again"


FORMAT = Format(
    name="PDF documents",
    media_type="application/pdf",
    recognises=lambda content: b"%PDF-" in content.head[:1024],
    extract=_extract,
)
