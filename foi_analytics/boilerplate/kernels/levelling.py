"""Passages as tokens: their words levelled, each slot one token, and a key over all of them."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from .compiled import compiled
from .scanning import Folding, mix, scan
from .slots import find_slots
from .words import Lexicon, Words

__all__ = ["MARK_BITS", "SLOT", "Levelled", "Names", "level", "room_for_passages"]

MARK_BITS = 3
"""Low bits of a token that hold the word's mark."""
SLOT = np.uint32(0)
"""The token of every slot: copies may differ in it."""
_LONGEST = 2000
"""Tokens kept of a passage; words beyond are identified and not compared."""

_FIRST = np.uint64(0x9E3779B97F4A7C15)
_SECOND = np.uint64(0xC2B2AE3D27D4EB4F)


class Levelled(NamedTuple):
    """What is kept of each passage.

    Attributes:
        words: How many it has.
        keys: 128 bits that identify them, each slot counting as the same word.
        edges: Where its tokens begin, and one more.
        tokens: Its words, slots as one each, to compare near copies by.
    """

    words: npt.NDArray[np.int32]
    keys: npt.NDArray[np.uint64]
    edges: npt.NDArray[np.int64]
    tokens: npt.NDArray[np.uint32]


class Names(NamedTuple):
    """Names of those who wrote: where the words of each begin in `hashes`, and one more."""

    edges: npt.NDArray[np.int64]
    hashes: npt.NDArray[np.uint64]


def room_for_passages(passages: int, tokens: int) -> Levelled:
    """Arrays for a number of passages and of tokens, to be filled."""
    return Levelled(
        np.empty(passages, np.int32),
        np.empty((passages, 2), np.uint64),
        np.zeros(passages + 1, np.int64),
        np.empty(tokens, np.uint32),
    )


@compiled
def level(
    data: npt.NDArray[np.uint8],
    starts: npt.NDArray[np.int64],
    ends: npt.NDArray[np.int64],
    writers: npt.NDArray[np.int32],
    names: Names,
    folding: Folding,
    lexicon: Lexicon,
    words: Words,
    levelled: Levelled,
) -> None:
    """Level passages.

    Args:
        data: UTF-8 bytes.
        starts: Where each passage begins in them.
        ends: Where it ends.
        writers: Number of each passage's writer, -1 when nobody knows.
        names: The names of the writers.
        folding: What characters become.
        lexicon: Which words have a class.
        words: Room for the words of the longest passage.
        levelled: To be filled.
    """
    for passage in range(len(starts)):
        count = scan(data, starts[passage], ends[passage], folding, words)
        writer = max(writers[passage], 0)
        name = names.hashes[names.edges[writer] : names.edges[writer + 1]]
        find_slots(words, count, lexicon, name if writers[passage] >= 0 else name[:0])
        levelled.words[passage] = count
        levelled.keys[passage, 0], levelled.keys[passage, 1] = _key(words, count)
        levelled.edges[passage + 1] = _write(words, count, levelled.tokens, levelled.edges[passage])


@compiled
def _key(words: Words, count: int) -> tuple[np.uint64, np.uint64]:
    one, other = _FIRST, _SECOND
    for word in range(count):
        if words.goes_on[word]:
            continue
        value = words.hashes[word] if not words.slots[word] else _SECOND
        one = mix(one ^ value) + _FIRST
        other = (other ^ value) * _FIRST
        other ^= other >> np.uint64(29)
    return one, mix(other)


@compiled
def _write(words: Words, count: int, tokens: npt.NDArray[np.uint32], at: int) -> int:
    """Write the tokens of a passage; returns the place after the last."""
    stop = at + _LONGEST
    for word in range(count):
        if at == stop:
            break
        if words.slots[word]:
            if not words.goes_on[word]:
                tokens[at] = SLOT
                at += 1
        else:
            # Never the token of a slot, whatever the hash.
            value = np.uint32(words.hashes[word] >> np.uint64(32)) | np.uint32(1 << MARK_BITS)
            tokens[at] = (value & ~np.uint32((1 << MARK_BITS) - 1)) | np.uint32(words.marks[word])
            at += 1
    return at
