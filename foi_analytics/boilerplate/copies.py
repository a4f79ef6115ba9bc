"""Near copies: which forms are edited copies of which, and how alike they are."""

import os
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from .kernels.alignment import new_scratch
from .kernels.forms import Forms
from .kernels.linking import empty_index, find_shared, link, sketch_all
from .kernels.sketching import BANDS

__all__ = ["ALIKE", "Copies", "find_copies", "no_copies"]

ALIKE = 0.7
"""Share of the words, in order, that two near copies have in common at least."""

_FORMS_AT_A_TIME = 1 << 14


class Copies(NamedTuple):
    """Which forms are copies of which.

    Attributes:
        leader: For each form the one it is a copy of, itself when of none.
        similarity: The share of words they have in common.
        contrary: One that it is as much alike and yet no copy of, as it says something else; -1 for none.
        contrariness: The share of words those have in common.
    """

    leader: npt.NDArray[np.int32]
    similarity: npt.NDArray[np.float32]
    contrary: npt.NDArray[np.int32]
    contrariness: npt.NDArray[np.float32]


def find_copies(forms: Forms, least: float = ALIKE) -> Copies:
    """Let every form join the most used form that it is an edited copy of.

    Args:
        forms: The forms.
        least: Similarity of two copies, from 0 to 1: twice the words they have in common, in order, of all words.
    """
    copies = no_copies(forms)
    held = len(copies.leader)
    # The most used first; among equals the key decides, which is as good as chance and the same in every run.
    order = np.lexsort((forms.keys[:held, 0], -forms.letters[:held])).astype(np.int32)
    bands, shared = np.empty((BANDS, held), np.uint32), np.empty((BANDS, held), np.bool_)
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        starts = range(0, held, _FORMS_AT_A_TIME)
        list(pool.map(lambda at: sketch_all(forms, order, at, min(at + _FORMS_AT_A_TIME, held), bands), starts))
        counts = np.uint64(1) << np.uint64(held.bit_length() + 3)
        most = max(
            pool.map(lambda band: find_shared(bands[band], np.zeros(counts, np.uint8), shared[band]), range(BANDS))
        )
    link(forms, order, bands, shared, least, new_scratch(), empty_index(held, most), *copies)
    return copies


def no_copies(forms: Forms) -> Copies:
    """Every form on its own, as when only exact reuse is wanted."""
    held = int(forms.counts[0])
    return Copies(
        np.arange(held, dtype=np.int32),
        np.ones(held, np.float32),
        np.full(held, -1, np.int32),
        np.zeros(held, np.float32),
    )
