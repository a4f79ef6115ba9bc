"""Tables flattened to lines: `| 3 | question | answer |`, one row for each ask."""

from dataclasses import dataclass

from ..anatomy import Anatomy, label_key

__all__ = ["Row", "find_rows"]

_CELLS = (2, 5)
_LABEL_LIMIT = 12


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the number in its first cell (or ""), and the spans of its ask and its answer."""

    label: str
    start: int
    ask_start: int
    ask_end: int
    answer_start: int
    answer_end: int


def find_rows(anatomy: Anatomy) -> list[Row]:
    r"""The rows of a table of questions and answers; empty when the letter has none.

    >>> from ..anatomy import dissect
    >>> letter = "No | Question | Reply\n1 | How many vans? | 14\n2 | Who made them? | Not held"
    >>> [(r.label, letter[r.answer_start : r.answer_end]) for r in find_rows(dissect(letter))]
    [('1', '14'), ('2', 'Not held')]
    """
    text = anatomy.text
    rows = []
    for start, end in _physical_lines(anatomy):
        cells = _cells(text, start, end)
        if not _CELLS[0] <= len(cells) <= _CELLS[1]:
            continue
        label = _label(text, cells)
        asked = cells[1] if label and len(cells) > _CELLS[0] else cells[0]
        rows.append(Row(label, start, *asked, cells[cells.index(asked) + 1][0], cells[-1][1]))
    labelled = [row for row in rows if row.label]
    if len(labelled) > 1:
        return labelled
    headed = bool(rows) and "question" in text[rows[0].ask_start : rows[0].ask_end].lower()
    return rows[1:] if headed else []


def _physical_lines(anatomy: Anatomy) -> list[tuple[int, int]]:
    found, start = [], 0
    if "|" not in anatomy.text and "\t" not in anatomy.text:
        return []
    for line in anatomy.text[: anatomy.own_end].split("\n"):
        found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    separator = "|" if "|" in text[start:end] else "\t"
    cells = []
    for piece in text[start:end].split(separator):
        if piece.strip():
            first = start + len(piece) - len(piece.lstrip())
            cells.append((first, first + len(piece.strip())))
        start += len(piece) + 1
    return cells


def _label(text: str, cells: list[tuple[int, int]]) -> str:
    first = text[slice(*cells[0])]
    key = label_key(first) if len(first) <= _LABEL_LIMIT else ""
    return key if key[:1].isdigit() and len(key) <= len("12.3a") and len(cells) > _CELLS[0] else ""
