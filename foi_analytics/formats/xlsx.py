"""Excel workbooks: the cells of every sheet people can see."""

import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

from ..errors import UnreadableError
from .archive import open_zip
from .content import Content, Limits
from .extracted import Refused, Row
from .format import Format
from .sheet import records

__all__ = ["FORMAT"]

# The words of all sheets are held in memory at once.
_MOST_BYTES = 60_000_000
# One cell at the far corner makes a sheet of 17 billion blank ones.
_MOST_CELLS = 20_000_000


def _records(content: Content, limits: Limits) -> Iterator[Row | Refused]:
    import openpyxl

    with open_zip(content, limits) as archive:
        _check_size(archive, limits)
        with content.open() as stream:
            # Values, never formulas; rows are read one by one, so that no claim about the size is believed.
            workbook = openpyxl.load_workbook(stream, data_only=True, keep_links=False, read_only=True)
            for sheet in workbook.worksheets:
                if sheet.sheet_state == "visible":
                    yield from records(_rows(sheet, _merged_down(archive, sheet)))
                else:
                    reason = "the sheet is hidden and was not read; unhide it if it was meant to be published"
                    yield Refused(sheet.title, reason)


def _check_size(archive: zipfile.ZipFile, limits: Limits) -> None:
    members = archive.infolist()
    size = sum(member.file_size for member in members if member.filename.endswith(".xml"))
    packed = any(member.file_size > max(1_000_000, member.compress_size * limits.max_ratio) for member in members)
    if size > _MOST_BYTES or packed:
        raise UnreadableError(f"the workbook unpacks to {size:,} bytes, too much to open; save it as CSV")


def _rows(sheet: Any, merged: dict[tuple[int, int], int]) -> Iterator[tuple[int, Sequence[Any]]]:
    """The rows, a cell merged downwards filled into each row it covers."""
    sheet.reset_dimensions()
    carried: dict[int, tuple[int, Any]] = {}
    seen = 0
    for number, values in enumerate(sheet.iter_rows(values_only=True), start=1):
        seen += len(values)
        if seen > _MOST_CELLS:
            raise UnreadableError(f"the sheet {sheet.title} has more than {_MOST_CELLS:,} cells; save it as CSV")
        cells = list(values)
        for column, (last, value) in list(carried.items()):
            if number > last:
                del carried[column]
            elif column <= len(cells):
                cells[column - 1] = value
        for column, value in enumerate(cells, start=1):
            if merged and (number, column) in merged:
                carried[column] = (merged[number, column], value)
        yield number, cells


def _merged_down(archive: zipfile.ZipFile, sheet: Any) -> dict[tuple[int, int], int]:
    """Row and column of each cell merged downwards, and the last row it covers."""
    from lxml import etree
    from openpyxl.utils import range_boundaries

    merged = {}
    with archive.open(sheet._worksheet_path) as part:
        for _, element in etree.iterparse(part, resolve_entities=False, no_network=True):
            if element.tag.endswith("}mergeCell"):
                column, row, _, last = range_boundaries(element.get("ref", ""))
                if row and column and last and last > row:
                    merged[row, column] = last
            elif element.tag.endswith("}row"):
                element.clear()
    return merged


FORMAT = Format(
    name="Excel workbooks",
    media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    recognises=lambda content: "xl/workbook.xml" in content.zip_names,
    records=_records,
)
