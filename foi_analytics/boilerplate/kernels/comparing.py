"""One form against many: how alike it is to each."""

import numpy as np
import numpy.typing as npt

from .alignment import Scratch, common, says_otherwise
from .compiled import compiled
from .forms import Forms
from .linking import SHORTEST

__all__ = ["compare"]


@compiled
def compare(
    forms: Forms,
    form: int,
    others: npt.NDArray[np.int32],
    least: float,
    scratch: Scratch,
    similarity: npt.NDArray[np.float32],
    otherwise: npt.NDArray[np.bool_],
) -> None:
    """Compare a form with others.

    Args:
        forms: The forms.
        form: Number of the one.
        others: Numbers of the others.
        least: Similarity below which they are not alike.
        scratch: Room for the comparison.
        similarity: To be filled: 1 for the form itself, 0 for one that is not alike.
        otherwise: To be filled: whether one that is alike says something else.
    """
    similarity[:] = 0
    otherwise[:] = False
    tokens = forms.tokens[forms.offsets[form] : forms.offsets[form + 1]]
    for at in range(len(others)):
        if others[at] == form:
            similarity[at] = 1
            continue
        theirs = forms.tokens[forms.offsets[others[at]] : forms.offsets[others[at] + 1]]
        shorter, length = min(len(tokens), len(theirs)), len(tokens) + len(theirs)
        if shorter < SHORTEST or 2 * shorter < least * length:
            continue
        same = common(scratch, theirs, tokens)
        if 2 * same >= least * length:
            similarity[at] = 2 * same / length
            otherwise[at] = says_otherwise(theirs, tokens)
