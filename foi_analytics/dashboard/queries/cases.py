"""How far the requests came, and whether in time."""

from ...records import TIMELINESS
from ..filters import Filters
from ..tables import Rows, Tables, ask

__all__ = ["cases_by_status", "cases_by_timeliness"]


def cases_by_status(tables: Tables, filters: Filters) -> Rows:
    """Cases with a letter under the filters, and without any filter those with none: `status`, `cases`."""
    return ask(
        tables,
        filters,
        """SELECT status, count(*) AS cases FROM cases
        WHERE case_id IN (SELECT request FROM chosen) OR ($all AND status = 'no_letter')
        GROUP BY status ORDER BY cases DESC, status""",
        all=filters == Filters(),
    )


def cases_by_timeliness(tables: Tables, filters: Filters) -> Rows:
    """Cases with a letter under the filters: `timeliness` (None where the due day is not known), `cases`, in order."""
    return ask(
        tables,
        filters,
        """SELECT timeliness, count(*) AS cases FROM cases
        WHERE case_id IN (SELECT request FROM chosen)
        GROUP BY timeliness ORDER BY list_position($order, timeliness) NULLS LAST""",
        order=list(TIMELINESS),
    )
