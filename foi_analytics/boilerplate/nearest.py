"""Families against other texts, and against each other: whose a text is, and what lies near the threshold."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from .columns import text_bytes
from .copies import find_copies
from .gathering import Batch, Gathering
from .kernels.alignment import new_scratch
from .kernels.comparing import compare
from .paragraphs import cut_paragraphs
from .passages import LONGEST_PARAGRAPH

__all__ = ["CANONICALS_SQL", "LONE_SQL", "Apart", "Match", "find_apart", "find_nearest"]

CANONICALS_SQL = """
    WITH placed AS (
        SELECT family_id, arg_min({letter_id: letter_id, start: start}, (letter_id, start)) AS place
        FROM reuse WHERE tier = 'exact' GROUP BY family_id
    )
    SELECT family_id, p.letter_id, p.start, p."end", quote AS text, authority
    FROM placed JOIN passages p ON p.letter_id = place.letter_id AND p.start = place.start
    JOIN (SELECT letter_id, authority FROM letters) l ON l.letter_id = p.letter_id
    ORDER BY family_id"""
"""The canonical wording of each family as a letter has it, slots filled, and where it stands."""

LONE_SQL = """
    SELECT NULL::VARCHAR AS family_id, p.letter_id, p.start, p."end", quote AS text, authority
    FROM (SELECT letter_id, start FROM reuse WHERE family_id IS NULL) lone
    JOIN passages p ON p.letter_id = lone.letter_id AND p.start = lone.start
    JOIN (SELECT letter_id, authority FROM letters) l ON l.letter_id = p.letter_id
    ORDER BY p.letter_id, p.start"""
"""The passages that no other letter repeats, in the same columns."""


class Match(NamedTuple):
    """A paragraph of a text and a known wording it is like.

    Attributes:
        known: Row of the wording.
        start, end: The paragraph in the text.
        words: How many it has.
        similarity: 1 for the same words but for slots; else twice the words in common, in order, of all words.
        otherwise: Whether it says something else, however alike: another provision, or a negation put in or out.
    """

    known: int
    start: int
    end: int
    words: int
    similarity: float
    otherwise: bool


class Apart(NamedTuple):
    """Rows of two wordings that are alike, how much, and whether one says something else than the other."""

    one: int
    other: int
    similarity: float
    otherwise: bool


def find_nearest(canonicals: pa.Table, text: str, authority: str | None, least: float) -> list[Match]:
    r"""The known wordings that the paragraphs of a text are like, each once, best first.

    What explains most of the text comes first: words of the paragraph times similarity.

    Args:
        canonicals: Rows of `CANONICALS_SQL`.
        text: One paragraph or several.
        authority: Who wrote it, when that is known.
        least: Similarity from which on two texts are alike, from 0 to 1.

    >>> known = ["We do not hold the map of the lane.", "Yours sincerely"]
    >>> canonicals = pa.table({"text": known, "authority": pa.array([None, None], pa.string())})
    >>> for match in find_nearest(canonicals, "We do hold the map of the lane.\n\nYours sincerely", None, 0.5):
    ...     print(known[match.known], match.similarity, match.otherwise)
    We do not hold the map of the lane. 0.9412 True
    Yours sincerely 1.0 False
    """
    gathering = _gathered(canonicals.to_batches())
    known = gathering.form_of()
    found: dict[int, Match] = {}
    scratch, similarity, otherwise = new_scratch(), np.empty(len(known), np.float32), np.empty(len(known), np.bool_)
    for start, end, words, form in _paragraphs(gathering, text, authority):
        compare(gathering.forms, form, known, least, scratch, similarity, otherwise)
        for row in np.flatnonzero(similarity).tolist():
            match = Match(row, start, end, words, round(float(similarity[row]), 4), bool(otherwise[row]))
            if row not in found or match.similarity > found[row].similarity:
                found[row] = match
    return sorted(found.values(), key=lambda match: (-match.words * match.similarity, -match.similarity, match.known))


def find_apart(wordings: Iterable[pa.RecordBatch], least: float) -> list[Apart]:
    """Wordings that are alike and yet no copies of each other, the most alike first.

    The sketches suggest what to compare, so this is a selection, not all there are.

    Args:
        wordings: Rows of `CANONICALS_SQL`, then of `LONE_SQL`; of those that differ in slots alone the first counts.
        least: Similarity from which on two texts are alike, from 0 to 1.
    """
    gathering = _gathered(wordings)
    forms, row_of = np.unique(gathering.form_of(), return_index=True)
    row_of = row_of[forms >= 0]
    copies = find_copies(gathering.forms, least)
    linked, contrary = np.flatnonzero(copies.similarity < 1), np.flatnonzero(copies.contrary >= 0)
    pairs = [
        (linked, copies.leader[linked], copies.similarity[linked], False),
        (contrary, copies.contrary[contrary], copies.contrariness[contrary], True),
    ]
    apart = [
        Apart(min(one, other), max(one, other), round(similarity, 4), otherwise)
        for ones, others, alike, otherwise in pairs
        for one, other, similarity in zip(row_of[ones].tolist(), row_of[others].tolist(), alike.tolist(), strict=True)
    ]
    return sorted(apart, key=lambda pair: (-pair.similarity, pair.one, pair.other))


def _gathered(wordings: Iterable[pa.RecordBatch]) -> Gathering:
    gathering = Gathering()
    for batch in wordings:
        numbers = [gathering.writers.number(name) for name in batch.column("authority").to_pylist()]
        data, edges = text_bytes(batch.column("text"))
        _add(gathering, data, edges[:-1], edges[1:], np.array(numbers, np.int32))
    return gathering


def _paragraphs(gathering: Gathering, text: str, authority: str | None) -> list[tuple[int, int, int, int]]:
    """Start, end, number of words and form of each paragraph, and of the whole, which may be one of several lines."""
    encoded = text.encode("utf-8", "replace")
    data = np.frombuffer(encoded, np.uint8)
    cut = cut_paragraphs(data, np.array([0, len(data)], np.int64))
    if len(cut) > 1 and cut[-1, 4] - cut[0, 3] <= LONGEST_PARAGRAPH:
        whole = [0, cut[0, 1], cut[-1, 2], cut[0, 3], cut[-1, 4]]
        cut = np.concatenate([cut, np.array([whole], np.int64)])
    writers = np.full(len(cut), gathering.writers.number(authority), np.int32)
    known = len(gathering.form_of())
    words = _add(gathering, data, cut[:, 1].copy(), cut[:, 2].copy(), writers)
    forms = gathering.form_of()[known:]
    rows = zip(cut[:, 3].tolist(), cut[:, 4].tolist(), words.tolist(), forms.tolist(), strict=True)
    return [row for row in rows if row[3] >= 0]


def _add(
    gathering: Gathering,
    data: npt.NDArray[np.uint8],
    starts: npt.NDArray[np.int64],
    ends: npt.NDArray[np.int64],
    writers: npt.NDArray[np.int32],
) -> npt.NDArray[np.int32]:
    """Add texts, each as a letter of its own; returns how many words each has."""
    first = len(gathering.form_of())
    levelled = gathering.level(Batch(data, starts, ends, writers))
    gathering.add(np.arange(first, first + len(starts), dtype=np.int32), levelled)
    return levelled.words
