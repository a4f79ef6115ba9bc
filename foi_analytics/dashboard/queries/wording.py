"""Which wording is shared."""

from ..filters import Filters
from ..tables import Rows, Tables, ask

__all__ = ["families", "first_use", "letters_by_quarter", "members", "repeated_reasons", "wordings"]


def families(tables: Tables, filters: Filters, number: int) -> Rows:
    """The families that repeat most words in the letters under the filters, with their counts there."""
    return ask(
        tables,
        filters,
        """, shared AS (
            SELECT family_id, count(*) AS passages, count(DISTINCT letter_id) AS letters,
                count(DISTINCT authority) AS authorities, min(date) AS first, max(date) AS last
            FROM chosen JOIN (SELECT letter_id, family_id FROM members) USING (letter_id) GROUP BY ALL)
        SELECT family_id, tier, kind, canonical, words, subject, provisions, wordings, first_letter,
            shared.* EXCLUDE (family_id)
        FROM shared JOIN (
            SELECT family_id, tier, kind, canonical, words, subject, provisions, wordings, first_letter FROM families
        ) USING (family_id)
        ORDER BY shared.letters * words DESC, family_id LIMIT $number""",
        number=number,
    )


def members(tables: Tables, filters: Filters, number: int) -> Rows:
    """The passages of `filters.family`: where each stands, oldest first."""
    return ask(
        tables,
        filters,
        """SELECT letter_id, authority, date, title, m.start AS start, m.end AS end, m.quote AS quote, tier, similarity
        FROM chosen JOIN members m USING (letter_id) WHERE family_id = $family
        ORDER BY date NULLS LAST, letter_id, start LIMIT $number""",
        number=number,
    )


def wordings(tables: Tables, filters: Filters, number: int) -> Rows:
    """The ways in which `filters.family` is written: `quote`, how alike, how many `passages`, the oldest's place."""
    return ask(
        tables,
        filters,
        """SELECT quote, any_value(tier) AS tier, min(similarity) AS similarity, count(*) AS passages,
            min(date) AS date, arg_min(authority, (date IS NULL, date, letter_id, m.start)) AS authority
        FROM chosen JOIN members m USING (letter_id) WHERE family_id = $family
        GROUP BY quote ORDER BY min(similarity), passages DESC, quote LIMIT $number""",
        number=number,
    )


def first_use(tables: Tables, letter_id: str) -> Rows:
    """One letter of the corpus, whatever the filters: `letter_id`, `authority`, `date`, `title`."""
    return ask(
        tables,
        Filters(),
        "SELECT letter_id, authority, date, title FROM everything WHERE letter_id = $letter_id",
        letter_id=letter_id,
    )


def letters_by_quarter(tables: Tables, filters: Filters) -> Rows:
    """Dated letters under the filters: `quarter` (its first day), `until` (its last), `letters`."""
    return ask(
        tables,
        filters,
        """SELECT CAST(date_trunc('quarter', date) AS DATE) AS quarter,
            CAST(date_trunc('quarter', date) + INTERVAL '3 months' - INTERVAL '1 day' AS DATE) AS until,
            count(*) AS letters
        FROM chosen WHERE date IS NOT NULL GROUP BY ALL ORDER BY quarter""",
    )


def repeated_reasons(tables: Tables, filters: Filters, number: int) -> Rows:
    """Of what is said for each section, how much other letters repeat: `section`, `letters`, `share`, `tested`.

    The shares are of words: of all that rely on the section or argue for it, and of those that weigh
    the public interest; None where there are none.
    """
    return ask(
        tables,
        filters,
        """SELECT section, count(DISTINCT letter_id) AS letters,
            sum(repeated_words) / nullif(sum(words), 0) AS share,
            sum(weighing_repeated) / nullif(sum(weighing_words), 0) AS tested,
            count(DISTINCT letter_id) FILTER (weighing_words > 0) AS tests
        FROM reasons JOIN sections USING (provision) JOIN (SELECT letter_id FROM chosen) USING (letter_id)
        GROUP BY section ORDER BY letters DESC, section LIMIT $number""",
        number=number,
    )
