"""What the letters are: their number, outcomes, authorities, gaps, and a page of them."""

from ..filters import Filters
from ..tables import LACK_SQL, Row, Rows, Tables, ask

__all__ = [
    "decisions_by_outcome",
    "decisions_by_quarter",
    "has_readings",
    "lacks",
    "letters",
    "letters_by_authority",
    "options",
    "problems",
    "totals",
]


def has_readings(tables: Tables) -> bool:
    """Whether any letter of the corpus was read."""
    return bool(ask(tables, Filters(), "SELECT count(kind) > 0 AS found FROM chosen")[0]["found"])


def options(tables: Tables) -> Row:
    """What the filters can offer: lists of each, such as `authority`, and the `first` and `last` day."""
    (row,) = ask(
        tables,
        Filters(),
        """SELECT coalesce(list_sort(list(DISTINCT authority)), []) AS authority,
            coalesce(list(DISTINCT outcome) FILTER (outcome IS NOT NULL), []) AS outcome,
            coalesce((SELECT list_sort(list(DISTINCT section)) FROM uses WHERE use < 2), []) AS section,
            coalesce(list_sort(list_distinct(flatten(list(regimes)))), []) AS regime,
            coalesce(list_sort(list(DISTINCT source)), []) AS source,
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
