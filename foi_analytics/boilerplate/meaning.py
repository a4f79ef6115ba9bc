"""The meaning tier: passages of different families that say the same in other words, as ranked suggestions.

Neighbours by the cosine of sentence embeddings, then a second score, then guards.  Cosine alone
ranks "we hold" and "we do not hold" above most true paraphrases, so nothing here is ever merged
in silence: a pair counts as the same when its score reaches `SAME` and no guard speaks against
it; every other row is a candidate to look at.
"""

from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from ..models import load_model
from .embedding import Encoder, Vectors, load_encoder
from .guards import find_guard
from .likeness import likeness, read_sense, weigh_concepts

__all__ = ["SAME", "SUGGESTIONS", "neighbours", "suggest"]

SAME = 0.8
"""From this score on, and without a guard, two passages are shown as saying the same."""

SUGGESTIONS = pa.schema(
    [
        ("family_id", pa.string()),
        ("other_id", pa.string()),
        ("similarity", pa.float64()),
        ("score", pa.float64()),
        ("guard", pa.string()),
    ]
)
"""Columns of `suggest`."""

_NEIGHBOURS = 10
_BLOCK_BYTES = 1 << 26


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
    ids, texts = representatives["family_id"].to_pylist(), representatives["text"].to_pylist()
    vectors, senses = [], []
    for text, encoded in zip(texts, encoder.encode(texts), strict=True):
        vectors.append(encoded.vector)
        senses.append(read_sense(text, encoded))
        advance(1)
    model, weights = load_model("meaning"), weigh_concepts(senses)
    rows = []
    for first, second, cosine in neighbours(np.array(vectors, np.float32).reshape(len(ids), -1)):
        one, other = senses[first], senses[second]
        score = model.probabilities(likeness(one, other, cosine, weights))["same"]
        pair = sorted((ids[first], ids[second]))
        rows.append((*pair, round(cosine, 4), round(score, 4), find_guard(one.facts, other.facts)))
    rows.sort(key=lambda row: (-row[3], -row[2], row[0], row[1]))
    return pa.Table.from_arrays(
        [pa.array([row[i] for row in rows], field.type) for i, field in enumerate(SUGGESTIONS)], schema=SUGGESTIONS
    )


def neighbours(vectors: Vectors, count: int = _NEIGHBOURS) -> Iterator[tuple[int, int, float]]:
    """Each pair of rows of which one is among the other's nearest, with its cosine, once.

    Args:
        vectors: Rows of length 1.
        count: How many neighbours each row brings.

    >>> [pair[:2] for pair in neighbours(np.eye(3, dtype=np.float32)[[0, 1, 1]], count=1)]
    [(0, 1), (1, 2)]
    """
    total = len(vectors)
    size = max(1, _BLOCK_BYTES // (4 * max(total, 1)))
    nearest = np.empty((total, min(count, max(total - 1, 0))), np.int64)
    for start in range(0, total, size):
        nearest[start : start + size] = _nearest(vectors, start, min(start + size, total), nearest.shape[1])
    ends = np.stack([np.repeat(np.arange(total), nearest.shape[1]), nearest.ravel()], axis=1)
    for first, second in np.unique(np.sort(ends, axis=1), axis=0).tolist():
        yield first, second, float(vectors[first] @ vectors[second])


def _nearest(vectors: Vectors, start: int, end: int, count: int) -> npt.NDArray[np.int64]:
    """The nearest rows of each row of a block, itself left out."""
    similar = vectors[start:end] @ vectors.T
    similar[np.arange(end - start), np.arange(start, end)] = -np.inf
    if not count:
        return np.empty((end - start, 0), np.int64)
    return np.argpartition(-similar, count - 1, axis=1)[:, :count]
