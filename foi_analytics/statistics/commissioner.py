"""How often the regulator lets an exemption stand: decision notices beside the letters that rely on it."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from ..corpus import Corpus
from ..errors import UsageError
from ..naming import SMALL_BASE, counted
from ..records import COMPLAINTS, DecisionNotice
from ..regimes import provision, section_of
from .intervals import wilson
from .rate import EVERYTHING, Query
from .subjects import find_subject
from .tables import read_table

__all__ = ["Standing", "find_standing", "load_notices"]

_COLUMNS = ("authority", "date", "provision", "outcome")


@dataclass(frozen=True, slots=True)
class Standing:
    """How an exemption fared with the regulator.

    Attributes:
        section: The section: `foia2000:43`.
        authority: Whose refusals; `EVERYTHING` when all authorities'.
        notices: The findings, one for each notice and section.
        stood: How many found for the authority alone: the complaint was `not_upheld`.
        partly: How many found for it in part.
        lost: How many found against it.
        share: What part stood; None when withheld.
        low, high: Its 95 % interval (Wilson); None when withheld.
        withheld: Why there is no share; None when there is one.
        requests: How many requests of the corpus, of that authority, rely on the section.
        query: Opens those: `letter_id`, `start`, `end`.
    """

    section: str
    authority: str
    notices: tuple[DecisionNotice, ...] = field(repr=False)
    stood: int
    partly: int
    lost: int
    share: float | None
    low: float | None
    high: float | None
    withheld: str | None
    requests: int
    query: Query = field(repr=False)


def find_standing(
    corpus: Corpus, notices: Iterable[DecisionNotice], *, by_authority: bool = False, minimum: int = SMALL_BASE
) -> list[Standing]:
    """How often the regulator let each section stand, beside the requests of a corpus that rely on it.

    Complaints are made by those who expect to win: what stands of them says nothing of refusals nobody complained of.

    Args:
        corpus: The corpus.
        notices: Findings; several of one notice on one section count once, by the worst for the authority.
        by_authority: Whether each authority is told by itself; it is found in the corpus by the same name.
        minimum: Shares of fewer findings are withheld.

    Returns:
        A row for each section, and authority, by their names.

    >>> import tempfile
    >>> corpus = Corpus.create(Path(tempfile.mkdtemp()) / "corpus")
    >>> found = [DecisionNotice("Fenmoor Council", None, "foia2000:43(2)", "not_upheld", str(n)) for n in range(12)]
    >>> (row,) = find_standing(corpus, [*found, DecisionNotice("Fenmoor Council", None, "foia2000:43", "upheld", "x")])
    >>> row.section, row.stood, row.lost, f"{row.share:.2f} {row.low:.2f} {row.high:.2f}", row.requests
    ('foia2000:43', 12, 1, '0.92 0.67 0.99', 0)
    """
    found = _worst(notices)
    groups: dict[tuple[str, str], list[DecisionNotice]] = {}
    for (section, *_), notice in found.items():
        groups.setdefault((section, notice.authority if by_authority else EVERYTHING), []).append(notice)
    subject = find_subject(corpus, "exemption", "request", "authority" if by_authority else None)
    places, rows = subject.places(), []
    for (section, authority), theirs in sorted(groups.items()):
        query = places.given(group=authority, what=section)
        rows.append(_standing(section, authority, theirs, len(query.rows(corpus)), query, minimum))
    return rows


def load_notices(path: Path) -> list[DecisionNotice]:
    """Load findings from a CSV file.

    Args:
        path: Its columns are `authority`, `date` (as 2024-03-11, or empty), `provision` (an id), `outcome` (one of
            `COMPLAINTS`) and, where it is known, `reference`.

    Raises:
        UsageError: When a column is missing, or a value is not known; with the line.
    """
    return [_notice(row, where) for where, row in read_table(path, _COLUMNS)]


def _notice(row: dict[str, str], where: str) -> DecisionNotice:
    if provision(row["provision"]) is None:
        raise UsageError(f"{where}: there is no provision {row['provision']!r}")
    if row["outcome"] not in COMPLAINTS:
        raise UsageError(f"{where}: no outcome {row['outcome']!r}; there are {', '.join(COMPLAINTS)}")
    try:
        day = dt.date.fromisoformat(row["date"]) if row["date"] else None
    except ValueError as error:
        raise UsageError(f"{where}: {row['date']!r} is no date such as 2024-03-11") from error
    return DecisionNotice(row["authority"], day, row["provision"], row["outcome"], row.get("reference") or None)


def _worst(notices: Iterable[DecisionNotice]) -> dict[tuple[str, ...], DecisionNotice]:
    """One finding for each section of each notice; one without a reference is a notice of its own."""
    worst: dict[tuple[str, ...], DecisionNotice] = {}
    for number, notice in enumerate(notices):
        key = (section_of(notice.provision), notice.authority, notice.reference or f"\0{number}")
        other = worst.get(key, notice)
        worst[key] = min(notice, other, key=lambda each: COMPLAINTS.index(each.outcome))
    return worst


def _standing(
    section: str, authority: str, notices: list[DecisionNotice], requests: int, query: Query, minimum: int
) -> Standing:
    outcomes = Counter(notice.outcome for notice in notices)
    stood, base = outcomes["not_upheld"], len(notices)
    few = f"fewer than {counted(minimum, 'notice')}" if base < minimum else None
    value, low, high = (None, None, None) if few else (stood / base, *map(float, wilson(stood, base)))
    return Standing(
        section,
        authority,
        tuple(notices),
        stood,
        outcomes["partly"],
        outcomes["upheld"],
        value,
        low,
        high,
        few,
        requests,
        query,
    )
