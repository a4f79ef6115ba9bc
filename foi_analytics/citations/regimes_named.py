"""Under which statutes the authority says it handled or refused the request."""

import re
from collections.abc import Iterable

from ..anatomy import Anatomy
from ..records import RELIED_ON, Citation

__all__ = ["regimes_named"]

_ACCESS = ("foia2000", "eir2004", "foisa2002", "eisr2004")
_NAMES = (
    ("foisa2002", re.compile(r"freedom of information \(?scotland\)? act|\bFOISA\b|\bFOI\(S\)A\b", re.IGNORECASE)),
    (
        "eisr2004",
        re.compile(r"environmental information \(?scotland\)? regulations|\bEISRs?\b|\bEI\(S\)Rs?\b", re.IGNORECASE),
    ),
    ("eir2004", re.compile(r"(?i:environmental information regulations?)\b|\bEIRs?\b")),
    (
        "foia2000",
        re.compile(
            r"freedom of information (?:\(foi\) )?act|\bFOIA\b|\bFOI Act\b|\bfreedom of information\b|\bFOI\b",
            re.IGNORECASE,
        ),
    ),
)


_OF_2000 = re.compile(r"\bInformation Act 2000\b|\bFOIA\b")
"""What "freedom of information" means beside the Scottish Act."""


def regimes_named(anatomy: Anatomy, citations: Iterable[Citation]) -> tuple[str, ...]:
    """The access statutes a letter was handled or refused under; `("none",)` when it names none.

    Those of the grounds it relies on; else those it names in its message proper; else those that
    an earlier e-mail of the authority, quoted below, says the request is dealt with under; else
    those it names anywhere.
    """
    relied = {p.partition(":")[0] for c in citations if c.role in RELIED_ON for p in c.provisions}
    if relied & set(_ACCESS):
        return tuple(r for r in _ACCESS if r in relied)
    own = anatomy.main_words()
    quoted = anatomy.text[anatomy.own_end :]
    dealt = " ".join(re.findall(r"(?i)dealt with under[^.]{0,120}|logged as[^.]{0,120}", quoted))
    for words in (own, dealt, anatomy.text[: anatomy.own_end]):
        named = _named(words)
        if named:
            return named
    return ("none",)


def _named(words: str) -> tuple[str, ...]:
    found = {regime for regime, pattern in _NAMES if pattern.search(words)}
    if "eisr2004" in found:
        found.discard("eir2004")
    if "foisa2002" in found and not _OF_2000.search(words):
        found.discard("foia2000")
    return tuple(r for r in _ACCESS if r in found)
