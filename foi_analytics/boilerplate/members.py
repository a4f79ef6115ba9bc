"""Members: to which family each passage belongs, and how it is tied to it."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from .copies import Copies
from .kernels.forms import Forms

__all__ = ["TIERS", "Members", "find_members", "form_keys"]

TIERS = ("exact", "near")
"""How a passage is tied to its family: it has the words of the family's most used wording but for
its slots, or it is an edited copy of them."""


class Members(NamedTuple):
    """For each passage its family and tie.

    Attributes:
        family: Number of the form that leads the family; -1 for a passage that stands in one letter alone.
        tier: Index into `TIERS`.
        similarity: 1 for exact members; else twice the words in common, in order, of all words.
    """

    family: npt.NDArray[np.int32]
    tier: npt.NDArray[np.int8]
    similarity: npt.NDArray[np.float32]

    def numbered(self) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]:
        """The leaders in order, and for each passage the place of its own among them; one past the last for none."""
        leaders = np.unique(self.family[self.family >= 0])
        return leaders, np.where(self.family < 0, len(leaders), np.searchsorted(leaders, self.family)).astype(np.int32)


def find_members(forms: Forms, copies: Copies, form_of: npt.NDArray[np.int32]) -> Members:
    """Bring passages to families; a family stands in two letters at least.

    Args:
        forms: The forms.
        copies: Which form is a copy of which.
        form_of: The form of each passage, -1 for one without words.
    """
    held = int(forms.counts[0])
    first, last = forms.first_letter[:held].copy(), forms.last_letter[:held].copy()
    np.minimum.at(first, copies.leader, forms.first_letter[:held])
    np.maximum.at(last, copies.leader, forms.last_letter[:held])
    family = np.where((first < last)[copies.leader], copies.leader, -1).astype(np.int32)
    # Form -1 takes the element put at the end.
    near = np.append(copies.leader != np.arange(held), False)
    return Members(
        np.append(family, np.int32(-1))[form_of],
        near.astype(np.int8)[form_of],
        np.append(copies.similarity, np.float32(1))[form_of],
    )


def form_keys(forms: Forms, numbers: npt.NDArray[np.int32]) -> list[str]:
    """The keys of some forms in hex, as an id that derives from the words alone."""
    digits = forms.keys[numbers].astype(">u8").tobytes().hex()
    return [digits[at : at + 32] for at in range(0, len(digits), 32)]
