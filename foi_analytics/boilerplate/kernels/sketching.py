"""Sketches: few numbers for a form, of which near copies are likely to share one.

Shingles of three tokens are hashed into bins, the least hash of each bin kept (one-permutation
MinHash; an empty bin borrows from the next full one), and bins taken in rows of three make a
band.  Numbers outside the law count as one, so that "12 visits" and "15 visits" are sketched
alike.  Ping Li, Art Owen, Cun-Hui Zhang: One Permutation Hashing (NIPS 2012).
"""

import numpy as np
import numpy.typing as npt

from .compiled import compiled
from .levelling import MARK_BITS
from .scanning import mix
from .slots import NUMBER

__all__ = ["BANDS", "BINS", "sketch"]

BANDS = 16
ROWS = 3
BINS = BANDS * ROWS
_SHINGLE = 3
_EMPTY = np.uint64(0xFFFFFFFFFFFFFFFF)


@compiled
def sketch(tokens: npt.NDArray[np.uint32], bins: npt.NDArray[np.uint64], bands: npt.NDArray[np.uint32]) -> None:
    """Fill `bands` with the band values of the form whose tokens these are; `bins` is scratch."""
    bins[:] = _EMPTY
    history = np.uint64(0)
    for at in range(len(tokens)):
        token = np.uint64(tokens[at])
        if token & np.uint64((1 << MARK_BITS) - 1) == np.uint64(NUMBER):
            token = np.uint64(NUMBER)
        # The last three tokens, 21 bits of each.
        history = ((history << np.uint64(21)) ^ (mix(token) >> np.uint64(43))) & np.uint64(0x7FFFFFFFFFFFFFFF)
        if at >= _SHINGLE - 1:
            value = mix(history)
            place = (value >> np.uint64(32)) * np.uint64(BINS) >> np.uint64(32)
            value &= np.uint64(0xFFFFFFFF)
            if value < bins[place]:
                bins[place] = value
    for slot in range(BINS):
        step = 0
        while bins[slot] == _EMPTY and step < BINS:
            step += 1
            borrowed = bins[(slot + step) % BINS]
            if borrowed < np.uint64(1) << np.uint64(32):
                bins[slot] = borrowed + (np.uint64(step) << np.uint64(32))
    for band in range(BANDS):
        value = mix(np.uint64(band))
        for row in range(ROWS):
            value = mix(value ^ bins[band * ROWS + row])
        bands[band] = np.uint32(value >> np.uint64(32))
