"""Workbooks in the open format, for LibreOffice and others: a cover and one table a sheet."""

from pathlib import Path
from typing import Any

from ...errors import MissingExtraError
from ..files import whole
from .book import Book
from .spelling import cell_text
from .statement import statement
from .workbook_cells import workbook_rows

__all__ = ["write_ods"]


def write_ods(book: Book, path: Path) -> None:
    """Write a book as an OpenDocument workbook that appears whole or not at all.

    Texts are escaped as in `spelling`, and no cell holds a formula.

    Args:
        book: What is published.
        path: The file; one that is there is replaced.

    Raises:
        MissingExtraError: When the extra `exports` is not installed.
    """
    try:
        from odfdo import Document
    except ImportError as error:
        raise MissingExtraError("writing ODS", "exports") from error
    document = Document("spreadsheet")
    document.body.clear()
    cover = [[cell_text(line)] for heading, lines in statement(book) for line in (heading, *lines)]
    document.body.append(_table("Cover", [[cell_text(book.title)], *cover]))
    for sheet in book.sheets:
        heads = [cell_text(name) for name in sheet.table.column_names if name != "mark"]
        rows = [[cell_text(sheet.title)], heads, *workbook_rows(sheet.table)]
        document.body.append(_table(sheet.name, rows))
    with whole(path) as part:
        document.save(str(part))


def _table(name: str, rows: list[list[Any]]) -> Any:
    from odfdo import Row, Table

    table = Table(name)
    for cells in rows:
        row = Row()
        for cell in cells:
            row.append_cell(_cell(cell), clone=False)
        table.append_row(row, clone=False)
    return table


def _cell(value: Any) -> Any:
    from odfdo import Cell, Paragraph

    if not isinstance(value, str):
        return Cell(value)
    cell = Cell(value, cell_type="string")
    for shown in cell.children:
        cell.delete(shown)
    # Readers drop the second of two spaces unless it is written as an element.
    paragraph = Paragraph()
    paragraph.append_plain_text(value)
    cell.append(paragraph)
    return cell
