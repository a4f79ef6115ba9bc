"""Accessible workbooks for Excel: a cover, a list of contents, one table a sheet, formulas and links off."""

import textwrap
import warnings
from pathlib import Path

import pandas as pd

from ...errors import MissingExtraError
from ..files import whole
from .book import Book, Sheet
from .spelling import cell_text
from .statement import SHORTHAND, statement
from .workbook_cells import workbook_rows

__all__ = ["write_xlsx"]

_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False}
_COVER_WIDTH = 85
_HOW = "This sheet has one table. " + " ".join(f"{sign} means {meaning}." for sign, meaning in SHORTHAND.items())


def write_xlsx(book: Book, path: Path) -> None:
    """Write a book as a workbook that appears whole or not at all.

    It follows the guidance of the Government Analysis Function on spreadsheets. Texts are escaped
    as in `spelling`.

    Args:
        book: What is published; a sheet without rows is left out.
        path: The file; one that is there is replaced.

    Raises:
        MissingExtraError: When the extra `exports` is not installed.
    """
    try:
        import gptables
    except ImportError as error:
        raise MissingExtraError("writing XLSX", "exports") from error
    said = (line for heading, lines in statement(book) for line in (heading, *lines))
    # A row of the cover is one line high, whatever is wrapped in it.
    about = [part for line in said for part in textwrap.wrap(line, _COVER_WIDTH)]
    cover = gptables.Cover(cell_text(book.title), intro=["About these figures"], about=[cell_text(a) for a in about])
    filled = [sheet for sheet in book.sheets if sheet.table.num_rows]
    with whole(path) as part, warnings.catch_warnings():
        # Notes are on the cover, which the library takes for a table left out; and it calls pandas in an old way.
        warnings.filterwarnings("ignore", message="No note text provided")
        warnings.simplefilter("ignore", DeprecationWarning)
        gptables.write_workbook(
            str(part),
            {sheet.name: gptables.GPTable(**_table(sheet)) for sheet in filled},
            cover=cover,
            contentsheet_label="Contents",
            workbook_options=_OPTIONS,
        )


def _table(sheet: Sheet) -> dict[str, object]:
    names = [cell_text(name) for name in sheet.table.column_names if name != "mark"]
    return {
        "table": pd.DataFrame(list(workbook_rows(sheet.table)), columns=names, dtype=object),
        "table_name": sheet.name,
        "title": cell_text(sheet.title),
        "instructions": _HOW,
        "index_columns": {},
    }
