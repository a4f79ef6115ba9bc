"""Which sections the letters rely on, and how."""

from ..filters import USES, Filters
from ..tables import Rows, Tables, ask

__all__ = ["citations_by_section", "reliance_by_authority", "requests_by_section"]


def requests_by_section(tables: Tables, filters: Filters) -> Rows:
    """Requests by how they stand to each section: `section`, `use` (one of `USES`), `number`.

    The section most requests rely on comes first.  A filter on sections picks rows here, not letters.
    """
    return ask(
        tables,
        filters.narrow(section=()),
        """, counted AS (
            SELECT section, $uses[standing.use + 1] AS use, standing.use AS rank, count(DISTINCT request) AS number
            FROM chosen JOIN uses USING (letter_id) JOIN standing USING (request, section)
            WHERE $wanted = [] OR list_contains($wanted, section) GROUP BY ALL)
        SELECT section, use, rank, number FROM counted ORDER BY
            coalesce(sum(number) FILTER (rank = 0) OVER (PARTITION BY section), 0) DESC,
            sum(number) OVER (PARTITION BY section) DESC, section, rank""",
        uses=list(USES),
        wanted=list(filters.section),
    )


def citations_by_section(tables: Tables, filters: Filters) -> Rows:
    """Citations of each section, ordered as requests are: `section`, `use` (`relied` or a role), `number`.

    One list that cites two limbs of a section counts once.
    """
    return ask(
        tables,
        filters.narrow(section=()),
        """, counted AS (
            SELECT section, CASE WHEN list_contains($relied_on, role) THEN 'relied' ELSE role END AS use,
                list_position(['relied', 'mentioned', 'rejected', 'quoted'], use) - 1 AS rank, count(*) AS number
            FROM chosen JOIN cited USING (letter_id)
            WHERE $wanted = [] OR list_contains($wanted, section) GROUP BY ALL)
        SELECT section, use, rank, number FROM counted WHERE rank >= 0 ORDER BY
            coalesce(sum(number) FILTER (rank = 0) OVER (PARTITION BY section), 0) DESC,
            sum(number) OVER (PARTITION BY section) DESC, section, rank""",
        wanted=list(filters.section),
    )


def reliance_by_authority(tables: Tables, filters: Filters) -> Rows:
    """Where an authority relies on a section: `authority`, `section`, `requests`, `citations`, `base`.

    `base` is the authority's requests with a decision or review; the authority with most comes first.
    """
    return ask(
        tables,
        filters.narrow(section=()),
        """, bases AS (
            SELECT authority, count(DISTINCT request) AS base FROM chosen
            WHERE kind IN ('response', 'internal_review') GROUP BY ALL),
        relied AS (
            SELECT authority, section, count(DISTINCT request) AS requests
            FROM chosen JOIN uses USING (letter_id) JOIN standing USING (request, section)
            WHERE standing.use = 0 GROUP BY ALL),
        said AS (
            SELECT authority, section, count(*) AS citations
            FROM chosen JOIN cited USING (letter_id) WHERE list_contains($relied_on, role) GROUP BY ALL)
        SELECT authority, section, coalesce(requests, 0) AS requests, coalesce(citations, 0) AS citations,
            coalesce(base, 0) AS base
        FROM relied FULL JOIN said USING (authority, section) LEFT JOIN bases USING (authority)
        WHERE $wanted = [] OR list_contains($wanted, section)
        ORDER BY base DESC, authority, requests DESC, section""",
        wanted=list(filters.section),
    )
