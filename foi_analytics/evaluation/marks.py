"""Inline marks in a text: taken out, and turned into offsets.

    ⟦c:applied foia2000:31(1)(a)|section 31(1)(a)⟧    a citation: role and provision ids
    ⟦q:2|Where will the next checks be held⟧          an ask: its number and opening words
    ⟦a:2|This is exempt.⟧                             the passage that answers it
    ⟦end⟧                                             where the authority's own words end

Marks nest.  Nobody counts characters, and a label can never point at other words than those
it was put around.
"""

import re
from dataclasses import dataclass

from ..errors import UnreadableError

__all__ = ["Mark", "MarkupError", "strip_marks"]

_TOKEN = re.compile(r"⟦(?:(?P<end>end)⟧|(?P<kind>[cqa]):(?P<head>[^|⟦⟧\n]{1,300})\|)|[⟦⟧]")


class MarkupError(UnreadableError):
    """A labelled letter does not compile; `faults` holds (line, what is wrong)."""

    def __init__(self, origin: str, faults: list[tuple[int, str]]) -> None:
        self.faults = faults
        super().__init__("\n".join(f"{origin}:{line}: {what}" for line, what in sorted(faults)))


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark after stripping: its kind (`c`, `q`, `a`, `end`), the words of its head, its span and line."""

    kind: str
    head: tuple[str, ...]
    start: int
    end: int
    line: int


def strip_marks(marked: str, line: int = 1) -> tuple[str, list[Mark]]:
    """Take the marks out of a text and say where they stood.

    Args:
        marked: The text with marks.
        line: Line of the file on which it begins, for messages.

    Returns:
        The text without marks, and its marks in order of their beginning.

    Raises:
        MarkupError: When a bracket has no partner or a mark is not one of the four.

    >>> strip_marks("See ⟦c:applied foia2000:40|section 40⟧.")
    ('See section 40.', [Mark(kind='c', head=('applied', 'foia2000:40'), start=4, end=14, line=1)])
    """
    pieces: list[str] = []
    marks: list[Mark] = []
    open_marks: list[tuple[str, tuple[str, ...], int, int]] = []
    length = done = 0
    for token in _TOKEN.finditer(marked):
        piece = marked[done : token.start()]
        line += piece.count("\n")
        pieces.append(piece)
        length, done = length + len(piece), token.end()
        if token["end"]:
            marks.append(Mark("end", (), length, length, line))
        elif token["kind"]:
            open_marks.append((token["kind"], tuple(token["head"].split()), length, line))
        elif token.group() == "⟧" and open_marks:
            kind, head, start, opened = open_marks.pop()
            marks.append(Mark(kind, head, start, length, opened))
        else:
            raise MarkupError("mark", [(line, f"{marked[token.start() :][:30]!r} opens or closes no mark")])
    if open_marks:
        raise MarkupError(
            "mark",
            [(opened, f"mark {kind}:{' '.join(head)} is never closed with ⟧") for kind, head, _, opened in open_marks],
        )
    pieces.append(marked[done:])
    return "".join(pieces), sorted(marks, key=lambda m: (m.start, -m.end))
