"""OpenDocument spreadsheets: the cells of every sheet people can see."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from ..errors import UnreadableError
from .archive import open_zip, read_xml
from .content import Content, Limits
from .extracted import Refused, Row
from .format import Format
from .odt import words_of
from .sheet import records

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["FORMAT"]

_NAMESPACE = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_TEXT, _TABLE, _OFFICE, _STYLE = (_NAMESPACE % name for name in ("text", "table", "office", "style"))
_ROW = _TABLE + "table-row"
_CELLS = (_TABLE + "table-cell", _TABLE + "covered-table-cell")
# The last cell of a row is repeated to the edge of the sheet, which is 16,384 columns away.
_MOST_COLUMNS = 1_000
# A row repeated more often than this is an empty one, whatever it holds.
_MOST_REPEATS = 1_000
_MOST_CELLS = 20_000_000


def _records(content: Content, limits: Limits) -> Iterator[Row | Refused]:
    with open_zip(content, limits) as archive:
        document = read_xml(archive, "content.xml", limits)
    body = None if document is None else document.find(f"{_OFFICE}body/{_OFFICE}spreadsheet")
    if document is None or body is None:
        raise UnreadableError("the OpenDocument file has no sheet; open it in a spreadsheet program and save it again")
    hidden = {
        style.get(_STYLE + "name")
        for style in document.iter(_STYLE + "style")
        if (shown := style.find(_STYLE + "table-properties")) is not None and shown.get(_TABLE + "display") == "false"
    }
    for sheet in body.iterchildren(_TABLE + "table"):
        if sheet.get(_TABLE + "style-name") in hidden:
            reason = "the sheet is hidden and was not read; unhide it if it was meant to be published"
            yield Refused(str(sheet.get(_TABLE + "name", "")), reason)
        else:
            yield from records(_rows(sheet))


def _rows(sheet: "_Element") -> Iterator[tuple[int, Sequence[Any]]]:
    """The rows, a cell merged downwards filled into each row it covers."""
    number, seen = 0, 0
    carried: dict[int, tuple[int, Any]] = {}
    for row in sheet.iter(_ROW):
        repeats = _count(row, "number-rows-repeated")
        cells = _cells(row, number + 1, carried)
        blank = not any(cell is not None for cell in cells)
        for _ in range(0 if blank else min(repeats, _MOST_REPEATS)):
            number += 1
            seen += len(cells)
            if seen > _MOST_CELLS:
                raise UnreadableError(f"the sheet has more than {_MOST_CELLS:,} cells; save it as CSV")
            yield number, cells
        number += repeats if blank else max(0, repeats - _MOST_REPEATS)


def _cells(row: "_Element", number: int, carried: dict[int, tuple[int, Any]]) -> list[Any]:
    """The values of a row, up to the last that is filled."""
    cells: list[Any] = []
    for cell in row.iterchildren(*_CELLS):
        value = _value(cell)
        for _ in range(min(_count(cell, "number-columns-repeated"), _MOST_COLUMNS - len(cells))):
            column = len(cells)
            last, above = carried.get(column, (0, None))
            if (spanned := _count(cell, "number-rows-spanned")) > 1:
                carried[column] = (number + spanned - 1, value)
            cells.append(above if cell.tag == _CELLS[1] and number <= last else value)
    while cells and cells[-1] is None:
        cells.pop()
    return cells


def _value(cell: "_Element") -> Any:
    """What a cell holds: a number, a day, or its words."""
    kind = cell.get(_OFFICE + "value-type")
    if kind in {"float", "currency", "percentage"}:
        try:
            return float(cell.get(_OFFICE + "value", ""))
        except ValueError:
            return None
    if kind == "date":
        return cell.get(_OFFICE + "date-value")
    words = "\n".join(words_of(each) for each in cell.iterchildren(_TEXT + "p"))
    return words if words.strip() else None


def _count(element: "_Element", name: str) -> int:
    """How often a row or cell is repeated or reaches, as the document claims."""
    claimed = str(element.get(_TABLE + name, "1"))
    return int(claimed) if claimed.isdecimal() and len(claimed) < 9 else 1


FORMAT = Format(
    name="OpenDocument spreadsheets",
    media_type="application/vnd.oasis.opendocument.spreadsheet",
    recognises=lambda content: "content.xml" in content.zip_names and b"opendocument.spreadsheet" in content.head[:200],
    records=_records,
)
