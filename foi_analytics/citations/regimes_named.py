"""Under which statutes the authority says it handled or refused the request."""

import re
from collections.abc import Iterable

from ..anatomy import Anatomy
from ..records import RELIED_ON, Citation
from ..regimes import regimes
from .law_cues import AMERICAN

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


_UNITED_KINGDOM = {"United Kingdom", "Scotland"}
# "IFG" and "OIA" mean other things here.
_SHORTEST = 8
_FOREIGN = {
    law.id: re.compile(
        "|".join(rf"(?<!\w){re.escape(a)}(?!\w)" for a in law.aliases if len(a) >= _SHORTEST), re.IGNORECASE
    )
    for law in regimes().values()
    if not _UNITED_KINGDOM & {*law.nations}
}
_CALLED_FOIA = ("us_foia", "us_privacy_act", "au_foi1982", "ie_foi2014")
"""Statutes abroad that are called a freedom of information act as well."""

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
    if abroad := tuple(law for law in _FOREIGN if law in relied):
        return abroad
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
    abroad = _named_abroad(words) if found <= {"foia2000"} else None
    # American letters speak of "the FOIA" as British ones do.
    if abroad and (not found or (abroad in _CALLED_FOIA and "information act 2000" not in words.lower())):
        return (abroad,)
    return tuple(r for r in _ACCESS if r in found)


def _named_abroad(words: str) -> str | None:
    """The statute of another country that is named."""
    if AMERICAN.search(words):
        return "us_foia"
    return next((law for law, pattern in _FOREIGN.items() if pattern.search(words)), None)
