"""Nearest neighbours of sentence embeddings, all of them looked at, by blocks so that memory stays bounded."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from .embedding import Vectors

__all__ = ["Nearest", "Neighbours"]

_COUNT = 10
_BLOCK_BYTES = 1 << 26


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Two rows, their cosine, and their margin: how much nearer they are than either's neighbours on average.

    A passage in a crowd of others like it is near to many, few of which say the same.  Source:
    Artetxe, M. and Schwenk, H. (2019), Margin-based Parallel Corpus Mining, ACL.
    """

    first: int
    second: int
    cosine: float
    margin: float


class Nearest:
    """The nearest rows of each row, and how near they are on average.

    Args:
        vectors: Rows of length 1.
        count: How many neighbours each row brings.

    >>> nearest = Nearest(np.array([[1, 0], [0.6, 0.8], [0, 1]], np.float32), count=1)
    >>> [(pair.first, pair.second, round(pair.cosine, 1)) for pair in nearest.pairs()]
    [(0, 1, 0.6), (1, 2, 0.8)]
    """

    def __init__(self, vectors: Vectors, count: int = _COUNT) -> None:
        total = len(vectors)
        count = min(count, max(total - 1, 0))
        size = max(1, _BLOCK_BYTES // (4 * max(total, 1)))
        self.vectors = vectors
        self.rows = np.empty((total, count), np.int64)
        self.means = np.zeros(total, np.float32)
        for start in range(0, total if count else 0, size):
            block = slice(start, min(start + size, total))
            similar = vectors[block] @ vectors.T
            similar[np.arange(len(similar)), np.arange(start, block.stop)] = -np.inf
            self.rows[block] = np.argpartition(-similar, count - 1, axis=1)[:, :count]
            self.means[block] = np.take_along_axis(similar, self.rows[block], axis=1).mean(axis=1)

    def pairs(self) -> Iterator[Neighbours]:
        """Each pair of rows of which one is among the other's nearest, once."""
        ends = np.stack([np.repeat(np.arange(len(self.rows)), self.rows.shape[1]), self.rows.ravel()], axis=1)
        for first, second in np.unique(np.sort(ends, axis=1), axis=0).tolist():
            yield self.pair(first, second)

    def pair(self, first: int, second: int) -> Neighbours:
        """Any two rows, neighbours or not."""
        cosine = float(self.vectors[first] @ self.vectors[second])
        return Neighbours(first, second, cosine, cosine - float(self.means[first] + self.means[second]) / 2)
