"""How alike two forms are, token by token in order.

The longest common subsequence by bit-vectors: Heikki Hyyrö, Bit-Parallel LCS-length
Computation Revisited (AWOCA 2004).  Two copies say different things, however alike, when one
provision stands in the place of another, or when a negation was put in or taken out.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from .compiled import compiled
from .levelling import MARK_BITS
from .slots import NEGATED, PROVISION

__all__ = ["Scratch", "common", "count_bits", "new_scratch", "says_otherwise"]

_TABLE = 8192
_WORDS = 32
_SHORT_EDIT = 3
_MARK = np.uint32((1 << MARK_BITS) - 1)


class Scratch(NamedTuple):
    """Room that is used again for every pair."""

    keys: npt.NDArray[np.uint32]
    stamps: npt.NDArray[np.int64]
    stamp: npt.NDArray[np.int64]
    matches: npt.NDArray[np.uint64]
    vector: npt.NDArray[np.uint64]
    zeros: npt.NDArray[np.uint64]


def new_scratch() -> Scratch:
    """Room for one thread."""
    return Scratch(
        np.zeros(_TABLE, np.uint32),
        np.zeros(_TABLE, np.int64),
        np.zeros(1, np.int64),
        np.zeros((_TABLE, _WORDS), np.uint64),
        np.zeros(_WORDS, np.uint64),
        np.zeros(_WORDS, np.uint64),
    )


@compiled
def _place(scratch: Scratch, token: np.uint32) -> int:
    """Where a token is in the table, or would be."""
    at = int(np.int64((np.uint64(token) * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(51)))
    while scratch.stamps[at] == scratch.stamp[0] and scratch.keys[at] != token:
        at = (at + 1) & (_TABLE - 1)
    return at


@compiled
def count_bits(value: np.uint64) -> int:
    """How many bits of a value are set."""
    value = value - ((value >> np.uint64(1)) & np.uint64(0x5555555555555555))
    value = (value & np.uint64(0x3333333333333333)) + ((value >> np.uint64(2)) & np.uint64(0x3333333333333333))
    value = (value + (value >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return int(np.int64((value * np.uint64(0x0101010101010101)) >> np.uint64(56)))


@compiled
def common(scratch: Scratch, one: npt.NDArray[np.uint32], other: npt.NDArray[np.uint32]) -> int:
    """Length of the longest common subsequence of two forms' tokens."""
    length = len(one)
    parts = (length + 63) // 64
    scratch.stamp[0] += 1
    for at in range(length):
        place = _place(scratch, one[at])
        if scratch.stamps[place] != scratch.stamp[0]:
            scratch.stamps[place] = scratch.stamp[0]
            scratch.keys[place] = one[at]
            scratch.matches[place, :parts] = np.uint64(0)
        scratch.matches[place, at >> 6] |= np.uint64(1) << np.uint64(at & 63)
    vector = scratch.vector
    vector[:parts] = ~np.uint64(0)
    for token in other:
        place = _place(scratch, token)
        if scratch.stamps[place] != scratch.stamp[0]:
            continue
        carry = np.uint64(0)
        for part in range(parts):
            held = vector[part]
            matched = held & scratch.matches[place, part]
            total = held + matched
            added = total + carry
            carry = np.uint64(1) if total < held or added < total else np.uint64(0)
            vector[part] = added | (held - matched)
    found = 0
    for part in range(parts):
        rest = ~vector[part]
        if part == parts - 1 and length & 63:
            rest &= (np.uint64(1) << np.uint64(length & 63)) - np.uint64(1)
        found += count_bits(rest)
    return found


@compiled
def _tally(tokens: npt.NDArray[np.uint32]) -> tuple[np.uint32, int]:
    """A sum over the provisions of a form, whatever their order, and its number of negations."""
    provisions, negations = np.uint32(0), 0
    for token in tokens:
        if token & _MARK == np.uint32(PROVISION):
            provisions += token
        elif token & _MARK == np.uint32(NEGATED):
            negations += 1
    return provisions, negations


@compiled
def says_otherwise(one: npt.NDArray[np.uint32], other: npt.NDArray[np.uint32]) -> bool:
    """Whether two like forms differ in what they say: another provision, or a negation more or less."""
    left, right = _tally(one), _tally(other)
    if left[0] == right[0] and left[1] == right[1]:
        return False
    lengths = np.zeros((len(one) + 1, len(other) + 1), np.int16)
    for row in range(len(one) - 1, -1, -1):
        for column in range(len(other) - 1, -1, -1):
            if one[row] == other[column]:
                lengths[row, column] = lengths[row + 1, column + 1] + 1
            else:
                lengths[row, column] = max(lengths[row + 1, column], lengths[row, column + 1])
    row = column = 0
    while row < len(one) or column < len(other):
        if row < len(one) and column < len(other) and one[row] == other[column]:
            row += 1
            column += 1
            continue
        top, left_edge = row, column
        while (row < len(one) or column < len(other)) and not (
            row < len(one) and column < len(other) and one[row] == other[column]
        ):
            if column == len(other) or (row < len(one) and lengths[row + 1, column] >= lengths[row, column + 1]):
                row += 1
            else:
                column += 1
        if _edit_matters(one[top:row], other[left_edge:column]):
            return True
    return False


@compiled
def _edit_matters(taken: npt.NDArray[np.uint32], put: npt.NDArray[np.uint32]) -> bool:
    old, new, negations = False, False, 0
    for token in taken:
        old |= token & _MARK == np.uint32(PROVISION)
        negations += token & _MARK == np.uint32(NEGATED)
    for token in put:
        new |= token & _MARK == np.uint32(PROVISION)
        negations -= token & _MARK == np.uint32(NEGATED)
    short = len(taken) <= _SHORT_EDIT and len(put) <= _SHORT_EDIT
    return (old and new) or (short and negations != 0)
