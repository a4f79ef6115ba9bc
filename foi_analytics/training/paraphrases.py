"""Labelled pairs for the meaning tier: the wordings of `data/gold/paraphrases.jsonl`, two by two.

Each row is one meaning: `same` are wordings of it, `unlike` look alike and say something else
(`kind` says how).  The split is by meaning, so no meaning is both learnt from and measured on.
"""

import itertools
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..boilerplate.embedding import Encoder
from ..boilerplate.guards import find_guard
from ..boilerplate.likeness import likeness, read_sense, weigh_concepts
from ..boilerplate.meaning import neighbours

__all__ = ["Pair", "Wording", "load_wordings", "make_pairs"]


@dataclass(frozen=True, slots=True)
class Wording:
    """A passage of the file: `meaning` is its row, `kind` how it differs from it, or `same`."""

    text: str
    meaning: str
    kind: str


@dataclass(frozen=True)
class Pair:
    """Two wordings.

    Attributes:
        features: Of `likeness`.
        same: Whether they say the same.
        hard: How one was made to differ from the other; None when it was not.
        meanings: The rows they are from.
        cosine: Of their vectors.
        guard: Why a rule keeps them apart.
        near: Whether one is among the ten nearest of the other.
    """

    features: dict[str, float]
    same: bool
    hard: str | None
    meanings: tuple[str, str]
    cosine: float
    guard: str | None
    near: bool


def load_wordings(path: Path, split: str) -> list[Wording]:
    """The wordings of one split (`train` or `test`)."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        Wording(text, row["id"], kind)
        for row in rows
        if row["split"] == split
        for text, kind in [*((t, "same") for t in row["same"]), *((u["text"], u["kind"]) for u in row["unlike"])]
    ]


def make_pairs(wordings: list[Wording], encoder: Encoder) -> list[Pair]:
    """The pairs that are near neighbours, and all pairs of one row, as the meaning tier would see them."""
    encoded = list(encoder.encode([w.text for w in wordings]))
    vectors = np.array([e.vector for e in encoded], np.float32)
    senses = [read_sense(w.text, e) for w, e in zip(wordings, encoded, strict=True)]
    weights = weigh_concepts(senses)
    near = {(a, b) for a, b, _ in neighbours(vectors)}
    pairs = []
    for a, b in sorted(near | set(_of_one_row(wordings))):
        one, other, cosine = wordings[a], wordings[b], float(vectors[a] @ vectors[b])
        together = one.meaning == other.meaning
        kinds = sorted({one.kind, other.kind} - {"same"})
        pairs.append(
            Pair(
                features=likeness(senses[a], senses[b], cosine, weights),
                same=together and not kinds,
                hard=kinds[0] if together and kinds else None,
                meanings=(one.meaning, other.meaning),
                cosine=cosine,
                guard=find_guard(senses[a].facts, senses[b].facts),
                near=(a, b) in near,
            )
        )
    return pairs


def _of_one_row(wordings: list[Wording]) -> Iterator[tuple[int, int]]:
    for _, places in itertools.groupby(range(len(wordings)), key=lambda at: wordings[at].meaning):
        yield from itertools.combinations(places, 2)
