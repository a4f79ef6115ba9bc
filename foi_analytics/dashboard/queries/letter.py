"""What the corpus knows of one letter beyond what it says."""

from ..filters import Filters
from ..tables import Rows, Tables, ask

__all__ = ["letters_of_case", "shared_passages"]


def shared_passages(tables: Tables, letter_id: str) -> Rows:
    """The paragraphs of a letter that stand in others too, in order, each with its family and where that began."""
    return ask(
        tables,
        Filters(),
        """SELECT m.letter_id AS letter_id, m.start AS start, m.end AS end,
            m.quote AS quote, m.tier AS tier, m.similarity AS similarity,
            family_id, f.kind AS kind, f.letters AS letters, f.authorities AS authorities,
            f.first_letter AS first_letter, first.date AS date, first.authority AS authority
        FROM members m JOIN families f USING (family_id) LEFT JOIN everything first ON first.letter_id = f.first_letter
        WHERE m.letter_id = $letter_id AND f.letters > 1 ORDER BY start""",
        letter_id=letter_id,
    )


def letters_of_case(tables: Tables, letter_id: str) -> Rows:
    """The other letters about the same request, oldest first, as `letters` has them."""
    return ask(
        tables,
        Filters(),
        """SELECT letter_id, authority, date, title, origin, kind, outcome,
            coalesce((SELECT list(DISTINCT section ORDER BY section) FROM uses
                WHERE uses.letter_id = chosen.letter_id AND use < 2), []) AS sections
        FROM chosen WHERE letter_id <> $letter_id
        AND request = (SELECT request FROM everything WHERE letter_id = $letter_id)
        ORDER BY date NULLS LAST, letter_id""",
        letter_id=letter_id,
    )
