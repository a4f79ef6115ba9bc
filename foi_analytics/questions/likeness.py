"""How like an ask a passage is: the words they share, weighed by rarity, and the kind of thing asked and given."""

import math
import re
from collections import Counter
from functools import lru_cache

from . import answer_cues, thing_cues

__all__ = ["AskWords", "things_given"]

_WORD = re.compile(r"[^\W\d_]{3,}|\d{4}")
_STEM = 5
_COVERED = 0.4
_FITS, _MISFITS = 0.4, -0.2


@lru_cache(maxsize=4096)  # a clause is held against the asks as often as it is aligned
def things_given(words: str) -> frozenset[str]:
    """What kinds of thing a passage could give: money, count, date, name, reason, paper.

    >>> sorted(things_given("It cost £4,800."))
    ['money']
    """
    return frozenset(kind for kind, pattern in thing_cues.GIVEN.items() if pattern.search(words))


class AskWords:
    """The words of each ask, each weighed by how few asks share it.

    >>> asks = AskWords(["How many buses have you?", "How many vans have you?"])
    >>> asks.likeness("There are nine buses.").index(max(asks.likeness("There are nine buses.")))
    0
    """

    def __init__(self, asks: list[str]) -> None:
        stems = [_stems(ask) for ask in asks]
        shared = Counter(stem for each in stems for stem in each)
        self.weights = [{s: 1 / shared[s] for s in each if shared[s] < max(len(asks), 2)} for each in stems]
        self.totals = [sum(each.values()) or 1.0 for each in self.weights]
        kinds = thing_cues.ASKED.items()
        self.things = [frozenset(kind for kind, pattern in kinds if pattern.search(ask)) for ask in asks]

    def likeness(self, words: str, *, heading: bool = False) -> list[float]:
        """For each ask the weight of the words shared with a passage, more where they are most of the ask.

        Args:
            words: The passage.
            heading: Whether it is a heading, which may be wholly of the ask without being all of it.
        """
        stems = _stems(words)
        shares = [sum(w for stem, w in weights.items() if stem in stems) for weights in self.weights]
        most = float(len(stems) or 1) if heading else math.inf
        return [s * (_COVERED + s / min(total, most)) for s, total in zip(shares, self.totals, strict=True)]

    def fitness(self, words: str) -> list[float]:
        """For each ask whether a passage gives the kind of thing it asks for."""
        given = things_given(words)
        return [0.0 if not (given and asked) else _FITS if given & asked else _MISFITS for asked in self.things]


@lru_cache(maxsize=4096)
def _stems(words: str) -> frozenset[str]:
    found = (word for word in _WORD.findall(words.lower()) if word not in answer_cues.COMMON_WORDS)
    return frozenset(word[:_STEM].removesuffix("s") for word in found)
