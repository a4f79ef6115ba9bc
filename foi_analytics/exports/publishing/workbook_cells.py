"""The rows of a table as cells of a workbook: numbers as numbers, the rest as text that does nothing."""

import datetime as dt
import json
import math
from collections.abc import Iterator
from typing import Any

import pyarrow as pa

from .spelling import cell_text

__all__ = ["NOT_AVAILABLE", "workbook_rows"]

NOT_AVAILABLE = "[x]"
_MARKS = {"": NOT_AVAILABLE, "-": "[z]"}
_MARKED = "value"


def workbook_rows(table: pa.Table) -> Iterator[list[Any]]:
    """The rows, without one empty cell: what is missing is said in shorthand.

    In a table that has a column `mark` that mark stands in the place of a `value` that is missing.

    Args:
        table: The table.
    """
    names = [name for name in table.column_names if name != "mark"]
    for row in table.to_pylist():
        mark = row.get("mark")
        yield [_cell(row[name], mark if name == _MARKED else None) for name in names]


def _cell(value: Any, mark: str | None) -> Any:
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return _MARKS.get(mark or "", mark)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return value
    if isinstance(value, dt.date):
        return value.isoformat()
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return cell_text(text) or NOT_AVAILABLE
