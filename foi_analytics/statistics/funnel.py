"""Funnel plots: groups beside what chance would make of one common rate, instead of a league table.

Spiegelhalter, D. J. (2005), Funnel plots for comparing institutional performance, https://doi.org/10.1002/sim.1970.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from ..errors import UsageError
from ..naming import SMALL_BASE
from .intervals import Array
from .rate import Rate

__all__ = ["Funnel", "FunnelPoint", "adjust", "binomial", "draw_funnel"]

_LEVELS = (0.95, 0.998)
_WINSOR = 0.1
_FALSE_DISCOVERIES = 0.05
_NORMAL = NormalDist()
_FURTHEST = 1e-15
"""A tail no smaller than this has a z."""


@dataclass(frozen=True, slots=True)
class FunnelPoint:
    """A group in the funnel.

    Attributes:
        rate: Its rate; the plot shows `numerator / denominator`, as read.
        low95, high95: Where 95 of 100 groups of its size lie, had all the common rate.
        low998, high998: Where 998 of 1,000 do.
        z: How far out it is, in standard deviations.
        p: How often chance alone takes a group so far out, either way.
        adjusted: The same with all groups compared at once.
        flagged: `above` or `below` when chance alone hardly would; None otherwise.
    """

    rate: Rate
    low95: float
    high95: float
    low998: float
    high998: float
    z: float
    p: float
    adjusted: float
    flagged: str | None


@dataclass(frozen=True, slots=True)
class Funnel:
    """A funnel plot as data.

    Attributes:
        common: The rate of all groups together.
        dispersion: By how much the groups vary more than chance makes them, as a factor of the variance; 1 when not.
        points: The groups, by name; those of too few letters are left out.
    """

    common: float
    dispersion: float
    points: tuple[FunnelPoint, ...]


def draw_funnel(rates: Sequence[Rate], dispersed: bool = False, minimum: int = SMALL_BASE) -> Funnel:
    """Compare groups by one rate.

    The limits are exact binomial ones, between whole numbers interpolated (appendix A.1.1 of the paper above); p is
    the mid-p of the binomial tail.  A reader that errs alike everywhere moves the common rate and not who stands out.

    Args:
        rates: The rate of each group, of one thing counted of requests, as `find_rates` gives them.
        dispersed: Whether the limits are widened by how much most groups vary more than by chance (by `dispersion`,
            over z-scores winsorised at a tenth): authorities are asked for different things.
        minimum: Groups of fewer letters are left out.

    Returns:
        The funnel; a group is flagged when its p, adjusted by Benjamini and Hochberg (1995), is below .05.

    Raises:
        UsageError: When the rates are not of one thing, or not of requests.

    >>> from .rate import Query
    >>> def rate(group, count, base):
    ...     nothing = Query("SELECT 1")
    ...     return Rate(group, "not_held", "request", count, base, base, 0, 0, 0, "as_read", 0, None, nothing, nothing)
    >>> funnel = draw_funnel([rate("A", 9, 60), rate("B", 11, 80), rate("C", 45, 90), rate("D", 2, 12)])
    >>> [(point.rate.group, point.flagged) for point in funnel.points]
    [('A', 'below'), ('B', 'below'), ('C', 'above'), ('D', None)]
    """
    if len({rate.what for rate in rates}) > 1 or any(rate.unit != "request" for rate in rates):
        raise UsageError("a funnel compares groups by one rate of requests")
    shown = [rate for rate in rates if rate.letters >= minimum]
    if not shown:
        return Funnel(math.nan, 1.0, ())
    common = sum(rate.numerator for rate in shown) / sum(rate.denominator for rate in shown)
    chances = [binomial(rate.denominator, common) for rate in shown]
    scores = np.array([_score(rate.numerator, chance) for rate, chance in zip(shown, chances, strict=True)])
    dispersion = _dispersion(scores) if dispersed else 1.0
    scores = scores / math.sqrt(dispersion)
    tails = [2 * _NORMAL.cdf(-abs(z)) for z in scores]
    points = [
        _point(rate, common, dispersion, chance, float(z), p, q)
        for rate, chance, z, p, q in zip(shown, chances, scores, tails, adjust(tails), strict=True)
    ]
    return Funnel(common, dispersion, tuple(points))


def adjust(tails: Sequence[float]) -> list[float]:
    """P-values for many comparisons at once, so that few of those below a level are false alarms.

    Benjamini, Y. and Hochberg, Y. (1995), https://doi.org/10.1111/j.2517-6161.1995.tb02031.x.

    >>> adjust([0.01, 0.02, 0.5])
    [0.03, 0.03, 0.5]
    """
    order = np.argsort(tails)
    ranked = np.asarray(tails, float)[order] * len(tails) / np.arange(1, len(tails) + 1)
    adjusted = np.empty(len(tails))
    adjusted[order] = np.minimum(np.minimum.accumulate(ranked[::-1])[::-1], 1)
    return [float(each) for each in adjusted]


def binomial(base: int, share: float) -> Array:
    """How probable 0, 1, … of a base are when each has it by this share."""
    if share in (0, 1):
        certain: Array = np.eye(base + 1)[base if share else 0]
        return certain
    counts = np.arange(base + 1)
    steps = np.log(base - counts[:-1]) - np.log(counts[1:])
    chances = np.concatenate([[0], np.cumsum(steps)]) + counts * math.log(share) + (base - counts) * math.log1p(-share)
    scaled: Array = np.exp(chances - np.logaddexp.reduce(chances))
    return scaled


def _score(count: int, chances: Array) -> float:
    """The z whose normal tail is the mid-p of this count."""
    below, above = (float(tail.sum() + chances[count] / 2) for tail in (chances[:count], chances[count + 1 :]))
    z = -_NORMAL.inv_cdf(min(max(min(below, above), _FURTHEST), 0.5))
    return z if above < below else -z


def _dispersion(scores: Array) -> float:
    """The mean square of the scores, the outermost tenth at each end drawn in; no less than 1."""
    low, high = np.quantile(scores, (_WINSOR, 1 - _WINSOR))
    return max(1.0, float((np.clip(scores, low, high) ** 2).mean()))


def _point(
    rate: Rate, common: float, dispersion: float, chances: Array, z: float, p: float, adjusted: float
) -> FunnelPoint:
    limits = [
        common + (limit - common) * math.sqrt(dispersion)
        for level in _LEVELS
        for limit in _limits(rate.denominator, chances, level)
    ]
    low95, high95, low998, high998 = (min(max(limit, 0.0), 1.0) for limit in limits)
    flagged = None if adjusted >= _FALSE_DISCOVERIES else "above" if z > 0 else "below"
    return FunnelPoint(rate, low95, high95, low998, high998, z, p, adjusted, flagged)


def _limits(base: int, chances: Array, level: float) -> tuple[float, float]:
    upto = np.cumsum(chances)
    low, high = (_interpolated(upto, (1 - level) / 2), _interpolated(upto, (1 + level) / 2))
    return low / base, high / base


def _interpolated(upto: Array, share: float) -> float:
    """The count up to which so much of the chance lies, between whole counts in proportion."""
    count = int(np.searchsorted(upto, share))
    count = min(count, len(upto) - 1)
    before = upto[count - 1] if count else 0.0
    return count - float((upto[count] - share) / (upto[count] - before)) if upto[count] > before else float(count)
