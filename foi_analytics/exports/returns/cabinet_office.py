"""The return of monitored bodies to the Cabinet Office: 122 columns a body and period.

Outcomes are of the first decision.  Source of the columns and of how they add up: the open CSV
files of the annual statistics for 2019 and 2020; see `cabinet_office.toml`.
"""

from collections.abc import Iterable

from ...deadlines.bands import band
from ...deadlines.limits import time_limits
from .counting import count
from .definition import definition
from .figures import Figures
from .period import Period
from .placing import COUNTED, Placed, grounds_in, placed, unclassified
from .requests import CountedRequest

__all__ = ["cabinet_office"]

_DEFINITION = definition("cabinet_office")
_GIVEN = ("full_disclosure", "answered_narrative")
_REFUSED = ("full_refusal", "future_publication", "ncnd", "mixed_non_disclosure")
_PROCEDURAL = {"cost_limit": "cost", "vexatious": "vexatious", "repeated": "repeated"}
_PROCEDURAL_GROUNDS = {"foia2000:12": "cost", "foia2000:14(1)": "vexatious", "foia2000:14(2)": "repeated"}
_ADVICE = ("clarification_sought", "transferred", "signposted", "outside_act", "invalid_request")
_SECTION_21 = "foia2000:21"
_UNREASONABLE = "eir2004:12(4)(b)"
_ABOVE = {
    "granted": ("resolvable",),
    "partial": ("resolvable", "claimed"),
    "refused": ("resolvable", "withheld", "claimed"),
    **dict.fromkeys(_PROCEDURAL.values(), ("resolvable", "withheld")),
    "not_held": (),
    "advice": (),
}
"""For each outcome the columns that hold it as part of a sum."""
_REVIEWS = {
    "internal_review_upheld": "upheld",
    "internal_review_partly_overturned": "part",
    "internal_review_overturned": "overturned",
}


def cabinet_office(requests: Iterable[CountedRequest], period: Period, *, registered: bool = False) -> Figures:
    """The Cabinet Office return, a row for each body.

    Args:
        requests: The requests, as `requests_of` or `read_register` give them.
        period: A year, or one of its quarters; a quarterly return leaves some columns blank.
        registered: Whether they come from a case register.

    Raises:
        UnreconciledError: When the sums of a row contradict one another.
        UsageError: When there is nothing to count.

    >>> import datetime as dt
    >>> asked = [CountedRequest("1", "Fenmoor Office", regime="foia2000", closed=dt.date(2024, 3, 1),
    ...     outcome="partial_disclosure", grounds=("foia2000:40(2)",), letters=(("decision", ("letter-1",)),))]
    >>> cell = cabinet_office(asked, Period(2024)).cell("S(40) - Personal information")
    >>> cell.value, cell.letters
    (1, ('letter-1',))
    """
    return count(_DEFINITION, _place, requests, period, registered=registered)


def _place(request: CountedRequest, registered: bool) -> Placed:
    found = _outcome(request, registered)
    return Placed(found.line, found.keys | _asides(request))


def _outcome(request: CountedRequest, registered: bool) -> Placed:
    if request.is_on_hold:
        return Placed("on hold or lapsed", frozenset({"received", "on_hold"}))
    if request.status == "open":
        if not registered:
            return Placed("no decision among the letters")
        return placed("received", "base", "resolvable", "open", *_handling(request))
    grounds = grounds_in(_DEFINITION, request.grounds)
    leaf, why = _leaf(request, bool(grounds))
    if leaf is None:
        return unclassified(why)
    accessible = _accessible(request, leaf)
    if leaf == "s21":
        return Placed("section 21 alone", accessible)
    keys = {leaf, *_ABOVE[leaf], "received", "base", "processed", *_handling(request)}
    if "claimed" in keys:
        keys |= grounds
    return Placed(f"{COUNTED}: {why}" if why else COUNTED, frozenset(keys) | accessible)


def _leaf(request: CountedRequest, exempt: bool) -> tuple[str | None, str]:
    """The outcome that counts a decided request, and why it is none or not the one to be expected."""
    outcome = request.outcome
    if outcome in _GIVEN:
        if exempt and not request.ncnd:
            return None, "all is disclosed, yet an exemption is relied on"
        return ("partial" if exempt else "granted"), ""
    if outcome == "partial_disclosure":
        return _part(request, exempt)
    if outcome in _PROCEDURAL:
        return ("refused" if _UNREASONABLE in request.grounds else _PROCEDURAL[outcome]), ""
    if outcome in _REFUSED or outcome == "already_accessible":
        return _refused(request, exempt)
    if outcome == "not_held":
        return "not_held", ""
    if outcome in _ADVICE:
        return "advice", ""
    return None, "the first outcome is not known"


def _part(request: CountedRequest, exempt: bool) -> tuple[str | None, str]:
    if exempt:
        return "partial", ""
    if procedural := _procedural(request):
        return procedural, "answered in part, the rest refused under section 12 or 14"
    if request.some_not_held or _relies_on(request, _SECTION_21):
        return "granted", ""
    return None, "partly disclosed, and no exemption is known"


def _refused(request: CountedRequest, exempt: bool) -> tuple[str | None, str]:
    if exempt and request.outcome != "already_accessible":
        return "refused", ""
    if procedural := _procedural(request):
        return procedural, ""
    if _relies_on(request, _SECTION_21) and request.outcome != "mixed_non_disclosure":
        return "s21", ""
    return None, "refused, and no exemption of these columns is known"


def _procedural(request: CountedRequest) -> str | None:
    return next((key for ground, key in _PROCEDURAL_GROUNDS.items() if _relies_on(request, ground)), None)


def _relies_on(request: CountedRequest, section: str) -> bool:
    return any(each == section or each.startswith(f"{section}(") for each in request.grounds)


def _handling(request: CountedRequest) -> set[str]:
    timed = request.timeliness if request.timeliness in ("in_time", "in_extension", "late") else None
    return {key for key in (timed, "eir" if request.regime == "eir2004" else None) if key}


def _accessible(request: CountedRequest, leaf: str) -> frozenset[str]:
    """Section 21, which is counted apart; no extension is to be had for it."""
    if not _relies_on(request, _SECTION_21):
        return frozenset()
    when = {"in_time": "s21_in_time", "in_extension": "s21_late", "late": "s21_late"}.get(request.timeliness or "")
    return frozenset(filter(None, ("s21", "s21_full" if leaf == "s21" else "s21_part", when)))


def _asides(request: CountedRequest) -> set[str]:
    """Reviews, complaints and extended tests: counted whatever became of the request."""
    keys = set()
    if request.review:
        keys.add("reviews")
        if known := _REVIEWS.get(request.review):
            keys |= {"reviews_known", f"review_{known}"}
        if request.review_took is not None:
            keys |= {"reviews_timed", f"review {band(request.review_took, of='review')}"}
    if request.complaint:
        keys.add("complaints")
        if known := _REVIEWS.get(request.complaint):
            keys |= {"complaints_known", f"complaint_{known}"}
    if request.extended and request.extended.startswith("foia2000:"):
        keys.add("pit")
        if request.status == "decided":
            keys.add("pit_done")
            if request.took is not None:
                beyond = max(request.took - time_limits().limit("foia2000").number, 0)
                keys |= {"pit_timed", f"pit {band(beyond)}"}
    return keys
