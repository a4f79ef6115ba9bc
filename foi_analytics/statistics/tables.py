"""Small CSV files that people bring: official totals, types of authorities."""

import csv
from collections.abc import Collection, Iterator
from pathlib import Path

from ..errors import UsageError

__all__ = ["read_table"]


def read_table(path: Path, columns: Collection[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of a CSV file in UTF-8, each with where it is, for messages; white space around cells is dropped.

    Args:
        path: The file; its first line names the columns.
        columns: Those it must have.

    Raises:
        UsageError: When a column is missing, or it is no such file.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file, restkey="")
            if missing := sorted(set(columns) - set(rows.fieldnames or ())):
                raise UsageError(f"{path} has no column {' or '.join(missing)}")
            for row in rows:
                cells = {name: (cell or "").strip() for name, cell in row.items() if name}
                yield f"{path}, line {rows.line_num}", cells
    except (OSError, UnicodeError, csv.Error) as error:
        raise UsageError(f"{path} cannot be read as CSV in UTF-8: {error}") from error
