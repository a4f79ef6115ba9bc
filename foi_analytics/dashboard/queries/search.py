"""Which letters hold some words."""

from ..filters import Filters
from ..tables import Rows, Tables, ask

__all__ = ["hits"]


def hits(tables: Tables, filters: Filters, first: int, number: int) -> Rows:
    """A page of the letters that hold `filters.words`, best first."""
    return ask(
        tables,
        filters,
        """SELECT letter_id, authority, date, title, origin, kind, outcome FROM chosen
        JOIN (SELECT unnest($words) AS letter_id, generate_subscripts($words, 1) AS rank) USING (letter_id)
        ORDER BY rank LIMIT $number OFFSET $first""",
        first=first,
        number=number,
    )
