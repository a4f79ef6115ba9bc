"""Forms: passages whose words are the same once their slots are masked, each kept once."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from .compiled import compiled
from .scanning import mix
from .words import Words

__all__ = ["MARK_BITS", "SLOT", "Forms", "empty_forms", "gather", "grown", "level"]

MARK_BITS = 3
"""Low bits of a token that hold the word's mark."""
SLOT = np.uint32(0)
"""The token of every slot: copies may differ in it."""
_LONGEST = 2000
"""Tokens kept of a form; words beyond are identified and not compared."""

_FIRST = np.uint64(0x9E3779B97F4A7C15)
_SECOND = np.uint64(0xC2B2AE3D27D4EB4F)


class Forms(NamedTuple):
    """All distinct forms met so far; arrays have room for more than there are.

    Attributes:
        counts: Numbers of forms and of tokens.
        table: Open-addressing table of form numbers, -1 where free.
        keys: 128 bits that identify each form.
        passages: How many passages have it.
        letters: In how many letters it stands.
        last_letter: The letter it was met in last.
        first_letter: The letter it was met in first.
        offsets: Where its tokens begin, and one more.
        tokens: Its words, slots as one each, to compare near copies by.
    """

    counts: npt.NDArray[np.int64]
    table: npt.NDArray[np.int32]
    keys: npt.NDArray[np.uint64]
    passages: npt.NDArray[np.int32]
    letters: npt.NDArray[np.int32]
    first_letter: npt.NDArray[np.int32]
    last_letter: npt.NDArray[np.int32]
    offsets: npt.NDArray[np.int64]
    tokens: npt.NDArray[np.uint32]


def empty_forms(forms: int, tokens: int) -> Forms:
    """Room for a number of forms and of tokens."""
    return Forms(
        np.zeros(2, np.int64),
        np.full(1 << max(4, int(forms * 1.6).bit_length()), -1, np.int32),
        np.empty((forms, 2), np.uint64),
        np.zeros(forms, np.int32),
        np.zeros(forms, np.int32),
        np.empty(forms, np.int32),
        np.empty(forms, np.int32),
        np.zeros(forms + 1, np.int64),
        np.empty(tokens, np.uint32),
    )


def grown(forms: Forms, more_forms: int, more_tokens: int) -> Forms:
    """The same forms with room for more; the very same when there is room already."""
    held, tokens = forms.counts
    if held + more_forms <= len(forms.keys) and tokens + more_tokens <= len(forms.tokens):
        return forms
    larger = empty_forms(max(2 * held, held + more_forms), max(int(1.6 * tokens), tokens + more_tokens))
    larger.counts[:] = forms.counts
    for name in ("keys", "passages", "letters", "first_letter", "last_letter"):
        getattr(larger, name)[:held] = getattr(forms, name)[:held]
    larger.offsets[: held + 1] = forms.offsets[: held + 1]
    larger.tokens[:tokens] = forms.tokens[:tokens]
    _index(larger.table, larger.keys, held)
    return larger


@compiled
def _index(table: npt.NDArray[np.int32], keys: npt.NDArray[np.uint64], held: int) -> None:
    mask = np.uint64(len(table) - 1)
    for form in range(held):
        at = keys[form, 0] & mask
        while table[at] >= 0:
            at = (at + np.uint64(1)) & mask
        table[at] = form


@compiled
def level(words: Words, first: int, last: int, tokens: npt.NDArray[np.uint32], at: int) -> int:
    """Write the tokens of a passage whose slots were found; returns the place after the last."""
    stop = min(len(tokens), at + _LONGEST)
    for word in range(first, last):
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


@compiled
def _key(words: Words, first: int, last: int) -> tuple[np.uint64, np.uint64]:
    """128 bits over the words of a passage, each slot counting as the same one."""
    one, other = _FIRST, _SECOND
    for word in range(first, last):
        if words.goes_on[word]:
            continue
        value = words.hashes[word] if not words.slots[word] else _SECOND
        one = mix(one ^ value) + _FIRST
        other = (other ^ value) * _FIRST
        other ^= other >> np.uint64(29)
    return one, mix(other)


@compiled
def gather(
    words: Words,
    first_word: npt.NDArray[np.int64],
    letters: npt.NDArray[np.int32],
    forms: Forms,
    form_of: npt.NDArray[np.int32],
) -> None:
    """Find the form of every passage of a batch; new forms are added.

    Args:
        words: Words whose slots were found.
        first_word: Number of each passage's first word, and one more.
        letters: Number of the letter each passage stands in; those of a letter follow each other.
        forms: With room for as many forms as there are passages and tokens as there are words.
        form_of: To be filled: the form of each passage; -1 for one without words.
    """
    mask = np.uint64(len(forms.table) - 1)
    for passage in range(len(letters)):
        first, last = first_word[passage], first_word[passage + 1]
        if first == last:
            form_of[passage] = -1
            continue
        one, other = _key(words, first, last)
        at = one & mask
        form = forms.table[at]
        while form >= 0 and (forms.keys[form, 0] != one or forms.keys[form, 1] != other):
            at = (at + np.uint64(1)) & mask
            form = forms.table[at]
        if form < 0:
            form = _add(forms, at, one, other, letters[passage])
            forms.counts[1] = level(words, first, last, forms.tokens, forms.counts[1])
            forms.offsets[form + 1] = forms.counts[1]
        forms.passages[form] += 1
        if forms.last_letter[form] != letters[passage]:
            forms.letters[form] += 1
            forms.last_letter[form] = letters[passage]
        form_of[passage] = form


@compiled
def _add(forms: Forms, at: np.uint64, one: np.uint64, other: np.uint64, letter: int) -> int:
    form = int(forms.counts[0])
    forms.table[at] = form
    forms.counts[0] += 1
    forms.keys[form, 0] = one
    forms.keys[form, 1] = other
    forms.passages[form] = 0
    forms.letters[form] = 0
    forms.first_letter[form] = letter
    forms.last_letter[form] = -1
    return form
