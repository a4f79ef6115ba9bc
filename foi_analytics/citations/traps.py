"""Numbers that look like a FOI provision and are not: postcodes, other Acts, parts of documents.

The other Acts are in `other_acts.toml`; what follows here is what no statute explains.
"""

import functools
import re

from .grammar import Shape
from .names import other_acts

__all__ = ["FOI_CUE", "has_section", "is_trap", "known_act"]

FOI_CUE = re.compile(
    r"(?i)exempt|exception|withh[eo]ld|redact|refus|engage[ds]|disclos|public interest|freedom of information|"
    r"\bFOI|\bEIR|neither confirm|cost limit|appropriate limit|vexatious|rel(?:y|ied|ying) (?:on|upon)|prejudice"
)
"""Words that show a sentence is about access to information."""

_POSTCODE = re.compile(r"[sS]\d{1,2}[A-Z]?\s{0,2}\d[A-Z]{2}\b")
_FILE_NAME = re.compile(r"(?i)\.(?:docx?|pdf|xlsx?|csv|msg|jpe?g|png)\b")
_OFFICE = re.compile(r"(?i)\s{0,3}(?:chief finance )?officer")
_LED_UP_TO = re.compile(r"(?i)(?:\b(?:under|by|of|see|per|to|and|with)\s{1,3}(?:the\s)?|\()$")
_UNDER = re.compile(r"(?i)(?:\b(?:under|breach(?:ed)? of|breached|complied with|comply with)\s{1,3}|\()$")
_NOTICE = re.compile(r"(?i)['’]?s?\s{1,3}notices?\b")
_NOTICES_HERE = {"1", "10", "12", "14", "17", "19", "50", "51", "52"}
_DOCUMENT = re.compile(
    r"(?i)\s{1,3}(?:\([^()]{1,40}\)\s{1,3})?(?:of|on)\s{1,3}(?:the|your|our|this|that|these|its|their|a|an|each|my)\s{1,3}"
    r"(?:[\w’'&-]{1,30}\s{1,3}){0,6}?"
    r"(?:agreement|agenda|annex|application|appendix|attachment|code|constitution|contract|document|email|form|guidance|"
    r"guide|handbook|letter|manual|policy|plan|procedures?|questionnaire|report|request|response|review|schedule|"
    r"specification|spreadsheet|standards?|strategy|survey|template|tender|website)\b"
)
_BELOW = re.compile(r"(?i)\s{1,3}(?:\([^()]{1,30}\)\s)?(?:below|above|overleaf)\b")
_HEADING = re.compile(r"\s{0,2}[-–—:]\s{0,2}[A-Z]")
_OTHER_STAMPS = re.compile(r"(?i)\bss?\.?\s?[\dO]{1,2}[a-z]?\b|and|or|[\W_]")
_FIRST_GROUND = 12
"""Lower numbers are duties, and the numbers of every form's and report's own sections."""


def is_trap(text: str, shape: Shape, *, at_home: bool = False) -> bool:
    """Whether a citation without a named statute is a postcode, a part of a document or the like.

    Args:
        text: The letter.
        shape: The citation.
        at_home: Whether the letter names a law of access that such a citation could belong to.
    """
    number, plain = shape.tokens[0].value, len(shape.tokens) == 1
    if plain and (_OFFICE.match(text, shape.end) or _is_stray(text, shape)):
        return True
    if plain and _NOTICE.match(text, shape.end) and number not in _NOTICES_HERE:
        return True
    if shape.head not in ("section", "regulation"):
        return False
    if _DOCUMENT.match(text, shape.end):
        return True
    low = plain and number.isdigit() and int(number) < _FIRST_GROUND
    if not low or _is_about_foi(text, shape):
        return False
    led_up_to = shape.head == "regulation" or _UNDER.search(text, max(0, shape.start - 20), shape.start)
    return bool(_BELOW.match(text, shape.end)) or not (at_home and led_up_to)


def _is_stray(text: str, shape: Shape) -> bool:
    """Whether a bare `S40` is a postcode, a file name or the like.

    It needs a word about access nearby, or to be alone in its cell or stamp; a small letter
    without a space begins nothing else.
    """
    if not shape.bare:
        return False
    if (
        _POSTCODE.match(text, shape.start)
        or _FILE_NAME.match(text, shape.end)
        or text[shape.start - 1 : shape.start] == "-"
    ):
        return True
    spaced = text[shape.start + 1 : shape.start + 2].isspace()
    if _is_about_foi(text, shape) or _LED_UP_TO.search(text, max(0, shape.start - 20), shape.start):
        return False
    if text[shape.start] == "s" and not spaced and len(shape.tokens[0].value) > 1:
        return False
    before = re.split(r"[\n\t|[(]", text[max(0, shape.start - 80) : shape.start])[-1]
    after = re.split(r"[\n\t|\])]", text[shape.start : shape.end + 80], maxsplit=1)[0]
    return spaced or bool(_OTHER_STAMPS.sub("", before + after))


def _is_about_foi(text: str, shape: Shape) -> bool:
    return bool(FOI_CUE.search(text, max(0, shape.start - 60), shape.end + 60))


def known_act(text: str, shape: Shape, *, elsewhere: bool = False) -> str:
    """The other Act that a number means by the words beside it; empty when there is none.

    Args:
        text: The letter.
        shape: The citation.
        elsewhere: Whether no law of access has that number, so that it is enough by itself.

    >>> from .grammar import HEAD, read_shape
    >>> m = re.compile(HEAD, re.I).search("Section 21 eviction notices")
    >>> known_act(m.string, read_shape(m.string, m))
    'housing-act-1988'
    """
    if _HEADING.match(text, shape.end) and len(shape.tokens[0].value) < 3:
        return ""
    head = {"article": "article", "regulation": "regulation"}.get(shape.head, "section")
    acts = _acts_of(head, shape.tokens[0].value)
    for act, _, after, before in acts:
        if (
            after
            and before
            and (after.match(text, shape.end) or before.search(text, max(0, shape.start - 60), shape.start))
        ):
            return act
    return next((act for act, alone, _, _ in acts if alone and elsewhere), "")


@functools.cache
def _acts_of(head: str, number: str) -> tuple[tuple[str, bool, re.Pattern[str] | None, re.Pattern[str] | None], ...]:
    """The Acts in which a number is well known, with the patterns of their words."""
    found = []
    for act, data in other_acts().items():
        if data.get("head", "section") == head and number in data["numbers"]:
            words = "|".join(map(re.escape, data.get("only", {}).get(number, data["words"])))
            after = re.compile(
                rf"(?i)['’]?s?[\s(]{{1,3}}(?:(?!(?:is|are|was|of|to|the|as|and|for|appl\w*|because|which|in|by|on|exempt\w*)\b)"
                rf"[\w/&-]{{1,20}}\s{{1,3}}){{0,2}}(?:{words})"
            )
            before = re.compile(
                rf"(?i)\b(?:{words})\w{{0,12}}\s(?:\w{{1,12}}\s){{0,2}}?(?:under|by|a|an|on)\s{{1,3}}(?:a\s)?$"
            )
            alone = number in data.get("alone", ())
            found.append((act, alone, after if words else None, before if words else None))
    return tuple(found)


def has_section(act: str, number: str) -> bool:
    """Whether a section of another Act is one that public bodies name without naming the Act."""
    return number in other_acts().get(act, {}).get("numbers", ())
