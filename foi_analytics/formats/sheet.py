"""Rows of a sheet to records: where the header is, and what is not a record."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from .extracted import Row

__all__ = ["records"]

_LOOK = 50
_LABEL = 100


def records(rows: Iterable[tuple[int, Sequence[Any]]]) -> Iterator[Row]:
    """Records of a sheet, the cells named by its header.

    Title rows above the header, blank rows and repetitions of the header are passed over.  A
    header that occurs twice is told apart by a number: `Officer`, `Officer (2)`.

    Args:
        rows: Row number and cells of every row.

    Yields:
        The rows below the header.

    >>> sheet = [(1, ["Log of 2024", "", ""]), (2, ["Ref", "Reply", ""]), (3, ["1", "Yes.", ""])]
    >>> list(records(sheet))
    [Row(number=3, values={'Ref': '1', 'Reply': 'Yes.'})]
    """
    stream = iter(rows)
    first = list(itertools.islice(stream, _LOOK))
    at = _header_position([cells for _, cells in first])
    if at is None:
        return
    header = _names(first[at][1])
    for number, cells in itertools.chain(first[at + 1 :], stream):
        values = {name: None if _is_blank(value) else value for name, value in zip(header, cells, strict=False) if name}
        if any(value is not None for value in values.values()) and _names(cells) != header:
            yield Row(number, values)


def _header_position(rows: list[Sequence[Any]]) -> int | None:
    """The first row that names at least half as many columns as the widest row fills."""
    filled = [[cell for cell in cells if not _is_blank(cell)] for cells in rows]
    widest = max(map(len, filled), default=0)
    for position, cells in enumerate(filled):
        # A wide title merged over the columns says the same words in each.
        labels = {str(cell).strip() for cell in cells if isinstance(cell, str) and len(cell) <= _LABEL}
        if cells and len(labels) * 2 >= widest and len(labels) * 3 >= len(cells) * 2 and len(labels) >= min(2, widest):
            return position
    return None


def _names(cells: Sequence[Any]) -> list[str]:
    seen: dict[str, int] = {}
    names = []
    for cell in cells:
        name = "" if _is_blank(cell) else " ".join(str(cell).removeprefix("\ufeff").split())
        seen[name] = seen.get(name, 0) + 1
        names.append(f"{name} ({seen[name]})" if name and seen[name] > 1 else name)
    return names


def _is_blank(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())
