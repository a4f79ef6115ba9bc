"""The statistics that Scottish authorities give their Commissioner: FOISA and the Scottish EIRs apart.

Source of the fields: the public export of the portal for 2019 and the notes on its form; see
`scotland.toml`.
"""

from collections.abc import Iterable

from ...deadlines import time_limits
from .counting import count
from .definition import definition
from .figures import Figures
from .period import Period
from .placing import Placed, grounds_in, placed, unclassified
from .requests import CountedRequest

__all__ = ["scotland"]

_DEFINITION = definition("scotland")
_PARTS = {"foisa2002": "foisa", "eisr2004": "eir"}
_CLOSED = {"lapsed": "unclear", "withdrawn": "withdrawn", "fee_noticed": "fee"}
_OUTCOMES = {
    "partial_disclosure": "some",
    "full_refusal": "none",
    "future_publication": "none",
    "already_accessible": "none",
    "mixed_non_disclosure": "none",
    "not_held": "not_held",
    "ncnd": "ncnd",
    "cost_limit": "cost",
    "vexatious": "vexatious",
    "repeated": "repeated",
}
_UNREASONABLE = {"vexatious": "unreasonable", "repeated": "unreasonable"}
"""Under the Regulations such requests are manifestly unreasonable."""


def scotland(requests: Iterable[CountedRequest], period: Period, *, registered: bool = False) -> Figures:
    """The fields of the Scottish portal, a row for each authority.

    Args:
        requests: The requests, as `requests_of` or `read_register` give them.
        period: A year, or one of its quarters.
        registered: Whether they come from a case register.

    Raises:
        UsageError: When there is nothing to count.

    >>> import datetime as dt
    >>> asked = [CountedRequest("1", "Lochfern Council", regime="foisa2002", outcome="not_held",
    ...     received=dt.date(2024, 3, 1), timeliness="in_time")]
    >>> found = scotland(asked, Period(2024))
    >>> found.cell("FOISA - none held ").value, found.cell("FOISA response on time").value
    (1, 1)
    """
    return count(_DEFINITION, _place, requests, period, registered=registered)


def _place(request: CountedRequest, registered: bool) -> Placed:
    part = _PARTS[str(request.regime)]
    found = _outcome(request, part, registered)
    return Placed(found.line, found.keys | _reviews(request, part))


def _outcome(request: CountedRequest, part: str, registered: bool) -> Placed:
    requested = f"{part} requests"
    if request.status in _CLOSED:
        return Placed(f"closed: {request.status}", frozenset({requested, f"{part} {_CLOSED[request.status]}"}))
    if request.status == "on_hold":
        return Placed("on hold", frozenset({requested}))
    if request.status == "open":
        if not registered:
            return Placed("no decision among the letters")
        return placed(requested, *({f"{part} failure"} if request.timeliness == "late" else ()))
    leaf = _leaf(request, part)
    if leaf is None:
        return unclassified("the first outcome is not known, or is no answer to a request")
    grounds = grounds_in(_DEFINITION, request.grounds) if leaf in ("some", "none", "ncnd") else frozenset()
    when = {"in_time": "on_time", "in_extension": "on_time", "late": "late"}.get(request.timeliness or "")
    keys = {requested, f"{part} {leaf}"} | ({f"{part} {when}"} if when else set())
    if part == "eir" and request.extended:
        keys.add("eir extended")
    return placed(*keys, *grounds)


def _leaf(request: CountedRequest, part: str) -> str | None:
    if request.outcome in ("full_disclosure", "answered_narrative"):
        held_back = request.some_not_held or grounds_in(_DEFINITION, request.grounds)
        return "some" if held_back else "full"
    leaf = _OUTCOMES.get(request.outcome or "")
    return _UNREASONABLE.get(leaf or "", leaf) if part == "eir" else leaf


def _reviews(request: CountedRequest, part: str) -> set[str]:
    if not request.review:
        return set()
    keys = {f"{part} reviews"}
    upheld = request.review in ("internal_review_upheld", "internal_review_partly_overturned")
    if upheld or request.review == "internal_review_overturned":
        changed = "review_substituted" if part == "foisa" else "review_not_upheld"
        keys.add(f"{part} {'review_upheld' if upheld else changed}")
    if request.review_took is not None:
        late = request.review_took > time_limits().limit(str(request.regime), "review").number
        keys.add(f"{part} {'review_late' if late else 'review_on_time'}")
    return keys
