"""The words of passages, straight from the bytes of an Arrow text column.

A word is a run of letters and digits; it has a hash of its levelled characters (see `folding`),
its place, its shape, and the gap before it: which of the signs below stand between it and the
word before.  FNV-1a over code points, then a finaliser, is fast and spreads well; nothing here
needs a hash that withstands malice, for what shares a hash is shown to people with its words.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ..folding import HIGH, IDEOGRAPH, LOW, MARK, PICTURE, SPACE, WORD
from .compiled import compiled
from .words import Words

__all__ = [
    "ADDRESS",
    "AMPERSAND",
    "APOSTROPHE",
    "BLANK",
    "CAPITAL",
    "CLOSE",
    "COMMA",
    "CURRENCY",
    "DIGIT_FIRST",
    "DOT",
    "JOINT",
    "LETTERS",
    "LINE",
    "OPEN",
    "SLASH",
    "STOP",
    "Folding",
    "decode",
    "mix",
    "row_of",
    "scan",
]

# Signs of a gap.
BLANK, LINE, COMMA, OPEN, CLOSE, DOT, JOINT, CURRENCY = 1, 2, 4, 8, 16, 32, 64, 128
ADDRESS, APOSTROPHE, AMPERSAND, STOP, SLASH = 256, 512, 1024, 2048, 4096

# Shape of a word: signs in the low bits, then the number of digits (to 15), then its length (to 255).
CAPITAL, DIGIT_FIRST, LETTERS = 1, 2, 4


class Folding(NamedTuple):
    """The tables of `folding`: the kind of each point, what it becomes, and what each plain byte becomes."""

    kinds: npt.NDArray[np.uint8]
    folds: npt.NDArray[np.uint32]
    plain: npt.NDArray[np.uint8]


_FNV_BASIS = np.uint64(0xCBF29CE484222325)
_FNV_PRIME = np.uint64(0x100000001B3)


@compiled
def mix(value: np.uint64) -> np.uint64:
    """A 64-bit value stirred so that every bit depends on every other (the finaliser of MurmurHash3)."""
    value ^= value >> np.uint64(33)
    value *= np.uint64(0xFF51AFD7ED558CCD)
    value ^= value >> np.uint64(33)
    value *= np.uint64(0xC4CEB9FE1A85EC53)
    value ^= value >> np.uint64(33)
    return value


@compiled
def _sign(point: int, kind: int) -> int:
    """What a character of no word adds to a gap."""
    if kind == SPACE:
        return LINE if point == 10 or point == 13 else BLANK
    if point == 44:
        return COMMA
    if point == 46:
        return DOT
    if point == 40 or point == 91:
        return OPEN
    if point == 41 or point == 93:
        return CLOSE
    if point == 45 or point == 95 or point == 35 or point == 0x2010 or point == 0x2011 or point == 0x2013:
        return JOINT
    if point == 47 or point == 58:
        return JOINT | SLASH
    if point == 163 or point == 36 or point == 0x20AC:
        return CURRENCY
    if point == 64:
        return ADDRESS
    if point == 39 or point == 0x2019:
        return APOSTROPHE
    if point == 38:
        return AMPERSAND
    return STOP


@compiled
def row_of(point: int) -> int:
    """Row of the tables for a code point; the last two are for an ideograph and a picture."""
    if point < LOW:
        return point
    if point >= 0x10000:
        return PICTURE
    return point - HIGH + LOW if point >= HIGH else IDEOGRAPH


@compiled
def decode(data: npt.NDArray[np.uint8], at: int) -> tuple[int, int]:
    """The code point at a place of UTF-8 bytes, and how many bytes it takes."""
    first = int(np.int64(data[at]))
    if first < 0x80:
        return first, 1
    if first < 0xE0:
        return ((first & 0x1F) << 6) | (int(np.int64(data[at + 1])) & 0x3F), 2
    if first < 0xF0:
        return ((first & 0x0F) << 12) | ((int(np.int64(data[at + 1])) & 0x3F) << 6) | (
            int(np.int64(data[at + 2])) & 0x3F
        ), 3
    return 0x10000, 4


@compiled
def scan(
    data: npt.NDArray[np.uint8],
    start: int,
    end: int,
    folding: Folding,
    words: Words,
) -> int:
    """Find the words of a passage.

    Args:
        data: UTF-8 bytes.
        start: Where the passage begins in them.
        end: Where it ends.
        folding: What characters become.
        words: `hashes`, `places`, `gaps` and `shapes` are filled; at most half as many words as bytes
            are found, and one more.

    Returns:
        How many words there are.
    """
    kinds, folds, plain = folding.kinds, folding.folds, folding.plain
    count, at, gap = 0, start, LINE
    while at < end:
        point, size = int(np.int64(data[at])), 1
        if point >= 0x80:
            point, size = decode(data, at)
        row = row_of(point)
        kind = kinds[row]
        if kind != WORD:
            if kind != MARK:
                gap |= _sign(point, kind)
            at += size
            continue
        words.places[count, 0] = at - start
        words.gaps[count] = gap
        shape = DIGIT_FIRST if 48 <= point <= 57 else (CAPITAL if folds[row, 0] != point else 0)
        value, digits, length = _FNV_BASIS, 0, 0
        while True:
            # Plain letters and figures, which most are, need no more than this.
            while at < end and plain[data[at]]:
                value = (value ^ np.uint64(plain[data[at]])) * _FNV_PRIME
                digits += data[at] < 58
                length += 1
                at += 1
            if at >= end or data[at] < 0x80:
                break
            point, size = decode(data, at)
            row = row_of(point)
            kind = kinds[row]
            if kind == WORD:
                value = (value ^ np.uint64(point if row == IDEOGRAPH else folds[row, 0])) * _FNV_PRIME
                if folds[row, 1]:
                    value = (value ^ np.uint64(folds[row, 1])) * _FNV_PRIME
                    if folds[row, 2]:
                        value = (value ^ np.uint64(folds[row, 2])) * _FNV_PRIME
                length += 1
            elif kind != MARK:
                break
            at += size
        words.hashes[count] = mix(value)
        words.places[count, 1] = at - start
        words.shapes[count] = (
            shape | (LETTERS if digits < length else 0) | (min(digits, 15) << 4) | (min(length, 255) << 8)
        )
        count += 1
        gap = 0
    return count
