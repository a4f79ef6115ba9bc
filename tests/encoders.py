"""Encoders for tests: no model, no download."""

import hashlib
import re
from collections.abc import Iterator, Sequence

import numpy as np

from foi_analytics.boilerplate.meaning.embedding import Encoded


class FakeEncoder:
    """Each word a direction of its own, a text the mean of its words: enough to have neighbours."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> Iterator[Encoded]:
        self.asked += texts
        for text in texts:
            words = tuple(re.findall(r"\w+|[^\w\s]", text.lower()))
            rows = np.array([self._direction(w) for w in words], np.float32).reshape(len(words), 32)
            vector = rows.sum(axis=0) if len(words) else np.ones(32, np.float32)
            yield Encoded(vector / np.linalg.norm(vector), words, rows)

    @staticmethod
    def _direction(word: str) -> np.ndarray:
        seed = int.from_bytes(hashlib.blake2b(word.encode(), digest_size=4).digest(), "big")
        drawn = np.random.default_rng(seed).normal(size=32).astype(np.float32)
        return drawn / np.linalg.norm(drawn)
