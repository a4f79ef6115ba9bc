"""Blocks of text between blank lines, straight from the bytes of an Arrow text column."""

import numpy as np
import numpy.typing as npt

from ..folding import SPACE
from .compiled import compiled
from .scanning import decode, row_of

__all__ = ["find_blocks"]


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
        at, end = offsets[text], offsets[text + 1]
        point_at, lines, block, last, last_point = 0, 0, -1, at, 0
        block_point = 0
        while at < end:
            point, size = int(np.int64(data[at])), 1
            if point >= 0x80:
                point, size = decode(data, at)
            if point == 10:
                lines += 1
            elif 0x20 < point < 0x80 or kinds[row_of(point)] != SPACE:
                if block >= 0 and lines >= 2:
                    if count < len(found):
                        found[count, 0], found[count, 1], found[count, 2] = text, block, last
                        found[count, 3], found[count, 4] = block_point, last_point
                    count += 1
                    block = -1
                if block < 0:
                    block, block_point = at, point_at
                last, last_point, lines = at + size, point_at + 1, 0
            at += size
            point_at += 1
        if block >= 0:
            if count < len(found):
                found[count, 0], found[count, 1], found[count, 2] = text, block, last
                found[count, 3], found[count, 4] = block_point, last_point
            count += 1
    return count
