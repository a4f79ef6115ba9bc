"""Whose a text is, and which pairs of wordings lie nearest the threshold of near copies."""

from typing import TYPE_CHECKING

import pyarrow as pa

from ..boilerplate.copies import ALIKE
from ..boilerplate.nearest import CANONICALS_SQL, find_apart, find_nearest
from ..engines import Database

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["borderline", "whose"]

_RELATED = 0.5
"""Similarity from which on a family is worth showing beside a text."""
_NEARLY_ALIKE = 0.6
"""Similarity from which on two families are looked at as nearly one."""

_FOUND: dict[str, pa.DataType] = {
    "family_id": pa.string(),
    "tier": pa.string(),
    "similarity": pa.float64(),
    "otherwise": pa.bool_(),
    "start": pa.int64(),
    "end": pa.int64(),
}
_BORDERLINE = ["linked", "similarity", "family_id", "other_id", "letter_id", "start", "end", "canonical", "wording"]

_WHOSE_SQL = """
    SELECT family_id, f.kind, f.subject, f.letters, f.authorities, f.first_date, f.last_date, f.first_letter,
        l.authority AS first_authority, f.canonical
    FROM families f LEFT JOIN (SELECT letter_id, authority FROM letters) l ON l.letter_id = f.first_letter
    WHERE list_contains($ids, family_id)"""

_LINKED_SQL = """
    SELECT family_id, similarity, place.letter_id AS letter_id, place.start AS start, place."end" AS "end",
        quote AS wording
    FROM (
        SELECT family_id, similarity,
            arg_min({letter_id: letter_id, start: start, "end": "end"}, (letter_id, start)) AS place
        FROM reuse WHERE tier = 'near' GROUP BY family_id, similarity
        ORDER BY similarity, family_id LIMIT $number
    ) JOIN passages p ON p.letter_id = place.letter_id AND p.start = place.start"""
"""One wording of each family for each similarity: others as alike mostly differ in a number."""


def whose(database: Database, text: str, authority: str | None, number: int) -> "pd.DataFrame":
    """The families nearest to a text; see `Corpus.whose`."""
    canonicals = database.query(CANONICALS_SQL)
    ids = canonicals["family_id"].to_pylist()
    matches = find_nearest(canonicals, text, authority, _RELATED)[:number]
    found: dict[str, list[object]] = {
        "family_id": [ids[match.known] for match in matches],
        "tier": ["exact" if match.similarity == 1 else "near" for match in matches],
        "similarity": [match.similarity for match in matches],
        "otherwise": [match.otherwise for match in matches],
        "start": [match.start for match in matches],
        "end": [match.end for match in matches],
    }
    rows = pa.table(found, schema=pa.schema(_FOUND))
    families = database.query(_WHOSE_SQL, {"ids": found["family_id"]})
    return rows.to_pandas().merge(families.to_pandas(date_as_object=False), on="family_id", how="left")


def borderline(database: Database, number: int) -> "pd.DataFrame":
    """The pairs of wordings nearest the threshold; see `Corpus.borderline`."""
    import pandas as pd

    canonicals = database.query(CANONICALS_SQL)
    linked = database.query(_LINKED_SQL, {"number": number}).to_pandas()
    known = canonicals.to_pandas()
    texts = known.set_index("family_id")["text"]
    pairs = [pair for pair in find_apart(canonicals, _NEARLY_ALIKE) if pair.similarity < 1][:number]
    other = known.iloc[[pair.other for pair in pairs]]
    apart = pd.DataFrame(
        {
            "family_id": known["family_id"].iloc[[pair.known for pair in pairs]].to_list(),
            "similarity": [pair.similarity for pair in pairs],
            "other_id": other["family_id"].to_list(),
            "wording": other["text"].to_list(),
            **{name: other[name].to_list() for name in ("letter_id", "start", "end")},
        }
    )
    found = pd.concat([linked.assign(linked=True, other_id=linked["family_id"]), apart.assign(linked=False)])
    found["canonical"] = found["family_id"].map(texts)
    found["distance"] = (found["similarity"] - ALIKE).abs()
    found = found.sort_values(["linked", "distance", "family_id", "wording"], ascending=[False, True, True, True])
    return found[_BORDERLINE].astype({"start": "int64", "end": "int64"}).reset_index(drop=True)
