"""What the pages ask of a corpus, in SQL; the pages only show the answers."""

from .filters import USES, Filters
from .tables import LACK_SQL, Row, Rows, Tables, ask

__all__ = [
    "asks",
    "asks_by_authority",
    "asks_by_outcome",
    "cases_by_status",
    "citations_by_section",
    "decisions_by_outcome",
    "decisions_by_quarter",
    "duties",
    "families",
    "has_readings",
    "lacks",
    "letters",
    "letters_by_authority",
    "members",
    "options",
    "problems",
    "reliance_by_authority",
    "requests_by_section",
    "tests_by_completeness",
    "totals",
]


def has_readings(tables: Tables) -> bool:
    """Whether any letter of the corpus was read."""
    return bool(ask(tables, Filters(), "SELECT count(kind) > 0 AS found FROM chosen")[0]["found"])


def options(tables: Tables) -> Row:
    """What the filters can offer: lists of `authority`, `outcome` and `section`, the `first` and `last` day."""
    (row,) = ask(
        tables,
        Filters(),
        """SELECT coalesce(list_sort(list(DISTINCT authority)), []) AS authority,
            coalesce(list(DISTINCT outcome) FILTER (outcome IS NOT NULL), []) AS outcome,
            coalesce((SELECT list_sort(list(DISTINCT section)) FROM uses WHERE use < 2), []) AS section,
            min(date) AS first, max(date) AS last
        FROM chosen""",
    )
    return row


def totals(tables: Tables, filters: Filters) -> Row:
    """Letters, requests, decisions, authorities, first and last day under the filters."""
    (row,) = ask(
        tables,
        filters,
        """SELECT count(*) AS letters, count(DISTINCT request) AS requests,
            count(*) FILTER (kind = 'response') AS decisions,
            count(DISTINCT authority) FILTER (authority <> $unnamed) AS authorities,
            min(date) AS first, max(date) AS last
        FROM chosen""",
    )
    return row


def decisions_by_outcome(tables: Tables, filters: Filters) -> Rows:
    """Decisions under the filters: `outcome`, `letters`; the commonest first."""
    return ask(
        tables,
        filters,
        """SELECT outcome, count(*) AS letters FROM chosen
        WHERE kind = 'response' GROUP BY ALL ORDER BY letters DESC, outcome""",
    )


def decisions_by_quarter(tables: Tables, filters: Filters) -> Rows:
    """Dated decisions: `quarter` (its first day), `until` (its last), `group` of outcomes, `letters`."""
    return ask(
        tables,
        filters,
        """SELECT CAST(date_trunc('quarter', date) AS DATE) AS quarter,
            CAST(date_trunc('quarter', date) + INTERVAL '3 months' - INTERVAL '1 day' AS DATE) AS until,
            "group", rank, count(*) AS letters
        FROM chosen JOIN outcomes USING (outcome) WHERE kind = 'response' AND date IS NOT NULL
        GROUP BY ALL ORDER BY quarter, rank""",
    )


def lacks(tables: Tables, filters: Filters) -> Row:
    """Letters under the filters that lack something, by `LACKS`."""
    counts = ", ".join(f"count(*) FILTER ({condition}) AS {name}" for name, condition in LACK_SQL.items())
    (row,) = ask(tables, filters, " ".join(("SELECT", counts, "FROM chosen")))
    return row


def problems(tables: Tables, letter_id: str | None = None) -> Rows:
    """What could not be read, of one letter or of the whole corpus, with the stage and the reason."""
    return ask(
        tables,
        Filters(),
        """SELECT stage, origin, line, reason, letter_id FROM problems
        WHERE $letter_id IS NULL OR letter_id = $letter_id ORDER BY stage, origin, line""",
        letter_id=letter_id,
    )


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


def letters_by_authority(tables: Tables, filters: Filters) -> Rows:
    """Letters under the filters: `authority`, `letters`; most first."""
    return ask(
        tables,
        filters,
        "SELECT authority, count(*) AS letters FROM chosen GROUP BY ALL ORDER BY letters DESC, authority",
    )


def letters(tables: Tables, filters: Filters, first: int, number: int) -> Rows:
    """A page of letters under the filters, newest first, with the sections they rely on."""
    return ask(
        tables,
        filters,
        """SELECT letter_id, authority, date, title, origin, kind, outcome,
            coalesce((SELECT list(DISTINCT section ORDER BY section) FROM uses
                WHERE uses.letter_id = chosen.letter_id AND use < 2), []) AS sections
        FROM chosen ORDER BY date DESC NULLS LAST, letter_id LIMIT $number OFFSET $first""",
        first=first,
        number=number,
    )
