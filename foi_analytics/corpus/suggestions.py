"""The meaning tier over a corpus: one wording of each family compared with those of the others, and stored."""

from dataclasses import dataclass
from pathlib import Path

import pyarrow.compute as pc

from ..boilerplate.meaning import SAME, suggest
from ..boilerplate.meaning.embedding import Encoder
from ..engines import Database
from ..progress import watching
from .folder import FIRST_FILE, write_table
from .rows import SUGGESTED_SCHEMA

__all__ = ["Suggested", "find_suggestions"]

_FEWEST_WORDS = 6
"""A shorter passage, such as a greeting, says too little to be compared."""
_SENTENCE = "[.!?][\"'’”)\\]]{0,2}\\s*$"
"""How a passage ends that states something; a heading, a subject line or an address does not."""
_WORDINGS_SQL = f"""
    SELECT family_id, canonical AS text FROM families
    WHERE letters >= 2 AND words >= {_FEWEST_WORDS} AND regexp_matches(canonical, $sentence)
    ORDER BY family_id"""  # noqa: S608


@dataclass(frozen=True, slots=True)
class Suggested:
    """What came of comparing families.

    Attributes:
        families: How many were compared.
        pairs: How many pairs are near enough to look at.
        same: How many of them are shown as saying the same.
    """

    families: int
    pairs: int
    same: int


def find_suggestions(database: Database, path: Path, encoder: Encoder | None = None) -> Suggested:
    """Compare the families of a corpus anew and store the pairs that may say the same.

    Args:
        database: The corpus.
        path: Its folder.
        encoder: As for `suggest`.

    Returns:
        How much was compared and found.

    Raises:
        MissingExtraError: When the `embeddings` extra is not installed.
    """
    wordings = database.query(_WORDINGS_SQL, {"sentence": _SENTENCE})
    with watching("Comparing meanings", wordings.num_rows) as advance:
        found = suggest(wordings, encoder, advance)
    for name, of in (("wording", "family_id"), ("other_wording", "other_id")):
        found = found.append_column(name, wordings["text"].take(pc.index_in(found[of], wordings["family_id"])))
    write_table(path / "suggestions" / FIRST_FILE, found.cast(SUGGESTED_SCHEMA))
    same = found.filter((pc.field("score") >= SAME) & pc.field("guard").is_null())
    return Suggested(wordings.num_rows, found.num_rows, same.num_rows)
