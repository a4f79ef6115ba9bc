"""Letters as PDF: letterhead on the first page, `Page 2 of 3` at the foot of each."""

import html
import io
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from .blocks import Block, blocks
from .source import Case

__all__ = ["files"]

_BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10.5, leading=14, spaceAfter=8)
_HEADING = ParagraphStyle("heading", _BODY, fontName="Helvetica-Bold", spaceBefore=4, keepWithNext=1)
_QUOTATION = ParagraphStyle("quotation", _BODY, fontName="Helvetica-Oblique", leftIndent=8 * mm)
_BULLET = ParagraphStyle("bullet", _BODY, leftIndent=6 * mm, bulletIndent=2 * mm, spaceAfter=3)
_CELL = ParagraphStyle("cell", _BODY, fontSize=9, leading=11.5, spaceAfter=0)
_STYLES = {"heading": _HEADING, "quotation": _QUOTATION, "paragraph": _BODY, "box": _BODY}


def files(case: Case) -> dict[str, bytes]:
    """The PDF of a case's one letter."""
    (letter,) = case.letters
    out = io.BytesIO()
    document = SimpleDocTemplate(
        out,
        pagesize=A4,
        leftMargin=24 * mm,
        rightMargin=24 * mm,
        topMargin=22 * mm,
        bottomMargin=24 * mm,
        title=case.title,
        author=case.authority.name,
        invariant=1,
        pageCompression=0,  # compressed bytes differ between zlib builds; these never do
    )
    story = [Spacer(0, 26 * mm), *(f for block in blocks(letter.body) for f in _flowables(block))]
    document.build(story, canvasmaker=lambda *args, **kwargs: _Letterhead(case, *args, **kwargs))
    return {f"pdf/{case.authority.id}/{case.id}.pdf": out.getvalue()}


class _Letterhead(Canvas):  # type: ignore[misc]
    """A canvas that draws head and foot once the number of pages is known."""

    def __init__(self, case: Case, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._case = case
        self._pages: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802
        self._pages.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        for number, page in enumerate(self._pages, start=1):
            self.__dict__.update(page)
            if number == 1:
                self._draw_head()
            self._draw_foot(number, len(self._pages))
            super().showPage()
        super().save()

    def _draw_head(self) -> None:
        authority, (width, height) = self._case.authority, A4
        self.setFillColor(colors.HexColor(authority.colour))
        self.setFont("Helvetica-Bold", 17)
        self.drawString(24 * mm, height - 24 * mm, authority.name)
        self.setFillColor(colors.black)
        self.setFont("Helvetica", 8.5)
        for row, line in enumerate([authority.team, *authority.address.split("\n"), authority.email]):
            self.drawRightString(width - 24 * mm, height - (31 + 4 * row) * mm, line)

    def _draw_foot(self, number: int, total: int) -> None:
        self.setFont("Helvetica", 8)
        self.drawString(24 * mm, 13 * mm, self._case.authority.footer)
        self.drawRightString(A4[0] - 24 * mm, 13 * mm, f"Page {number} of {total}")


def _flowables(block: Block) -> list[Flowable]:
    if block.shape == "table":
        rows = [[Paragraph(html.escape(cell), _CELL) for cell in row] for row in block.rows]
        grid = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP")])
        return [Table(rows, style=grid, hAlign="LEFT", repeatRows=1), Spacer(0, 8)]
    if block.shape == "bullets":
        items: list[Flowable] = [Paragraph(html.escape(line), _BULLET, bulletText="•") for line in block.lines]
        return [*items, Spacer(0, 5)]
    return [Paragraph("<br/>".join(html.escape(line) for line in block.lines), _STYLES[block.shape])]
