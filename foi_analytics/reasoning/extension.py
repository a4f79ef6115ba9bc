"""Notices that take more time to answer, under a power that the statute gives.

FOIA s.10(3) with s.17(2): as long as is reasonable to weigh the public interest, with an estimate
of the day; EIR and EI(S)R reg.7: up to 40 working days where the request is complex and
voluminous.  FOISA has no such power, and no statute has one for being busy.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from ..anatomy import Anatomy
from ..records import Citation, Extension, Letter
from ..wording import Wording
from .words import Sentence, main_sentences, own_sentences

__all__ = ["find_extensions"]

_RULE = "rule:reasoning/extension-{}@1"
_CITED, _CONCLUDED = 0.95, 0.75
_POWERS = {
    "foia2000:10(3)": ("foia2000:10(3)", "foia2000:17(2)"),
    "eir2004:7(1)": ("eir2004:7",),
    "eisr2004:7(1)": ("eisr2004:7",),
}
"""Each power with the provisions that speak of it and of its notice."""

_WORDED = {
    "foia2000:10(3)": Wording(r"\bpublic interest\b"),
    "eir2004:7(1)": Wording(r"\bcomplex\w*\b[^.;]{0,60}\bvolum\w+", r"\bvolum\w+[^.;]{0,60}\bcomplex"),
    "eisr2004:7(1)": Wording(r"\bcomplex\w*\b[^.;]{0,60}\bvolum\w+", r"\bvolum\w+[^.;]{0,60}\bcomplex"),
}
_OTHERS_WORDS = {"quoted", "other_law", "rejected"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = re.compile(
    rf"\b(\d{{1,2}})(?:\s?\^?(?:st|nd|rd|th))?\s(?:of\s)?({'|'.join(_MONTHS)})[a-z]{{0,6}}\b(?:,?\s(\d{{4}})\b)?"
    r"|\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b",
    re.IGNORECASE,
)
_LONGEST = dt.timedelta(days=366)


def find_extensions(
    letter: Letter, anatomy: Anatomy, kind: str, regimes: tuple[str, ...], citations: Iterable[Citation]
) -> tuple[Extension, ...]:
    r"""The extension that a holding letter gives notice of: none or one.

    Args:
        letter: The letter; without its date, a day named without its year is not known.
        anatomy: The letter taken apart.
        kind: What kind of letter it is.
        regimes: The statutes it names.
        citations: Its citations.

    >>> from foi_analytics import read
    >>> said = "Dear A\nWe need more time to weigh the public interest under section 10(3) of FOIA, until 9 May 2024."
    >>> [(e.provision, str(e.until)) for e in read(said).extensions]
    [('foia2000:10(3)', '2024-05-09')]
    """
    if kind != "holding":
        return ()
    main = main_sentences(own_sentences(anatomy))
    found = _cited(anatomy, citations) or _concluded(main, regimes)
    if found is None:
        return ()
    power, at, how = found
    until, sentence = max(_days_after(letter.date, main), key=lambda named: named[0], default=(None, None))
    sentence = sentence or next((s for s in main if s.start <= at < s.end), None)
    if sentence is None:
        return ()
    start, end = sentence.start, sentence.end
    score = _CITED if how == "cited" else _CONCLUDED
    quote = letter.text[start:end]
    return (Extension(letter.letter_id, start, end, quote, score, _RULE.format(how), power, until),)


def _cited(anatomy: Anatomy, citations: Iterable[Citation]) -> tuple[str, int, str] | None:
    """The first power cited in the authority's own words, and where."""
    own = [c for c in citations if c.start < anatomy.own_end and c.role not in _OTHERS_WORDS]
    for citation in sorted(own, key=lambda c: c.start):
        for power, provisions in _POWERS.items():
            if any(p == known or p.startswith(f"{known}(") for p in citation.provisions for known in provisions):
                return power, citation.start, "cited"
    return None


def _concluded(main: list[Sentence], regimes: tuple[str, ...]) -> tuple[str, int, str] | None:
    """The power of a statute the letter names, FOIA when it names none, whose condition it states."""
    named = ("foia2000",) if regimes == ("none",) else regimes
    for sentence in main:
        for power, words in _WORDED.items():
            if power.partition(":")[0] in named and words.search(sentence.text):
                return power, sentence.start, "concluded"
    return None


def _days_after(date: dt.date | None, main: list[Sentence]) -> Iterator[tuple[dt.date, Sentence]]:
    """The days named in the message proper that follow that of the letter, within a year."""
    for sentence in main:
        for match in _DAY.finditer(sentence.text):
            day = _day(match, date)
            if day is not None and (date is None or date < day <= date + _LONGEST):
                yield day, sentence


def _day(match: re.Match[str], date: dt.date | None) -> dt.date | None:
    """The day named; without its year, the one nearest to the letter."""
    day, month = int(match[1] or match[4]), int(match[5] or 0)
    if match[2]:
        month = _MONTHS.index(match[2].lower()) + 1
    if stated := match[3] or match[6]:
        return _date(int(stated), month, day)
    if date is None:
        return None
    near = (_date(year, month, day) for year in (date.year - 1, date.year, date.year + 1))
    return min((each for each in near if each), key=lambda each: abs(each - date), default=None)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
