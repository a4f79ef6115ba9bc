"""Every statutory reference of a text, with its statute and its provisions."""

import datetime as dt
import re
from dataclasses import dataclass

from ..regimes import regimes
from .grammar import HEAD, HEADLESS, Shape, read_headless, read_shape
from .names import NAME, Name, read_name
from .statutes import ACCESS_LAWS, Claim, Document

__all__ = ["Found", "find"]

_SCAN = re.compile(f"{NAME}|{HEAD}|{HEADLESS}", re.IGNORECASE)
_SCORES = {"name-after": 0.99, "name-before": 0.98, "only-here": 0.95, "title": 0.95, "antecedent": 0.9,
           "known-act": 0.85, "letter": 0.9, "inherited": 0.9}  # fmt: skip
_HEADLESS_CUE = re.compile(
    r"(?i)(?:under|exemptions?|exceptions?|apply(?:ing)?|applied|engaged?|cit(?:ed|ing)|rely(?:ing)? (?:up)?on|FOIA?|FOISA|EIRs?|and|\[)"
    r"[\s:,(-]{0,3}$"
)
_REACH_OF_SECTION = 600


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
    claims = _claims(document, shapes)
    return tuple(_found(document, shape, claim, date) for shape, claim in zip(shapes, claims, strict=True) if claim)


def _scan(text: str) -> tuple[list[Shape], list[Name]]:
    shapes: list[Shape] = []
    names: list[Name] = []
    at = 0
    while match := _SCAN.search(text, at):
        at = match.end()
        if match.lastgroup in ("name", "pointer", "act"):
            if name := read_name(text, match):
                names.append(name)
        elif match.lastgroup == "headless":
            shape: Shape | None = read_headless(text, match)
            if shape and (len(shape.tokens) > 2 or _HEADLESS_CUE.search(text, max(0, match.start() - 30), match.start())):
                shapes.append(shape)
                at = shape.end
        elif shape := read_shape(text, match):
            shapes.append(shape)
            at = shape.end
    return shapes, names


def _claims(document: Document, shapes: list[Shape]) -> list[Claim | None]:
    claims: list[Claim | None] = []
    section, section_end = "", -_REACH_OF_SECTION
    for shape in shapes:
        near = section if shape.start - section_end < _REACH_OF_SECTION else ""
        claim = document.claim(shape, near)
        claims.append(claim)
        if claim and claim.law in ACCESS_LAWS and claim.numbers:
            section, section_end = re.split(r"[(]", claim.numbers[-1])[0], shape.end
    return claims


def _found(document: Document, shape: Shape, claim: Claim, date: dt.date | None) -> Found:
    law = regimes().get(claim.law)
    flags = []
    provisions = []
    for number in claim.numbers:
        row = law.find(number, date) if law else None
        provisions.append(row.id if row else f"{claim.law}:{number}")
        if row and date and row.effective_to and row.effective_to < date:
            flags.append("stale")
        if row and date and row.effective_from and date < row.effective_from:
            flags.append("impossible")
    if law and not claim.known and claim.law in ACCESS_LAWS:
        flags.append("impossible")
    flags += [name for name, on in (("invalid_tail", claim.lost), ("statute_assumed", claim.assumed),
                                    ("alternative", shape.alternative)) if on]  # fmt: skip
    takes_name_in = shape.head == "subsection" or (claim.law == "dpa2018" and shape.head == "section")
    end = max(shape.end, claim.name_end) if takes_name_in else shape.end
    return Found(
        start=shape.start,
        end=end,
        quote=document.text[shape.start : end],
        provisions=tuple(dict.fromkeys(provisions)),
        law=claim.law,
        head=shape.head,
        other_law=claim.law not in ACCESS_LAWS,
        named=claim.named,
        flags=tuple(dict.fromkeys(flags)),
        score=_SCORES[claim.step],
        made_by=f"rule:citations/{claim.step}@1",
    )
