"""Citations as they are written in American, German and European Union letters.

These statutes number their grounds in their own way, so each has one bounded pattern of its
own, used only in a letter that names the statute.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from ..regimes import regime

__all__ = ["ABROAD", "Cited"]

Cited = tuple[int, int, str, tuple[str, ...]]
"""Start, end, statute and provision numbers of one citation."""

_ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4"}

# Where a page was recognised, the 1 may have become an l or an I, and the section mark a dollar.
_US_GROUP = r"(?:\(?[bcdjk]\)?\s?\((?:\d|(?-i:[lI]))\)|\([bcdjk]\)\d|b\d)(?:\s?\(?[A-F]\)?(?![a-z]))?"
_US_NUMBER = r"\(?\d\)?(?:\s?\([A-F]\))?(?![\w%/]|\s?U\.?\s?S)"
_US_AND = r"(?:\s?(?:,|;|&|/|and|or|,\s?and|,\s?or)\s?)"
_US = re.compile(
    rf"(?i)(?:\b5\s?U\.?\s?S\.?\s?C\.?\s?(?:§|\$|sec(?:tion|\.)?)?\s?|\bsec(?:tion|\.)\s|§\s?)?(?<![\w.])552(?P<act>a)?\s?"
    rf"(?P<cited>{_US_GROUP}(?:{_US_AND}{_US_GROUP}){{0,12}})"
    rf"|\b(?:FOIA\s)?exemptions?\s(?P<numbered>(?:{_US_GROUP}|{_US_NUMBER})(?:{_US_AND}(?:{_US_GROUP}|{_US_NUMBER})){{0,12}})"
    rf"|(?<![\w(]){_US_GROUP}(?:{_US_AND}{_US_GROUP}){{0,12}}"
)
_US_PARTS = re.compile(
    r"(?i)\(?(?P<letter>(?<![a-z])[bcdjk])?\)?\s?(?:\((?P<misread>(?-i:[lI]))\)|\(?(?P<number>\d)\)?)(?:\s?\(?(?P<limb>[A-F])\)?(?![a-z]))?"
)

_DE_PART = r"(?:\s?(?:Abs(?:atz|\.)?|S(?:atz|\.)|Nr\.?|Nummer|lit\.?|Buchst(?:abe|\.)?)\s?(?:\d{1,2}|[a-h])\b)"
_DE = re.compile(rf"§§?\s?(?P<section>\d{{1,2}})(?P<parts>{_DE_PART}{{0,4}})(?=\s)")
_DE_PARTS = re.compile(r"(Abs|S|N|lit|Buchst)[a-zA-Z]*\.?\s?(\w{1,2})")
_DE_NAMES = {"Abs": "Abs.", "S": "Satz", "N": "Nr.", "lit": "lit.", "Buchst": "lit."}
_DE_OTHER = re.compile(r"\s(?:des\s|der\s)?(?!IFG)[A-Z][A-Za-z]{0,12}G\b")

_EU = re.compile(
    r"(?i)(?:the\s(?P<before>first|second|third|fourth)\s(?:indent|sub-?paragraph)\sof\s)?\barticles?\s(?P<number>\d{1,2})"
    r"(?P<groups>(?:\s?\([0-9a-z]\)){0,2})(?:,?\s(?:the\s)?(?P<after>first|second|third|fourth)\s(?:indent|sub-?paragraph))?"
)


def _american(text: str) -> Iterator[Cited]:
    for match in _US.finditer(text):
        words = match["cited"] or match["numbered"] or match.group()
        grouped = [
            (part["letter"] or "b").lower() + (part["number"] or "1") + (part["limb"] or "").upper()
            for part in _US_PARTS.finditer(words)
        ]
        numbers = [f"({g[0]})({g[1]})" + (f"({g[2]})" if g[2:] else "") for g in grouped]
        law = "us_privacy_act" if match["act"] or grouped[0][0] in "djk" else "us_foia"
        if all(regime(law).find(number) for number in numbers):
            yield match.start(), match.end(), law, tuple(numbers)


def _german(text: str) -> Iterator[Cited]:
    for match in _DE.finditer(text):
        if not _DE_OTHER.match(text, match.end()):
            parts = "".join(_DE_NAMES[kind] + value for kind, value in _DE_PARTS.findall(match["parts"]))
            yield match.start(), match.end(), "de_ifg", (match["section"] + parts,)


def _european(text: str) -> Iterator[Cited]:
    for match in _EU.finditer(text):
        number = match["number"] + re.sub(r"\s", "", match["groups"])
        if ordinal := match["before"] or match["after"]:
            part = "indent" if "indent" in match.group().lower() else "subpara"
            number += part + _ORDINALS[ordinal.lower()]
        if re.match(
            r"\s{1,3}of\s(?:the\s)?(?:GDPR|Treaty|Charter|Regulation\s\([A-Z]{2}\)\s(?!No\.?\s?1049))",
            text[match.end() : match.end() + 40],
        ):
            continue
        yield match.start(), match.end(), "eu_1049", (number,)


ABROAD: Mapping[str, Callable[[str], Iterator[Cited]]] = {
    "us_foia": _american,
    "us_privacy_act": _american,
    "de_ifg": _german,
    "eu_1049": _european,
}
"""By statute: the citations of a letter whose home law it is."""
