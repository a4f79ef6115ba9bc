"""Which wording is shared."""

from ..filters import Filters
from ..tables import Rows, Tables, ask

__all__ = ["families", "members"]


def families(tables: Tables, filters: Filters, number: int) -> Rows:
    """The families that repeat most words in the letters under the filters, with their counts there."""
    return ask(
        tables,
        filters,
        """, shared AS (
            SELECT family_id, count(*) AS passages, count(DISTINCT letter_id) AS letters,
                count(DISTINCT authority) AS authorities, min(date) AS first, max(date) AS last
            FROM chosen JOIN (SELECT letter_id, family_id FROM members) USING (letter_id) GROUP BY ALL)
        SELECT family_id, tier, kind, canonical, words, shared.* EXCLUDE (family_id)
        FROM shared JOIN (SELECT family_id, tier, kind, canonical, words FROM families) USING (family_id)
        ORDER BY shared.letters * words DESC, family_id LIMIT $number""",
        number=number,
    )


def members(tables: Tables, filters: Filters, number: int) -> Rows:
    """The passages of `filters.family`: where each stands, oldest first."""
    return ask(
        tables,
        filters,
        """SELECT letter_id, authority, date, title, m.start AS start, m.end AS end, m.quote AS quote
        FROM chosen JOIN members m USING (letter_id) WHERE family_id = $family
        ORDER BY date NULLS LAST, letter_id, start LIMIT $number""",
        number=number,
    )
