"""The tables of a corpus as files: Parquet for programs, CSV for spreadsheets.

A spreadsheet runs a cell that begins like a formula, and letters are written by strangers.  In
the CSV files such a cell begins with an apostrophe, and so does one that began with an
apostrophe anyway: take one off whatever begins with one, and the original is back.
"""

import csv
import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from ..corpus import TABLES, Corpus
from .files import whole

__all__ = ["guard_cell", "unguard_cell", "write_tables"]

_LONGEST_CELL = 32_000
_CUT = " … [cut here: a spreadsheet holds no more; the whole is in the Parquet file]"
_BATCH = 1000

# Full-width signs too: spreadsheets set to some languages take them for the plain ones.
_RUNS = tuple("=+-@\t\r\n\0＝＋－＠")
_APOSTROPHE = "'"

_README = f"""# Tables of a corpus

Each table is there twice: as Parquet, exact and typed, and as CSV (UTF-8, commas, first row names).

In the CSV files
- a cell that a spreadsheet would run (it begins with = + - @, a tab, a line break or a NUL) begins
  with an apostrophe, and so does a cell that began with one: remove one leading apostrophe to get
  the original, or read the Parquet file;
- lists are JSON: `["foia2000:40(2)"]`;
- a text of more than {_LONGEST_CELL:,} characters is cut, and says so.

Offsets (`start`, `end`) count Unicode characters in the `text` of the letter of that `letter_id`.

"""


def write_tables(corpus: Corpus, folder: Path) -> None:
    """Write every table of a corpus as `NAME.parquet` and `NAME.csv`, and a README that explains them.

    Each file appears whole or not at all, and takes the place of one from an earlier run.

    Args:
        corpus: The corpus.
        folder: Where the files go; made when it is not there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    listed = []
    for name, order in TABLES.items():
        table = corpus.arrow(f"SELECT * FROM {name} ORDER BY {order}")  # noqa: S608
        with whole(folder / f"{name}.parquet") as part:
            pq.write_table(table, part, compression="zstd")
        with whole(folder / f"{name}.csv") as part:
            _write_csv(table, part)
        listed.append(f"- `{name}`, {table.num_rows:,} rows: {', '.join(table.column_names)}\n")
    with whole(folder / "README.md") as part:
        part.write_text(_README + "".join(listed), encoding="utf-8")


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
