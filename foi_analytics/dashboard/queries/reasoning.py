"""How refusals are reasoned, and what their notices lack."""

from ..filters import Filters
from ..tables import Rows, Tables, ask

__all__ = ["duties", "tests_by_completeness"]


def tests_by_completeness(tables: Tables, filters: Filters) -> Rows:
    """Letters under the filters that owe a public interest test: `pit`, `letters`."""
    return ask(
        tables,
        filters,
        "SELECT pit, count(*) AS letters FROM chosen WHERE pit <> 'na' GROUP BY ALL ORDER BY letters DESC, pit",
    )


def duties(tables: Tables, filters: Filters) -> Rows:
    """Duties of refusal notices: `duty`, letters that owe it (`owing`), letters it is `missing` in; most missing first.

    A letter that owes it for several grounds counts once, as missing when it misses it for any.
    """
    return ask(
        tables,
        filters,
        """SELECT duty, count(DISTINCT letter_id) AS owing,
            count(DISTINCT letter_id) FILTER (NOT met) AS missing
        FROM chosen JOIN duties USING (letter_id) GROUP BY duty ORDER BY missing DESC, owing DESC, duty""",
    )
