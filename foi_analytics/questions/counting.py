"""Lists that count without punctuation: `1 Total vehicles`, or a number alone on its line.

Only a run tells such a number from a figure: it counts on from 1 through several lines.
"""

import itertools
import re
from dataclasses import replace

from ..anatomy import Line, Marker

__all__ = ["count_lines", "without_answer_marks"]

_NUMBER = re.compile(r"[>\s]*(\d{1,2}[a-h]?)(?:\s?(?:&|and|-|–|to)\s?\d{1,2})?(?:[ \t]+(?=\S)|\s*$)", re.IGNORECASE)
_COUNTED = re.compile(r"^(\d{1,2})[ \t](?=\S)", re.MULTILINE)
_SHORTEST_RUN = 3
_SKIPPED = 2


def count_lines(text: str, lines: list[Line]) -> list[Line]:
    r"""The lines, those of a bare count with a marker.

    >>> from ..anatomy import find_lines
    >>> request = "1 Total vehicles\n2 Of which electric\n3 Average age"
    >>> [line.marker.label for line in count_lines(request, find_lines(request))]
    ['1', '2', '3']
    """
    lines = _split_at_counts(text, lines)
    if sum(line.marker is None for line in lines) < _SHORTEST_RUN:
        return lines
    bare = [
        (i, m[1], m.end())
        for i, x in enumerate(lines)
        if x.marker is None and (m := _NUMBER.match(text, x.start, x.end))
    ]
    marked = list(lines)
    for run in _runs(bare):
        for i, label, end in run:
            marked[i] = replace(lines[i], marker=Marker("number", label.lower(), min(end, lines[i].end), False, "bare"))
    return marked


def _split_at_counts(text: str, lines: list[Line]) -> list[Line]:
    """Undo the joining of lines where each begins with the next number of a count."""
    found = [m for x in lines if x.marker is None for m in _COUNTED.finditer(text, x.start, x.end)]
    numbers = [int(m[1]) for m in found]
    if sorted(numbers) != list(range(1, len(numbers) + 1)) or len(numbers) < _SHORTEST_RUN:
        return lines
    counted = {m.start() for m in found}
    return [part for line in lines for part in _parts(line, sorted(s for s in counted if line.start < s < line.end))]


def _parts(line: Line, starts: list[int]) -> list[Line]:
    bounds = [line.start, *starts, line.end]
    return [
        replace(line, start=a, end=b if b == line.end else b - 1, gap=line.gap and a == line.start)
        for a, b in itertools.pairwise(bounds)
    ]


def without_answer_marks(text: str, lines: list[Line]) -> list[Line]:
    r"""The lines, with `A.` below a `Q.1` no longer read as a list item: it stands for the answer.

    >>> from ..anatomy import find_lines
    >>> letter = "Q.1 How many?\nA. 14\nQ.2 How old?\nA. Ten years"
    >>> [line.marker and line.marker.label for line in without_answer_marks(letter, find_lines(letter))]
    ['1', None, '2', None]
    """
    answers = {
        line.start
        for above, line in itertools.pairwise(lines)
        if above.marker is not None
        and above.marker.worded
        and line.marker is not None
        and line.marker.label == "a"
        and text[line.start : line.start + 1] == "A"
    }
    if len(answers) < _SHORTEST_RUN - 1:
        return lines
    return [replace(x, marker=None) if x.start in answers else x for x in lines]


def _runs(bare: list[tuple[int, str, int]]) -> list[list[tuple[int, str, int]]]:
    """Stretches that count on from 1; a number or two may be passed over."""
    runs: list[list[tuple[int, str, int]]] = []
    for item in bare:
        number = int(re.sub(r"\D", "", item[1]))
        last = int(re.sub(r"\D", "", runs[-1][-1][1])) if runs else 0
        if number == 1 and (not runs or last != 1):
            runs.append([item])
        elif runs and last <= number <= last + _SKIPPED:
            runs[-1].append(item)
    return [run for run in runs if len(run) >= _SHORTEST_RUN]
