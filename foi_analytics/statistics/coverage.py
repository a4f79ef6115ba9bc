"""How much of what authorities officially count a corpus holds.

A published corpus is not a register: logs select, repeat and leave out.  What share of the requests it holds says how
far its rates can speak for the authority.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from ..corpus import Corpus
from ..errors import UsageError
from .rate import Query
from .tables import read_table

__all__ = ["Coverage", "OfficialTotal", "find_coverage", "load_totals"]

_REQUESTS = """
    SELECT case_id, authority, coalesce(requested, first_decided) AS day, first_decision AS letter_id FROM cases
    WHERE lower(trim(authority)) = lower($authority)
    AND ($period = year(day)::VARCHAR OR $period = year(day) || ' Q' || quarter(day))"""


_LONGEST_NUMBER = 12


@dataclass(frozen=True, slots=True)
class OfficialTotal:
    """How many requests an authority says it received.

    Attributes:
        authority: Its name.
        period: A year or a quarter of it: `2024`, `2024 Q3`.
        requests: How many.
    """

    authority: str
    period: str
    requests: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """The requests of a corpus beside an official total.

    Attributes:
        total: The official total.
        requests: How many requests of that authority and period the corpus has, by the day of the request or, where
            that is not known, of the first decision.
        share: What part that is; None of none.  It is a count, not a sample, and has no interval.
        exceeds: Whether the corpus has more than there were: requests are in it twice, or named otherwise.
        query: Opens them: `case_id`, `letter_id`, `authority`, `day`.
    """

    total: OfficialTotal
    requests: int
    share: float | None
    exceeds: bool
    query: Query = field(repr=False)


def find_coverage(corpus: Corpus, totals: Iterable[OfficialTotal]) -> list[Coverage]:
    """The coverage of each official total, in their order.

    Args:
        corpus: The corpus.
        totals: Official totals; an authority is found by its name, in capitals or not.

    >>> import tempfile
    >>> from ..records import Request
    >>> import datetime as dt
    >>> corpus = Corpus.create(Path(tempfile.mkdtemp()) / "corpus")
    >>> asked = [Request(str(n), "How many?", "Fenmoor Council", dt.date(2024, 2, n)) for n in (1, 2, 3)]
    >>> _ = corpus.load(asked, "example")
    >>> (found,) = find_coverage(corpus, [OfficialTotal("Fenmoor Council", "2024 Q1", 12)])
    >>> found.requests, found.share, len(found.query.rows(corpus))
    (3, 0.25, 3)
    """
    return [_coverage(corpus, total) for total in totals]


def load_totals(path: Path) -> list[OfficialTotal]:
    """Load official totals from a CSV file with the columns `authority`, `period` and `requests`.

    Raises:
        UsageError: When a column or a number is missing; with the line.
    """
    return [_total(row, where) for where, row in read_table(path, ("authority", "period", "requests"))]


def _total(row: dict[str, str], where: str) -> OfficialTotal:
    number = row["requests"].replace(",", "")
    if not (number.isascii() and number.isdecimal() and len(number) < _LONGEST_NUMBER):
        raise UsageError(f"{where}: {row['requests']!r} is no number of requests")
    return OfficialTotal(row["authority"], row["period"], int(number))


def _coverage(corpus: Corpus, total: OfficialTotal) -> Coverage:
    query = Query(f"{_REQUESTS} ORDER BY day, case_id", {"authority": total.authority, "period": total.period})
    held = len(query.rows(corpus))
    share = held / total.requests if total.requests else None
    return Coverage(total, held, share, held > total.requests, query)
