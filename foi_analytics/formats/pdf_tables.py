"""Tables in a PDF, for those who publish their log as one."""

import importlib.util
import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from ..errors import MissingExtraError
from .content import Content, Limits
from .extracted import Refused, Row
from .sheet import records

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.table import Table

__all__ = ["pdf_records"]

_MOST_PAGES = 1_000
_Cells = tuple[int, Sequence[Any]]


def pdf_records(content: Content, limits: Limits) -> Iterator[Row | Refused]:
    """The rows of the ruled tables in a PDF; pages without one, such as a covering letter, are passed over.

    A table goes on over pages until another header begins.  A header whose columns share one
    cell, as logs printed from a database have it, is parted by where its words stand.

    Args:
        content: The document.
        limits: How large it may be.

    Yields:
        Rows, numbered through the document, and a refusal for pages beyond what is read.

    Raises:
        MissingExtraError: `pdfplumber` is not installed.
    """
    if importlib.util.find_spec("pdfplumber") is None:
        raise MissingExtraError("reading tables in PDF", "tables")
    import pdfplumber

    with pdfplumber.open(io.BytesIO(content.read(limits.max_file))) as document:
        sheet: list[_Cells] = []
        number = 0
        for page in document.pages[:_MOST_PAGES]:
            for table in page.find_tables():
                for is_header, cells in _rows(page, table):
                    number += 1
                    if is_header:
                        yield from records(sheet)
                        sheet = []
                    sheet.append((number, cells))
            page.close()
        yield from records(sheet)
        if len(document.pages) > _MOST_PAGES:
            yield Refused(f"page {_MOST_PAGES + 1}", f"tables are read on {_MOST_PAGES:,} pages at most; split the PDF")


def _rows(page: "Page", table: "Table") -> Iterator[tuple[bool, Sequence[Any]]]:
    """The cells of each row, and whether it is a header of one cell over all columns."""
    texts = table.extract()
    spans = next(([(cell[0], cell[2]) for cell in row.cells if cell] for row in table.rows if all(row.cells)), [])
    for row, cells in zip(table.rows, texts, strict=True):
        lone = sum(cell is not None for cell in row.cells) == 1 and len(spans) > 1
        parted = _parted(page, row.bbox, spans) if lone else []
        yield (True, parted) if parted and all(parted) else (False, cells)


def _parted(page: "Page", box: tuple[float, float, float, float], spans: list[tuple[float, float]]) -> list[str]:
    columns: list[list[str]] = [[] for _ in spans]
    _, top, _, bottom = box
    for word in page.extract_words():
        if not top <= (word["top"] + word["bottom"]) / 2 <= bottom:
            continue
        middle = (word["x0"] + word["x1"]) / 2
        for column, (left, right) in zip(columns, spans, strict=True):
            if left <= middle < right:
                column.append(word["text"])
    return [" ".join(column) for column in columns]
