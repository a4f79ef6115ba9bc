"""Dispositions and exemptions as United States agencies report them each fiscal year.

Source: DD Form 2564 and annual reports of the Nuclear Regulatory Commission; see `us.toml`.
"""

from collections.abc import Iterable

from .counting import count
from .definition import definition
from .figures import Figures
from .period import Period
from .placing import Placed, placed, unclassified
from .requests import CountedRequest

__all__ = ["us"]

_DEFINITION = definition("us")
_EXEMPTIONS = frozenset(c.key for c in _DEFINITION.columns if c.header.startswith("Ex. "))
_REFUSED = ("full_refusal", "ncnd", "future_publication", "mixed_non_disclosure")
_DISPOSITIONS = {
    "full_disclosure": "full_grant",
    "answered_narrative": "full_grant",
    "partial_disclosure": "partial_grant",
    "not_held": "no_records",
    "transferred": "referred",
    "withdrawn_or_lapsed": "withdrawn",
    "cost_limit": "fee",
    "fee_notice": "fee",
    "clarification_sought": "not_described",
    "invalid_request": "improper",
    "outside_act": "not_agency",
    "repeated": "duplicate",
    "already_accessible": "other",
    "signposted": "other",
    "vexatious": "other",
}


def us(requests: Iterable[CountedRequest], year: int, *, registered: bool = False) -> Figures:
    """The disposition and exemption tables of a fiscal year, a row for each agency.

    Args:
        requests: The requests, as `requests_of` or `read_register` give them.
        year: The fiscal year, named by the calendar year in which it ends.
        registered: Whether they come from a case register.

    Raises:
        UnreconciledError: When the sums of a row contradict one another.
        UsageError: When there is nothing to count.

    >>> import datetime as dt
    >>> asked = [CountedRequest("1", "Office of Inland Waters", regime="us_foia", outcome="full_refusal",
    ...     closed=dt.date(2023, 11, 1), grounds=("us_foia:(b)(6)", "us_foia:(b)(7)(C)"))]
    >>> found = us(asked, 2024)
    >>> found.cell("Full Denials Based on Exemptions").value, found.cell("Ex. 7(C)").value
    (1, 1)
    """
    return count(
        _DEFINITION,
        _place,
        requests,
        Period(year, fiscal=True),
        registered=registered,
        day=lambda request: request.closed,
    )


def _place(request: CountedRequest, registered: bool) -> Placed:
    if request.status == "withdrawn":
        return placed("processed", "withdrawn")
    if request.status != "decided":
        return Placed("not processed")
    exemptions = _EXEMPTIONS & set(request.grounds)
    if request.outcome in _REFUSED:
        # Of two reasons for giving nothing, the exemption counts: the others only where it is none.
        return placed("processed", "full_denial" if exemptions else "other", *exemptions)
    disposition = _DISPOSITIONS.get(request.outcome or "")
    if disposition is None:
        return unclassified("the outcome is not known")
    return placed("processed", disposition, *(exemptions if disposition == "partial_grant" else ()))
