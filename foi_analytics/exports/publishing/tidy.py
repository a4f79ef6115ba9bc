"""Tidy files: one CSV or Parquet file a table, and a page that explains them."""

from pathlib import Path

from ..files import whole
from ..tables import write_table
from .book import Book
from .statement import statement_text

__all__ = ["readme", "write_tidy"]

_CELLS = """
In CSV files a cell that a spreadsheet would run (it begins with = + - @, a tab, a line break or a NUL) begins
with an apostrophe, and so does a cell that began with one: remove one leading apostrophe to get the original.
"""


def write_tidy(book: Book, folder: Path, suffix: str) -> list[Path]:
    """Write the tidy tables of a book, and `README.md`, each file whole or not at all.

    Args:
        book: What is published.
        folder: Where the files go; made when it is not there.
        suffix: `.csv` or `.parquet`.

    Returns:
        The files of the tables.
    """
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for sheet in book.sheets:
        if not sheet.tidy:
            continue
        paths.append(folder / f"{sheet.name}{suffix}")
        with whole(paths[-1]) as part:
            write_table(sheet.table, part, suffix)
    with whole(folder / "README.md") as part:
        part.write_text(readme(book), encoding="utf-8")
    return paths


def readme(book: Book) -> str:
    """The statement of methodology and accuracy, and what the tables are, as Markdown."""
    tables = "".join(f"- `{s.name}`, {s.table.num_rows:,} rows: {s.title}\n" for s in book.sheets if s.tidy)
    return f"# {book.title}\n{statement_text(book)}\n## Tables\n\n{tables}{_CELLS}"
