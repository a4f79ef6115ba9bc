"""Every statutory reference of a text, with its statute and its provisions."""

import datetime as dt
import re
from dataclasses import dataclass

from ..regimes import regimes
from .abroad import ABROAD, Cited
from .document import ACCESS_LAWS, Document
from .grammar import HEAD, HEAD_BEGINS, HEADLESS, Shape, read_headless, read_shape
from .names import NAME, NAME_BEGINS, Name, read_name
from .statutes import Claim, claim_all

__all__ = ["Found", "find"]

# Most words begin with a letter that no name and no head word begins with.
_BEGINS = f"(?-i:(?=[{NAME_BEGINS}{HEAD_BEGINS}1-4]))"
_SCAN = re.compile(rf"(?<![^\W_]){_BEGINS}(?:{NAME}|{HEAD}|{HEADLESS})", re.IGNORECASE)
_SCORES = {"name-after": 0.99, "name-before": 0.98, "only-here": 0.95, "title": 0.95, "antecedent": 0.9,
           "list": 0.97, "known-act": 0.85, "letter": 0.9}  # fmt: skip
_NEAR = 30
_HEADLESS_CUE = re.compile(
    r"(?i)(?:under|exemptions?|exceptions?|apply(?:ing)?|applied|engaged?|cit(?:ed|ing)|rely(?:ing)? (?:up)?on|FOIA?|"
    r"FOISA|EIRs?|and|\[)[\s:,(-]{0,3}$"
)


@dataclass(frozen=True, slots=True)
class Found:
    """One statutory reference; a coordinated list under one head word is one reference.

    Attributes:
        start, end, quote: Where it stands and its words: the head word and its items.
        provisions: Ids as in `foi_analytics.regimes`, dated when the text of the law had
            ended; `slug:number` for an Act that has no table; empty for a long range such as
            "sections 21 to 44".
        law: Id of the statute, or slug of another Act.
        head: `section`, `subsection`, `regulation`, `exemption`, `exception`, `article`,
            `schedule`, `paragraph`, or empty for a bare number.
        other_law: Whether the statute is none under which access is refused.
        named: Whether the statute is named beside the reference.
        flags: `stale`, `impossible`, `invalid_tail`, `statute_assumed`, `alternative`.
        score: How sure the statute is.
        made_by: The step of the attribution.
    """

    start: int
    end: int
    quote: str
    provisions: tuple[str, ...]
    law: str
    head: str
    other_law: bool
    named: bool
    flags: tuple[str, ...]
    score: float
    made_by: str


def find(text: str, *, date: dt.date | None = None, authority: str | None = None) -> tuple[Found, ...]:
    """Find every statutory reference of a letter.

    Args:
        text: The letter, unaltered; offsets point into it.
        date: Day of the letter, by which the text of the law in force is chosen.
        authority: Who wrote it; a Scottish body cites Scottish law where nothing else decides.

    Returns:
        The references in the order of the text; their spans do not overlap.

    >>> [f.provisions for f in find("Withheld under sections 31(1)(a), (b) and 40(2) of FOIA.")]
    [('foia2000:31(1)(a)', 'foia2000:31(1)(b)', 'foia2000:40(2)')]
    >>> [f.provisions for f in find("S1 2HH is where the section 47 enquiries took place.")]
    [('children-act-1989:47',)]
    """
    shapes, names = _scan(text)
    document = Document(text, names, date, authority)
    if cited := ABROAD.get(document.abroad):
        return tuple(_found_abroad(text, each) for each in cited(text))
    pairs = zip(shapes, claim_all(document, shapes), strict=True)
    return tuple(_found(text, shape, claim, date) for shape, claim in pairs if claim)


def _scan(text: str) -> tuple[list[Shape], list[Name]]:
    """The shapes of citations and the names of statutes, in one pass."""
    shapes: list[Shape] = []
    names: list[Name] = []
    at = 0
    while match := _SCAN.search(text, at):
        at = match.end()
        if match.lastgroup in ("name", "pointer", "act"):
            if name := read_name(text, match):
                names.append(name)
        elif shape := (_headless if match.lastgroup == "headless" else read_shape)(text, match):
            shapes.append(shape)
            at = shape.end
    return shapes, names


def _headless(text: str, match: re.Match[str]) -> Shape | None:
    """A bare number with brackets, if there are two of them or a word leads up to it."""
    shape = read_headless(text, match)
    led_up_to = _HEADLESS_CUE.search(text, max(0, match.start() - 30), match.start())
    return shape if len(shape.tokens) > 2 or led_up_to else None


def _found(text: str, shape: Shape, claim: Claim, date: dt.date | None) -> Found:
    provisions, flags = _dated(claim, date)
    assumed = claim.step in ("letter", "known-act")
    if claim.law in ACCESS_LAWS and not claim.known:
        flags.append("impossible")
    said = (
        ("invalid_tail", claim.tail_lost),
        ("statute_assumed", assumed),
        ("alternative", _is_alternative(text, shape)),
    )
    flags += [flag for flag, on in said if on]
    takes_name_in = shape.head == "subsection" or (claim.law == "dpa2018" and shape.head == "section")
    end = max(shape.end, claim.name_end) if takes_name_in else shape.end
    return Found(
        start=shape.start,
        end=end,
        quote=text[shape.start : end],
        provisions=provisions,
        law=claim.law,
        head=shape.head,
        other_law=claim.law not in ACCESS_LAWS,
        named=claim.step.startswith("name-") or claim.step == "list",
        flags=tuple(dict.fromkeys(flags)),
        score=_SCORES[claim.step],
        made_by=f"rule:citations/{claim.step}@1",
    )


def _is_alternative(text: str, shape: Shape) -> bool:
    around = text[max(0, shape.start - _NEAR) : shape.end + _NEAR]
    return "in the alternative" in around.lower()


def _dated(claim: Claim, date: dt.date | None) -> tuple[tuple[str, ...], list[str]]:
    """The ids of the texts in force on a day, and what is wrong with citing them then."""
    law = regimes().get(claim.law)
    ids: list[str] = []
    flags = []
    for number in claim.numbers:
        row = law.find(number, date) if law else None
        ids.append(row.id if row else f"{claim.law}:{number}")
        if row and date and row.effective_to and row.effective_to < date:
            flags.append("stale")
        if row and date and row.effective_from and date < row.effective_from:
            flags.append("impossible")
    return tuple(dict.fromkeys(ids)), flags


def _found_abroad(text: str, cited: Cited) -> Found:
    start, end, law, numbers = cited
    return Found(
        start=start,
        end=end,
        quote=text[start:end],
        provisions=tuple(f"{law}:{number}" for number in dict.fromkeys(numbers)),
        law=law,
        head="exemption" if law.startswith("us_") else regimes()[law].family,
        other_law=False,
        named=False,
        flags=(),
        score=_SCORES["letter"],
        made_by="rule:citations/abroad@1",
    )
