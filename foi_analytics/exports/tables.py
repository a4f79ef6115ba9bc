"""The tables of a corpus as files: Parquet for programs, CSV for spreadsheets.

A spreadsheet runs a cell that begins like a formula, and letters are written by strangers.  In
the CSV files such a cell begins with an apostrophe, and so does one that began with an
apostrophe anyway: take one off whatever begins with one, and the original is back.
"""

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from ..corpus import TABLES, Corpus
from .files import whole
from .publishing.book import Book
from .publishing.statement import statement_text

__all__ = ["guard_cell", "unguard_cell", "write_table", "write_tables"]

_LONGEST_CELL = 32_000
_CUT = " … [cut here: a spreadsheet holds no more; the whole is in the Parquet file]"
_BATCH = 1000

# Full-width signs too: spreadsheets set to some languages take them for the plain ones.
_RUNS = tuple("=+-@\t\r\n\0＝＋－＠")
_APOSTROPHE = "'"

_README = f"""# Tables of a corpus

Tables are written as Parquet, exact and typed, and as CSV (UTF-8, commas, first row names), or as one of the two.

In the CSV files
- a cell that a spreadsheet would run (it begins with = + - @, a tab, a line break or a NUL) begins
  with an apostrophe, and so does a cell that began with one: remove one leading apostrophe to get
  the original, or read the Parquet file;
- lists are JSON: `["foia2000:40(2)"]`;
- a text of more than {_LONGEST_CELL:,} characters is cut, and says so.

Offsets (`start`, `end`) count Unicode characters in the `text` of the letter of that `letter_id`.

"""


def write_tables(corpus: Corpus, folder: Path, suffixes: Sequence[str] = (".parquet", ".csv")) -> None:
    """Write every table of a corpus as `NAME.parquet` and `NAME.csv`, and a README that explains them.

    Each file appears whole or not at all, and takes the place of one from an earlier run.

    Args:
        corpus: The corpus.
        folder: Where the files go; made when it is not there.
        suffixes: Which of the two.
    """
    folder.mkdir(parents=True, exist_ok=True)
    listed = []
    for name, order in TABLES.items():
        table = corpus.arrow(f"SELECT * FROM {name} ORDER BY {order}")  # noqa: S608
        for suffix in suffixes:
            with whole(folder / f"{name}{suffix}") as part:
                write_table(table, part, suffix)
        listed.append(f"- `{name}`, {table.num_rows:,} rows: {', '.join(table.column_names)}\n")
    with whole(folder / "README.md") as part:
        part.write_text(_README + "".join(listed) + _methodology(corpus), encoding="utf-8")


def guard_cell(text: str) -> str:
    """A text as a cell that no spreadsheet runs.

    >>> guard_cell("=1+1"), guard_cell("'tis"), guard_cell("Section 40")
    ("'=1+1", "''tis", 'Section 40')
    """
    return _APOSTROPHE + text if text.startswith((_APOSTROPHE, *_RUNS)) else text


def unguard_cell(cell: str) -> str:
    """The text a cell was made of.

    >>> unguard_cell(guard_cell("-1"))
    '-1'
    """
    return cell.removeprefix(_APOSTROPHE)


def write_table(table: pa.Table, path: Path, suffix: str) -> None:
    """Write a table as `.parquet`, or as `.csv` in which no cell is run; see the head of this module."""
    if suffix == ".parquet":
        pq.write_table(table, path, compression="zstd")
    else:
        _write_csv(table, path)


def _methodology(corpus: Corpus) -> str:
    book = Book("corpus", "The tables of a corpus", f"the letters of {corpus.path.name}.", "every letter.", (), ())
    return statement_text(book)


def _write_csv(table: pa.Table, path: Path) -> None:
    # The byte order mark is how a spreadsheet knows the letters' pound signs and dashes for what they are.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(table.column_names)
        for batch in table.to_batches(max_chunksize=_BATCH):
            columns = [column.to_pylist() for column in batch.columns]
            writer.writerows([_cell(value) for value in row] for row in zip(*columns, strict=True))


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        value = json.dumps(value, ensure_ascii=False, default=str)
    if not isinstance(value, str):
        return value
    cell = guard_cell(value)
    return cell if len(cell) <= _LONGEST_CELL else cell[:_LONGEST_CELL] + _CUT
