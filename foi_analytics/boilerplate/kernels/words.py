"""The words of a passage as arrays, one element for each word."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

__all__ = ["Lexicon", "Words", "room_for"]


class Lexicon(NamedTuple):
    """Words that have a class: hashes at the place of their low bits or the next free one, 0 where free."""

    words: npt.NDArray[np.uint64]
    classes: npt.NDArray[np.uint8]


class Words(NamedTuple):
    """What is known of each word.

    Attributes:
        hashes: Of its levelled characters.
        places: Where it begins and ends, in bytes from the start of its passage.
        gaps: Which signs stand between it and the word before (see `scanning`).
        shapes: Its case, figures and length (see `scanning`).
        classes: Its class (see `word_classes`), 0 for most.
        slots: Index into `slots.SLOTS`; 0 outside slots.
        goes_on: Whether it belongs to the slot of the word before it.
        marks: What it is to the law: see `slots`.
    """

    hashes: npt.NDArray[np.uint64]
    places: npt.NDArray[np.int32]
    gaps: npt.NDArray[np.uint16]
    shapes: npt.NDArray[np.uint16]
    classes: npt.NDArray[np.uint8]
    slots: npt.NDArray[np.uint8]
    goes_on: npt.NDArray[np.bool_]
    marks: npt.NDArray[np.uint8]


def room_for(words: int) -> Words:
    """Arrays for a number of words, to be filled."""
    return Words(
        np.empty(words, np.uint64),
        np.empty((words, 2), np.int32),
        np.empty(words, np.uint16),
        np.empty(words, np.uint16),
        np.empty(words, np.uint8),
        np.empty(words, np.uint8),
        np.empty(words, np.bool_),
        np.empty(words, np.uint8),
    )
