"""Numbers that look like a FOI provision and are not: postcodes, other Acts, parts of documents.

The other Acts are in `other_acts.toml`; what follows here is what no statute explains.
"""

import functools
import re

from .grammar import Shape
from .names import other_acts

__all__ = ["FOI_CUE", "is_trap", "known_act"]

FOI_CUE = re.compile(
    r"(?i)exempt|exception|withh[eo]ld|redact|refus|engage[ds]|disclos|public interest|freedom of information|"
    r"\bFOI|\bEIR|neither confirm|cost limit|appropriate limit|vexatious|rel(?:y|ied|ying) (?:on|upon)|prejudice"
)
"""Words that show a sentence is about access to information."""

_POSTCODE = re.compile(r"\s{0,2}\d[A-Z]{2}\b")
_POSTCODE_HEAD = re.compile(r"\d{1,2}[A-Z]?\s{0,2}\d[A-Z]{2}\b")
_FILE_NAME = re.compile(r"(?i)\.(?:docx?|pdf|xlsx?|csv|msg|jpe?g|png)\b")
_OFFICE = re.compile(r"(?i)\s{0,3}(?:chief finance )?officer")
_LED_UP_TO = re.compile(r"(?i)\b(?:under|by|of|see|per|to|and)\s{1,3}(?:the\s)?$")
_NOTICE = re.compile(r"(?i)['’]?s?\s{1,3}notices?\b")
_NOTICES_HERE = {"1", "10", "12", "14", "17", "19", "50", "51", "52"}
_DOCUMENT = re.compile(
    r"(?i)\s{1,3}(?:of|on)\s{1,3}(?:the|your|our|this|that|these|its|their|a|an|each|my)\s{1,3}(?:above\s)?"
    r"(?:[\w’'&-]{1,30}\s{1,3}){0,6}?"
    r"(?:agreement|agenda|annex|application|appendix|attachment|code|constitution|contract|document|email|form|guidance|"
    r"guide|handbook|letter|manual|policy|plan|procedures?|questionnaire|report|request|response|review|schedule|"
    r"specification|spreadsheet|standards?|strategy|survey|template|tender|website)\b(?!\s+of\s+Practice\s+issued)"
)
_BELOW = re.compile(r"(?i)\s{1,3}(?:\([^()]{1,30}\)\s)?(?:below|above|overleaf)\b")
_HEADING = re.compile(r"\s{0,2}[-–—:]\s{0,2}[A-Z]")
_CODE = re.compile(r"(?i)\s{1,3}of\s{1,3}the\s{1,3}(?:section\s{1,3}45\s{1,3})?code\b")


def is_trap(text: str, shape: Shape) -> bool:
    """Whether a citation without a named statute is a postcode, a part of a document or the like."""
    number, after = shape.tokens[0].value, text[shape.end : shape.end + 160]
    plain = len(shape.tokens) == 1
    if shape.bare and plain:
        written = text[shape.start + 1 : shape.end + 6]
        if _POSTCODE.match(after) or _POSTCODE_HEAD.match(written) or _FILE_NAME.match(after):
            return True
        if not _in_company(text, shape):
            return True
    if _OFFICE.match(after) or _CODE.match(after) or (plain and _NOTICE.match(after) and number not in _NOTICES_HERE):
        return True
    if shape.head in ("section", "subsection", "paragraph") and (_DOCUMENT.match(after) or _BELOW.match(after)):
        return True
    return plain and number.isdigit() and int(number) < 12 and not _is_about_foi(text, shape, 60)


def _in_company(text: str, shape: Shape) -> bool:
    """A bare `S40` needs a word about access nearby, or to be alone in its cell or stamp."""
    if _is_about_foi(text, shape, 60) or _LED_UP_TO.search(text, max(0, shape.start - 20), shape.start):
        return True
    line_start = max(text.rfind(c, max(0, shape.start - 80), shape.start) for c in "\n\t|[(") + 1
    line = text[max(line_start, shape.start - 80) : shape.end + 80]
    line = re.split(r"[\n\t|\])]", line[: len(line)], maxsplit=1)[0] if "\n" not in line[:1] else line
    rest = re.sub(r"(?i)\bss?\.?\s?[\dO]{1,2}[a-z]?\b|and|or|&|/|,|[^\w]", "", line)
    return not rest and not text[shape.start + 1 : shape.start + 2].isspace()


def _is_about_foi(text: str, shape: Shape, reach: int) -> bool:
    around = text[max(0, shape.start - reach) : shape.end + reach]
    return bool(FOI_CUE.search(around))


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
        alone = number in data.get("alone", ())
        if data.get("head", "section") == head and (alone or number in data["numbers"]):
            words = "|".join(map(re.escape, data["words"]))
            after = re.compile(
                rf"(?i)['’]?s?[\s(–-]{{1,3}}(?:(?!(?:is|are|was|of|to|the|as|and|for|appl\w*|because|which|in|by|on|exempt\w*)\b)"
                rf"[\w/&-]{{1,20}}\s{{1,3}}){{0,2}}(?:{words})"
            )
            before = re.compile(
                rf"(?i)\b(?:{words})\w{{0,12}}\s(?:\w{{1,12}}\s){{0,2}}?(?:under|by|a|an|on)\s{{1,3}}(?:a\s)?$"
            )
            found.append((act, alone, after if words else None, before if words else None))
    return tuple(found)
