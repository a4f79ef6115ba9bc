"""What a text says about its own law: its jurisdiction, and the statute names around a place."""

import datetime as dt
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..regimes import regimes
from .grammar import Shape
from .law_cues import AMERICAN
from .names import Name, slug

__all__ = ["ACCESS_LAWS", "ENVIRONMENT_LAWS", "SCOTTISH_LAWS", "SECTION_LAWS", "Document"]

SECTION_LAWS = ("foia2000", "foisa2002")
ENVIRONMENT_LAWS = ("eir2004", "eisr2004")
SCOTTISH_LAWS = frozenset({"foisa2002", "eisr2004"})
ACCESS_LAWS = frozenset(regimes()) - {"dpa2018", "ukgdpr"}
"""The statutes under which a body can refuse access to information."""

_BRITISH_LAWS = frozenset({"foia2000", "eir2004"})
_DATA_PROTECTION_1998 = ("data-protection-act-1998",)
_SCOTTISH_BODY = re.compile(
    r"(?i)scot|aberdeen|\bangus|argyll|clackmannan|dumfries|dundee|ayrshire|dunbarton|edinburgh|lothian|renfrew|falkirk|"
    r"\bfife|glasgow|highland|inverclyde|lanark|moray|eilean siar|western isles|orkney|perth and kinross|shetland|"
    r"stirling|tayside|grampian|st\.? andrews|strathclyde|heriot|napier|queen margaret|robert gordon|caledonia"
)
_BRITISH_ACT = re.compile(r"(?i)information\s(?:\(scotland\)\s)?act\s(?:2000|2002)")
_TO_NAME_AFTER = re.compile(
    r"(?i)[\s,]{0,3}(?:\([^()]{0,80}\)[\s,]{0,3})?(?:[-–—:]\s{0,2}[^.;:()\n]{0,60}?[\s,]{1,3})?"
    r"(?:(?:exemptions?|exceptions?)\s{1,3})?(?:[-–—(\[]\s?)?"
    r"(?:(?:of|in|under|to|from|within|contained in|set out in|o['’]r|o)\s{1,3})?"
    r"(?:(?:the|y)\s{1,3})?(?:UK(?:['’]s)?\s)?['‘’“\"(]?"
)
_FROM_NAME_BEFORE = re.compile(
    r"(?i)(?:['’”\"]|\s?\([^()]{0,40}\))?(?:\s{1,2}EU\s?20\d\d)?[\s,:(\[–—-]{0,4}(?:under\s)?['’]?"
)
_BETWEEN_ITEMS = re.compile(
    r"(?i)\s{0,3}(?:\([^()]{0,60}\)\s{0,3})?(?:,\s{0,3})?(?:and/or|and|or|&|/|,|;|ac?|neu)\s{0,3}(?:under\s|also\s)?"
)
_LAW_IN_SMALL_LETTERS = re.compile(
    r"\s{1,3}of\s{1,3}the\s{1,3}(?P<name>(?!environmental|information|freedom|said|same)(?:[\w-]{2,30}\s{1,3}){1,4}?"
    r"(?:act|byelaws|order|regulations|rules))\b"
)
_SENTENCE_END = re.compile(r"[.!?][\])”\"'’]?\s+(?=[A-Z(“\"])|\n\s*\n")
_TITLE = re.compile(r"\s{0,3}[-–—:(]\s{0,3}([^\n.;]{3,80})")
_REACH = 400
_FARTHEST_NAME = 160


class Document:
    """One text, the statutes it names, and the law it is likely to speak of.

    Attributes:
        text: The text.
        names: The statutes named, in order, "the Act" already replaced by what it stands for.
        scottish: Whether its own law is that of Scotland.
        settled: Whether it names the statutes of one jurisdiction only.
        abroad: The statute of another country that is its own law; empty for the United Kingdom.
    """

    def __init__(
        self, text: str, names: Sequence[Name], date: dt.date | None = None, authority: str | None = None
    ) -> None:
        self.text = text
        self.names = sorted(_resolved(text, names, date), key=lambda name: name.start)
        self._starts = [name.start for name in self.names]
        self.laws = frozenset(law for name in self.names for law in name.laws)
        named = Counter(name.laws[0] for name in self.names if name.explicit and name.laws[0] in ACCESS_LAWS)
        north = sum(n for law, n in named.items() if law in SCOTTISH_LAWS)
        south = sum(n for law, n in named.items() if law in _BRITISH_LAWS)
        self.scottish = north > south or (north == south and bool(_SCOTTISH_BODY.search(authority or "")))
        self.settled = bool(north) != bool(south)
        self.silent = not north and not south
        self.abroad = _abroad(text, named, north + south)

    def own(self, laws: Sequence[str]) -> tuple[str, ...]:
        """Statutes of a family in the order in which this letter is likely to mean them."""
        if self.abroad and laws[0] in ("foia2000", "eir2004"):
            return (self.abroad,)
        return tuple(sorted(laws, key=lambda law: (law in SCOTTISH_LAWS) != self.scottish))

    def name_after(self, shape: Shape) -> Name | None:
        """The statute named after a citation as its own: `section 40 (personal data) of the Act`."""
        at = bisect_left(self._starts, shape.end)
        name = self.names[at] if at < len(self.names) else None
        if (
            name
            and name.start - shape.end < _FARTHEST_NAME
            and _TO_NAME_AFTER.fullmatch(self.text, shape.end, name.start)
        ):
            # A dash before an unfamiliar Act is a heading: `Section 7 – The Mental Capacity Act`.
            heading = name.laws[0] not in regimes() and re.search(r"[-–—:]", self.text[shape.end : name.start])
            return None if heading else name
        match = _LAW_IN_SMALL_LETTERS.match(self.text, shape.end)
        return Name(match.start("name"), match.end(), (slug(match["name"]),)) if match else None

    def name_before(self, shape: Shape) -> Name | None:
        """The statute named directly before a citation: `FOIA s.43(2)`."""
        at = bisect_left(self._starts, shape.start) - 1
        name = self.names[at] if at >= 0 else None
        if name is None or not name.end <= shape.start <= name.end + 50:
            return None
        return name if _FROM_NAME_BEFORE.fullmatch(self.text, name.end, shape.start) else None

    def names_before(self, position: int, since: int) -> Iterator[Name]:
        """The names between two places, nearest first."""
        at = bisect_left(self._starts, position) - 1
        while at >= 0 and self.names[at].start >= since:
            yield self.names[at]
            at -= 1

    def sentence_start(self, shape: Shape) -> int:
        """Where the sentence of a citation begins, at most 400 characters before it."""
        start = max(0, shape.start - _REACH)
        for stop in _SENTENCE_END.finditer(self.text, start, shape.start):
            start = stop.end()
        return start

    def sentence(self, shape: Shape) -> str:
        """The sentence of a citation."""
        end = min(len(self.text), shape.end + _REACH)
        stop = _SENTENCE_END.search(self.text, shape.end, end)
        return self.text[self.sentence_start(shape) : stop.start() if stop else end]

    def title(self, shape: Shape) -> str:
        """What stands after a citation as its title: `(third party data)`, `- Law enforcement`."""
        match = _TITLE.match(self.text[shape.end : shape.end + 90])
        return match[1] if match else ""

    def in_one_list(self, left: Shape, right: Shape) -> bool:
        """Whether a statute named after the right citation governs the left one too."""
        return right.start - left.end < 90 and bool(_BETWEEN_ITEMS.fullmatch(self.text, left.end, right.start))


def _resolved(text: str, names: Sequence[Name], date: dt.date | None) -> list[Name]:
    """The names with "the Act" as last defined by `(the Act)`, and the Data Protection Act of the day."""
    meaning: dict[str, tuple[str, ...]] = {}
    last: Name | None = None
    out = []
    for name in names:
        if name.pointer:
            if last and re.fullmatch(r"[\s,]{0,3}\([^()]{0,40}", text[last.end : name.start]):
                meaning[name.pointer] = last.laws
            laws = last.laws if last and name.pointer == "last" else meaning.get(name.pointer, name.laws)
            out.append(replace(name, laws=laws))
            continue
        if name.laws == ("dpa2018",) and not name.explicit and date and date < regimes()["dpa2018"].in_force:
            name = replace(name, laws=_DATA_PROTECTION_1998)
        out.append(name)
        last = name
    return out


def _abroad(text: str, named: Counter[str], british: int) -> str:
    """The foreign statute a text speaks of most; American letters say "FOIA" as well."""
    american = named["us_foia"] + named["us_privacy_act"] or AMERICAN.search(text)
    if american and not _BRITISH_ACT.search(text):
        return "us_foia"
    foreign = [law for law, _ in named.most_common() if law not in _BRITISH_LAWS | SCOTTISH_LAWS]
    return foreign[0] if foreign and named[foreign[0]] > british else ""
