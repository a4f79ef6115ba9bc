"""The requests that a return counts: one for each case, with what was decided first and the letters that say so."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from ...corpus import Corpus
from ...records import RELIED_ON

__all__ = ["UNNAMED", "CountedRequest", "requests_of"]

UNNAMED = "(not stated)"
_ON_HOLD = ("on_hold", "fee_noticed", "lapsed", "withdrawn")
_LAPSED = ("withdrawn_or_lapsed", "fee_notice")


@dataclass(frozen=True, slots=True)
class CountedRequest:
    """One request as official statistics count it.

    Attributes:
        case_id: As in `foi_analytics.records.Case`; in a register, its reference.
        authority: Who was asked.
        title: Its subject.
        regime: Statute it was handled under; None when that is not known.
        received, closed: Day of receipt and of the first decision.
        status: `decided`, `open` or, from a register, `on_hold`, `fee_noticed`, `lapsed` or `withdrawn`.
        outcome: Outcome of the first decision (`foi_analytics.records.OUTCOMES`); None when not known.
        grounds: Provisions relied on in the first decision.
        ncnd, some_not_held: As in `Reading`, of the first decision.
        timeliness: One of `foi_analytics.records.TIMELINESS`; None when not known.
        extended: Provision under which more time was taken; None when it was not.
        took: Working days from receipt to the first decision.
        review: Outcome of the last internal review, `unknown` when it is not known; None when there was none.
        review_took: Working days of the review.
        complaint: Outcome of a complaint to the regulator, for the first decision, in the words of `review`.
        letters: Ids of the letters about it, by what they show: `decision`, `review`, `extension`, `request` (all).
    """

    case_id: str
    authority: str
    title: str | None = None
    regime: str | None = None
    received: dt.date | None = None
    closed: dt.date | None = None
    status: str = "decided"
    outcome: str | None = None
    grounds: tuple[str, ...] = ()
    ncnd: bool = False
    some_not_held: bool = False
    timeliness: str | None = None
    extended: str | None = None
    took: int | None = None
    review: str | None = None
    review_took: int | None = None
    complaint: str | None = None
    letters: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def day(self) -> dt.date | None:
        """The day that puts the request into a period: of receipt, else of the first decision."""
        return self.received or self.closed

    @property
    def is_on_hold(self) -> bool:
        """Whether it waits for the requester or was given up: no outcome is owed then."""
        return self.status in _ON_HOLD or self.outcome in _LAPSED

    def letters_for(self, what: str) -> tuple[str, ...]:
        """The letters that show something of it; all of them where none shows it."""
        known = dict(self.letters)
        return known.get(what) or known.get("request", ())


_REQUESTS_SQL = """
    WITH read AS (
        SELECT coalesce(l.case_id, l.letter_id) AS case_id, l.letter_id, l.date, r.kind, r.outcome,
            r.disposition, r.ncnd, r.some_not_held
        FROM letters l LEFT JOIN readings r USING (letter_id)),
    grounds AS (
        SELECT letter_id, list(DISTINCT provision ORDER BY provision) AS grounds
        FROM exemptions WHERE role IN $relied_on GROUP BY letter_id),
    extending AS (
        SELECT letter_id, min(provision) AS power FROM extensions GROUP BY letter_id),
    behind AS (
        SELECT case_id,
            list(letter_id ORDER BY date NULLS LAST, letter_id) AS every,
            list(letter_id ORDER BY date NULLS LAST, letter_id)
                FILTER (kind = 'internal_review' AND outcome LIKE 'internal_review%') AS reviews,
            list(letter_id ORDER BY date NULLS LAST, letter_id) FILTER (power IS NOT NULL) AS extensions,
            min(power) AS power
        FROM read LEFT JOIN extending USING (letter_id) GROUP BY case_id),
    usual AS (
        SELECT authority, mode(regime) AS regime FROM cases GROUP BY authority)
    SELECT c.case_id AS case_id, coalesce(c.authority, $unnamed) AS authority, c.title AS title,
        coalesce(c.regime, u.regime) AS regime, c.requested AS received, c.first_decided AS closed,
        CASE WHEN c.first_decision IS NULL THEN 'open' ELSE 'decided' END AS status,
        CASE WHEN d.kind = 'response' THEN d.disposition END AS outcome,
        coalesce(CASE WHEN d.kind = 'response' THEN g.grounds END, []) AS grounds,
        coalesce(d.ncnd, FALSE) AS ncnd, coalesce(d.some_not_held, FALSE) AS some_not_held,
        c.timeliness AS timeliness, CASE WHEN c.extended THEN b.power END AS extended, c.replied_in AS took,
        c.review_outcome AS review, c.first_decision AS decision, b.every AS every, b.reviews AS reviews,
        b.extensions AS extensions
    FROM cases c
    LEFT JOIN read d ON d.letter_id = c.first_decision
    LEFT JOIN grounds g ON g.letter_id = c.first_decision
    LEFT JOIN behind b ON b.case_id = c.case_id
    LEFT JOIN usual u ON u.authority = c.authority
    ORDER BY authority, case_id"""


def requests_of(corpus: Corpus) -> list[CountedRequest]:
    """The requests of a corpus, as far as its letters tell.

    A request whose letters name no statute counts under the one that most cases of its authority
    are under.  Where the corpus holds a review and not the decision that it reviews, the first
    outcome is not known.

    Args:
        corpus: The corpus.
    """
    rows = corpus.arrow(_REQUESTS_SQL, {"relied_on": tuple(RELIED_ON), "unnamed": UNNAMED}).to_pylist()
    return [_request(row) for row in rows]


def _request(row: dict[str, Any]) -> CountedRequest:
    shown = {
        "decision": [row.pop("decision")],
        "review": row.pop("reviews"),
        "extension": row.pop("extensions"),
        "request": row.pop("every"),
    }
    letters = tuple((what, tuple(filter(None, ids))) for what, ids in shown.items() if ids)
    return CountedRequest(**row | {"grounds": tuple(row["grounds"]), "letters": letters})
