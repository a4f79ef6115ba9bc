"""The words of passages and their slots: what two copies of one template share, and what they do not."""

import functools
import threading
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from .folding import FOLDS, KINDS, PLAIN
from .kernels.scanning import scan
from .kernels.slots import SLOTS, find_slots
from .kernels.words import Words, room_for
from .word_classes import CLASSES

__all__ = ["Writers", "find_words", "mask", "normalise"]

_CLASS_TABLE = 1024


class Writers:
    """Names of those who wrote, numbered as they are met, by however many threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._numbers: dict[str, int] = {}
        self._hashes: list[npt.NDArray[np.uint64]] = []

    def number(self, name: str | None) -> int:
        """The number of a name; -1 for None."""
        if name is None:
            return -1
        with self._lock:
            if name not in self._numbers:
                self._hashes.append(_hashes(name))
                self._numbers[name] = len(self._hashes) - 1
            return self._numbers[name]

    def hashes(self) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.uint64]]:
        """Where the words of each name begin, and one more; hashes of the words."""
        with self._lock:
            known = list(self._hashes)
        return np.cumsum([0, *map(len, known)], dtype=np.int64), np.concatenate([np.empty(0, np.uint64), *known])


class FoundWords(NamedTuple):
    """The words of a batch of passages; `first` is the number of each passage's first word, and one more."""

    words: Words
    first: npt.NDArray[np.int64]


def find_words(
    data: npt.NDArray[np.uint8],
    starts: npt.NDArray[np.int64],
    ends: npt.NDArray[np.int64],
    writers: npt.NDArray[np.int32],
    names: tuple[npt.NDArray[np.int64], npt.NDArray[np.uint64]],
) -> FoundWords:
    """Find the words of passages, with their slots.

    Args:
        data: UTF-8 bytes.
        starts: Where each passage begins in them.
        ends: Where it ends.
        writers: Number of each passage's writer, -1 when nobody knows.
        names: The names of the writers, from `Writers.hashes`.
    """
    words = room_for(int((ends - starts).sum()) // 2 + len(starts) + 1)
    first = np.empty(len(starts) + 1, np.int64)
    scan(data, starts, ends, KINDS, FOLDS, PLAIN, first, words)
    find_slots(words, first, *_class_table(), writers, *names)
    return FoundWords(words, first)


def normalise(text: str) -> list[str]:
    r"""The words of a text and nothing else.

    >>> normalise("We  DO NOT hold\nthis—information.")
    ['We', 'DO', 'NOT', 'hold', 'this', 'information']
    """
    data, words, count = _of_one(text, None)
    return [data[first:last].decode() for first, last in words.places[:count]]


def mask(text: str, writer: str | None = None) -> str:
    """The text with what varies between copies of one template as slots in brackets.

    Args:
        text: A passage.
        writer: The writer's own name, a slot wherever it occurs.

    Returns:
        The text with `[name]`, `[date]`, `[reference]`, `[amount]`, `[phone]`, `[postcode]`,
        `[email]` and `[link]` in place of the words they stand for.

    >>> mask("Dear Ms Poole,")
    'Dear [name],'
    >>> mask("Section 40(2): Fenmoor Council took 12 calls on 3 May 2024 (FOI-2024/311).")
    'Section 40(2): [name] took 12 calls on [date] ([reference]).'
    >>> mask("Write to foi@fenmoor.example or call 01632 960 001; the fee is £25.50.")
    'Write to [email] or call [phone]; the fee is £[amount].'
    """
    data, words, count = _of_one(text, writer)
    pieces: list[str] = []
    done = 0
    for word in range(count):
        if words.slots[word]:
            start, end = words.places[word]
            if not words.goes_on[word]:
                pieces += (data[done:start].decode(), f"[{SLOTS[words.slots[word]]}]")
            done = end
    return "".join([*pieces, data[done:].decode()])


def _of_one(text: str, writer: str | None) -> tuple[bytes, Words, int]:
    writers = Writers()
    number = writers.number(writer)
    data = text.encode("utf-8", "replace")
    start, end = np.array([0], np.int64), np.array([len(data)], np.int64)
    found = find_words(np.frombuffer(data, np.uint8), start, end, np.array([number], np.int32), writers.hashes())
    return data, found.words, int(found.first[1])


def _hashes(text: str) -> npt.NDArray[np.uint64]:
    data = np.frombuffer(text.encode("utf-8", "replace"), np.uint8)
    words, first = room_for(len(data) // 2 + 2), np.empty(2, np.int64)
    count = scan(data, np.array([0], np.int64), np.array([len(data)], np.int64), KINDS, FOLDS, PLAIN, first, words)
    return words.hashes[:count].copy()


@functools.cache
def _class_table() -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.uint8]]:
    """Hashes of the words that have a class at the place of their low bits or the next free one, and the class."""
    known, classes = np.zeros(_CLASS_TABLE, np.uint64), np.zeros(_CLASS_TABLE, np.uint8)
    for number, listed in CLASSES.items():
        for value in _hashes(listed):
            at = int(value) % _CLASS_TABLE
            while known[at]:
                at = (at + 1) % _CLASS_TABLE
            known[at], classes[at] = value, number
    return known, classes
