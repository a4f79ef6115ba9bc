"""Slots that no rule knows of: where the edited copies of a wording have other words, each its own."""

import itertools
import re
from collections.abc import Sequence

import numpy as np

from .differences import differences

__all__ = ["show_variation"]

_FIGURES = re.compile(r"\d[\d.,]*")


def show_variation(canonical: str, copies: Sequence[str]) -> str:
    """The canonical text with `[…]`, or `[number]` for figures, where its copies vary.

    That is where half of them have other words in the place of its own, and not all the same.

    Args:
        canonical: The text, known slots in brackets.
        copies: Edited copies of it that differ from each other.

    >>> copies = ["We logged 40 calls about noise in Ambersea.", "We logged 7 calls about dogs in Wexmoor."]
    >>> show_variation("We logged 12 calls about noise in Fenmoor.", copies)
    'We logged [number] calls about noise in […].'
    """
    counts = np.zeros(len(canonical) + 1, np.int64)
    replaced = [each for copy in copies for each in _replaced(canonical, copy)]
    for start, end, _ in replaced:
        counts[start] += 1
        counts[end] -= 1
    varied = 2 * np.cumsum(counts)[:-1] >= max(len(copies), 3)
    shown, at = "", 0
    for varies, run in itertools.groupby(varied.tolist()):
        end = at + len(list(run))
        fillings = {words for first, last, words in replaced if first < end and last > at} if varies else ()
        shown += _slot(canonical[at:end]) if len(fillings) > 1 else canonical[at:end]
        at = end
    return shown


def _replaced(canonical: str, copy: str) -> list[tuple[int, int, str]]:
    """Stretches of the canonical text, and the words that a copy has in their place."""
    pairs = itertools.pairwise(differences(canonical, copy))
    return [
        (gone.start, gone.end, copy[put.other_start : put.other_end].casefold())
        for gone, put in pairs
        if gone.kind == "removed" and put.kind == "added"
    ]


def _slot(words: str) -> str:
    return "[number]" if _FIGURES.fullmatch(words) else "[…]"
