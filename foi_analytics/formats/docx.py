"""Word documents: headers, body, tables, text boxes, notes and footers, in reading order.

Numbers that Word makes up while showing a list ("1.", "(a)") are written out, because an
answer names its question by them.  Deleted, moved and hidden words are left out.
"""

import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..errors import UnreadableError
from .archive import open_zip, read_xml
from .content import Content, Limits
from .docx_numbering import Numbering
from .extracted import Blocks, Extracted
from .format import Format

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["FORMAT", "extract_docx"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = {_FALLBACK, *(_W + name for name in ("del", "moveFrom", "instrText", "pPr", "sectPr", "tblPr", "tcPr", "trPr"))}
_SIGNS = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-"}
_NOTE = re.compile(r"word/(?:footnotes|endnotes)\.xml")


def extract_docx(content: Content, limits: Limits) -> Extracted:
    """The text of a Word document, each part of it anchored to where it stood.

    Args:
        content: The document.
        limits: How much it may ask of the machine.

    Returns:
        Its text.

    Raises:
        UnreadableError: It is broken, locked or too large.
    """
    with open_zip(content, limits) as archive:
        body = read_xml(archive, "word/document.xml", limits)
        if body is None:
            raise UnreadableError("the Word document has no body; open it in a word processor and save it again")
        reader = _Reader(limits, Numbering(read_xml(archive, "word/numbering.xml", limits)))
        for place in ("header", "body", "note", "footer"):
            for root in [body] if place == "body" else _parts(archive, place, limits):
                reader.read(root, place)
    return reader.blocks.extracted(FORMAT.media_type)


def _parts(archive: zipfile.ZipFile, place: str, limits: Limits) -> Iterator["_Element"]:
    pattern = _NOTE if place == "note" else re.compile(rf"word/{place}\d*\.xml")
    seen = set()
    for name in sorted(each for each in archive.namelist() if pattern.fullmatch(each)):
        root = read_xml(archive, name, limits)
        # First, even and default pages often carry the same header.
        words = "".join(root.itertext()) if root is not None else ""
        if root is not None and words not in seen:
            seen.add(words)
            yield root


class _Reader:
    """Walks the parts of one document and adds what it finds to `blocks`."""

    def __init__(self, limits: Limits, numbering: Numbering) -> None:
        self.blocks = Blocks(limits)
        self._numbering = numbering
        self._tables = 0

    def read(self, container: "_Element", place: str) -> None:
        """Add everything inside a body, cell, header or text box."""
        for child in container:
            if child.tag == _W + "p":
                self._add_paragraph(child, place)
            elif child.tag == _W + "tbl":
                self._add_table(child)
            elif child.tag not in _GONE:
                # Content controls, custom XML and inserted passages wrap what they hold.
                self.read(child, place)

    def _add_paragraph(self, paragraph: "_Element", place: str) -> None:
        for box in _text_boxes(paragraph):
            self.read(box, "text box")
        text = _words(paragraph).strip()
        if text:
            label = self._numbering.label(paragraph)
            self.blocks.add(f"{label} {text}" if label else text, place, tight=label is not None)

    def _add_table(self, table: "_Element") -> None:
        self._tables += 1
        number = self._tables
        for count, row in enumerate(table.iter(_W + "tr"), start=1):
            if next(row.iterancestors(_W + "tbl")) is not table:
                continue
            place = f"table {number}, row {count}"
            cells = [cell for cell in row.iter(_W + "tc") if next(cell.iterancestors(_W + "tr")) is row]
            if all(_is_one_line(cell) for cell in cells):
                texts = [self._cell_text(cell) for cell in cells]
                if any(texts):
                    self.blocks.add("\t".join(texts), place, tight=sum(map(bool, texts)) > 1)
                continue
            for cell in cells:
                self.read(cell, place)

    def _cell_text(self, cell: "_Element") -> str:
        for paragraph in cell.iter(_W + "p"):
            if text := _words(paragraph).strip():
                label = self._numbering.label(paragraph)
                return f"{label} {text}" if label else text
        return ""


def _is_one_line(cell: "_Element") -> bool:
    if next(cell.iter(_W + "tbl", _W + "txbxContent"), None) is not None:
        return False
    return sum(1 for paragraph in cell.iter(_W + "p") if _words(paragraph).strip()) < 2


def _text_boxes(paragraph: "_Element") -> Iterator["_Element"]:
    for box in paragraph.iter(_W + "txbxContent"):
        if next(box.iterancestors(_FALLBACK), None) is None and next(box.iterancestors(_W + "p")) is paragraph:
            yield box


def _words(element: "_Element") -> str:
    pieces = []
    for child in element:
        if child.tag in _GONE or child.tag == _W + "txbxContent" or _is_hidden(child):
            continue
        if child.tag == _W + "t":
            pieces.append(child.text or "")
        elif child.tag in _SIGNS:
            pieces.append(_SIGNS[child.tag])
        else:
            pieces.append(_words(child))
    return "".join(pieces)


def _is_hidden(run: "_Element") -> bool:
    if run.tag != _W + "r":
        return False
    vanish = run.find(f"{_W}rPr/{_W}vanish")
    return vanish is not None and vanish.get(_W + "val") not in {"0", "false", "off"}


FORMAT = Format(
    name="Word documents",
    media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    recognises=lambda content: "word/document.xml" in content.zip_names,
    extract=extract_docx,
)
