"""Families over all letters, as SQL that an engine runs.

The queries name the tables `letters`, `passages`, `reuse` (each passage of the authorities' own
words with its family, tier and similarity), `subjects` (what each is about; see `subjects`),
`aliases`, and the findings.
"""

import pyarrow as pa

from ..records import Family, arrow_schema
from .subjects import PROVISIONS_SQL
from .variation import show_variation

__all__ = ["COPIES_SQL", "FAMILIES_SQL", "SHARES_SQL", "show_slots"]

_COPIES_COMPARED = 5
_LEVELLED = "regexp_replace(lower(quote), '[^\\p{L}\\p{N}]+', ' ', 'g')"

FAMILIES_SQL = f"""
    WITH members AS (
        SELECT * FROM (SELECT * FROM reuse WHERE family_id IS NOT NULL)
        JOIN (SELECT letter_id, authority, date FROM letters) USING (letter_id)
        JOIN subjects USING (letter_id, start)
    ),
    counted AS (
        SELECT family_id,
            CASE WHEN bool_or(tier = 'near') THEN 'near' ELSE 'exact' END AS tier,
            CASE WHEN count(DISTINCT coalesce(authority, '')) > 1 THEN 'shared_wording' ELSE 'house_template' END
                AS kind,
            mode(part ORDER BY part) AS part, mode(subject ORDER BY subject) AS subject,
            count(*) AS passages, count(DISTINCT letter_id) AS letters,
            count(DISTINCT coalesce(authority, '')) AS authorities,
            arg_min({{letter_id: letter_id, start: start, words: words, authority: authority}},
                (date IS NULL, date, letter_id, start)) FILTER (tier = 'exact') AS first,
            arg_min(letter_id, (date IS NULL, date, letter_id, start)) AS first_letter,
            min(date) AS first_date, max(date) AS last_date
        FROM members GROUP BY family_id
    ),
    wordings AS (
        SELECT family_id, count(DISTINCT hash({_LEVELLED})) AS wordings,
            count(DISTINCT hash({_LEVELLED})) FILTER (tier = 'exact') > 1 AS varies
        FROM (SELECT letter_id, start, family_id, tier FROM members)
        JOIN (SELECT letter_id, start, quote FROM passages) USING (letter_id, start) GROUP BY family_id
    ),
    linked AS (
        SELECT family_id, list(provision ORDER BY linking.members DESC, provision) AS provisions
        FROM ({PROVISIONS_SQL}) linking JOIN (SELECT family_id, passages FROM counted) USING (family_id)
        WHERE 2 * linking.members > passages GROUP BY family_id
    )
    SELECT family_id, tier, kind, part, subject, coalesce(provisions, []) AS provisions, quote AS canonical,
        first.words AS words, passages, letters, authorities, wordings, first_letter, first_date, last_date,
        coalesce(aliases, []) AS aliases, varies, first.authority AS first_authority
    FROM counted JOIN wordings USING (family_id)
    JOIN (SELECT letter_id, start, quote FROM passages) p ON p.letter_id = first.letter_id AND p.start = first.start
    LEFT JOIN linked USING (family_id)
    LEFT JOIN (SELECT family_id, list(alias ORDER BY alias) AS aliases FROM aliases GROUP BY family_id)
        USING (family_id)
    ORDER BY letters * words DESC, family_id"""  # noqa: S608
"""Families, those that repeat the most words first; letters whose authority is unknown count as one authority."""

SHARES_SQL = """
    SELECT letter_id, sum(words)::BIGINT AS words,
        coalesce(sum(words) FILTER (tier = 'exact'), 0)::BIGINT AS exact_words,
        coalesce(sum(words) FILTER (tier = 'near'), 0)::BIGINT AS near_words,
        exact_words + near_words AS repeated_words, repeated_words / sum(words) AS share
    FROM reuse GROUP BY letter_id"""
"""How much of each letter's own words stand in passages that other letters repeat."""

COPIES_SQL = f"""
    SELECT family_id, list(quote ORDER BY place) AS copies FROM (
        SELECT family_id, quote, min({{letter_id: letter_id, start: start}}) AS place
        FROM (SELECT letter_id, start, family_id FROM reuse WHERE tier = 'near')
        JOIN (SELECT letter_id, start, quote FROM passages) USING (letter_id, start) GROUP BY family_id, quote
        QUALIFY row_number() OVER (PARTITION BY family_id ORDER BY place) <= {_COPIES_COMPARED}
    ) GROUP BY family_id HAVING count(*) > 1"""  # noqa: S608
"""Some edited copies of each family that has several."""


def show_slots(families: pa.Table, copies: pa.Table) -> pa.Table:
    """Families as records, with slots shown in canonical texts where their copies vary.

    Args:
        families: The rows of `FAMILIES_SQL`.
        copies: The rows of `COPIES_SQL`.
    """
    # Compiled code takes a moment to load, and not everybody who has a corpus looks for families.
    from .words import mask

    edited = dict(zip(*copies.to_pydict().values(), strict=True))
    canonical = []
    for row in families.select(["family_id", "varies", "canonical", "first_authority"]).to_pylist():
        text = mask(row["canonical"], row["first_authority"]) if row["varies"] else row["canonical"]
        copies_of = edited.get(row["family_id"])
        canonical.append(show_variation(text, copies_of) if copies_of else text)
    schema = arrow_schema(Family)
    shown = families.set_column(
        families.schema.get_field_index("canonical"), "canonical", pa.array(canonical, pa.string())
    )
    return shown.select(schema.names).cast(schema)
