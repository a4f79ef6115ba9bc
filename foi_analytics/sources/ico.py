"""Decision notices of the Information Commissioner: what was decided about each provision."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

from ..errors import UnreadableError, UsageError
from ..fetching import Client
from ..formats import Content
from ..records import DecisionNotice, Problem
from ..regimes import regime
from .about import About
from .dates import parse_day
from .fields import Fields, read_json
from .options import Options
from .publisher import each_of, licence_of, unknown_fields
from .source import Item, Raw, Stub

__all__ = ["Ico"]

_SITE = "https://ico.org.uk"
_SEARCH = f"{_SITE}/api/search"
# The site's own number for its list of decision notices; it changes when the site is rebuilt.
_LIST = 13635
_REGIMES = {"FOI": "foia2000", "FOIA": "foia2000", "EIR": "eir2004"}
# The complaint is the requester's: where it is upheld, the authority was wrong.
_OUTCOMES = {
    "complaint upheld": "against_authority",
    "complaint not upheld": "for_authority",
    "complaint partly upheld": "partly",
    "complaint partially upheld": "partly",
}
_SECTION = re.compile(r"\s*([A-Za-z]{2,5})\s{1,3}(\d{1,2}[A-Z]?(?:\([^\s()]{1,4}\)){0,4})\s*")
_RESULT = (
    *("filterItemMetaData", "title", "createdDateTime", "id", "url", "description", "filterItemDecisions"),
    *("image", "imageAlt", "pageType"),
)


class Ico:
    """The Commissioner's list of notices, which says for each provision what became of the complaint.

    Args:
        client: Fetches.
        options: Licence and limits, where a person says.
    """

    name = "ico"
    about = About(
        name,
        "decision notices of the Information Commissioner",
        "outcome of each provision, authority, day, sector and summary; the notices themselves (PDF) are not read",
        "inferred",
        "assumed: Open Government Licence v3.0",
        2.0,
        f"{_SITE}/action-weve-taken/decision-notices/",
    )

    def __init__(self, client: Client, options: Options) -> None:
        self._client = client
        self._options = options

    def discover(self, query: str = "", cursor: str | None = None) -> Iterator[Stub | Problem]:
        """One stub for each page of the list, the latest first.

        Args:
            query: Empty: how the list is searched is not known.
            cursor: The page to begin with.

        Yields:
            Stubs.

        Raises:
            UsageError: There is a query.
        """
        if query:
            raise UsageError("the list of decision notices is read as a whole; leave the query empty")
        answer = read_json(self._page(1), self._options.limits).part("pagination")
        last = answer.number("totalPages")
        for page in range(int(cursor or 1), last + 1):
            yield Stub(f"{_SEARCH}#page={page}", parts=(str(page),), cursor=str(page))

    def fetch(self, stub: Stub) -> Raw:
        """One page of the list."""
        return Raw(stub, (self._page(int(stub.parts[0])),))

    def parse(self, raw: Raw) -> Iterator[Item]:
        """A record for each provision of each notice."""
        answer = read_json(raw.contents[0], self._options.limits)
        results = list(answer.parts("results"))
        if not results:
            raise UnreadableError(f"{answer.place}: no notices; the site may have changed")
        yield from each_of(results, lambda each: self._notice(each, raw.stub), raw.stub.origin)

    def _notice(self, result: Fields, stub: Stub) -> Iterator[Item]:
        yield from unknown_fields(result, _RESULT, stub)
        url = urljoin(_SITE, result.text("url"))
        facts = result.maybe("filterItemMetaData") or ""
        day, _, sector = facts.partition(", ")
        common: dict[str, Any] = {
            "notice_id": f"{self.name}/{urlsplit(url).path.rstrip('/').rpartition('/')[2]}",
            "regulator": self.name,
            "made_by": f"source:{self.name}",
            "authority": result.text("title"),
            "date": parse_day(day, day_first=True),
            "sector": sector or None,
            "summary": result.maybe("description"),
            "origin": url,
            "licence": licence_of(self.about, self._options),
        }
        decisions = list(result.maybe_parts("filterItemDecisions"))
        lines = [f"{each.text('section')}: {each.text('status')}" for each in decisions]
        text, start = "\n".join(lines), 0
        for decision, line in zip(decisions, lines, strict=True):
            law, provision = _provision(decision.text("section"))
            outcome = _OUTCOMES.get(decision.text("status").strip().lower())
            if provision is None:
                yield Problem(
                    url, "load", f"the provision {decision.text('section')!r} is not known; it is kept in words"
                )
            if outcome is None:
                yield Problem(url, "load", f"the outcome {decision.text('status')!r} is not known; it is kept in words")
            evidence: dict[str, Any] = {"text": text, "start": start, "end": start + len(line), "quote": line}
            yield DecisionNotice(regime=law, provision=provision, outcome=outcome, **evidence, **common)
            start += len(line) + 1
        if not decisions:
            evidence = {"text": "", "start": 0, "end": 0, "quote": ""}
            yield DecisionNotice(regime=None, provision=None, outcome=None, **evidence, **common)

    def _page(self, number: int) -> Content:
        asked = {"filters": [], "pageNumber": number, "order": "newest", "rootPageId": _LIST}
        return Content.of(self._client.post(_SEARCH, json=asked).content, f"{_SEARCH}#page={number}")


def _provision(section: str) -> tuple[str | None, str | None]:
    """The statute and the provision that the list's own shorthand means: `FOI 12`, `EIR 12(4)(b)`."""
    match = _SECTION.fullmatch(section[:80])
    law = _REGIMES.get(match[1].upper()) if match else None
    if match is None or law is None:
        return law, None
    found = regime(law).find(match[2])
    return law, f"{law}:{match[2]}" if found else None
