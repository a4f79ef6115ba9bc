"""How often the regulator lets an exemption stand: decision notices beside the letters that rely on it."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from ..corpus import Corpus
from ..naming import SMALL_BASE, counted
from ..regimes import section_of
from .intervals import wilson
from .rate import EVERYTHING, Query
from .subjects import find_subject

__all__ = ["Standing", "find_standing"]

_FOUND = """
    SELECT notice_id, coalesce(authority, '') AS authority, provision, outcome FROM notices
    WHERE provision IS NOT NULL AND outcome IS NOT NULL ORDER BY ALL"""
_WORST_FIRST = ("against_authority", "partly", "for_authority")

_Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Standing:
    """How an exemption fared with the regulator.

    Attributes:
        section: The section: `foia2000:43`.
        authority: Whose refusals; `EVERYTHING` when all authorities'.
        notices: The ids of the decision notices, which `corpus.notices` has in full.
        stood: How many found for the authority alone: the complaint was not upheld.
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
    notices: tuple[str, ...] = field(repr=False)
    stood: int
    partly: int
    lost: int
    share: float | None
    low: float | None
    high: float | None
    withheld: str | None
    requests: int
    query: Query = field(repr=False)


def find_standing(corpus: Corpus, *, by_authority: bool = False, minimum: int = SMALL_BASE) -> list[Standing]:
    """How often the regulator let each section stand, beside the requests of a corpus that rely on it.

    The decisions are those of `corpus.notices`; several of one notice on one section count once, by the worst for
    the authority.  Complaints are made by those who expect to win: what stands of them says nothing of refusals
    nobody complained of.

    Args:
        corpus: The corpus, with decision notices in it.
        by_authority: Whether each authority is told by itself; it is found among the letters by the same name.
        minimum: Shares of fewer notices are withheld.

    Returns:
        A row for each section, and authority, by their names.

    >>> import tempfile
    >>> from pathlib import Path
    >>> from ..records import DecisionNotice
    >>> corpus = Corpus.create(Path(tempfile.mkdtemp()) / "corpus")
    >>> said = "Complaint not upheld"
    >>> _ = corpus.load([DecisionNotice(f"ico/{n}", "ico", "foia2000", "foia2000:43(2)", "for_authority", said, 0,
    ...     len(said), said, "source:ico", authority="Fenmoor Council") for n in range(12)], "example")
    >>> (row,) = find_standing(corpus)
    >>> row.section, row.stood, row.lost, f"{row.share:.2f} {row.low:.2f} {row.high:.2f}", row.requests
    ('foia2000:43', 12, 0, '1.00 0.76 1.00', 0)
    """
    worst: dict[tuple[str, str], _Row] = {}
    for found in corpus.arrow(_FOUND).to_pylist():
        key = section_of(found["provision"]), found["notice_id"]
        worst[key] = min(found, worst.get(key, found), key=lambda each: _WORST_FIRST.index(each["outcome"]))
    groups: dict[tuple[str, str], list[_Row]] = {}
    for (section, _), found in worst.items():
        groups.setdefault((section, found["authority"] if by_authority else EVERYTHING), []).append(found)
    places = find_subject(corpus, "exemption", "request", "authority" if by_authority else None).places()
    rows = []
    for (section, authority), notices in sorted(groups.items()):
        query = places.given(group=authority, what=section)
        rows.append(_standing(section, authority, notices, len(query.rows(corpus)), query, minimum))
    return rows


def _standing(section: str, authority: str, notices: list[_Row], requests: int, query: Query, minimum: int) -> Standing:
    outcomes = Counter(notice["outcome"] for notice in notices)
    stood, base = outcomes["for_authority"], len(notices)
    few = f"fewer than {counted(minimum, 'notice')}" if base < minimum else None
    value, low, high = (None, None, None) if few else (stood / base, *map(float, wilson(stood, base)))
    return Standing(
        section,
        authority,
        tuple(notice["notice_id"] for notice in notices),
        stood,
        outcomes["partly"],
        outcomes["against_authority"],
        value,
        low,
        high,
        few,
        requests,
        query,
    )
