"""How the public interest is weighed: what speaks for disclosure, what against it, and the balance struck."""

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..records import RELIED_ON, Citation
from ..regimes import provision
from . import public_interest_cues as cues
from .prejudice_cues import HARM
from .words import Sentence

__all__ = [
    "AGAINST",
    "BALANCE",
    "FOR",
    "Weighed",
    "find_weighing",
    "is_qualified",
    "is_weighing_owed",
    "public_interest_test",
]

FOR = "public_interest_for"
AGAINST = "public_interest_against"
BALANCE = "balance"

_WORD = re.compile(r"[^\W\d_][\w'’-]+")
_PREJUDICE = re.compile(r"\bprejudic", re.IGNORECASE)
_REACH = 7
_POINT = 1
_CLAUSE = 2
_LOOSE = 4
_HEADING = 90


@dataclass(frozen=True, slots=True)
class Weighed:
    """A sentence of the weighing and what it does there: `FOR`, `AGAINST` or `BALANCE`."""

    kind: str
    sentence: Sentence


def is_weighing_owed(citations: Iterable[Citation]) -> bool:
    """Whether any ground relied on is qualified (FOIA 2000 s.2(2)(b); EIR 2004 reg.12(1)(b))."""
    return any(is_qualified(p) for c in citations if c.role in RELIED_ON for p in c.provisions)


def is_qualified(provision_id: str) -> bool:
    """Whether a ground is subject to a public interest test.

    >>> is_qualified("foia2000:31(1)(a)"), is_qualified("foia2000:40(2)")
    (True, False)
    """
    row = provision(provision_id)
    return row is not None and row.pit == "yes"


def public_interest_test(owed: bool, main: Iterable[Sentence], weighed: Iterable[Weighed]) -> str:
    """How complete the public interest test is: `complete`, `one_sided`, `asserted_only`, `absent` or `na`.

    Complete needs factors on both sides and a balance; `na` when no qualified ground is relied on.

    Args:
        owed: Whether a qualified ground is relied on.
        main: The sentences of the message proper.
        weighed: What `find_weighing` found in them.
    """
    if not owed:
        return "na"
    kinds = {w.kind for w in weighed}
    if kinds >= {FOR, AGAINST, BALANCE}:
        return "complete"
    if kinds & {FOR, AGAINST}:
        return "one_sided"
    return "asserted_only" if kinds or any(cues.ASSERTED.search(s.text) for s in main) else "absent"


def find_weighing(main: Iterable[Sentence]) -> list[Weighed]:
    """The sentences that weigh the public interest, each with its side.

    A sentence has a side by its own words, or by the heading or marker it stands under; one that
    only says that the test was done, or how it came out, is no factor.

    >>> said = "Favouring disclosure: residents pay for it. Against: bids would rise. On balance we withhold it."
    >>> [w.kind for w in find_weighing(Sentence(0, 0, s, "body", False) for s in said.split(". "))]
    ['public_interest_for', 'public_interest_against', 'balance']
    """
    reader = _Reader()
    return [Weighed(kind, sentence) for sentence in main for kind in reader.kinds_of(sentence)]


class _Reader:
    """Remembers, from one sentence to the next, which side is spoken for, and how long ago that was said."""

    def __init__(self) -> None:
        self._leave()

    def _leave(self) -> None:
        self._sides: tuple[str, ...] = ()
        self._left = 0
        self._listed = False
        self._goes_on = False
        self._factors = False

    def kinds_of(self, sentence: Sentence) -> list[str]:
        text = sentence.text
        sides = self._marks(text, sentence.whole)
        if not sides and cues.NOT_OWED.search(text):
            self._leave()
            return []
        balance = self._strikes(sentence)
        if not balance and cues.FORMAL.search(text):
            self._go_on(sentence, marked=False, balance=False)
            return []
        kinds = self._marked(text, sides, balance) if sides else self._unmarked(text, balance)
        self._factors = self._factors or bool(kinds)
        self._go_on(sentence, bool(sides), balance)
        return [*kinds, BALANCE] if balance else kinds

    def _strikes(self, sentence: Sentence) -> bool:
        """Whether a sentence strikes the balance; a heading above the factors only says that one is to come."""
        text = sentence.text
        if cues.ASKING.search(text) or not (self._left or cues.OPENER.search(text)):
            return False
        heading = sentence.whole and text[-1:] not in ".;," and len(text) < _HEADING
        return bool(cues.BALANCE.search(text)) and not (heading and not self._factors and cues.OPENER.search(text))

    def _marks(self, text: str, whole: bool) -> tuple[str, ...]:
        """The sides a sentence names; a dash is one only where pluses stood above."""
        favouring, against = _marked_sides(text)
        if against == "- " and not (whole and self._left and not self._listed):
            against = ""
        return ((FOR,) if favouring else ()) + ((AGAINST,) if against else ())

    def _marked(self, text: str, sides: tuple[str, ...], balance: bool) -> list[str]:
        words = _content(text)
        if balance and AGAINST not in sides:
            return self._unmarked(text, balance)
        if balance:
            reasoned = words >= _LOOSE and cues.REASONED.search(text) is not None
            return [AGAINST] if reasoned or _content(_from_interest(text)) >= _LOOSE else []
        self._sides = sides if "|" in text else sides[-1:]
        self._goes_on = True
        self._listed = words < _CLAUSE or text.endswith(":")
        if words == _POINT and len(sides) == 1 and cues.OPENNESS.search(text):
            return list(sides)
        return list(sides) if words >= (_LOOSE if len(sides) > 1 else _CLAUSE) else []

    def _unmarked(self, text: str, balance: bool) -> list[str]:
        interest = cues.INTEREST.search(text)
        opens = (interest and "public interest" in text.lower()) or cues.CONCEDES.search(text)
        if not self._left and not opens:
            return []
        if self._listed and not balance:
            return list(self._sides) if _content(text) >= _POINT else []
        openness = cues.OPENNESS.search(text) is not None
        enough = _LOOSE if balance or not (interest or openness) else _CLAUSE - (interest is not None and openness)
        if _content(text) < enough:
            return []
        return self._by_wording(text, interest is not None, balance)

    def _by_wording(self, text: str, interest: bool, balance: bool) -> list[str]:
        openness = bool(cues.OPENNESS.search(text))
        if cues.TURN.search(text) and (openness or not self._factors) and not balance:
            return [FOR, AGAINST]
        contrast = cues.CONTRAST.search(text)
        if contrast and (self._factors or interest or (not contrast.start() and self._left and not balance)):
            self._sides, self._goes_on = (AGAINST,), True
        elif openness and not balance and (AGAINST not in self._sides or interest):
            self._sides = (FOR,)
        elif balance and (cues.BY_THAT.search(text) or (self._left and cues.REASONED.search(text))):
            return [AGAINST]
        elif interest or cues.RIGHT.search(text) or (HARM.search(text) and not _PREJUDICE.search(text)):
            return [AGAINST] if not balance or _content(_from_interest(text)) >= _LOOSE else []
        elif balance:
            return []
        elif not self._goes_on:
            return [AGAINST] if self._left and not self._factors and _may_weigh(text) else []
        return list(self._sides)

    def _go_on(self, sentence: Sentence, marked: bool, balance: bool) -> None:
        heading = sentence.whole and not marked and len(sentence.text) < _HEADING
        if balance or (heading and cues.OTHER_HEAD.search(sentence.text)):
            self._leave()
        elif marked or cues.OPENER.search(sentence.text) or cues.CONCEDES.search(sentence.text):
            self._left = _REACH
        elif self._left:
            self._left -= 1
            if not self._left:
                self._leave()


@functools.lru_cache(maxsize=4096)
def _marked_sides(text: str) -> tuple[str, str]:
    """The first characters of what marks each side in a sentence; empty where nothing does."""
    text = cues.PRESUMPTION.sub(" ", text)
    sides = (cues.FOR_MARK.search(text), cues.AGAINST_MARK.search(text))
    favouring, against = (side.group()[:2] if side else "" for side in sides)
    return favouring, against


def _may_weigh(text: str) -> bool:
    """Whether a sentence of the weighing says something that may weigh, and not how the test is done."""
    if _content(text) <= _LOOSE or _PREJUDICE.search(text) or cues.PROCEDURE.search(text):
        return False
    return cues.REASONING.search(text) is not None


def _from_interest(text: str) -> str:
    """What is said of the public interest, without what stands before it."""
    return text[max(text.lower().find("interest"), 0) :]


@functools.lru_cache(maxsize=4096)
def _content(text: str) -> int:
    """How many words say more than that interests were weighed."""
    words = _WORD.findall(cues.FORMULA.sub(" ", cues.PRESUMPTION.sub(" ", text)).lower())
    return sum(w not in cues.STOP for w in words)
