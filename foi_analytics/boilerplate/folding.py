"""How characters are levelled before words are compared: one form, one case, no accents.

A table over code points, so that compiled code can use it: `FOLDS[point]` holds up to three
points it becomes, `KINDS[point]` whether it is part of a word.  Compatible forms are one
(Unicode NFKD: "ﬁ" is "fi", a full-width letter its plain one), combining marks are dropped.
"""

import unicodedata

import numpy as np
import numpy.typing as npt

__all__ = ["FOLDS", "HIGH", "IDEOGRAPH", "KINDS", "LOW", "MARK", "OTHER", "PICTURE", "PLAIN", "SPACE", "WORD"]

OTHER, WORD, MARK, SPACE = 0, 1, 2, 3
"""Kinds of characters: punctuation and symbols, parts of words, marks on the letter before, white space."""

LOW = 0x2C00
"""The table holds the points below this, and those from `HIGH` to the end of the basic plane."""
HIGH = 0xF900
IDEOGRAPH = LOW + 0x10000 - HIGH
"""The row of all points between, which are words and stay as they are."""
PICTURE = IDEOGRAPH + 1
"""The row of all points beyond the basic plane, which are taken for pictures."""


def _kind(point: int) -> int:
    character = chr(point)
    if character.isspace():
        return SPACE
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return MARK
    return WORD if character.isalnum() else OTHER


def _fold(point: int) -> list[int]:
    """What a character becomes; never more than three, for what is longer is no prose."""
    levelled = unicodedata.normalize("NFKD", chr(point).casefold()).casefold()
    return [ord(c) for c in levelled if not unicodedata.combining(c) and c.isalnum()][:3] or [point]


def _tables() -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint32]]:
    points = [*range(LOW), *range(HIGH, 0x10000), 0x4E00, 0x1F600]
    kinds = np.array([_kind(point) for point in points], np.uint8)
    folds = np.zeros((len(points), 3), np.uint32)
    for row in np.flatnonzero(kinds == WORD):
        folded = _fold(points[row])
        folds[row, : len(folded)] = folded
    return kinds, folds


KINDS, FOLDS = _tables()
PLAIN = np.where(KINDS[:0x80] == WORD, FOLDS[:0x80, 0], 0).astype(np.uint8)
PLAIN = np.concatenate([PLAIN, np.zeros(0x80, np.uint8)])
"""What each byte of plain letters and figures becomes; 0 for all others."""
