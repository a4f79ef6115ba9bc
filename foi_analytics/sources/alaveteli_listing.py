"""Lists of requests on an Alaveteli site, taken apart where they are longer than the site shows.

A list ends after 500 requests: its page 21 is not there.  Days part a list without losing
anything, which states do not (there is no list of those withdrawn or vexatious); so a list that is
too long is parted by days, and only a single day that is too long by states.
Read in mysociety/alaveteli@351eb61e: `request_controller.rb`, `public_body_controller.rb`.
"""

import datetime as dt
import json
import re
from dataclasses import dataclass, replace
from urllib.parse import quote, urljoin, urlsplit

from ..errors import UsageError
from ..formats.html import parse_markup

__all__ = [
    "MOST_PAGES",
    "PER_PAGE",
    "STATES",
    "Listing",
    "Page",
    "Row",
    "Window",
    "read_cursor",
    "read_listing",
    "write_cursor",
]

PER_PAGE = 25
MOST_PAGES = 20
STATES = ("successful", "unsuccessful", "awaiting")
"""The states that have lists of their own."""

_FIRST_DAY = dt.date(2006, 1, 1)
_COUNT = re.compile(r"\d[\d,.\s]{0,12}")
_REQUEST = re.compile(r"/request/[^/]{1,300}")
_TERMS = ("body", "state", "tag", "after", "before", "request")
_NAME = re.compile(r"[\w.:-]{1,200}")


@dataclass(frozen=True, slots=True)
class Listing:
    """What a query asks for.

    Attributes:
        body: An authority, as in its address.
        state: One of `STATES`.
        tag: A tag of requests, or of authorities in the list of all.
        after, before: First and last day.
        request: One request, as in its address; the rest does not count then.
    """

    body: str = ""
    state: str = ""
    tag: str = ""
    after: dt.date | None = None
    before: dt.date | None = None
    request: str = ""

    @classmethod
    def of(cls, query: str) -> "Listing":
        """A query in words.

        Raises:
            UsageError: It has a term that does not exist, or a value that cannot be.

        >>> Listing.of("body:fenmoor_council state:successful after:2024-01-01")
        Listing(body='fenmoor_council', state='successful', tag='', after=datetime.date(2024, 1, 1), ...)
        """
        given: dict[str, str] = {}
        for word in query.split():
            term, colon, value = word.partition(":")
            if not colon or term not in _TERMS or not _NAME.fullmatch(value):
                raise UsageError(
                    f"{word!r} is no term of a query here; there are body:NAME, state:STATE, tag:NAME, "
                    "after:YYYY-MM-DD, before:YYYY-MM-DD and request:NAME, with names as in the site's addresses"
                )
            given[term] = value
        if given.get("state", STATES[0]) not in STATES:
            raise UsageError(f"there is no list of state {given['state']!r}; lists are {', '.join(STATES)}")
        after, before = (_day(given.pop(term)) if term in given else None for term in ("after", "before"))
        return cls(**given, after=after, before=before)

    def path(self, state: str) -> str:
        """The path of the list, of one state when it is said."""
        state = self.state or state
        parts = ["body", self.body, state, self.tag] if self.body else ["list", self.tag, state]
        return "/" + "/".join(quote(part) for part in parts if part)


@dataclass(frozen=True, slots=True)
class Window:
    """A part of a list: its days, and its state where days were not enough."""

    after: dt.date | None = None
    before: dt.date | None = None
    state: str = ""

    def params(self, page: int) -> dict[str, str]:
        """The parameters of one of its pages."""
        days = {"request_date_after": self.after, "request_date_before": self.before}
        return {name: day.strftime("%d/%m/%Y") for name, day in days.items() if day} | {"page": str(page)}

    def parts(self, today: dt.date) -> list["Window"]:
        """Smaller windows that together are this one, the latest first; none when it cannot be parted.

        >>> week = Window(dt.date(2024, 1, 1), dt.date(2024, 1, 7))
        >>> [f"{each.after:%d}-{each.before:%d}" for each in week.parts(dt.date(2024, 2, 1))]
        ['05-07', '01-04']
        """
        first, last = self.after or _FIRST_DAY, self.before or today
        if first < last:
            middle = first + (last - first) // 2
            day = dt.timedelta(days=1)
            return [replace(self, after=middle + day, before=last), replace(self, after=first, before=middle)]
        return [] if self.state else [replace(self, state=state) for state in STATES]


@dataclass(frozen=True, slots=True)
class Row:
    """A request in a list: its path, and what changes when anything happens to it."""

    path: str
    version: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a list.

    Attributes:
        rows: Its requests.
        about: How many the site thinks there are; None when it does not say.
        more: Whether there seems to be another page.
    """

    rows: tuple[Row, ...]
    about: int | None
    more: bool


def read_listing(markup: str, base: str) -> Page:
    """The requests on a page of a list.

    Args:
        markup: The page.
        base: Address of the site; links that lead off it are passed over.

    Returns:
        The page.

    Raises:
        UnreadableError: It nests deeper than any list does.
    """
    tree = parse_markup(markup)
    rows = []
    for listed in tree.css(".request_listing"):
        link, time, icon = (listed.css_first(each) for each in (".head a[href]", "time[datetime]", "[class*=icon_]"))
        path = _path(link.attributes.get("href") or "" if link else "", base)
        if path:
            when = time.attributes.get("datetime") if time else ""
            state = icon.attributes.get("class") if icon else ""
            rows.append(Row(path, f"{when} {state}" if when else ""))
    heading = tree.css_first(".foi_results")
    count = _COUNT.search(heading.text()) if heading else None
    more = len(rows) >= PER_PAGE or tree.css_first("a.next_page, a[rel=next]") is not None
    return Page(tuple(rows), int(re.sub(r"\D", "", count[0])) if count else None, more)


def _path(link: str, base: str) -> str:
    """The path of a request that a link leads to; empty when it leads to none on this site."""
    try:
        address = urlsplit(urljoin(f"{base}/", link))
    except ValueError:
        return ""
    here = f"{address.scheme}://{address.netloc}" == base
    return address.path if here and _REQUEST.fullmatch(address.path) else ""


def write_cursor(pending: list[Window], page: int) -> str:
    """Where a run is: the windows still to do, the present one first, and its page."""
    days = ((each.after, each.before, each.state) for each in pending)
    return json.dumps([page, *([after and str(after), before and str(before), state] for after, before, state in days)])


def read_cursor(cursor: str) -> tuple[list[Window], int]:
    """Windows and page of a cursor.

    >>> read_cursor(write_cursor([Window(dt.date(2024, 1, 1))], 3))
    ([Window(after=datetime.date(2024, 1, 1), before=None, state='')], 3)
    """
    page, *windows = json.loads(cursor)
    return [Window(_maybe_day(after), _maybe_day(before), state) for after, before, state in windows], int(page)


def _maybe_day(value: str | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if value else None


def _day(value: str) -> dt.date:
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise UsageError(f"{value!r} is no day; write 2024-01-31") from None
