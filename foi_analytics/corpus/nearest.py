"""Whose a text is, and which pairs of wordings lie nearest the threshold of near copies."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pyarrow as pa

from ..boilerplate.nearest import CANONICALS_SQL, LONE_SQL, find_apart, find_nearest
from ..engines import Database

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["borderline", "whose"]

_RELATED = 0.5
"""Similarity from which on a family is worth showing beside a text."""
_NEARLY_ALIKE = 0.6
"""Similarity from which on two wordings are looked at as nearly copies of each other."""

_FOUND: dict[str, pa.DataType] = {
    "family_id": pa.string(),
    "tier": pa.string(),
    "similarity": pa.float64(),
    "otherwise": pa.bool_(),
    "start": pa.int64(),
    "end": pa.int64(),
}
_BORDERLINE = [
    "linked",
    "otherwise",
    "similarity",
    "family_id",
    "other_id",
    "letter_id",
    "start",
    "end",
    "canonical",
    "wording",
]
_PLACES: dict[str, pa.DataType] = {"family_id": pa.string(), "letter_id": pa.string(), "start": pa.int64()}

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

_TEXTS_SQL = """
    SELECT family_id, letter_id, start, p."end" AS "end", quote AS text
    FROM (
        SELECT unnest($letter_id::VARCHAR[]) AS letter_id, unnest($start::BIGINT[]) AS start,
            unnest($family_id::VARCHAR[]) AS family_id, unnest(range(len($start))) AS row
    ) JOIN passages p USING (letter_id, start) ORDER BY row"""


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

    linked = database.query(_LINKED_SQL, {"number": number}).to_pandas()
    places: list[pa.RecordBatch] = []
    pairs = find_apart(_streamed(database, places), _NEARLY_ALIKE)
    chosen = [pair for otherwise in (False, True) for pair in [p for p in pairs if p.otherwise == otherwise][:number]]
    schema = pa.schema(_PLACES)
    known = pa.Table.from_batches(places).cast(schema) if places else schema.empty_table()
    rows = [pair.one for pair in chosen], [pair.other for pair in chosen]
    one, other = (
        database.query(_TEXTS_SQL, known.take(pa.array(each, pa.int64())).to_pydict()).to_pandas() for each in rows
    )
    apart = other.rename(columns={"family_id": "other_id", "text": "wording"})
    apart = apart.assign(family_id=one["family_id"], canonical=one["text"], linked=False)
    apart["similarity"] = [pair.similarity for pair in chosen]
    apart["otherwise"] = [pair.otherwise for pair in chosen]
    canonicals = database.query(CANONICALS_SQL).to_pandas().set_index("family_id")["text"]
    joined = linked.assign(linked=True, otherwise=False, other_id=linked["family_id"])
    joined["canonical"] = joined["family_id"].map(canonicals)
    found = pd.concat([joined, apart])
    return found[_BORDERLINE].astype({"start": "int64", "end": "int64"}).reset_index(drop=True)


def _streamed(database: Database, places: list[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """All wordings, those of families first; what is kept of each is where it stands."""
    for query in (CANONICALS_SQL, LONE_SQL):
        for batch in database.stream(query):
            places.append(batch.select([*_PLACES]))
            yield batch
