"""Families: passages that are the same words, exactly or after masking, as SQL over all letters.

The queries name the tables `letters`, `passages` and `families`; an engine runs them.  The id
of a family derives from its words, so it is the same whatever the order the letters came in.
A masked family holds at least two exact wordings; one that holds a single wording is that
exact family and is not listed twice.
"""

import pyarrow as pa

from ..records import Family, arrow_schema
from .masks import mask
from .passages import NOT_REUSE

__all__ = ["FAMILIES_SQL", "REUSE_SQL", "SHARES_SQL", "show_slots"]

_OWN = f"part NOT IN {NOT_REUSE!r}"


def _tier(tier: str, wordings: int) -> str:
    """Families of one tier; its fingerprint stands in the column of the same name.

    Repeated fingerprints are found first, so that what is joined and sorted is small.
    """
    return f"""
        SELECT '{tier}:' || {tier} AS family_id, '{tier}' AS tier,
            CASE WHEN authorities > 1 THEN 'shared_wording' ELSE 'house_template' END AS kind,
            first.quote AS canonical, first.words AS words, passages, letters, authorities,
            first.letter_id AS first_letter, first_date, last_date, first.authority AS first_authority
        FROM (
            SELECT {tier}, count(*) AS passages, count(DISTINCT letter_id) AS letters,
                count(DISTINCT coalesce(authority, '')) AS authorities,
                arg_min({{quote: quote, words: words, letter_id: letter_id, authority: authority}},
                    (date IS NULL, date, letter_id, start)) AS first,
                min(date) AS first_date, max(date) AS last_date
            FROM (SELECT * FROM passages WHERE {_OWN})
            SEMI JOIN (
                SELECT {tier} FROM passages WHERE {_OWN} GROUP BY {tier}
                HAVING count(DISTINCT letter_id) > 1 AND count(DISTINCT exact) >= {wordings}
            ) USING ({tier})
            JOIN (SELECT letter_id, authority, date FROM letters) USING (letter_id)
            GROUP BY {tier}
        )"""  # noqa: S608


FAMILIES_SQL = f"""
    SELECT * FROM ({_tier("exact", 1)} UNION ALL {_tier("masked", 2)})
    ORDER BY letters * words DESC, family_id"""  # noqa: S608
"""Families seen in two letters or more, those that repeat the most words first.

Letters whose authority is unknown count as one authority.
"""

REUSE_SQL = f"""
    SELECT letter_id, start, "end", part, own.words,
        coalesce(same.family_id, alike.family_id) AS family_id, coalesce(same.tier, alike.tier) AS tier
    FROM (SELECT * FROM passages WHERE {_OWN}) own
    LEFT JOIN families same ON same.family_id = 'exact:' || exact
    LEFT JOIN families alike ON alike.family_id = 'masked:' || masked"""  # noqa: S608
"""Every passage of the authority's own words with its family and tier; both null when it is unique."""

SHARES_SQL = """
    SELECT letter_id, sum(words)::BIGINT AS words,
        coalesce(sum(words) FILTER (family_id IS NOT NULL), 0)::BIGINT AS repeated_words,
        repeated_words / sum(words) AS share
    FROM reuse GROUP BY letter_id"""
"""How much of each letter's own words stand in passages that other letters repeat."""


def show_slots(families: pa.Table) -> pa.Table:
    """The rows of `FAMILIES_SQL` as records, the canonical text of masked families with its slots shown."""
    rows = families.select(["tier", "canonical", "first_authority"]).to_pylist()
    canonical = [mask(r["canonical"], r["first_authority"]) if r["tier"] == "masked" else r["canonical"] for r in rows]
    schema = arrow_schema(Family)
    shown = families.set_column(
        families.schema.get_field_index("canonical"), "canonical", pa.array(canonical, pa.string())
    )
    return shown.select(schema.names).cast(schema)
