"""Whose account a passage gives, by the heading it stands under.

"What was decided", "Your complaint", "The law", "Not relied on": such a heading tells what the
sentences below it do, whatever their wording, for as long as no other heading follows.
"""

import re
from functools import lru_cache

from ..anatomy import Anatomy
from .zone_cues import OPENINGS

__all__ = ["zones"]

_LONGEST, _MOST_WORDS = 80, 11
_MARKER = re.compile(r"^\W*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s{1,3})?", re.IGNORECASE)
_NO_HEADING = re.compile(r"[.;,?!|]$|^\W*$|https?:|@|^[\W\d£%]+$|\byours\b|^dear\b", re.IGNORECASE)


def zones(anatomy: Anatomy) -> dict[int, str]:
    r"""Which lines stand under a heading that says whose account follows.

    Args:
        anatomy: The letter taken apart.

    Returns:
        By the start of each such line `first`, `requester`, `dropped` or `law`; the heading counts as its own.

    >>> from ..anatomy import dissect
    >>> letter = "Dear A\n\nYour complaint\n\nYou say that it is public.\n\nMy findings\n\nIt is not."
    >>> list(zones(dissect(letter)).values())
    ['requester', 'requester']
    """
    found: dict[int, str] = {}
    current = ""
    for line, kind in zip(anatomy.lines, anatomy.kinds, strict=True):
        if line.end - line.start <= _LONGEST:
            words = anatomy.text[line.start : line.end]
            if not _NO_HEADING.search(words) and len(words.split()) <= _MOST_WORDS:
                current = _opened(_MARKER.sub("", words))
        if kind in ("signature", "rights", "greeting"):
            current = ""
        if current:
            found[line.start] = current
    return found


@lru_cache(maxsize=1024)  # the same headings stand in letter after letter
def _opened(heading: str) -> str:
    return next((zone for zone, pattern in OPENINGS.items() if pattern.match(" ".join(heading.split()))), "")
