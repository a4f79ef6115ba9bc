"""What varies between copies of one template, as slots: names, dates, references, amounts, addresses.

Numbers of provisions and years of Acts are kept: "section 31" and "section 40" are different
reasons.  A slot is a lower-case word in square brackets, as many letters write their own.
"""

import functools
import re
from collections.abc import Iterator

__all__ = ["mask"]

_MONTH = (
    r"(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)
_WORD = r"[A-Z][\w.'’&-]{0,40}"
_BODY = (
    r"(?:Council|Constabulary|Police(?:[ ]Service)?|(?:Foundation[ ])?Trust|University|College|Board|Authority|Agency"
    r"|Commission|Department|Office|Hospitals?|Executive|Ministry)\b"
)

# What can open a slot: one set of characters, so that the scan over plain prose is fast.
_OPENING = re.compile(r"[A-Z0-9£€$#+]")
_SLOT = re.compile(
    rf"""
      (?P<date>[0-3]?\d(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTH}(?:,?\s+\d{{4}}\b)?
          | {_MONTH}\s+(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s+)?\d{{4}}\b
          | \d{{1,2}}[/.-]\d{{1,2}}[/.-](?:\d{{4}}|\d\d)\b | \d{{4}}-\d\d-\d\d\b
          | (?:19|20)\d\d\s?[/–-]\s?\d{{2,4}}\b)
    | (?P<phone>(?:\+44|0)[\d\s()-]{{8,16}}\d\b)
    | (?P<amount>[£€$]\s?\d[\d,]{{0,15}}(?:\.\d{{1,4}})?(?:\s?(?:million|billion|thousand|bn|m|k)\b)?
          | \d{{1,3}}(?:\.\d{{1,4}})?\s?(?:%|per\s?cent\b))
    | (?P<keep>\d{{1,4}}[A-Z]{{0,2}}(?:\(\w{{1,4}}\)){{1,4}})
    | (?P<reference>(?:FOIA?|EIR|SAR|IR|RFI|CAS|REF|Ref)[-/. :_\#]{{0,3}}\d[\w/-]{{0,30}}(?:\.\w{{1,20}}){{0,4}}
          | [A-Z]{{1,8}}[-/_]?\d{{3,12}}(?:[-/]\w{{1,12}}){{0,4}}\b
          | \#\d{{1,12}} | \d{{1,12}}(?:[/._-]\w{{1,20}}){{1,6}})
    | (?P<number>\d{{1,3}}(?:,\d{{3}}){{1,4}} | \d{{1,20}})
    | (?P<postcode>[A-Z]{{1,2}}\d[A-Z\d]?[ ]?\d[A-Z]{{2}}\b)
    | (?P<name>(?:Mrs?|Ms|Miss|Mx|Dr|Prof|Professor|Cllr|Councillor)\b\.?[ \t]+{_WORD}(?:[ \t]{_WORD}){{0,2}}
          | (?P<closing>(?:Yours[ ](?:sincerely|faithfully|truly)|(?:(?:Kind|Best|Warm)[ ])?[Rr]egards|Yn[ ]gywir)
              [,.]?\s{{1,6}}){_WORD}(?:[ \t]{_WORD}){{0,3}}[ \t]?$
          | (?:{_WORD}[ ](?:(?:of|and|the|for|upon|in|on|&)[ ]){{0,2}}){{1,6}}{_BODY})
    """,
    re.VERBOSE | re.MULTILINE,
)
_LAW_BEFORE = re.compile(
    r"(?:\b(?i:sections?|ss?\.?|regulations?|regs?\.?|articles?|art\.|paragraphs?|schedules?|exemptions?)|Act|Order)\s?$"
)
_LIST_BETWEEN = re.compile(r"\s?(?:,|,?\s?(?:and|or|&))\s?")
_LAW_REACH = 14
_GREETED = re.compile(rf"\A(\s*(?:Dear|Hi|Hello|Annwyl)[ \t]+){_WORD}(?:[ \t]{{1,2}}(?:(?:and|&)[ \t])?{_WORD}){{0,4}}")
_ADDRESS = re.compile(
    r"(?P<email>\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})|(?P<link>(?:https?://|www\.)[^\s<>\"']{1,2000})"
)
_HAS_ADDRESS = re.compile(r"@|://|www\.")


def mask(text: str, authority: str | None = None) -> str:
    """The text with what varies between copies of one template as slots in brackets.

    Args:
        text: A passage.
        authority: The writer's own name, a slot wherever it occurs.

    Returns:
        The text with `[name]`, `[date]`, `[reference]`, `[amount]`, `[number]`, `[phone]`,
        `[postcode]`, `[email]` and `[link]` in place of the words they stand for.

    >>> mask("Dear Ms Poole,")
    'Dear [name],'
    >>> mask("Section 40(2): Fenmoor Council took 12 calls on 3 May 2024 (FOI-2024/311).")
    'Section 40(2): [name] took [number] calls on [date] ([reference]).'
    >>> mask("Write to foi@fenmoor.example or call 01632 960 001; the fee is £25.50.")
    'Write to [email] or call [phone]; the fee is [amount].'
    """
    if _HAS_ADDRESS.search(text):
        text = _ADDRESS.sub(lambda match: f"[{match.lastgroup}]", text)
    if authority:
        text = _authority(authority).sub("[name]", text)
    text = _GREETED.sub(r"\1[name]", text)
    pieces: list[str] = []
    done = kept = 0
    for slot in _slots(text):
        if slot.lastgroup == "keep" or _is_provision(text, slot.start(), done, kept):
            kept = slot.end()
        else:
            pieces += (text[done : slot.start()], slot["closing"] or "", f"[{slot.lastgroup}]")
            done = slot.end()
    return "".join([*pieces, text[done:]])


def _slots(text: str) -> Iterator[re.Match[str]]:
    """What varies or might, from left to right."""
    done = 0
    for opening in _OPENING.finditer(text):
        start = opening.start()
        if start < done or (start and text[start - 1].isalnum()):
            continue
        match = _SLOT.match(text, start)
        if match is not None:
            done = match.end()
            yield match


def _is_provision(text: str, start: int, done: int, kept: int) -> bool:
    """Whether a figure is the number of a provision or the year of an Act, by what stands between it and a slot."""
    before = text[max(start - _LAW_REACH, done) : start]
    return bool(_LAW_BEFORE.search(before)) or (kept > 0 and bool(_LIST_BETWEEN.fullmatch(text, kept, start)))


@functools.lru_cache(maxsize=1024)
def _authority(name: str) -> re.Pattern[str]:
    return re.compile(r"\b" + r"\s+".join(map(re.escape, name.split())) + r"\b", re.IGNORECASE)
