"""Published official statistics, to compare with: the Cabinet Office's files and the Scottish portal's export."""

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from ...errors import UnreadableError
from .definition import Definition, definition

__all__ = ["Published", "SumKept", "read_cabinet_office", "read_scotland"]

_LARGEST = 50_000_000
_NOTHING = ("", "-", "NA")
_SCHEMA_TYPES: dict[str, pa.DataType] = {
    "authority": pa.string(),
    "period": pa.string(),
    "position": pa.int64(),
    "header": pa.string(),
    "value": pa.float64(),
}
_SCHEMA = pa.schema(_SCHEMA_TYPES)


@dataclass(frozen=True, slots=True)
class SumKept:
    """On how many rows a sum holds: `holding` of `rows`; `broken` is what a return that breaks it meets."""

    says: str
    rows: int
    holding: int
    broken: str


@dataclass(frozen=True)
class Published:
    """A published file.

    Attributes:
        definition: The return that it is made of.
        rows: Its cells, exactly as published.
        sums: On how many of its annual rows each sum holds.
    """

    definition: Definition
    rows: Sequence[Sequence[str]]
    sums: Sequence[SumKept]

    def table(self) -> pa.Table:
        """The figures, one a row: `authority`, `period`, `position`, `header`, `value` (None where none is given)."""
        labels = {c.key: c.position for c in self.definition.columns if c.kind == "label"}
        columns = [c for c in self.definition.columns if c.kind != "label"]
        found = [
            {
                "authority": row[labels["authority"]],
                "period": row[labels["period"]] if "period" in labels else None,
                "position": column.position,
                "header": column.header,
                "value": _value(row[column.position]),
            }
            for row in self.rows
            for column in columns
        ]
        return pa.Table.from_pylist(found, _SCHEMA)


def read_cabinet_office(path: Path) -> Published:
    """The Cabinet Office's open CSV file of the annual or quarterly statistics.

    The sums are counted on its annual rows: those for quarters leave out what is reported once a year.

    Args:
        path: The file.

    Raises:
        UnreadableError: When it is no such file, with the header that differs; or when a sum that
            must hold does not on an annual row, for then its columns are not what they are named.
    """
    return _read(path, definition("cabinet_office"), lambda row: row[0].strip().isdigit())


def read_scotland(path: Path) -> Published:
    """The public export of the Scottish Information Commissioner's portal.

    Args:
        path: The file.

    Raises:
        UnreadableError: When it is no such file, with the header that differs.
    """
    return _read(path, definition("scotland"), lambda row: True)


def _read(path: Path, of: Definition, annual: Callable[[Sequence[str]], bool]) -> Published:
    if path.stat().st_size > _LARGEST:
        raise UnreadableError(f"{path} is larger than {_LARGEST:,} bytes, which no such file is")
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            headers, *rows = list(csv.reader(file, strict=True)) or [[]]
    except (UnicodeDecodeError, csv.Error) as error:
        raise UnreadableError(f"{path} is no CSV file in UTF-8 ({error})") from error
    _check(path, of, headers, rows)
    yearly = [row for row in rows if annual(row)]
    sums = [
        SumKept(each.says, len(yearly), sum(not each.claimed(row) or each.holds(row) for row in yearly), each.broken)
        for each in of.identities
    ]
    for kept in sums:
        if kept.broken == "refuse" and kept.holding < kept.rows:
            raise UnreadableError(f"{path}: {kept.says} holds on {kept.holding} of {kept.rows} annual rows only")
    return Published(of, rows, sums)


def _check(path: Path, of: Definition, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    for position, expected in enumerate(of.headers):
        found = headers[position] if position < len(headers) else None
        if found != expected:
            raise UnreadableError(f"{path}: column {position} is {found!r}, and in {of.title} it is {expected!r}")
    wide = next((n for n, row in enumerate(rows, start=2) if len(row) != len(of.headers)), None)
    if len(headers) > len(of.headers) or wide:
        raise UnreadableError(f"{path}: line {wide or 1} does not have {len(of.headers)} cells")


def _value(cell: str) -> float | None:
    plain = cell.strip().replace(",", "")
    try:
        return None if plain in _NOTHING else float(plain)
    except ValueError:
        return None
