"""Counting the requests of a period into the columns of a return."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from ...errors import UsageError
from ...naming import counted
from .definition import Column, Definition, ground_key
from .figures import NO_BASE, SOURCES, Cell, Figures, Remark
from .period import Period
from .placing import COUNTED, Place
from .reconciling import reconcile
from .requests import CountedRequest

__all__ = ["count"]

_KNOWN = "A published corpus is not a register. Left blank, because letters cannot tell: {}."
_STATUTE = "A request that names no statute counts under the one that most requests to its authority are under."
_OF_PUBLISHED = "Every figure is of published responses: what was never published is not counted."

Tallies = Mapping[str, Sequence[CountedRequest]]


def count(
    definition: Definition,
    place: Place,
    requests: Iterable[CountedRequest],
    period: Period,
    *,
    registered: bool = False,
    day: Callable[[CountedRequest], dt.date | None] = lambda request: request.day,
) -> Figures:
    """Count requests into a return.

    Args:
        definition: The return.
        place: Where each request goes.
        requests: The requests, of any period, authority and statute.
        period: What the return covers.
        registered: Whether they come from a case register, which knows of those nobody has answered.
        day: The day that puts a request into a period.

    Returns:
        The return, with its sums checked.

    Raises:
        UnreconciledError: When its sums contradict one another.
        UsageError: When no request of its statutes falls into the period.
    """
    ours, tallied = _chosen(definition, requests, period, day)
    if not ours:
        raise UsageError(f"no request under {', '.join(definition.statutes)} falls into {period}; {' '.join(tallied)}")
    rows: dict[str, Sequence[Cell]] = {}
    remarks: list[Remark] = []
    for authority in sorted({request.authority for request in ours}):
        tallies, lines = _tallied([r for r in ours if r.authority == authority], place, registered)
        rows[authority] = [
            _cell(authority, column, definition, tallies, period, registered) for column in definition.columns
        ]
        remarks += (_remark(authority, line, those) for line, those in sorted(lines.items()))
    tallied += _left_out(remarks)
    if untimed := sum(request.timeliness is None for request in ours):
        tallied.append(f"Whether it was in time is not known of {counted(untimed, 'request')} of {len(ours):,}.")
    warnings = reconcile(definition, rows)
    notes = (*_unknowable(definition, registered), *definition.notes)
    return Figures(definition, period, rows, remarks, notes, tallied, warnings, SOURCES[registered])


def _unknowable(definition: Definition, registered: bool) -> list[str]:
    if registered:
        return []
    blank = dict.fromkeys(c.header.strip() for c in definition.columns if c.needs == "register")
    unknown = [_KNOWN.format("; ".join(blank))] if blank else []
    return [_OF_PUBLISHED, *unknown, _STATUTE]


def _chosen(
    definition: Definition,
    requests: Iterable[CountedRequest],
    period: Period,
    day: Callable[[CountedRequest], dt.date | None],
) -> tuple[list[CountedRequest], list[str]]:
    ours, away, why = [], Counter[str](), Counter[str]()
    for request in requests:
        on = day(request)
        if request.regime not in definition.statutes:
            away["under another statute, or none that is named"] += on is not None and period.holds(on)
        elif on is None:
            away["of no known day"] += 1
        elif period.holds(on):
            ours.append(request)
            why["received"] += request.received is None
    notes = [f"Not in the return: {counted(n, 'request')} {what}." for what, n in away.items() if n]
    if why["received"]:
        notes.append(
            f"{counted(why['received'], 'request')} of no known day of receipt count by the day of the decision."
        )
    return ours, notes


def _tallied(
    requests: Iterable[CountedRequest], place: Place, registered: bool
) -> tuple[Tallies, Mapping[str, list[CountedRequest]]]:
    tallies: dict[str, list[CountedRequest]] = defaultdict(list)
    lines: dict[str, list[CountedRequest]] = defaultdict(list)
    for request in requests:
        put = place(request, registered)
        lines[put.line].append(request)
        for key in put.keys:
            tallies[key].append(request)
    return tallies, lines


def _cell(
    authority: str, column: Column, definition: Definition, tallies: Tallies, period: Period, registered: bool
) -> Cell:
    def cell(value: int | float | None, mark: str = "", behind: Iterable[CountedRequest] = ()) -> Cell:
        those = list(behind)
        letters = dict.fromkeys(each for r in those for each in r.letters_for(column.opens or "decision"))
        cases = tuple(r.case_id for r in those)
        return Cell(authority, column.position, column.header, value, mark, cases, tuple(letters))

    if column.kind == "label":
        return cell(None, str(period) if column.key == "period" else authority)
    if (
        column.kind == "blank"
        or (column.when == "annual" and period.quarter)
        or not _known(column, tallies, registered)
    ):
        return cell(None)
    if column.kind == "share":
        parts, _, base = column.of.partition("/")
        whole = len(tallies.get(base, ()))
        behind = [r for key in parts.split("+") for r in tallies.get(key, ())]
        return cell(100 * len(behind) / whole, behind=behind) if whole else cell(None, NO_BASE)
    if column.kind == "sum":
        found = [request for key in sorted(definition.grounds) for request in tallies.get(key, ())]
        return cell(len(found), behind={r.case_id: r for r in found}.values())
    key = ground_key(column.key, column.header) if column.kind == "ground" else column.key
    return cell(len(tallies.get(key, ())), behind=tallies.get(key, ()))


def _known(column: Column, tallies: Tallies, registered: bool) -> bool:
    """Whether what a column needs is known; see `Column.needs`."""
    if column.needs in ("", "register"):
        return registered or not column.needs
    if column.needs.startswith("any "):
        return any(tallies.get(key) for key in column.needs.removeprefix("any ").split("+"))
    whole, _, parts = column.needs.partition("=")
    return len(tallies.get(whole, ())) == sum(len(tallies.get(key, ())) for key in parts.split("+"))


def _remark(authority: str, line: str, requests: Sequence[CountedRequest]) -> Remark:
    letters = dict.fromkeys(each for r in requests for each in r.letters_for("decision"))
    return Remark(authority, line, line.startswith(COUNTED), tuple(r.case_id for r in requests), tuple(letters))


def _left_out(remarks: Iterable[Remark]) -> list[str]:
    """What is in no outcome of the return, by reason."""
    lines = Counter[str]()
    for remark in remarks:
        if not remark.counted:
            lines[remark.line] += len(remark.cases)
    return [f"In no outcome: {counted(number, 'request')}, {line}." for line, number in sorted(lines.items())]
