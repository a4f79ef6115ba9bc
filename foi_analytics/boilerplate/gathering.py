"""Gathering: passages, batch by batch, into the distinct forms they have."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from .kernels.forms import empty_forms, gather, grown
from .kernels.levelling import Levelled
from .words import Writers, level_passages

__all__ = ["Batch", "Gathering"]

_FORMS_AT_FIRST = 1 << 14
_TOKENS_AT_FIRST = 1 << 19


class Batch(NamedTuple):
    """Passages of some letters, in order.

    Attributes:
        data: UTF-8 bytes.
        starts: Where each passage begins in them.
        ends: Where it ends.
        writers: Number of who wrote it, -1 when nobody knows.
    """

    data: npt.NDArray[np.uint8]
    starts: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]
    writers: npt.NDArray[np.int32]


class Gathering:
    """Forms, each once, however often their words are met.

    Memory grows with the number of distinct forms, and by four bytes for each passage.
    """

    def __init__(self) -> None:
        self.writers = Writers()
        self.forms = empty_forms(_FORMS_AT_FIRST, _TOKENS_AT_FIRST)
        self._form_of: list[npt.NDArray[np.int32]] = []

    def level(self, batch: Batch) -> Levelled:
        """Level the passages of a batch; needs no order, so that threads can share the work."""
        return level_passages(batch.data, batch.starts, batch.ends, batch.writers, self.writers.names())

    def add(self, letters: npt.NDArray[np.int32], levelled: Levelled) -> None:
        """Add passages that were levelled.

        Args:
            letters: Number of the letter each stands in; those of a letter follow each other, also from call to call.
            levelled: The passages.
        """
        form_of = np.empty(len(letters), np.int32)
        self.forms = grown(self.forms, len(letters), int(levelled.edges[-1]))
        gather(levelled, letters, self.forms, form_of)
        self._form_of.append(form_of)

    def form_of(self) -> npt.NDArray[np.int32]:
        """The form of every passage, in the order they were added; -1 for one without words."""
        return np.concatenate([np.empty(0, np.int32), *self._form_of])
