"""Which requests went to many authorities, and what became of each.

Two asks are the same when they are alike but for case, punctuation and the name of the authority
asked.  What is said in other words is not found, and a sentence of a few words is no request.
"""

from ..filters import Filters
from ..tables import Rows, Tables, ask

__all__ = ["answers", "shared_asks"]

_ASKED = r"""
, asked AS (
    SELECT authority, request, letter_id, date, q.number AS number, q.within AS within, q.start AS start, q.end AS end,
        q.quote AS quote, q.outcome AS outcome, q.exemptions AS exemptions, q.answer_start AS answer_start,
        q.answer_end AS answer_end, trim(regexp_replace(
            replace(lower(q.quote), lower(authority), ' '), '[^\p{L}\p{N}]+', ' ', 'g')) AS ask
    FROM chosen JOIN questions q USING (letter_id) WHERE authority <> $unnamed)
"""
_FEWEST_WORDS = 6


def shared_asks(tables: Tables, filters: Filters, number: int) -> Rows:
    """Asks that several authorities were sent: `ask`, a `quote` of it, `authorities`, `requests` (ids); most first."""
    return ask(
        tables,
        filters,
        _over_asks(
            """SELECT ask, min(quote) AS quote, count(DISTINCT authority) AS authorities,
            list(DISTINCT request ORDER BY request) AS requests, min((letter_id, start)) AS place
        FROM asked WHERE len(string_split(ask, ' ')) >= $fewest GROUP BY ask HAVING count(DISTINCT authority) > 1
        ORDER BY authorities DESC, len(requests) DESC, place LIMIT $number"""
        ),
        number=number,
        fewest=_FEWEST_WORDS,
    )


def answers(tables: Tables, filters: Filters, asks: list[str]) -> Rows:
    """What became of some asks: one row for each request and ask, by authority.

    Of several letters about a request the last counts that says anything to the ask.
    """
    return ask(
        tables,
        filters,
        _over_asks(
            """SELECT * FROM asked WHERE list_contains($asks, ask)
        QUALIFY row_number() OVER (PARTITION BY request, ask ORDER BY
            outcome IN ('not_answered', 'unknown'), date DESC NULLS LAST, letter_id, start) = 1
        ORDER BY authority, max(date) OVER (PARTITION BY request), request, list_position($asks, ask)"""
        ),
        asks=asks,
    )


def _over_asks(query: str) -> str:
    return "".join((_ASKED, query))
