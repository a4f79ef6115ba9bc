"""Near copies: every form joins the most used form that it is a copy of.

Forms are taken from the most used to the least.  Each is compared, token by token, with the
leaders its sketch suggests, and joins the one it is most alike, or becomes a leader itself.  So
every member of a family is a verified copy of its leader, nothing is chained, and the outcome
depends on the forms and their use alone, not on the order in which letters came.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from .alignment import Scratch, common, count_bits, says_otherwise
from .compiled import compiled
from .forms import Forms
from .scanning import mix
from .sketching import BANDS, BINS, sketch

__all__ = ["SHORTEST", "Index", "empty_index", "find_shared", "link", "sketch_all"]

SHORTEST = 6
"""Tokens of a form; of a shorter one every edit is another text."""
_MOST_IN_BUCKET = 8
"""Leaders compared for one band value: one that more share, such as the name of an Act, tells little."""
_TOKEN_WORDS = 4
"""64-bit words of the set of tokens by which most comparisons are spared."""


class Index(NamedTuple):
    """Leaders by the values of their bands: for each band an open-addressing table.

    Attributes:
        keys, members: Band value and leader; a member is -1 where free.
        tokens_of: For each form a set of its tokens, as bits.
    """

    keys: npt.NDArray[np.uint32]
    members: npt.NDArray[np.int32]
    tokens_of: npt.NDArray[np.uint64]


def empty_index(forms: int, keys: int) -> Index:
    """Room for forms, and for a number of band values in each band."""
    size = 1 << max(4, int(keys * 1.4).bit_length())
    return Index(
        np.empty((BANDS, size), np.uint32),
        np.full((BANDS, size), -1, np.int32),
        np.zeros((forms, _TOKEN_WORDS), np.uint64),
    )


@compiled
def sketch_all(
    forms: Forms, order: npt.NDArray[np.int32], first: int, last: int, bands: npt.NDArray[np.uint32]
) -> None:
    """Fill the band values, a row for each band, of the forms from one place in the order to before another.

    A form too short to have near copies gets a value of its own in every band.
    """
    bins, found = np.empty(BINS, np.uint64), np.empty(BANDS, np.uint32)
    for rank in range(first, last):
        form = order[rank]
        start, end = forms.offsets[form], forms.offsets[form + 1]
        if end - start < SHORTEST:
            bands[:, rank] = np.uint32(mix(np.uint64(rank)) >> np.uint64(32))
        else:
            sketch(forms.tokens[start:end], bins, found)
            bands[:, rank] = found


@compiled
def find_shared(keys: npt.NDArray[np.uint32], counts: npt.NDArray[np.uint8], shared: npt.NDArray[np.bool_]) -> int:
    """Mark the values of a band that may occur twice; most forms have no copy and need not be looked for.

    Args:
        keys: Value of each form.
        counts: Zeros, a power of two of them.
        shared: To be filled.

    Returns:
        How many there are.
    """
    mask, found = np.uint32(len(counts) - 1), 0
    for key in keys:
        counts[key & mask] = min(counts[key & mask] + 1, 2)
    for rank in range(len(keys)):
        shared[rank] = counts[keys[rank] & mask] > 1
        found += shared[rank]
    return found


@compiled
def _bit(token: np.uint32) -> np.uint64:
    return (np.uint64(token) * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(56)


@compiled
def _apart(one: npt.NDArray[np.uint64], other: npt.NDArray[np.uint64]) -> tuple[int, int]:
    """How many tokens, at least, one of two forms has and the other has not."""
    first = second = 0
    for part in range(_TOKEN_WORDS):
        first += count_bits(one[part] & ~other[part])
        second += count_bits(other[part] & ~one[part])
    return first, second


@compiled
def link(
    forms: Forms,
    order: npt.NDArray[np.int32],
    bands: npt.NDArray[np.uint32],
    shared: npt.NDArray[np.bool_],
    least: float,
    scratch: Scratch,
    index: Index,
    leaders: npt.NDArray[np.int32],
    similarity: npt.NDArray[np.float32],
    contraries: npt.NDArray[np.int32],
    contrariness: npt.NDArray[np.float32],
) -> None:
    """Let forms join leaders.

    Args:
        forms: The forms.
        order: Their numbers, the most used first.
        bands: Their band values, a row for each band, in that order.
        shared: Which of them other forms may have.
        least: How alike two copies are at least.
        scratch: Room for the comparison.
        index: Room for the leaders.
        leaders: The leader of each form: at first, and for a leader, the form itself.
        similarity: How alike the two are: at first, and for a leader, 1.
        contraries: The leader each form would have joined, did it not say something else: at first -1.
        contrariness: How alike the two are.
    """
    mask = np.uint64(index.keys.shape[1] - 1)
    met = np.full(len(order), -1, np.int32)
    for rank in range(len(order)):
        if not shared[:, rank].any():
            continue
        form = order[rank]
        tokens = forms.tokens[forms.offsets[form] : forms.offsets[form + 1]]
        length = len(tokens)
        for token in tokens:
            bit = _bit(token)
            index.tokens_of[form, bit >> np.uint64(6)] |= np.uint64(1) << (bit & np.uint64(63))
        best = np.float32(0.0)
        for band in range(BANDS):
            if not shared[band, rank]:
                continue
            key, in_bucket = bands[band, rank], 0
            at = np.uint64(key) & mask
            while index.members[band, at] >= 0 and in_bucket < _MOST_IN_BUCKET:
                candidate = index.members[band, at]
                same_key = index.keys[band, at] == key
                in_bucket += same_key
                at = (at + np.uint64(1)) & mask
                if not same_key or met[candidate] == form:
                    continue
                met[candidate] = form
                start, end = forms.offsets[candidate], forms.offsets[candidate + 1]
                wanted = max(least, best) * (length + end - start) / 2
                if min(length, end - start) < wanted:
                    continue
                ours_alone, theirs_alone = _apart(index.tokens_of[form], index.tokens_of[candidate])
                if length - ours_alone < wanted or end - start - theirs_alone < wanted:
                    continue
                other = forms.tokens[start:end]
                same = common(scratch, other, tokens)
                if same < wanted:
                    continue
                alike = np.float32(2 * same / (length + end - start))
                if not says_otherwise(other, tokens):
                    best = alike
                    leaders[form] = candidate
                    similarity[form] = best
                elif alike > contrariness[form]:
                    contraries[form] = candidate
                    contrariness[form] = alike
        if leaders[form] == form:
            _insert(index, form, bands[:, rank], shared[:, rank])


@compiled
def _insert(index: Index, form: int, keys: npt.NDArray[np.uint32], shared: npt.NDArray[np.bool_]) -> None:
    mask = np.uint64(index.keys.shape[1] - 1)
    for band in range(BANDS):
        if shared[band]:
            at, in_bucket = np.uint64(keys[band]) & mask, 0
            while index.members[band, at] >= 0 and in_bucket < _MOST_IN_BUCKET:
                in_bucket += index.keys[band, at] == keys[band]
                at = (at + np.uint64(1)) & mask
            if in_bucket < _MOST_IN_BUCKET:
                index.members[band, at] = form
                index.keys[band, at] = keys[band]
