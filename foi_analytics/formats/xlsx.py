"""Excel workbooks: the cells of every sheet people can see."""

import zipfile
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from ..errors import UnreadableError
from .archive import open_zip
from .content import Content, Limits
from .extracted import Refused, Row
from .format import Format
from .sheet import records

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["FORMAT"]

# Openpyxl holds a workbook in memory at many times its size.
_MOST = 60_000_000


def _records(content: Content, limits: Limits) -> Iterator[Row | Refused]:
    import openpyxl

    with open_zip(content, limits) as archive:
        _check_size(archive, limits)
    with content.open() as stream:
        try:
            # Read whole, because only then are merged cells known; values, never formulas.
            workbook = openpyxl.load_workbook(stream, data_only=True, keep_links=False)
        except Exception as error:
            raise UnreadableError(f"the workbook is broken ({error}); save it again, or as CSV") from error
    for sheet in workbook.worksheets:
        if sheet.sheet_state != "visible":
            yield Refused(
                sheet.title, "the sheet is hidden and was not read; unhide it if it was meant to be published"
            )
            continue
        yield from records(enumerate(_cells(sheet), start=1))


def _check_size(archive: zipfile.ZipFile, limits: Limits) -> None:
    size = sum(member.file_size for member in archive.infolist() if member.filename.endswith(".xml"))
    if size > _MOST or any(
        member.file_size > max(1_000_000, member.compress_size * limits.max_ratio) for member in archive.infolist()
    ):
        raise UnreadableError(f"the workbook unpacks to {size:,} bytes, too much to open; save it as CSV")


def _cells(sheet: "Worksheet") -> Iterator[Sequence[Any]]:
    """The rows, a cell merged downwards filled into each row it covers."""
    covered = {
        (row, merged.min_col): sheet.cell(merged.min_row, merged.min_col).value
        for merged in sheet.merged_cells.ranges
        for row in range(merged.min_row + 1, min(merged.max_row, sheet.max_row) + 1)
    }
    for number, values in enumerate(sheet.iter_rows(values_only=True), start=1):
        if not covered:
            yield values
        else:
            yield [covered.get((number, column), value) for column, value in enumerate(values, start=1)]


FORMAT = Format(
    name="Excel workbooks",
    media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    recognises=lambda content: "xl/workbook.xml" in content.zip_names,
    records=_records,
)
