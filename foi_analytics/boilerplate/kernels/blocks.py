"""Blocks of text between blank lines, straight from the bytes of an Arrow text column."""

import numpy as np
import numpy.typing as npt

from ..folding import SPACE
from .compiled import compiled
from .scanning import decode, row_of

__all__ = ["find_blocks"]

_NEWLINE = 10


@compiled
def find_blocks(
    data: npt.NDArray[np.uint8],
    offsets: npt.NDArray[np.int64],
    kinds: npt.NDArray[np.uint8],
    found: npt.NDArray[np.int64],
) -> int:
    """Find the blocks of texts, without the white space around them.

    Args:
        data: UTF-8 bytes.
        offsets: Where each text begins in them, and one more.
        kinds: The table of `folding`.
        found: To be filled, a row for each block: its text, where it begins and ends in the bytes, and where in
            the characters of the text.

    Returns:
        How many blocks there are; when they are more than `found` has rows, those beyond are not in it.
    """
    count = 0
    for text in range(len(offsets) - 1):
        at, end, point_at, empty_before = offsets[text], offsets[text + 1], 0, True
        while at < end:
            line_end, points = at, 0
            while line_end < end and data[line_end] != _NEWLINE:
                points += (data[line_end] & 0xC0) != 0x80
                line_end += 1
            first, first_point = _after_space(data, at, line_end, kinds)
            if first < line_end:
                last, trailing = _before_space(data, first, line_end, kinds)
                if empty_before:
                    count += 1
                if count <= len(found):
                    if empty_before:
                        found[count - 1, 0], found[count - 1, 1] = text, first
                        found[count - 1, 3] = point_at + first_point
                    found[count - 1, 2] = last
                    found[count - 1, 4] = point_at + points - trailing
            empty_before = first == line_end
            at, point_at = line_end + 1, point_at + points + 1
    return count


@compiled
def _after_space(data: npt.NDArray[np.uint8], at: int, end: int, kinds: npt.NDArray[np.uint8]) -> tuple[int, int]:
    """Where white space ends, and how many characters it has."""
    points = 0
    while at < end:
        point, size = decode(data, at)
        if kinds[row_of(point)] != SPACE:
            break
        at += size
        points += 1
    return at, points


@compiled
def _before_space(data: npt.NDArray[np.uint8], first: int, end: int, kinds: npt.NDArray[np.uint8]) -> tuple[int, int]:
    """Where white space at the end begins, and how many characters it has."""
    points = 0
    while True:
        at = end - 1
        while at > first and (data[at] & 0xC0) == 0x80:
            at -= 1
        point, _ = decode(data, at)
        if kinds[row_of(point)] != SPACE:
            return end, points
        end = at
        points += 1
