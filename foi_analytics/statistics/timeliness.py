"""How long requests wait: bands, the median, and the survival curve, in which open requests count as far as they are.

Days are working days by the calendar of the statute, from the request to its first decision; whether that is in
time is a rate (`find_rates`, of `timeliness`).  Requests that were put anew after a question what was meant have no
known first day, and are left out; so are those without a letter of which the source claims anything but that they
wait, as a disclosure log does.  A published corpus lacks most open requests, so that its curve falls too fast.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..corpus import Corpus
from ..deadlines import band
from ..deadlines.bands import BANDS, LONGEST
from ..errors import UsageError
from ..naming import SMALL_BASE, counted
from .intervals import median_ranks
from .rate import EVERYTHING, Query
from .subjects import GROUPINGS, UNNAMED
from .survival import Curve, survival_curve

__all__ = ["Durations", "Waiting", "find_durations", "find_waiting"]

_WAITING = r"(?i)wait|pending|in progress|not yet|^open$|^submitted$|^processed$|^ack$"
"""What sites and logs call a request that was not answered yet."""

# A request that nobody answered names no statute: that of the authority's others, else of most, is taken for it.
_CLOCKS = """
    WITH known AS (SELECT authority, regime FROM cases WHERE regime IS NOT NULL),
    theirs AS (SELECT authority, mode(regime ORDER BY regime) AS own FROM known GROUP BY authority),
    usual AS (SELECT mode(regime ORDER BY regime) AS common FROM known),
    until AS (SELECT coalesce($as_of, max(date)) AS as_of FROM letters),
    clocks AS (
        SELECT case_id, first_decision AS letter_id, coalesce(authority, $unnamed) AS authority, requested AS day,
            coalesce(regime, own, common, 'foia2000') AS regime, replied_in, as_of,
            replied_in IS NOT NULL AND first_decided <= as_of AS decided
        FROM cases LEFT JOIN theirs USING (authority) CROSS JOIN usual CROSS JOIN until
        WHERE replied_in IS NOT NULL
            OR (first_decision IS NULL AND NOT clarified AND (status <> 'no_letter'
                OR regexp_matches(coalesce(source_outcome, 'waiting'), $waiting)))
    ),
    timed AS (
        SELECT *, CASE WHEN decided THEN replied_in ELSE working_days(regime, day, as_of) END AS days FROM clocks
    ),
    grouped AS (SELECT *, {group} AS "group" FROM timed WHERE days IS NOT NULL)
    """


@dataclass(frozen=True, slots=True)
class Durations:
    """How long the decided requests of a group took.

    Attributes:
        group: Whose they are; `EVERYTHING` when of the whole corpus.
        requests: How many there are whose days are known.
        bands: How many fall in each band of the official returns.
        median: Working days of the middle one; None when withheld.
        low, high: Its 95 % interval, by the signs of the others.
        withheld: Why there is no median; None when there is one.
        query: Opens them: `case_id`, `letter_id`, `days`.
    """

    group: str
    requests: int
    bands: Mapping[str, int]
    median: float | None
    low: int | None
    high: int | None
    withheld: str | None
    query: Query = field(repr=False)


@dataclass(frozen=True, slots=True)
class Waiting:
    """The survival curve of the requests of a group.

    Attributes:
        group: Whose they are; `EVERYTHING` when of the whole corpus.
        as_of: The day up to which it is known what was decided.
        requests, open: How many there are, and how many were open on that day.
        curve: The share still open after so many days; None when withheld.
        withheld: Why there is no curve; None when there is one.
        query: Opens them: `case_id`, `letter_id` (None while open), `days`, `decided`.
    """

    group: str
    as_of: dt.date
    requests: int
    open: int
    curve: Curve | None
    withheld: str | None
    query: Query = field(repr=False)


def find_durations(corpus: Corpus, by: str | None = None, minimum: int = SMALL_BASE) -> list[Durations]:
    """Bands and median of the days that decided requests took.

    Args:
        corpus: The corpus.
        by: `authority`, `quarter`, `year` (of the request) or `regime`; None for the corpus as a whole.
        minimum: Medians of fewer requests are withheld.

    Raises:
        UsageError: When there is no such grouping.
    """
    groups, _ = _days(corpus, by, None)
    decided = {group: [days for days, was in rows if was] for group, rows in groups.items()}
    return [_durations(group, sorted(days), by, minimum) for group, days in decided.items() if days]


def find_waiting(
    corpus: Corpus, by: str | None = None, as_of: dt.date | None = None, minimum: int = SMALL_BASE
) -> list[Waiting]:
    """The share of requests still open after so many days, open ones counting as far as they are.

    Args:
        corpus: The corpus.
        by: As for `find_durations`.
        as_of: Day up to which the corpus is complete; that of its last letter when not said.
        minimum: Curves of fewer requests are withheld.

    Raises:
        UsageError: When there is no such grouping.
    """
    groups, until = _days(corpus, by, as_of)
    return [_waiting(group, rows, by, until, minimum) for group, rows in groups.items() if until]


def _days(
    corpus: Corpus, by: str | None, as_of: dt.date | None
) -> tuple[dict[str, list[tuple[int, bool]]], dt.date | None]:
    """By group, the days of each request and whether it was decided; and the day up to which that is known."""
    query = _query(by, as_of, 'SELECT "group", days, decided, as_of FROM grouped ORDER BY ALL')
    groups: dict[str, list[tuple[int, bool]]] = defaultdict(list)
    until = None
    for row in corpus.arrow(query.sql, query.parameters).to_pylist():
        groups[row["group"]].append((row["days"], row["decided"]))
        until = row["as_of"]
    return groups, until


def _query(by: str | None, as_of: dt.date | None, select: str, **values: Any) -> Query:
    if (by is not None and by not in GROUPINGS) or by == "type":
        raise UsageError(f"no days by {by}; there are {', '.join(name for name in GROUPINGS if name != 'type')}")
    sql = _CLOCKS.format(group=GROUPINGS[by] if by else f"'{EVERYTHING}'") + select
    return Query(sql, {"unnamed": UNNAMED, "as_of": as_of, "waiting": _WAITING} | values)


def _durations(group: str, days: list[int], by: str | None, minimum: int) -> Durations:
    found = Counter(map(band, days))
    bands = {name: found[name] for name in (*BANDS["public_interest"].values(), LONGEST)}
    query = _query(
        by,
        None,
        """SELECT case_id, letter_id, days FROM grouped WHERE decided AND "group" = $group ORDER BY days, case_id""",
        group=group,
    )
    if len(days) < minimum:
        return Durations(group, len(days), bands, None, None, None, _too_few(minimum), query)
    middle = len(days) // 2
    median = days[middle] if len(days) % 2 else (days[middle - 1] + days[middle]) / 2
    ranks = median_ranks(len(days))
    low, high = (days[ranks[0]], days[ranks[1]]) if ranks else (None, None)
    return Durations(group, len(days), bands, float(median), low, high, None, query)


def _waiting(group: str, rows: list[tuple[int, bool]], by: str | None, as_of: dt.date, minimum: int) -> Waiting:
    query = _query(
        by,
        as_of,
        """SELECT case_id, CASE WHEN decided THEN letter_id END AS letter_id, days, decided
        FROM grouped WHERE "group" = $group ORDER BY days, case_id""",
        group=group,
    )
    still_open = sum(not decided for _, decided in rows)
    few = len(rows) < minimum
    curve = None if few else survival_curve(rows)
    return Waiting(group, as_of, len(rows), still_open, curve, _too_few(minimum) if few else None, query)


def _too_few(minimum: int) -> str:
    return f"fewer than {counted(minimum, 'request')}"
