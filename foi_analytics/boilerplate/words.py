"""The words of passages and their slots: what two copies of one template share, and what they do not."""

import functools
import re
import threading

import numpy as np
import numpy.typing as npt

from .folding import FOLDS, KINDS, PLAIN
from .kernels.levelling import Levelled, Names, level, room_for_passages
from .kernels.scanning import Folding, scan
from .kernels.slots import SLOTS, find_slots
from .kernels.words import Lexicon, Words, room_for
from .word_classes import CLASSES

__all__ = ["Writers", "level_passages", "mask", "normalise"]

_FOLDING = Folding(KINDS, FOLDS, PLAIN)
_CLASS_TABLE = 1024
_BRACKETED = re.compile(r"\[(?:[^\[\]\n]|\[[a-z]{4,9}\]){1,80}\]")


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

    def names(self) -> Names:
        """All names so far, and one without words after them."""
        with self._lock:
            known = [*self._hashes, np.empty(0, np.uint64)]
        return Names(np.cumsum([0, *map(len, known)], dtype=np.int64), np.concatenate(known))


def level_passages(
    data: npt.NDArray[np.uint8],
    starts: npt.NDArray[np.int64],
    ends: npt.NDArray[np.int64],
    writers: npt.NDArray[np.int32],
    names: Names,
) -> Levelled:
    """What the words of passages are once levelled, with their slots.

    Args:
        data: UTF-8 bytes.
        starts: Where each passage begins in them.
        ends: Where it ends.
        writers: Number of each passage's writer, -1 when nobody knows.
        names: The names of the writers.
    """
    lengths = ends - starts
    words = room_for(int(lengths.max(initial=0)) // 2 + 2)
    levelled = room_for_passages(len(starts), int(lengths.sum()) // 2 + len(starts))
    level(data, starts, ends, writers, names, _FOLDING, _lexicon(), words, levelled)
    return levelled


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
    >>> mask("It went to [Fenmoor Council request email].")
    'It went to [name request email].'
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
    return _BRACKETED.sub(_unnested, "".join([*pieces, data[done:].decode()]))


def _unnested(bracketed: re.Match[str]) -> str:
    """What a site put in brackets, such as an address it hides, with the slots in it as words."""
    return f"[{bracketed[0][1:-1].replace('[', '').replace(']', '')}]"


def _of_one(text: str, writer: str | None) -> tuple[bytes, Words, int]:
    data, words, count = _scanned(text)
    find_slots(words, count, _lexicon(), _hashes(writer or ""))
    return data, words, count


def _hashes(text: str) -> npt.NDArray[np.uint64]:
    _, words, count = _scanned(text)
    return words.hashes[:count].copy()


def _scanned(text: str) -> tuple[bytes, Words, int]:
    data = text.encode("utf-8", "replace")
    words = room_for(len(data) // 2 + 2)
    return data, words, scan(np.frombuffer(data, np.uint8), 0, len(data), _FOLDING, words)


@functools.cache
def _lexicon() -> Lexicon:
    known, classes = np.zeros(_CLASS_TABLE, np.uint64), np.zeros(_CLASS_TABLE, np.uint8)
    for number, listed in CLASSES.items():
        for value in _hashes(listed):
            at = int(value) % _CLASS_TABLE
            while known[at]:
                at = (at + 1) % _CLASS_TABLE
            known[at], classes[at] = value, number
    return Lexicon(known, classes)
