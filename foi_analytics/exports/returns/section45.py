"""The quarterly figures that the section 45 Code of Practice asks authorities to publish.

Source: Code of Practice under section 45 of the Freedom of Information Act 2000 (July 2018),
paragraphs 8.5 and 8.6; the items are those that returns published under them share.
"""

from collections.abc import Iterable

from .counting import count
from .definition import definition
from .figures import Figures
from .period import Period
from .placing import Placed, placed, unclassified
from .requests import CountedRequest

__all__ = ["section45"]

_DEFINITION = definition("section45")
_OUTCOMES = {
    "full_disclosure": "granted",
    "answered_narrative": "granted",
    "partial_disclosure": "partial",
    "not_held": "not_held",
    **dict.fromkeys(
        (
            *("full_refusal", "future_publication", "already_accessible", "mixed_non_disclosure", "ncnd"),
            *("cost_limit", "vexatious", "repeated"),
        ),
        "refused",
    ),
    **dict.fromkeys(("clarification_sought", "transferred", "signposted", "outside_act", "invalid_request"), "advice"),
}
_REVIEWS = {
    "internal_review_upheld": "review_upheld",
    "internal_review_partly_overturned": "review_changed",
    "internal_review_overturned": "review_changed",
}


def section45(requests: Iterable[CountedRequest], period: Period, *, registered: bool = False) -> Figures:
    """The return of the section 45 Code, a row for each authority.

    Args:
        requests: The requests, as `requests_of` or `read_register` give them.
        period: A year, or one of its quarters.
        registered: Whether they come from a case register.

    Raises:
        UnreconciledError: When the sums of a row contradict one another.
        UsageError: When there is nothing to count.

    >>> import datetime as dt
    >>> asked = [CountedRequest("1", "Fenmoor Council", regime="foia2000", outcome="cost_limit",
    ...     closed=dt.date(2024, 3, 1))]
    >>> section45(asked, Period(2024, 1)).cell("Refused in full").value
    1
    """
    return count(_DEFINITION, _place, requests, period, registered=registered)


def _place(request: CountedRequest, registered: bool) -> Placed:
    found = _outcome(request, registered)
    reviews = {"reviews", _REVIEWS.get(request.review, "review_unknown")} if request.review else set()
    return Placed(found.line, found.keys | reviews)


def _outcome(request: CountedRequest, registered: bool) -> Placed:
    if request.is_on_hold:
        return Placed("withdrawn or awaiting clarification", frozenset({"received", "on_hold"}))
    if request.status == "open":
        return placed("received", "open") if registered else Placed("no decision among the letters")
    leaf = _OUTCOMES.get(request.outcome or "")
    if leaf is None:
        return unclassified("the first outcome is not known")
    timed = {request.timeliness} if request.timeliness in ("in_time", "in_extension", "late") else set()
    return placed("received", "processed", leaf, *timed)
