"""Confidence intervals of shares, for single numbers and for whole arrays of them.

Every function takes arrays as well as numbers, so that a simulation can call it once for thousands of runs.
All are two-sided; `level` is the share of repetitions in which they are to cover the truth.
"""

from statistics import NormalDist
from typing import Any

import numpy as np
import numpy.typing as npt

__all__ = ["LEVEL", "Array", "median_ranks", "newcombe", "normal_quantile", "square_and_add", "wilson"]

LEVEL = 0.95

Array = npt.NDArray[np.float64]


def normal_quantile(level: float = LEVEL) -> float:
    """The z within which a standard normal lies with this probability.

    >>> round(normal_quantile(), 2), round(normal_quantile(0.998), 2)
    (1.96, 3.09)
    """
    return NormalDist().inv_cdf(0.5 + level / 2)


def wilson(count: npt.ArrayLike, base: npt.ArrayLike, level: float = LEVEL) -> tuple[Array, Array]:
    """Wilson's score interval of a share.

    Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference,
    https://doi.org/10.1080/01621459.1927.10502953; recommended for small bases by Brown, Cai and DasGupta (2001),
    https://doi.org/10.1214/ss/1009213286.

    Args:
        count: How many have it; need not be whole.
        base: Of how many; of none, nothing is known, and the interval is from 0 to 1.
        level: Confidence level.

    Returns:
        The lower and the upper limits.

    >>> low, high = wilson(12, 40)
    >>> print(f"{low:.4f} {high:.4f}")
    0.1807 0.4543
    """
    count, base = np.asarray(count, float), np.asarray(base, float)
    z2 = normal_quantile(level) ** 2
    centre = (count + z2 / 2) / (base + z2)
    spread = count * np.divide(base - count, base, out=np.zeros(np.broadcast(count, base).shape), where=base > 0)
    half = np.sqrt(z2) / (base + z2) * np.sqrt(np.maximum(spread, 0) + z2 / 4)
    # Rounding must not take 0 of n out of its own interval.
    return np.where(count <= 0, 0.0, np.maximum(centre - half, 0)), np.where(
        count >= base, 1.0, np.minimum(centre + half, 1)
    )


def square_and_add(
    estimate: Array, parts: list[tuple[Array, Array, Array]], weights: list[Array]
) -> tuple[Array, Array]:
    """The interval of a weighted sum of independent shares, from the interval of each.

    Zou, G. Y. and Donner, A. (2008), Construction of confidence limits about effect measures,
    https://doi.org/10.1002/sim.3095, after Newcombe: each limit lies as far out as the squares of the parts' own
    distances add up to, so that it is as skew as they are.

    Args:
        estimate: The sum.
        parts: Estimate, lower and upper limit of each share.
        weights: What each is multiplied by, all of them positive.
    """
    below = sum((w * (p - low)) ** 2 for w, (p, low, _) in zip(weights, parts, strict=True))
    above = sum((w * (high - p)) ** 2 for w, (p, _, high) in zip(weights, parts, strict=True))
    return estimate - np.sqrt(below), estimate + np.sqrt(above)


def newcombe(
    count: npt.ArrayLike, base: npt.ArrayLike, other_count: npt.ArrayLike, other_base: npt.ArrayLike
) -> tuple[Array, Array]:
    """Newcombe's interval of the difference between two shares, the first less the other.

    Newcombe, R. G. (1998), Interval estimation for the difference between independent proportions, method 10,
    https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I.

    >>> low, high = newcombe(56, 70, 48, 80)  # the first example of that paper
    >>> print(f"{low:.4f} {high:.4f}")
    0.0524 0.3339
    """
    one, other = _share(count, base), _share(other_count, other_base)
    one_low, one_high = wilson(count, base)
    other_low, other_high = wilson(other_count, other_base)
    unit = np.ones_like(one)
    # Taking away a share is adding what it lacks of one.
    flipped = (1 - other, 1 - other_high, 1 - other_low)
    return square_and_add(one - other, [(one, one_low, one_high), flipped], [unit, unit])


def median_ranks(base: int, level: float = LEVEL) -> tuple[int, int] | None:
    """Which of so many sorted values bound the median, by the signs of the rest.

    Conover, W. J. (1999), Practical Nonparametric Statistics, 3rd edition, section 3.2: no distribution is assumed.

    Args:
        base: How many values there are.
        level: What the interval covers at least.

    Returns:
        The 0-based ranks of the two values; None when there are too few values for this level.

    >>> median_ranks(20), median_ranks(5)
    ((5, 14), None)
    """
    tail, term, rank = 0.0, 0.5**base if base < 1000 else 0.0, 0
    if base >= 1000:  # 0.5**1074 is 0: by the normal curve, off by a rank at most
        low = int(base / 2 - normal_quantile(level) * base**0.5 / 2)
        return low - 1, base - low
    while tail + term <= (1 - level) / 2:
        tail += term
        term *= (base - rank) / (rank + 1)
        rank += 1
    return (rank - 1, base - rank) if rank else None


def _share(count: Any, base: Any) -> Array:
    share: Array = np.asarray(count, float) / np.asarray(base, float)
    return share
