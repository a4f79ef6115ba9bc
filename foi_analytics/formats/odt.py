"""OpenDocument text: header, body, lists, tables, frames, notes and footer, in reading order."""

from typing import TYPE_CHECKING

from ..errors import UnreadableError
from .archive import open_zip, read_xml
from .content import Content, Limits
from .extracted import Blocks, Extracted
from .format import Format

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["FORMAT", "words_of"]

_NAMESPACE = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_TEXT, _TABLE, _OFFICE, _STYLE = (_NAMESPACE % name for name in ("text", "table", "office", "style"))
_PARAGRAPHS = {_TEXT + "p", _TEXT + "h"}
_BOX = _NAMESPACE % "drawing" + "text-box"
# Deleted words and comments are not in the letter; notes and boxes are read apart.
_GONE = {_TEXT + "tracked-changes", _OFFICE + "annotation", _TEXT + "sequence-decls", _OFFICE + "forms"}
_APART = {_BOX, _TEXT + "note-body"}


def _extract(content: Content, limits: Limits) -> Extracted:
    with open_zip(content, limits) as archive:
        document = read_xml(archive, "content.xml", limits)
        styles = read_xml(archive, "styles.xml", limits)
    body = None if document is None else document.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise UnreadableError("the OpenDocument file has no text; open it in a word processor and save it again")
    reader = _Reader(limits, [part for part in (document, styles) if part is not None])
    for place in ("header", "footer"):
        if place == "footer":
            reader.read(body, "body")
        for part in [] if styles is None else styles.iter(_STYLE + place):
            reader.read(part, place)
    return reader.blocks.extracted(FORMAT.media_type)


class _Reader:
    def __init__(self, limits: Limits, parts: list["_Element"]) -> None:
        self.blocks = Blocks(limits)
        self._tables = 0
        self._numbered = {
            str(style.get(_STYLE + "name"))
            for part in parts
            for style in part.iter(_TEXT + "list-style")
            if style.find(_TEXT + "list-level-style-number") is not None
        }

    def read(self, container: "_Element", place: str) -> None:
        for child in container:
            if child.tag in _PARAGRAPHS:
                self._add_paragraph(child, place)
            elif child.tag == _TEXT + "list":
                self._add_list(child, place)
            elif child.tag == _TABLE + "table":
                self._add_table(child)
            elif child.tag not in _GONE:
                self.read(child, place)

    def _add_paragraph(self, paragraph: "_Element", place: str, label: str = "") -> None:
        self.blocks.add(
            label + words_of(paragraph).strip() if words_of(paragraph).strip() else "", place, tight=bool(label)
        )
        for box in paragraph.iter(_BOX):
            self.read(box, "text box")
        for note in paragraph.iter(_TEXT + "note-body"):
            self.read(note, "note")

    def _add_list(self, items: "_Element", place: str, style: str = "") -> None:
        style = items.get(_TEXT + "style-name", style)
        for number, item in enumerate(items.iterchildren(_TEXT + "list-item", _TEXT + "list-header"), start=1):
            label = f"{number}. " if style in self._numbered else "• "
            for child in item:
                if child.tag == _TEXT + "list":
                    self._add_list(child, place, style)
                elif child.tag in _PARAGRAPHS:
                    self._add_paragraph(child, place, label)
                    label = ""

    def _add_table(self, table: "_Element") -> None:
        self._tables += 1
        number = self._tables
        for count, row in enumerate(table.iter(_TABLE + "table-row"), start=1):
            cells = list(row.iterchildren(_TABLE + "table-cell"))
            place = f"table {number}, row {count}"
            if all(len([each for each in cell.iter(*_PARAGRAPHS) if words_of(each).strip()]) < 2 for cell in cells):
                texts = ["".join(words_of(each).strip() for each in cell.iter(*_PARAGRAPHS)) for cell in cells]
                if any(texts):
                    self.blocks.add("\t".join(texts), place, tight=True)
                continue
            for cell in cells:
                self.read(cell, place)


def words_of(element: "_Element") -> str:
    """The words of a paragraph, without comments, notes and what was deleted."""
    pieces = [element.text or ""]
    for child in element:
        if child.tag == _TEXT + "s":
            # The count is the document's claim; no letter has a run of a thousand spaces.
            pieces.append(" " * min(int(child.get(_TEXT + "c", "1")), 1000))
        elif child.tag == _TEXT + "tab":
            pieces.append("\t")
        elif child.tag == _TEXT + "line-break":
            pieces.append("\n")
        elif child.tag not in _GONE and child.tag not in _APART and isinstance(child.tag, str):
            pieces.append(words_of(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


FORMAT = Format(
    name="OpenDocument texts",
    media_type="application/vnd.oasis.opendocument.text",
    recognises=lambda content: "content.xml" in content.zip_names and b"opendocument.text" in content.head[:200],
    extract=_extract,
)
