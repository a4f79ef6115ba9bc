"""Names of statutes in a text: the known ones, "the Act" as last defined, and any other Act.

Names come from the TOML files of `foi_analytics.regimes` and from `other_acts.toml`.
"""

import functools
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

from ..regimes import regimes

__all__ = ["NAME", "NAME_BEGINS", "Name", "other_acts", "read_name", "slug"]

_FOI = ("foia2000", "foisa2002")
_EIR = ("eir2004", "eisr2004")
_SHARED = {
    "foi": _FOI, "the foi": _FOI, "foi act": _FOI,
    "freedom of information act": _FOI, "freedom of information (foi) act": _FOI, "ddeddf rhyddid gwybodaeth": _FOI,
    "dpa": ("dpa2018",), "data protection act": ("dpa2018",),
    "eir": _EIR, "eirs": _EIR, "environmental information regulations": _EIR,
    "environmental information regulation": _EIR,
}  # fmt: skip
"""Names by which the statutes of both jurisdictions go; the letter decides which is meant."""

_CONNECTORS = {
    "and",
    "at",
    "as",
    "or",
    "a",
    "an",
    "of",
    "the",
    "for",
    "in",
    "to",
    "on",
    "etc",
    "etc.",
    "&",
    "from",
    "with",
    "by",
}
_NAME_WORD = re.compile(r"[A-Z(][\w’'&(),/-]*,?$|\d{4}\)?$")
_LEADING = {"the", "of", "and", "in", "to", "under", "section", "sections", "see", "by", "for", "on", "from", "with"}


@dataclass(frozen=True, slots=True)
class Name:
    """A statute named in the text.

    Attributes:
        start, end: Its span.
        laws: The statutes it can mean: ids of regimes, or the slug of another Act.
        explicit: Whether it names one statute; "the Act" and "FOI" do not.
        pointer: `act` or `regulations` for "the Act" and "the Regulations", `last` for "that
            Act", else empty.
    """

    start: int
    end: int
    laws: tuple[str, ...]
    explicit: bool = True
    pointer: str = ""


@functools.cache
def other_acts() -> Mapping[str, Mapping[str, Any]]:
    """The Acts of `other_acts.toml`, by slug."""
    return tomllib.loads(resources.files(__package__).joinpath("other_acts.toml").read_text(encoding="utf-8"))


def _aliases() -> dict[str, tuple[str, ...]]:
    known: dict[str, tuple[str, ...]] = {
        name.casefold(): (act,) for act, data in other_acts().items() for name in data["names"]
    }
    known |= {alias.casefold(): (law.id,) for law in regimes().values() for alias in law.aliases}
    return known | _SHARED


_ALIASES = _aliases()


def _pattern() -> str:
    """One alternative for each first letter, since a text has many words and few names."""
    by_letter: dict[str, list[str]] = {}
    for alias in sorted(_ALIASES, key=len, reverse=True):
        by_letter.setdefault(alias[0], []).append(re.escape(alias[1:]).replace(r"\ ", r"\s{1,3}"))
    aliases = "|".join(f"(?-i:[{letter}{letter.upper()}])(?:{'|'.join(rest)})" for letter, rest in by_letter.items())
    return (
        rf"(?P<name>(?:{aliases})(?![^\W_]))"
        r"|(?P<pointer>(?-i:(?=[tTsSyY]))(?:th(?:e|is|at|ose|ese)|said|same|y)\s{1,3}"
        r"(?-i:Acts?|Regulations|Ddeddf)\b(?!\s{1,3}(?:18|19|20)\d\d))"
        r"|(?P<act>(?-i:(?=[ACDMOR])(?:Act|Regulations|Rules|Order|Directive|Convention|Measure)\b)"
        r"(?!\s{1,3}(?:Act|Rules|Order|Regulations)\b)"
        r"(?:\s{0,3}\(?(?:18|19|20)\d\d\)?|(?![:.]?\s{0,4}\(?\d)))"
    )


NAME_BEGINS = "".join(sorted({c for alias in _ALIASES for c in alias[0] + alias[0].upper()} | set("tTsSyYACDMOR")))
"""The characters that a known name, a pointer such as "the said Act" or another Act's last word begins with."""
NAME = _pattern()
"""Matches a statute's name, or the word at the end of another Act's name, at the start of a word."""


def slug(name: str) -> str:
    """The id of an Act that has no table: its name in lower case with hyphens.

    >>> slug("Mental Health Act 1983")
    'mental-health-act-1983'
    """
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def read_name(text: str, match: re.Match[str]) -> Name | None:
    """The name at a match of `NAME`; None when the word is not a statute's name after all.

    >>> m = re.compile(NAME, re.I).search("detained under the Licensing Act 2003")
    >>> read_name(m.string, m).laws
    ('licensing-act-2003',)
    """
    words = match.group()
    if match.lastgroup == "name":
        if " " not in words and sum(c.isupper() for c in words) < 2 and not words[-1].isdigit():
            return None
        alias = re.sub(r"\s+", " ", words).casefold()
        return Name(match.start(), match.end(), _ALIASES[alias], alias not in _SHARED)
    if match.lastgroup == "pointer":
        kind = "regulations" if words.endswith("Regulations") else "act"
        if words.lower().startswith(("that", "those", "these", "said", "same")):
            kind = "last"
        return Name(match.start(), match.end(), _EIR if words.endswith("Regulations") else _FOI, False, kind)
    return _other_act(text, match)


def _other_act(text: str, match: re.Match[str]) -> Name | None:
    """Walk back over the capitalised words that make up an Act's name."""
    window_start = max(0, match.start() - 140)
    words = list(re.finditer(r"\S+", text[window_start : match.start()]))
    first = len(words)
    while first and (words[first - 1].group() in _CONNECTORS or _NAME_WORD.match(words[first - 1].group())):
        first -= 1
    while first < len(words) and words[first].group().lower().strip("(") in _LEADING:
        first += 1
    if first == len(words):
        return None
    start = window_start + words[first].start()
    start += text[start] in "(‘“'\""
    name = re.sub(r"\s+", " ", text[start : match.end()]).strip("() ").split(" and the ")[-1]
    return Name(start, match.end(), _ALIASES.get(name.casefold(), (slug(name),)))
