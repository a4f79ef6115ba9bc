"""Letters and requests that their publisher took back: nothing of what they say stays in the corpus.

Tables only grow, but for this: what must go is taken out of every file that has it, and each file
is replaced as a whole.  The row of a letter stays, empty, so that the numbers of rows stay true.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from .folder import write_table
from .rows import WITHDRAWN

__all__ = ["withdraw"]

_SAID = ("text", "request", "original", "title", "origin", "found_at", "source_outcome", "revision")


def withdraw(path: Path, ids: Iterable[str]) -> int:
    """Empty the letters and requests of some ids, and drop what was read in them.

    Args:
        path: Folder of the corpus.
        ids: Ids of letters and of cases; those it does not have are passed over.

    Returns:
        How many letters were emptied that were not before.
    """
    wanted = frozenset(ids)
    for pattern in ("readings/*/*.parquet", "places/*.parquet"):
        for file in sorted(path.glob(pattern)):
            _drop(file, wanted)
    for file in sorted(path.glob("requests/*.parquet")):
        _empty(file, "case_id", wanted)
    emptied = [_empty(file, "letter_id", wanted) for file in sorted(path.glob("letters/*.parquet"))]
    return len(frozenset().union(*emptied))


def _drop(file: Path, ids: frozenset[str]) -> None:
    kept = [each not in ids for each in pq.read_table(file, columns=["letter_id"])["letter_id"].to_pylist()]
    if not all(kept):
        write_table(file, pq.read_table(file).filter(pa.array(kept)))


def _empty(file: Path, key: str, ids: frozenset[str]) -> frozenset[str]:
    """Empty the rows of some ids in a file; the ids of those that were not empty before."""
    rows = pq.read_table(file, columns=[key, "revision"]).to_pylist()
    found = [row[key] in ids and row["revision"] != WITHDRAWN for row in rows]
    if any(found):
        table, mask = pq.read_table(file), pa.array(found)
        for at, field in enumerate(table.schema):
            if field.name in _SAID:
                table = table.set_column(at, field, pc.if_else(mask, _nothing(field), table[field.name]))
        write_table(file, table)
    return frozenset(row[key] for row, there in zip(rows, found, strict=True) if there)


def _nothing(field: Any) -> Any:
    if field.name == "revision":
        return pa.scalar(WITHDRAWN)
    if pa.types.is_list(field.type):
        return pa.scalar([], field.type)
    return pa.scalar(None if field.nullable else "", field.type)
