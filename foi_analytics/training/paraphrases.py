"""Labelled pairs for the meaning tier: the wordings of `data/gold/paraphrases.jsonl`, two by two.

Each row is one meaning: `same` are wordings of it, `unlike` look alike and say something else
(`kind` says how).  The split is by meaning, so no meaning is both learnt from and measured on.
"""

import itertools
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..boilerplate.meaning.embedding import Encoder
from ..boilerplate.meaning.guards import find_guard
from ..boilerplate.meaning.likeness import likeness, read_sense, weigh_concepts
from ..boilerplate.meaning.neighbours import Nearest
from ..evaluation.gold import load_gold

__all__ = ["Pair", "Wording", "load_background", "load_wordings", "make_pairs"]


_FEWEST_WORDS, _MOST_WORDS = 8, 80
_BACKGROUND = 1500


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


def load_background(gold: Path) -> list[str]:
    """Paragraphs of the `train` letters, each once."""
    letters = (labelled.letter.text for labelled in load_gold(gold, "train"))
    paragraphs = (" ".join(block.split()) for text in letters for block in text.split("\n\n"))
    return sorted({p for p in paragraphs if _FEWEST_WORDS <= p.count(" ") <= _MOST_WORDS})[:_BACKGROUND]


def make_pairs(wordings: list[Wording], encoder: Encoder, background: Sequence[str] = ()) -> list[Pair]:
    """The pairs that are near neighbours, and all pairs of one row, as the meaning tier would see them.

    Args:
        wordings: All of one split.
        encoder: Turns texts into vectors.
        background: Other passages among which they are looked for, so that the crowd is that of a
            corpus; pairs with these are not labelled, and left out.
    """
    texts = [*(w.text for w in wordings), *background]
    encoded = list(encoder.encode(texts))
    senses = [read_sense(text, e) for text, e in zip(texts, encoded, strict=True)]
    weights, nearest = weigh_concepts(senses), Nearest(np.array([e.vector for e in encoded], np.float32))
    near = {(n.first, n.second) for n in nearest.pairs() if n.second < len(wordings)}
    pairs = []
    for a, b in sorted(near | set(_of_one_row(wordings))):
        one, other, distance = wordings[a], wordings[b], nearest.pair(a, b)
        together = one.meaning == other.meaning
        kinds = sorted({one.kind, other.kind} - {"same"})
        pairs.append(
            Pair(
                features=likeness(senses[a], senses[b], distance, weights),
                same=together and not kinds,
                hard=kinds[0] if together and kinds else None,
                meanings=(one.meaning, other.meaning),
                cosine=distance.cosine,
                guard=find_guard(senses[a].facts, senses[b].facts),
                near=(a, b) in near,
            )
        )
    return pairs


def _of_one_row(wordings: list[Wording]) -> Iterator[tuple[int, int]]:
    for _, places in itertools.groupby(range(len(wordings)), key=lambda at: wordings[at].meaning):
        yield from itertools.combinations(places, 2)
