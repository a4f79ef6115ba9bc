"""What became of the questions."""

from ..filters import Filters
from ..tables import Rows, Tables, ask

__all__ = ["asks", "asks_by_authority", "asks_by_outcome"]


def asks(tables: Tables, filters: Filters, first: int, number: int) -> Rows:
    """A page of questions, newest letter first, each with its place, outcome and grounds."""
    return ask(
        tables,
        filters,
        """SELECT letter_id, authority, date, q.number AS number, q.within AS within, q.start AS start, q.end AS end,
            q.quote AS quote, q.outcome AS outcome, q.exemptions AS exemptions,
            q.answer_start AS answer_start, q.answer_end AS answer_end
        FROM chosen JOIN questions q USING (letter_id)
        WHERE $wanted = [] OR list_contains($wanted, q.outcome)
        ORDER BY date DESC NULLS LAST, letter_id, q.start LIMIT $number OFFSET $first""",
        wanted=list(filters.asked),
        first=first,
        number=number,
    )


def asks_by_outcome(tables: Tables, filters: Filters) -> Rows:
    """Questions in the letters under the filters: `outcome`, `asks`; the commonest first."""
    return ask(
        tables,
        filters,
        """SELECT q.outcome AS outcome, count(*) AS asks FROM chosen JOIN questions q USING (letter_id)
        WHERE $wanted = [] OR list_contains($wanted, q.outcome) GROUP BY ALL ORDER BY asks DESC, outcome""",
        wanted=list(filters.asked),
    )


def asks_by_authority(tables: Tables, filters: Filters) -> Rows:
    """Questions by authority and group of outcomes: `authority`, `group`, `asks`, `base` (all its questions)."""
    return ask(
        tables,
        filters,
        """SELECT authority, "group", rank, count(*) AS asks,
            CAST(sum(count(*)) OVER (PARTITION BY authority) AS BIGINT) AS base
        FROM chosen JOIN (SELECT letter_id, outcome FROM questions) q USING (letter_id)
        JOIN outcomes ON outcomes.outcome = q.outcome
        WHERE $wanted = [] OR list_contains($wanted, q.outcome)
        GROUP BY authority, "group", rank ORDER BY base DESC, authority, rank""",
        wanted=list(filters.asked),
    )
