"""Lists that count without punctuation: `1 Total vehicles`, or a number alone on its line.

Only a run tells such a number from a figure: it counts on from 1 through several lines.
"""

import re
from dataclasses import replace

from ..anatomy import Line, Marker

__all__ = ["count_lines"]

_NUMBER = re.compile(r"[>\s]*(\d{1,2}[a-h]?)(?:\s?(?:&|and|-|–|to)\s?\d{1,2})?(?:[ \t]+(?=\S)|\s*$)", re.IGNORECASE)
_SHORTEST_RUN = 3
_SKIPPED = 2


def count_lines(text: str, lines: list[Line]) -> list[Line]:
    r"""The lines, those of a bare count with a marker.

    >>> from ..anatomy import find_lines
    >>> request = "1 Total vehicles\n2 Of which electric\n3 Average age"
    >>> [line.marker.label for line in count_lines(request, find_lines(request))]
    ['1', '2', '3']
    """
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
