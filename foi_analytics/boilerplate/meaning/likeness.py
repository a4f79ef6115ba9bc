"""How alike two passages are in meaning, as named features for the model `meaning`.

The alignment of words is that of BERTScore, in both directions, each word weighed by how rare
it is: Zhang, T. et al. (2020), BERTScore, ICLR.  Words of one concept count as near, and a
counterpart that is denied in one text and asserted in the other as opposed.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .concepts import concept
from .embedding import Encoded, Vectors
from .guards import Facts, find_guard, opposed_matters, read_facts
from .neighbours import Neighbours
from .stances import overlap, read_signs

__all__ = ["Sense", "likeness", "read_sense", "weigh_concepts"]

_ONE_CONCEPT = 0.85
_NO_COUNTERPART = 0.55
_COUNTERPART = 0.4
"""From here on a nearest word begins to count as a counterpart, fully at twice as much."""
_REVERSED = ("withh", "refus", "exempt", "declin")
"""To assert these is to deny disclosure."""


@dataclass(frozen=True, slots=True)
class Sense:
    """What is compared of a passage.

    Attributes:
        facts: What it commits itself to.
        concepts: What each of its words means, function words left out.
        signs: Whether each is asserted (1) or denied (-1).
        vectors: Each in its context, in half precision.
    """

    facts: Facts
    concepts: tuple[str, ...]
    signs: npt.NDArray[np.int8]
    vectors: npt.NDArray[np.float16]


def read_sense(text: str, encoded: Encoded) -> Sense:
    """Put together what is compared of a passage."""
    signs = read_signs(encoded.words)
    meant = [(at, c) for at, word in enumerate(encoded.words) if word.isalpha() and (c := concept(word)) is not None]
    kept = [at for at, _ in meant]
    return Sense(
        facts=read_facts(text),
        concepts=tuple(c for _, c in meant),
        signs=np.array([-signs[at] if encoded.words[at].startswith(_REVERSED) else signs[at] for at in kept], np.int8),
        vectors=encoded.word_vectors[kept].astype(np.float16),
    )


def weigh_concepts(senses: Iterable[Sense]) -> dict[str, float]:
    """How much each concept counts: the rarer among the passages, the more (Spärck Jones 1972)."""
    total, counts = 0, Counter[str]()
    for total, sense in enumerate(senses, 1):  # noqa: B007
        counts.update(set(sense.concepts))
    return {name: math.log((total + 1) / (count + 1)) + 0.1 for name, count in counts.items()}


def likeness(one: Sense, other: Sense, near: Neighbours, weights: Mapping[str, float]) -> dict[str, float]:
    """Features of a pair, the same whichever passage comes first.

    Args:
        one: A passage.
        other: Another.
        near: How near their vectors are.
        weights: Of `weigh_concepts`, over all passages.

    Returns:
        Names with amounts; a name with a colon is there (1) or is not.
    """
    a, b = one.facts.stances, other.facts.stances
    shared = overlap(a, b)
    features = {
        "cosine": near.cosine,
        "margin": near.margin,
        "words in common": shared,
        "words in common by cosine": shared * near.cosine,
        **_alignment(one, other, weights),
        **_concepts_in_common(one, other, weights),
    }
    return features | dict.fromkeys(_agreements(one.facts, other.facts), 1.0)


def _agreements(one: Facts, other: Facts) -> list[str]:
    """What both say alike, what only one says, and what they say otherwise."""
    a, b = one.stances, other.stances
    agreed = sum(b.matters.get(matter) == signs for matter, signs in a.matters.items())
    names = ("provisions", "numbers", "dates", "parties", "overseers", "groups")
    return [
        *(f"{name}:{_agreement(getattr(one, name), getattr(other, name))}" for name in names),
        f"guard:{find_guard(one, other)}",
        f"opposed:{min(len(opposed_matters(a, b)), 2)}",
        f"agreed:{min(agreed, 3)}",
        f"denials:{min(abs(a.denials - b.denials), 2)}",
        f"only one denies:{(a.denials > 0) != (b.denials > 0)}",
    ]


def _agreement(one: frozenset[str], other: frozenset[str]) -> str:
    if not one and not other:
        return "none"
    if not one or not other:
        return "one"
    return "same" if one == other else "some" if one & other else "other"


def _concepts_in_common(one: Sense, other: Sense, weights: Mapping[str, float]) -> dict[str, float]:
    a, b = set(one.concepts), set(other.concepts)
    both, either = (sum(weights.get(c, 0.0) for c in concepts) for concepts in (a & b, a | b))
    return {"concepts in common": both / max(either, 1e-6)}


def _alignment(one: Sense, other: Sense, weights: Mapping[str, float]) -> dict[str, float]:
    """How well each passage's words find counterparts in the other's: the mean and the worse direction."""
    if not one.concepts or not other.concepts:
        return {"unmatched": 1.0}
    similar = one.vectors.astype(np.float32) @ other.vectors.astype(np.float32).T
    same = np.array(one.concepts)[:, None] == np.array(other.concepts)[None, :]
    words = _nearest(one, similar, weights), _nearest(other, similar.T, weights)
    similar = np.where(same, np.maximum(similar, _ONE_CONCEPT), similar)
    ways = (_directed(one, other, similar, weights), _directed(other, one, similar.T, weights))
    aligned, unmatched, opposed, gap = (np.array(column) for column in zip(*ways, strict=True))
    return {
        "words aligned": sum(words) / 2,
        "words aligned, worse": min(words),
        "aligned": float(aligned.mean()),
        "aligned, worse": float(aligned.min()),
        "unmatched": float(unmatched.max()),
        "opposed": float(opposed.mean()),
        "opposed, worse": float(opposed.max()),
        "greatest gap": float(gap.max()),
    }


def _shares(one: Sense, weights: Mapping[str, float]) -> npt.NDArray[np.float64]:
    share = np.array([weights.get(c, 0.1) for c in one.concepts], np.float64)
    share /= share.sum()
    return share


def _nearest(one: Sense, similar: Vectors, weights: Mapping[str, float]) -> float:
    """Mean similarity of the words by their vectors alone, without what is known of concepts."""
    return float(similar.max(axis=1) @ _shares(one, weights))


def _directed(one: Sense, other: Sense, similar: Vectors, weights: Mapping[str, float]) -> tuple[float, ...]:
    """Mean similarity; the shares without a counterpart and of counterparts opposed; the greatest word missing."""
    share = _shares(one, weights)
    nearest, at = similar.max(axis=1), similar.argmax(axis=1)
    matched = np.clip((nearest - _COUNTERPART) / _COUNTERPART, 0, 1) * share
    opposed = matched[one.signs != other.signs[at]].sum() / max(matched.sum(), 1e-6)
    missing = share * (nearest < _NO_COUNTERPART)
    return float(nearest @ share), float(missing.sum()), float(opposed), float(missing.max())
