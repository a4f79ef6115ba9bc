"""Forms: passages whose words are the same once their slots are masked, each kept once."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from .compiled import compiled
from .levelling import Levelled

__all__ = ["Forms", "empty_forms", "gather", "grown"]


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
def gather(levelled: Levelled, letters: npt.NDArray[np.int32], forms: Forms, form_of: npt.NDArray[np.int32]) -> None:
    """Find the form of every passage of a batch; new forms are added.

    Args:
        levelled: The passages.
        letters: Number of the letter each stands in; those of a letter follow each other.
        forms: With room for as many forms as there are passages, and as many tokens.
        form_of: To be filled: the form of each passage; -1 for one without words.
    """
    mask = np.uint64(len(forms.table) - 1)
    for passage in range(len(letters)):
        if levelled.words[passage] == 0:
            form_of[passage] = -1
            continue
        one, other = levelled.keys[passage, 0], levelled.keys[passage, 1]
        at = one & mask
        form = forms.table[at]
        while form >= 0 and (forms.keys[form, 0] != one or forms.keys[form, 1] != other):
            at = (at + np.uint64(1)) & mask
            form = forms.table[at]
        if form < 0:
            form = _add(forms, at, one, other, letters[passage])
            for token in range(levelled.edges[passage], levelled.edges[passage + 1]):
                forms.tokens[forms.counts[1]] = levelled.tokens[token]
                forms.counts[1] += 1
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
