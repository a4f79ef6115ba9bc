"""Decisions of the Scottish Information Commissioner; their markup was told from text and headings only."""

import re
from collections.abc import Iterator
from typing import Any

from ..errors import UnreadableError, UsageError
from ..fetching import Client
from ..records import DecisionNotice, Problem
from .about import About
from .dates import parse_day
from .downloads import fetch_page
from .options import Options
from .pages import markup_of, sections_of
from .publisher import licence_of
from .source import Item, Raw, Stub

__all__ = ["Osic"]

_SITE = "https://www.foi.scot"
_ASKED = re.compile(r"(\d{1,4})(?:-(\d{1,4}))?/(\d{4})")
_NUMBER = re.compile(r"Decision\s{1,3}(?:Notice\s{1,3})?(\d{1,4})/(\d{4})", re.IGNORECASE)
_AUTHORITY = re.compile(r"(?:Public )?Authority:\s{0,3}([^\n]{2,200})")
_DATED = re.compile(r"(?:Decision|Issue) Date:\s{0,3}([^\n]{6,40})|Date:\s{0,3}([^\n]{6,40})", re.IGNORECASE)
_SCOTTISH = {"foia2000": "foisa2002", "eir2004": "eisr2004"}
_EIRS = re.compile(r"\b(?:EIRs|Environmental Information \(Scotland\) Regulations)\b")
_FOISA = re.compile(r"\bFOISA\b|Freedom of Information \(Scotland\) Act")
_SENTENCE = re.compile(r"[^.\n]{1,2000}(?:\.(?=\d|\w)[^.\n]{0,2000}){0,20}\.?")
_PARTLY = re.compile(r"\bpart(?:ial)?ly (?:complied|failed)|complied in part", re.IGNORECASE)
_WRONG = re.compile(
    r"\b(?:failed to|(?:did|does|had|has) not) comply\b|\bnot entitled\b|\b(?:wrong|incorrect)ly\b|"
    r"\b(?:breach|contraven)\w{0,4}\b|\bfailed\b|\bfailure\b",
    re.IGNORECASE,
)
_RIGHT = re.compile(r"(?<!not )\bcomplied\b|(?<!not )\bentitled to\b|(?<!in)\bcorrectly\b", re.IGNORECASE)


class Osic:
    """The decisions asked for by number, each read for what it says of every provision it names.

    Args:
        client: Fetches.
        options: Licence and limits, where a person says.
    """

    name = "osic"
    about = About(
        name,
        "decisions of the Scottish Information Commissioner",
        "the outcome of each provision named in the section Decision, by rule; there is no list: ask by number",
        "inferred",
        "unknown",
        2.0,
        _SITE,
    )

    def __init__(self, client: Client, options: Options) -> None:
        self._client = client
        self._options = options

    def discover(self, query: str = "", cursor: str | None = None) -> Iterator[Stub | Problem]:
        """One stub for each decision asked for.

        Args:
            query: Numbers: `227/2024 1-40/2025`.
            cursor: The number to begin with.

        Yields:
            Stubs.

        Raises:
            UsageError: The query is no list of numbers.
        """
        asked = [_ASKED.fullmatch(word) for word in query.split()]
        wanted = [match for match in asked if match]
        if not asked or len(wanted) < len(asked):
            raise UsageError(f"decisions are asked for by number, such as 227/2024 or 1-40/2025, not {query!r}")
        waiting = bool(cursor)
        for match in wanted:
            for number in range(int(match[1]), int(match[2] or match[1]) + 1):
                name = f"{number:03}{match[3]}"
                waiting = waiting and name != cursor
                if not waiting:
                    yield Stub(f"{_SITE}/decision-{name}", cursor=name)

    def fetch(self, stub: Stub) -> Raw:
        """The page of a decision."""
        return Raw(stub, (fetch_page(self._client, stub.origin),))

    def parse(self, raw: Raw) -> Iterator[Item]:
        """A record for each provision about which the decision says whether the authority complied."""
        page, limits = raw.contents[0], self._options.limits
        markup = markup_of(page, limits)
        sections = sections_of(markup, limits)
        below = {heading.lower(): text for heading, text in reversed(sections)}
        whole = "\n".join(part for section in sections for part in section)
        number, decided = _NUMBER.search(whole), below.get("decision")
        if number is None or not decided:
            what = "number" if number is None else "section 'Decision'"
            raise UnreadableError(f"{page.name}: no {what} is found on the page; the site may have changed")
        authority = _AUTHORITY.search(whole)
        dated = _DATED.search(whole)
        environmental = bool(_EIRS.search(decided)) and not _FOISA.search(decided)
        common = {
            "notice_id": f"{self.name}/{int(number[1]):03}/{number[2]}",
            "regulator": self.name,
            "text": decided,
            "made_by": "rule:sources/osic@1",
            "authority": authority[1].strip() if authority else None,
            "date": parse_day(dated[1] or dated[2], day_first=True) if dated else None,
            "summary": below.get("summary") or None,
            "origin": raw.stub.origin,
            "licence": licence_of(self.about, self._options),
        }
        if authority is None:
            yield Problem(
                raw.stub.origin, "load", "no line 'Authority:' is found on the page; whose decision is not known"
            )
        yield from _rulings(decided, "eisr2004" if environmental else "foisa2002", common)


def _rulings(text: str, home: str, common: dict[str, Any]) -> Iterator[DecisionNotice]:
    """What each sentence says of the provisions it cites; of the request as a whole when none cites any."""
    # The finder loads its grammar, which nothing else here needs.
    from ..citations import find

    found = [each for each in find(f"{text}\n") if each.law in {*_SCOTTISH, *_SCOTTISH.values()}]
    rulings: list[tuple[str | None, dict[str, Any]]] = []
    for sentence in _SENTENCE.finditer(text):
        quote = sentence.group().strip()
        start = sentence.start() + sentence.group().index(quote)
        cited = [p for each in found if sentence.start() <= each.start < sentence.end() for p in each.provisions]
        is_about_law, outcome = _outcome(quote, len(cited))
        if not is_about_law:
            continue
        evidence: dict[str, Any] = {"outcome": outcome, "start": start, "end": start + len(quote), "quote": quote}
        rulings += [(_scottish(provision), evidence) for provision in cited]
        if not cited:
            rulings.append((None, evidence))
    if any(provision for provision, _ in rulings):
        rulings = [(provision, evidence) for provision, evidence in rulings if provision]
    nothing: dict[str, Any] = {"outcome": None, "start": 0, "end": len(text), "quote": text}
    for provision, evidence in rulings or [(None, nothing)]:
        law = provision.partition(":")[0] if provision else home
        yield DecisionNotice(regime=law, provision=provision, **evidence, **common)


def _outcome(sentence: str, provisions: int) -> tuple[bool, str | None]:
    """Whether a sentence says that the law was kept or broken, and which of these where that is clear."""
    right, wrong = _RIGHT.search(sentence), _WRONG.search(sentence)
    if _PARTLY.search(sentence) or (right and wrong):
        return True, "partly" if provisions < 2 else None
    return bool(right or wrong), "against_authority" if wrong else "for_authority" if right else None


def _scottish(provision: str) -> str:
    """The Commissioner applies Scottish law only, whose sections have other numbers than those of the Act of 2000."""
    law, _, number = provision.partition(":")
    return f"{_SCOTTISH.get(law, law)}:{number}"
