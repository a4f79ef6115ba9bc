"""Shares corrected for what the reader gets wrong, with intervals that cover its mistakes too.

The rule by which `correct` chooses, for each share by itself:

1. Ten or more labelled letters of the group, drawn at random: *prediction-powered*; but without one labelled
   letter on each side of the question, or without a labelled one that is read so, by the *labelled sample only*.
2. Else the letters labelled in the other groups, or where nobody labelled any those of `data/gold`, when at least
   ten of them have it and ten have not: *Rogan and Gladen's* estimate.  It takes for granted that the reader errs
   here as it does there.  A share that is no larger than the mistakes alone would make it is not shown.
3. Else the count *as read*, whose interval covers chance and not the mistakes.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .intervals import LEVEL, Array, normal_quantile, square_and_add, wilson

__all__ = [
    "FEWEST_LABELS",
    "METHODS",
    "Confusion",
    "Estimate",
    "Judged",
    "confusion_of",
    "correct",
    "prediction_powered",
    "rogan_gladen",
]

FEWEST_LABELS = 10

METHODS = {
    "as_read": "the count as read; its interval leaves the reader's mistakes out",
    "clustered": "the count as read, letters drawn as a whole; its interval leaves the reader's mistakes out",
    "prediction_powered": "the reading of all letters, corrected by the labels of some (prediction-powered inference)",
    "labelled_only": "the labelled letters alone, of which too few differ in this",
    "rogan_gladen": "the reading, corrected by its mistakes in the labelled letters of all groups (Rogan and Gladen)",
    "rogan_gladen_elsewhere": "the reading, corrected by its mistakes on other authorities' letters (Rogan and Gladen)",
}
"""What each method is, in words."""

_TELLS_NOTHING = 0.2
"""Sensitivity and specificity that add up to no more than this over 1: too near to guessing."""


Judged = tuple[frozenset[str], frozenset[str]]
"""What is labelled of a letter, and what is read in it."""


@dataclass(frozen=True, slots=True)
class Confusion:
    """Labelled letters by what they are and how they are read: true and false, positives and negatives."""

    tp: int = 0
    fn: int = 0
    fp: int = 0
    tn: int = 0

    @property
    def positives(self) -> int:
        """Letters labelled so."""
        return self.tp + self.fn

    @property
    def negatives(self) -> int:
        """Letters labelled otherwise."""
        return self.fp + self.tn

    @property
    def labels(self) -> int:
        """Letters labelled."""
        return self.positives + self.negatives

    @property
    def cells(self) -> tuple[int, int, int, int]:
        """The four counts, in their order."""
        return self.tp, self.fn, self.fp, self.tn


@dataclass(frozen=True, slots=True)
class Estimate:
    """A share and its interval; all three None with the reason in `withheld` when there is not enough evidence."""

    value: float | None
    low: float | None
    high: float | None
    method: str
    labels: int = 0
    withheld: str | None = None


def confusion_of(judged: Iterable[Judged], what: str) -> Confusion:
    """Counts of labelled letters by whether they have something, and are read so.

    >>> confusion_of([(frozenset("a"), frozenset("a")), (frozenset(), frozenset("a"))], "a")
    Confusion(tp=1, fn=0, fp=1, tn=0)
    """
    counts = {(True, True): 0, (True, False): 0, (False, True): 0, (False, False): 0}
    for labelled, read in judged:
        counts[what in labelled, what in read] += 1
    return Confusion(*counts.values())


def correct(
    count: int, base: int, own: Confusion | None = None, pooled: Confusion | None = None, elsewhere: bool = False
) -> Estimate:
    """The share of a group by the rule of this module.

    Args:
        count: How many of the group are read as having it.
        base: How many the group has.
        own: The labelled ones of the group.
        pooled: Labelled ones of all groups, or of other letters.
        elsewhere: Whether `pooled` are of other authorities' letters than these.

    >>> correct(120, 1000, Confusion(tp=28, fn=4, fp=3, tn=265)).method
    'prediction_powered'
    >>> correct(2, 1000, Confusion(tp=0, fn=0, fp=1, tn=299)).method
    'labelled_only'
    >>> correct(5, 40, Confusion(tp=1, tn=3), Confusion(tp=28, fn=4, fp=3, tn=265)).method
    'rogan_gladen'
    >>> correct(1, 1000, None, Confusion(tp=28, fn=4, fp=9, tn=259)).withheld
    'no more often than by mistake'
    """
    if own is not None and own.labels >= FEWEST_LABELS:
        if own.positives and own.negatives and own.tp + own.fp:
            return _estimate("prediction_powered", prediction_powered(count, base, *own.cells), own.labels)
        low, high = wilson(own.positives, own.labels)
        return _estimate("labelled_only", (own.positives / own.labels, low, high), own.labels)
    if pooled is not None and min(pooled.positives, pooled.negatives) >= FEWEST_LABELS:
        return _by_rates_of_error(count, base, pooled, "rogan_gladen_elsewhere" if elsewhere else "rogan_gladen")
    return _estimate("as_read", (count / base, *wilson(count, base)), 0)


def prediction_powered(
    count: npt.ArrayLike,
    base: npt.ArrayLike,
    tp: npt.ArrayLike,
    fn: npt.ArrayLike,
    fp: npt.ArrayLike,
    tn: npt.ArrayLike,
) -> tuple[Array, Array, Array]:
    """The prediction-powered share: the readings of all letters, and by how much the labelled ones correct them.

    The estimate is that of PPI++ with the lambda that makes its variance least (Angelopoulos, A. N., Duchi, J. C. and
    Zrnic, T. (2023), https://arxiv.org/abs/2311.01453).  For a reading of yes or no that is, to the letter, Tenenbein's
    (1970, https://doi.org/10.1080/01621459.1970.10481170): of those read so, the share that is so, weighted by how
    many are read so, and likewise of the others.  Its interval adds up Wilson's intervals of these shares
    (`square_and_add`), since the normal one of PPI++ covers too little when few of the labelled letters have it.

    Args:
        count: How many are read so, the labelled ones among them.
        base: How many there are, the labelled ones among them.
        tp: Labelled ones, drawn at random from these, that are so and are read so.
        fn: Labelled ones that are so and are read otherwise.
        fp: Labelled ones that are read so and are not.
        tn: Labelled ones that neither are so nor are read so.

    Returns:
        The share, and its lower and upper limit.

    >>> print(*(f"{x:.3f}" for x in prediction_powered(120, 1000, tp=28, fn=4, fp=3, tn=265)))
    0.121 0.096 0.150
    """
    count, base, tp, fn, fp, tn = (np.asarray(x, float) for x in (count, base, tp, fn, fp, tn))
    read_so = count / base
    right, overlooked = _ratio(tp, tp + fp), _ratio(fn, fn + tn)
    estimate = read_so * right + (1 - read_so) * overlooked
    parts = [(right, *wilson(tp, tp + fp)), (overlooked, *wilson(fn, fn + tn)), (read_so, *wilson(count, base))]
    low, high = square_and_add(estimate, parts, [read_so, 1 - read_so, np.abs(right - overlooked)])
    return estimate, np.clip(low, 0, 1), np.clip(high, 0, 1)


def rogan_gladen(
    count: npt.ArrayLike,
    base: npt.ArrayLike,
    tp: npt.ArrayLike,
    fn: npt.ArrayLike,
    fp: npt.ArrayLike,
    tn: npt.ArrayLike,
) -> tuple[Array, Array, Array]:
    """The share by the reader's rates of error: what the share read so would be made of.

    Estimate: Rogan, W. J. and Gladen, B. (1978), https://doi.org/10.1093/oxfordjournals.aje.a112510.  Interval: Lang,
    Z. and Reiczigel, J. (2014), https://doi.org/10.1016/j.prevetmed.2013.09.015, with the uncertainty of both rates.

    Args:
        count: How many are read so.
        base: Of how many.
        tp: Labelled letters, of these or of others that are read alike, that are so and are read so.
        fn: Labelled ones that are so and are read otherwise.
        fp: Labelled ones that are read so and are not.
        tn: Labelled ones that neither are so nor are read so.

    Returns:
        The share, not held within 0 and 1, and its lower and upper limit, which are.

    >>> print(*(f"{x:.3f}" for x in rogan_gladen(120, 1000, tp=28, fn=4, fp=3, tn=265)))
    0.126 0.097 0.164
    """
    count, base, tp, fn, fp, tn = (np.asarray(x, float) for x in (count, base, tp, fn, fp, tn))
    sensitivity, specificity = _ratio(tp, tp + fn), _ratio(tn, tn + fp)
    estimate = _ratio(count / base + specificity - 1, sensitivity + specificity - 1)
    z2 = normal_quantile(LEVEL) ** 2
    read_so = (count + z2 / 2) / (base + z2)
    sensitivity, specificity = (tp + 1) / (tp + fn + 2), (tn + 1) / (tn + fp + 2)
    informed = sensitivity + specificity - 1
    centre = (read_so + specificity - 1) / informed
    of_sensitivity = sensitivity * (1 - sensitivity) / (tp + fn + 2)
    of_specificity = specificity * (1 - specificity) / (tn + fp + 2)
    of_reading = read_so * (1 - read_so) / (base + z2)
    error = np.sqrt(of_reading + (1 - centre) ** 2 * of_specificity + centre**2 * of_sensitivity) / np.abs(informed)
    shift = 2 * z2 * (centre * of_sensitivity - (1 - centre) * of_specificity)
    half = np.sqrt(z2) * error
    return estimate, np.clip(centre + shift - half, 0, 1), np.clip(centre + shift + half, 0, 1)


def _by_rates_of_error(count: int, base: int, pooled: Confusion, method: str) -> Estimate:
    if pooled.tp / pooled.positives + pooled.tn / pooled.negatives - 1 <= _TELLS_NOTHING:
        return Estimate(None, None, None, method, pooled.labels, "the reader cannot tell it")
    value, low, high = rogan_gladen(count, base, *pooled.cells)
    if value <= 0 < count:
        return Estimate(None, None, None, method, pooled.labels, "no more often than by mistake")
    if value >= 1 and count < base:
        return Estimate(None, None, None, method, pooled.labels, "no more seldom than by mistake")
    value = np.clip(value, 0, 1)
    return _estimate(method, (value, np.minimum(low, value), np.maximum(high, value)), pooled.labels)


def _estimate(method: str, values: "tuple[Array | float, Array | float, Array | float]", labels: int) -> Estimate:
    value, low, high = (float(v) for v in values)
    return Estimate(value, low, high, method, labels)


def _ratio(part: Array, whole: Array) -> Array:
    """Part of whole; a half where there is no whole, about which nothing is known."""
    ratio: Array = np.divide(part, whole, out=np.full(np.broadcast(part, whole).shape, 0.5), where=whole != 0)
    return ratio
