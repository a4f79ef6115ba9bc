"""A return as the file that official bodies publish: their headers, byte for byte, and nothing else."""

import csv
import io
from collections.abc import Iterable, Sequence

from ..tables import guard_cell
from .definition import Definition
from .figures import Figures

__all__ = ["official_csv", "official_rows"]


def official_csv(definition: Definition, rows: Iterable[Sequence[str]]) -> str:
    r"""The file: lines end as in the published ones, and a cell is quoted only where it must be.

    >>> from .definition import definition
    >>> official_csv(definition("cabinet_office"), [])[:24]
    'Quarter,Government body,'
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(definition.headers)
    writer.writerows(rows)
    return text.getvalue()


def official_rows(figures: Figures) -> list[list[str]]:
    """The cells of a return as official files write them; a name that a spreadsheet would run is guarded."""
    labels = {column.position for column in figures.definition.columns if column.kind == "label"}
    return [
        [guard_cell(cell.shown) if cell.position in labels else cell.shown for cell in row]
        for row in figures.rows.values()
    ]
