"""Who repeats what: the families of a planted corpus and the letters they stand in.

Half of the passages are unique.  The others follow a Zipf-Mandelbrot law: a few families stand in most letters, most
of them in two to five.  Seven families in ten are house templates, of one authority, as far as it has the letters.
"""

import random
from dataclasses import dataclass

import numpy as np

PASSAGES = 40
UNIQUE = 0.5
PARAPHRASED = 0.03
LOOKALIKES = 0.03
HOUSE = 0.7


@dataclass(frozen=True)
class Plan:
    """What stands in each letter, by number.

    Families 0 to `templates` - 1 have texts of their own; then follow the `wordings` of the meanings, then the
    look-alikes, of which `twin` says whom each resembles; -1 is a passage that nobody repeats.
    """

    templates: int
    wordings: int
    twin: np.ndarray
    authority: np.ndarray
    letter: np.ndarray
    family: np.ndarray

    @property
    def families(self) -> int:
        return self.templates + self.wordings + len(self.twin)


def plan(letters: int, wordings: int, alterable: list[int], seed: int) -> Plan:
    """Lay out a corpus.

    Args:
        letters: How many letters.
        wordings: How many wordings of meanings there are to place.
        alterable: Those of them that a look-alike can be made of.
        seed: The same number, the same corpus.
    """
    rng = np.random.default_rng(seed)
    chance = random.Random(seed)
    whole = letters * PASSAGES
    repeated = zipf(round(whole * (1 - UNIQUE - PARAPHRASED - LOOKALIKES)), round(0.85 * letters), least=2)
    worded = zipf(round(whole * PARAPHRASED), round(0.1 * letters), least=1, number=wordings)
    rng.shuffle(worded)
    alike = zipf(round(whole * LOOKALIKES), round(0.2 * letters), least=1)
    sizes = np.concatenate([repeated, worded, alike])
    ends = _authorities(letters)
    places = [_places(int(size), letters, ends, chance) for size in sizes]
    filler = rng.choice(letters, max(0, whole - int(sizes.sum())), p=_weights(letters, rng))
    letter = np.concatenate([*map(np.asarray, places), filler]).astype(np.int64)
    family = np.concatenate([np.repeat(np.arange(len(sizes)), sizes), np.full(len(filler), -1)])
    order = np.lexsort((rng.random(len(letter)), letter))
    twin = _twins(repeated, worded, alterable, len(alike), rng)
    authority = np.searchsorted(ends, np.arange(letters), side="right")
    return Plan(len(repeated), wordings, twin, authority, letter[order], family[order])


def zipf(total: int, most: int, least: int, number: int | None = None) -> np.ndarray:
    """Sizes that fall with the rank, from at most `most` down to `least`, and add up to about `total`.

    Args:
        total: The sum wanted.
        most: The size of the largest.
        least: The smallest size there is.
        number: How many sizes, else as many as are at least `least`.
    """
    low, high = 0.0, float(total)
    while high - low > 0.5:
        scale = (low + high) / 2
        sizes = _law(scale, most, least, number)
        low, high = (scale, high) if sizes.sum() < total else (low, scale)
    return _law(high, most, least, number)


def _law(scale: float, most: int, least: int, number: int | None) -> np.ndarray:
    offset = max(1.0, scale / most)
    ranks = np.arange(number if number is not None else max(1, int(scale / least - offset)))
    return np.maximum(least, np.round(scale / (ranks + offset))).astype(np.int64)


def _authorities(letters: int) -> np.ndarray:
    """Where the letters of each authority end, about 25 letters each, few with many."""
    sizes = zipf(letters, max(3, letters // 20), least=3)
    ends = np.cumsum(sizes)
    return np.append(ends[ends < letters], letters)


def _places(size: int, letters: int, ends: np.ndarray, chance: random.Random) -> list[int]:
    if chance.random() < HOUSE:
        # The authority of a letter taken at random: who writes more letters has more templates.
        at = int(np.searchsorted(ends, chance.randrange(letters), side="right"))
        first, last = int(ends[at - 1]) if at else 0, int(ends[at])
        if last - first >= size:
            return chance.sample(range(first, last), size)
    return chance.sample(range(letters), min(size, letters))


def _weights(letters: int, rng: np.random.Generator) -> np.ndarray:
    weights = rng.lognormal(0, 0.6, letters)
    return np.asarray(weights / weights.sum())


def _twins(
    repeated: np.ndarray, worded: np.ndarray, alterable: list[int], number: int, rng: np.random.Generator
) -> np.ndarray:
    # Widely used passages are varied more often, yet not in proportion, or all look-alikes would have a few twins.
    weights = np.sqrt(np.concatenate([repeated, worded]).astype(float))
    fixed = np.ones(len(weights), bool)
    fixed[len(repeated) :] = np.isin(np.arange(len(worded)), alterable)
    weights *= fixed
    return rng.choice(len(weights), number, replace=False, p=weights / weights.sum())
