"""Whose section it is: the statute of each citation, found in seven steps.

1. a statute named after the citation, 2. or directly before it; 3. the head word;
4. which statutes have such a provision; 5. words of its title; 6. the statute the sentence
speaks of; 7. the statute the letter speaks of.
"""

import datetime as dt
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..regimes import regime, regimes
from .depth import Fit, fit, literal
from .grammar import Shape
from .names import Name
from .traps import FOI_CUE, is_trap, known_act

__all__ = ["ACCESS_LAWS", "Claim", "Document"]

_TWINS = {"foia2000": "foisa2002", "eir2004": "eisr2004", "foisa2002": "foia2000", "eisr2004": "eir2004"}
_SCOTTISH = {"foisa2002", "eisr2004"}
_UNITED_KINGDOM = {"foia2000", "foisa2002", "eir2004", "eisr2004"}
_DATA_PROTECTION = {"dpa2018", "ukgdpr"}
ACCESS_LAWS = frozenset(regimes()) - _DATA_PROTECTION
"""The statutes under which a body can refuse access to information."""

_FAMILY = {"regulation": ("eir2004", "eisr2004"), "exception": ("eir2004", "eisr2004"), "article": ("ukgdpr", "eu_1049")}
_SECTION_LAWS = ("foia2000", "foisa2002")
_SCOTTISH_BODY = re.compile(
    r"(?i)scot|aberdeen|\bangus|argyll|clackmannan|dumfries|dundee|ayrshire|dunbarton|edinburgh|lothian|renfrew|falkirk|"
    r"\bfife|glasgow|highland|inverclyde|lanark|moray|eilean siar|western isles|orkney|perth and kinross|shetland|"
    r"stirling|tayside|grampian|st\.? andrews|strathclyde|heriot|napier|queen margaret|robert gordon"
)
_TO_NAME_AFTER = re.compile(
    r"(?i)[\s,]{0,3}(?:\([^()]{0,80}\)[\s,]{0,3})?(?:[-–—:]\s{0,2}[^.;:()\n]{0,60}?[\s,]{1,3})?"
    r"(?:(?:exemptions?|exceptions?)\s{1,3})?(?:[-–—(\[]\s?)?(?:(?:of|in|under|to|from|within|o['’]r|o)\s{1,3})?"
    r"(?:(?:the|y)\s{1,3})?(?:UK(?:['’]s)?\s)?['‘“\"]?"
)
_FROM_NAME_BEFORE = re.compile(r"(?i)(?:\s?\([^()]{0,40}\))?(?:\s{1,2}EU\s?20\d\d)?[\s,:(\[–—-]{0,4}(?:under\s)?['’]?")
_JOINED = re.compile(r"(?i)\s{0,3}(?:\([^()]{0,60}\)\s{0,3})?(?:,\s{0,3})?(?:and/or|and|or|&|/|,|;)?\s{0,3}(?:under\s)?")
_SENTENCE = re.compile(r"[.!?][\])”\"'’]?\s+(?=[A-Z(“\"])|\n\s*\n")
_WORD = re.compile(r"[a-z]{4,}")
_COMMON_WORDS = frozenset("information exemption section with that this from under which public data their have been".split())


@dataclass(frozen=True, slots=True)
class Claim:
    """The statute of one citation, and which step said so."""

    law: str
    step: str
    numbers: tuple[str, ...]
    named: bool = False
    assumed: bool = False
    lost: bool = False
    known: bool = True
    name_end: int = 0


@dataclass
class Document:
    """One text with its statute names, and what they say about the letter as a whole."""

    text: str
    names: Sequence[Name]
    date: dt.date | None = None
    authority: str | None = None
    home: dict[str, str] = field(default_factory=dict)
    _starts: list[int] = field(default_factory=list)
    _acts: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.names = self._defined(self.names)
        self._starts = [name.start for name in self.names]
        counts = Counter(name.laws[0] for name in self.names if name.explicit and name.laws[0] in ACCESS_LAWS)
        scottish = sum(n for law, n in counts.items() if law in _SCOTTISH)
        british = sum(n for law, n in counts.items() if law in _UNITED_KINGDOM) - scottish
        abroad = [law for law, _ in counts.most_common() if law not in _UNITED_KINGDOM]
        is_scottish = scottish > british or (
            not scottish and not british and bool(_SCOTTISH_BODY.search(self.authority or ""))
        )
        self.certain = bool(scottish) != bool(british)
        self.mentions_environment = any(name.laws[0] in ("eir2004", "eisr2004") for name in self.names)
        self.home = {"section": _SECTION_LAWS[is_scottish], "regulation": _FAMILY["regulation"][is_scottish]}
        self.abroad = abroad[0] if abroad and counts[abroad[0]] > scottish + british else ""

    def _defined(self, names: Sequence[Name]) -> list[Name]:
        """The names with "the Act" replaced by the statute it was last defined as."""
        meaning: dict[str, tuple[str, ...]] = {}
        out: list[Name] = []
        last: Name | None = None
        for name in names:
            if name.pointer:
                if last and re.fullmatch(r"[\s,]{0,3}\([^()]{0,40}", self.text[last.end : name.start]):
                    meaning[name.pointer] = last.laws
                laws = meaning.get(name.pointer, name.laws)
                out.append(Name(name.start, name.end, laws, False, name.pointer))
            else:
                out.append(name)
                last = name
        return out

    def claim(self, shape: Shape, inherited: str = "") -> Claim | None:
        """The statute of one citation; None when the text gives no reason to take it for one."""
        if after := self._name_after(shape):
            return self._named(shape, after, "name-after", inherited)
        if before := self._name_before(shape):
            return self._named(shape, before, "name-before", inherited)
        number = shape.tokens[0].value
        if act := known_act(self.text, shape):
            self._acts.setdefault(number, act)
            return Claim(act, "known-act", literal(shape.tokens), assumed=True)
        if is_trap(self.text, shape) or (shape.head == "schedule"):
            return None
        if (act := self._other_antecedent(shape)) or (act := self._acts.get(number, "")):
            if not FOI_CUE.search(self.sentence(shape)):
                return self._of_other(shape, act, "antecedent")
        return self._unnamed(shape, inherited)

    # Steps 1 and 2: a name beside the citation.

    def _name_after(self, shape: Shape) -> Name | None:
        at = bisect_left(self._starts, shape.end)
        for name in self.names[at : at + 1]:
            if name.start - shape.end < 160 and _TO_NAME_AFTER.fullmatch(self.text, shape.end, name.start):
                return name
        return None

    def _name_before(self, shape: Shape) -> Name | None:
        at = bisect_left(self._starts, shape.start) - 1
        if at < 0:
            return None
        name = self.names[at]
        if not name.end <= shape.start <= name.end + 50:
            return None
        return name if _FROM_NAME_BEFORE.fullmatch(self.text, name.end, shape.start) else None

    def _named(self, shape: Shape, name: Name, step: str, inherited: str) -> Claim | None:
        if name.laws[0] not in regimes():
            return self._of_other(shape, name.laws[0], step, name)
        laws = name.laws
        if len(laws) > 1:
            if self.abroad and self.abroad not in _DATA_PROTECTION and laws[0] == "foia2000":
                laws = (self.abroad,)
            else:
                laws = self._preferred(laws)
        if laws[0] in _DATA_PROTECTION:
            return self._of_other(shape, laws[0], step, name)
        if shape.head == "schedule":
            return None
        if shape.head == "regulation" and laws[0] in _SECTION_LAWS and not name.explicit:
            return self._unnamed(shape, inherited)
        fits = [(law, fit(shape.tokens, law, self._inherit(shape, law, inherited))) for law in laws]
        law, best = next(((law, f) for law, f in fits if f.valid), fits[0])
        return self._of(law, best, shape, step, named=True, name_end=name.end if step == "name-after" else 0)

    def _of_other(self, shape: Shape, law: str, step: str, name: Name | None = None) -> Claim:
        numbers = literal(shape.tokens)
        if shape.head == "schedule":
            numbers = (_schedule(shape),)
        return Claim(law, step, numbers, named=name is not None, assumed=name is None, name_end=name.end if name else 0)

    def _of(self, law: str, best: Fit, shape: Shape, step: str, *, named: bool = False, name_end: int = 0) -> Claim:
        numbers = best.numbers
        if not best.known:
            numbers = literal(shape.tokens)
        return Claim(law, step, numbers, named, step == "letter", best.tail_lost, best.known, name_end)

    def _preferred(self, laws: Sequence[str]) -> tuple[str, ...]:
        """The statutes of a family, the letter's own first."""
        own = [law for law in laws if law in self.home.values()]
        return (*own, *(law for law in laws if law not in own))

    # Steps 3 to 7: no name beside the citation.

    def _candidates(self, shape: Shape) -> tuple[str, ...]:
        if self.abroad and shape.head != "article":
            return (self.abroad,)
        if shape.head == "article":
            named = [n.laws[0] for n in self.names]
            return ("eu_1049",) if self.abroad == "eu_1049" or "eu_1049" in named else ("ukgdpr",)
        family = self._preferred(_FAMILY.get(shape.head, _SECTION_LAWS))
        return family[:1] if self.certain and not shape.head == "regulation" else family

    def _inherit(self, shape: Shape, law: str, inherited: str) -> str:
        if shape.head != "subsection" or not inherited:
            return ""
        first = shape.tokens[0]
        alone = fit(shape.tokens, law)
        below = fit(shape.tokens, law, inherited)
        return inherited if first.bracketed or below.valid or not alone.valid else ""

    def _unnamed(self, shape: Shape, inherited: str) -> Claim | None:
        laws = self._candidates(shape)
        if laws == ("ukgdpr",):
            return self._article(shape)
        if shape.head == "subsection" and shape.tokens[0].bracketed and not inherited:
            return None
        fits = {law: fit(shape.tokens, law, self._inherit(shape, law, inherited)) for law in laws}
        valid = [law for law in laws if fits[law].valid]
        other = self._other_family(shape, laws)
        if other and (not valid or self._title_decides(shape, valid, other, fits)):
            return self._of(other, fit(shape.tokens, other), shape, "only-here" if not valid else "title")
        if not valid:
            return self._nearly(shape, laws, fits)
        if len(valid) == 1:
            return self._of(valid[0], fits[valid[0]], shape, "letter" if len(laws) == 1 else "only-here")
        if title := self._by_title(shape, {law: fits[law] for law in valid}):
            return self._of(title, fits[title], shape, "title")
        if nearest := self._antecedent(shape, valid):
            return self._of(nearest, fits[nearest], shape, "antecedent")
        return self._of(valid[0], fits[valid[0]], shape, "letter")

    def _nearly(self, shape: Shape, laws: Sequence[str], fits: dict[str, Fit]) -> Claim | None:
        """No statute has it as written: keep what the letter's own statute has of it."""
        law = next((law for law in laws if fits[law].known and fits[law].numbers), "")
        if not law or not shape.head:
            return None
        return self._of(law, fits[law], shape, "letter")

    def _article(self, shape: Shape) -> Claim | None:
        known = any(name.laws[0] in _DATA_PROTECTION for name in self.names)
        return self._of_other(shape, "ukgdpr", "letter") if known or len(shape.tokens) > 1 else None

    def _other_family(self, shape: Shape, laws: Sequence[str]) -> str:
        """A `section` that only the regulations have, as `section 12(5)(e)`; empty when it is none."""
        if shape.head in ("regulation", "exception", "article", "subsection") or len(shape.tokens) < 3 or self.abroad:
            return ""
        family = self._preferred(_FAMILY["regulation"])
        return next((law for law in family if law not in laws and fit(shape.tokens, law).valid), "")

    def _title_decides(self, shape: Shape, valid: Sequence[str], other: str, fits: dict[str, Fit]) -> bool:
        words = self._title_words(shape)
        here = max(_title_score(words, law, fits[law].numbers) for law in valid)
        there = _title_score(words, other, fit(shape.tokens, other).numbers)
        return there > here or (not here and self.mentions_environment)

    def _by_title(self, shape: Shape, fits: dict[str, Fit]) -> str:
        words = self._title_words(shape)
        scores = sorted(((_title_score(words, law, f.numbers), law) for law, f in fits.items()), reverse=True)
        return scores[0][1] if scores[0][0] > scores[1][0] else ""

    def _title_words(self, shape: Shape) -> set[str]:
        line = self.text[shape.end : shape.end + 90]
        match = re.match(r"\s{0,3}[-–—:(]\s{0,3}([^\n.;]{3,80})", line)
        return {w[:6] for w in _WORD.findall(match[1].lower()) if w not in _COMMON_WORDS} if match else set()

    def sentence(self, shape: Shape) -> str:
        """The sentence a citation stands in, within 400 characters on either side."""
        start, end = self._sentence_start(shape), min(len(self.text), shape.end + 400)
        stop = _SENTENCE.search(self.text, shape.end, end)
        return self.text[start : stop.start() if stop else end]

    def _sentence_start(self, shape: Shape) -> int:
        start = max(0, shape.start - 400)
        for stop in _SENTENCE.finditer(self.text, start, shape.start):
            start = stop.end()
        return start

    def _antecedent(self, shape: Shape, laws: Sequence[str]) -> str:
        """The nearest statute named before, in the sentence or at most 600 characters back."""
        for name in self._before(shape, shape.start - 600):
            for law in name.laws if name.explicit else ():
                if law in laws:
                    return law
        return ""

    def _other_antecedent(self, shape: Shape) -> str:
        """Another Act that the sentence speaks of last before the citation; empty when none."""
        name = next(self._before(shape, self._sentence_start(shape)), None)
        if name is None or name.laws[0] in ACCESS_LAWS or name.laws[0] == "ukgdpr" or shape.head == "article":
            return ""
        law = name.laws[0]
        return law if law != "dpa2018" or fit(shape.tokens, law).known else ""

    def _before(self, shape: Shape, reach: int):  # type: ignore[no-untyped-def]
        at = bisect_left(self._starts, shape.start) - 1
        while at >= 0 and self.names[at].start >= reach:
            yield self.names[at]
            at -= 1

    def joined(self, left: Shape, right: Shape) -> bool:
        """Whether two citations are items of one list, so that a name after the second governs both."""
        same = (left.head in _FAMILY) == (right.head in _FAMILY) or not right.head
        return same and right.start - left.end < 80 and bool(_JOINED.fullmatch(self.text, left.end, right.start))


def _schedule(shape: Shape) -> str:
    number, *rest = [token.value for token in shape.tokens]
    return f"Sch.{number}" + "".join(f"para.{value}" for value in rest[:1])


def _title_score(words: set[str], law: str, numbers: Sequence[str]) -> int:
    """How many of the words the titles and labels of the provisions have."""
    table = regime(law)
    known: set[str] = set()
    for number in numbers:
        if row := table.find(number):
            known |= {w[:6] for w in _WORD.findall(f"{row.title} {row.label}".lower())}
    return len(words & known)
