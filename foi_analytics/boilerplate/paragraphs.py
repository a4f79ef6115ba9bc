"""Paragraphs of raw texts, many at once: blocks between blank lines, else logical lines.

The same cut as `passages` makes within the parts of a letter; a test holds them together.
"""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from .folding import KINDS
from .kernels.blocks import find_blocks
from .passages import LONGEST_PARAGRAPH

__all__ = ["cut_paragraphs"]

_BYTES_PER_BLOCK = 60


def cut_paragraphs(data: npt.NDArray[np.uint8], offsets: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    r"""Cut texts into paragraphs.

    Args:
        data: UTF-8 bytes.
        offsets: Where each text begins in them, and one more.

    Returns:
        A row for each paragraph: the number of its text, where it begins and ends in the bytes,
        and where in the characters of its text.

    >>> text = "Dear A\n\nWe hold\nnothing.".encode()
    >>> cut_paragraphs(np.frombuffer(text, np.uint8), np.array([0, len(text)]))[:, 3:].tolist()
    [[0, 6], [8, 24]]
    """
    found = np.empty(((len(data) // _BYTES_PER_BLOCK) + len(offsets), 5), np.int64)
    count = find_blocks(data, offsets, KINDS, found)
    if count > len(found):
        found = np.empty((count, 5), np.int64)
        find_blocks(data, offsets, KINDS, found)
    blocks = found[:count]
    alone = np.bincount(blocks[:, 0], minlength=len(offsets))[blocks[:, 0]] == 1
    pages = alone | (blocks[:, 4] - blocks[:, 3] > LONGEST_PARAGRAPH)
    if not pages.any():
        return blocks
    lines = [row for block in blocks[pages] for row in _lines(data, block)]
    rows = np.concatenate([blocks[~pages], np.array(lines, np.int64).reshape(-1, 5)])
    in_order: npt.NDArray[np.int64] = rows[np.argsort(rows[:, 1], kind="stable")]
    return in_order


def _lines(data: npt.NDArray[np.uint8], block: npt.NDArray[np.int64]) -> Iterator[list[int]]:
    # See `passages`: loaded only when a text has no blank lines.
    from ..anatomy import find_lines

    text, first, last, point, _ = block.tolist()
    page_text = data[first:last].tobytes().decode()
    at, done = first, 0
    for line in find_lines(page_text):
        start = at + len(page_text[done : line.start].encode())
        at, done = start + len(page_text[line.start : line.end].encode()), line.end
        yield [text, start, at, point + line.start, point + line.end]
