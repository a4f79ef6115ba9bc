"""A return as tables that can be published: its figures, what stands behind them, and where every request went."""

import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa

from ...corpus import Corpus
from ...naming import counted
from ...regimes import regime
from ..publishing.book import LETTERS, LETTERS_SQL, PASSAGES, Book, Sheet
from .definition import ground_key
from .figures import Cell, Figures
from .placing import ground_of

__all__ = ["return_book"]

_CELLS_TYPES: dict[str, pa.DataType] = {
    "figure_id": pa.string(),
    "authority": pa.string(),
    "period": pa.string(),
    "position": pa.int64(),
    "header": pa.string(),
    "value": pa.float64(),
    "mark": pa.string(),
    "case_ids": pa.list_(pa.string()),
    "letter_ids": pa.list_(pa.string()),
}
_CELLS = pa.schema(_CELLS_TYPES)
_BEHIND = ["case_ids", "letter_ids"]
_REMARKS_TYPES: dict[str, pa.DataType] = {
    "authority": pa.string(),
    "line": pa.string(),
    "counted": pa.bool_(),
    "requests": pa.int64(),
    "case_ids": pa.list_(pa.string()),
    "letter_ids": pa.list_(pa.string()),
}
_REMARKS = pa.schema(_REMARKS_TYPES)
_GROUNDS_SQL = """
    SELECT letter_id, provision, "start", "end", quote FROM exemptions
    WHERE letter_id IN $ids AND role IN ('applied', 'ncnd') ORDER BY letter_id, "start", "end", provision"""


def return_book(figures: Figures, corpus: Corpus) -> Book:
    """The tables of a return.

    Where small numbers are withheld there is no table that would tell them: neither the requests
    nor the letters behind the cells, nor where each request went.

    Args:
        figures: The return.
        corpus: The corpus whose letters stand behind it.
    """
    ids = {cell: f"{figures.definition.name}-{number}" for number, cell in enumerate(figures.cells(), start=1)}
    sheets = [
        Sheet("official", figures.definition.title, _official(figures), ("position",), tidy=False),
        Sheet("outcomes", f"Outcomes, {figures.period}", _outcomes(figures), tidy=False),
        Sheet("cells", "Every cell of the return", _cells(figures, ids), ("figure_id",)),
    ]
    if not figures.withheld:
        sheets += _behind(figures, ids, corpus)
    authorities = counted(len(figures.rows), "authority", "authorities")
    statutes = ", ".join(regime(each).short for each in figures.definition.statutes)
    return Book(
        name=f"{figures.definition.name}-{figures.period}".lower().replace("_", "-").replace(" ", "-"),
        title=f"{figures.definition.title}: {figures.period}",
        source=figures.source,
        chosen=f"requests under {statutes}; {figures.period}; {authorities}.",
        sheets=sheets,
        notes=(
            *figures.notes,
            *figures.tallied,
            *(f"Does not add up: {each}." for each in figures.warnings),
            figures.definition.sources,
        ),
    )


def _official(figures: Figures) -> pa.Table:
    """The return for people: a row for each column of the official file, a column for each authority."""
    columns = [c for c in figures.definition.columns if c.kind != "label"]
    data: dict[str, Any] = {"position": [c.position for c in columns], "header": [c.header for c in columns]}
    for authority, row in figures.rows.items():
        data[authority] = [row[c.position].shown for c in columns]
    return pa.table(data)


def _outcomes(figures: Figures) -> pa.Table:
    cells = [row[position] for row in figures.rows.values() for position in figures.definition.charted]
    return pa.table(
        {
            "authority": [cell.authority for cell in cells],
            "category": [cell.header for cell in cells],
            "value": pa.array([cell.value for cell in cells], pa.int64()),
            "mark": [cell.mark for cell in cells],
        }
    )


def _cells(figures: Figures, ids: Mapping[Cell, str]) -> pa.Table:
    kinds = {column.position: column.kind for column in figures.definition.columns}
    rows = [
        {
            "figure_id": ids[cell],
            "authority": cell.authority,
            "period": str(figures.period),
            "position": cell.position,
            "header": cell.header,
            "value": cell.value,
            "mark": cell.mark,
            "case_ids": cell.cases,
            "letter_ids": cell.letters,
        }
        for cell in figures.cells()
        if kinds[cell.position] != "label"
    ]
    table = pa.Table.from_pylist(rows, _CELLS)
    return table.drop_columns(_BEHIND) if figures.withheld else table


def _behind(figures: Figures, ids: Mapping[Cell, str], corpus: Corpus) -> Iterator[Sheet]:
    behind = [*(cell.letters for cell in figures.cells()), *(remark.letters for remark in figures.remarks)]
    letters = sorted(set(itertools.chain.from_iterable(behind)))
    remarks = [
        {
            "authority": remark.authority,
            "line": remark.line,
            "counted": remark.counted,
            "requests": len(remark.cases),
            "case_ids": remark.cases,
            "letter_ids": remark.letters,
        }
        for remark in figures.remarks
    ]
    yield Sheet("passages", "The letters and passages behind each cell", _passages(figures, ids, corpus, letters))
    yield Sheet("reconciliation", "Where each request of the period went", pa.Table.from_pylist(remarks, _REMARKS))
    listed = corpus.arrow(LETTERS_SQL, {"ids": letters}).cast(LETTERS)
    yield Sheet("letters", "The letters, with a hash of their text", listed, ("letter_id",))


def _passages(figures: Figures, ids: Mapping[Cell, str], corpus: Corpus, letters: Sequence[str]) -> pa.Table:
    """For a column of grounds the words that rely on it, for another the letter as a whole."""
    spans: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in corpus.arrow(_GROUNDS_SQL, {"ids": list(letters)}).to_pylist():
        spans[row["letter_id"], ground_of(row.pop("provision"))].append(row)
    columns = figures.definition.columns
    rows = []
    for cell in figures.cells():
        column = columns[cell.position]
        key = ground_key(column.key, column.header) if column.kind == "ground" else ""
        for letter in cell.letters:
            places = spans.get((letter, key), [{"letter_id": letter, "start": None, "end": None, "quote": None}])
            rows += [{"figure_id": ids[cell], **place} for place in places]
    return pa.Table.from_pylist(rows, PASSAGES)
