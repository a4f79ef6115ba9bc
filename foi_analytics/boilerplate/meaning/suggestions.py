"""The meaning tier: passages of different families that say the same in other words, as ranked suggestions.

Neighbours by the cosine of sentence embeddings, then a second score, then guards.  Cosine alone
ranks "we hold" and "we do not hold" above most true paraphrases, so nothing here is ever merged
in silence: a pair counts as the same when its score reaches `SAME` and no guard speaks against
it; every other row is a candidate to look at.
"""

from collections.abc import Callable

import numpy as np
import pyarrow as pa

from ...models import load_model
from .embedding import Encoder, load_encoder
from .guards import find_guard
from .likeness import likeness, read_sense, weigh_concepts
from .neighbours import Nearest

__all__ = ["SAME", "SUGGESTIONS", "suggest"]

SAME = 0.8
"""From this score on, and without a guard, two passages are shown as saying the same."""

_COLUMNS: dict[str, pa.DataType] = {
    "family_id": pa.string(),
    "other_id": pa.string(),
    "similarity": pa.float64(),
    "score": pa.float64(),
    "guard": pa.string(),
}
SUGGESTIONS = pa.schema(_COLUMNS)
"""Columns of `suggest`."""


def suggest(
    representatives: pa.Table, encoder: Encoder | None = None, advance: Callable[[int], None] = lambda _: None
) -> pa.Table:
    """Pairs of families that may say the same in other words.

    Args:
        representatives: `family_id` and `text`, one row for each family.
        encoder: Turns texts into vectors; the packaged model unless said otherwise. The score was
            fitted for that model, and is a rank and no probability with another.
        advance: Called with the number of passages just embedded, for a progress bar.

    Returns:
        `SUGGESTIONS`: the smaller id first, cosine `similarity`, `score` (probability that the
        two say the same), and `guard`, why they are not shown as the same; best first. Each
        family brings its ten nearest neighbours.

    Raises:
        MissingExtraError: When the `embeddings` extra is not installed.
    """
    encoder = encoder or load_encoder()
    ids, texts = ([str(value) for value in representatives[name].to_pylist()] for name in ("family_id", "text"))
    vectors, senses = [], []
    for text, encoded in zip(texts, encoder.encode(texts), strict=True):
        vectors.append(encoded.vector)
        senses.append(read_sense(text, encoded))
        advance(1)
    model, weights = load_model("meaning"), weigh_concepts(senses)
    rows: list[tuple[str, str, float, float, str | None]] = []
    for near in Nearest(np.array(vectors, np.float32)).pairs() if vectors else ():
        one, other = senses[near.first], senses[near.second]
        score = model.probabilities(likeness(one, other, near, weights))["same"]
        least, greatest = sorted((ids[near.first], ids[near.second]))
        rows.append((least, greatest, round(near.cosine, 4), round(score, 4), find_guard(one.facts, other.facts)))
    rows.sort(key=lambda row: (-row[3], -row[2], row[0], row[1]))
    return pa.Table.from_arrays(
        [pa.array([row[i] for row in rows], field.type) for i, field in enumerate(SUGGESTIONS)], schema=SUGGESTIONS
    )
