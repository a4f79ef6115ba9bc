"""How a rate moves over time: its breaks, and whether one outlying authority makes them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..corpus import Corpus
from ..errors import UsageError
from ..naming import SMALL_BASE
from .funnel import draw_funnel
from .intervals import Array, newcombe
from .labels import Answers
from .rate import Rate
from .rates import find_rates

__all__ = ["Break", "Trend", "find_breaks", "find_trend"]

_LEVEL = 0.05
_DRAWS = 1999
_PERIODS = ("quarter", "year")


@dataclass(frozen=True, slots=True)
class Break:
    """Where a rate moves to another level.

    Attributes:
        period: The first period of the new level.
        before, after: The rates, as read, from the break before to this one, and from it to the next.
        low, high: The 95 % interval of their difference (Newcombe); it takes the place of the break for granted,
            which was chosen because they differ, so that it is a little too narrow.
        p: How often the clearest break would be as clear with no break at all.
    """

    period: str
    before: float
    after: float
    low: float
    high: float
    p: float


@dataclass(frozen=True, slots=True)
class Trend:
    """A rate period by period.

    Attributes:
        rates: The rates of the periods that have any, in order.
        breaks: Where it moves to another level.
        outlier: The authority that stands out most among all; None when none does.
        without: The trend without that authority; None when none stands out.
    """

    rates: tuple[Rate, ...]
    breaks: tuple[Break, ...]
    outlier: str | None = None
    without: "Trend | None" = None


def find_trend(
    corpus: Corpus, of: str, what: str, by: str = "quarter", *, labels: Mapping[str, Answers] | None = None
) -> Trend:
    """The trend of one rate of requests, with and without the authority that stands out most in the funnel.

    Args:
        corpus: The corpus.
        of: What is counted, as for `find_rates`.
        what: Which of these: `full_refusal`, `foia2000:40`.
        by: `quarter` or `year`.
        labels: Labels of letters of this corpus; they correct the rates, and breaks are of the counts as read.

    Raises:
        UsageError: When there is no such rate or period.
    """
    if by not in _PERIODS:
        raise UsageError(f"a trend is by {' or '.join(_PERIODS)}, not by {by}")
    funnel = draw_funnel([rate for rate in find_rates(corpus, of, "authority") if rate.what == what])
    flagged = [point for point in funnel.points if point.flagged]
    whole = _trend(corpus, of, what, by, labels)
    if not flagged:
        return whole
    outlier = max(flagged, key=lambda point: abs(point.z)).rate.group
    return Trend(whole.rates, whole.breaks, outlier, _trend(corpus, of, what, by, labels, outlier))


def find_breaks(periods: Sequence[str], counts: Sequence[int], bases: Sequence[int]) -> tuple[Break, ...]:
    """The breaks of a series of shares, by binary segmentation.

    Where the likelihood ratio of two levels against one is largest, there is a break when no more than one in twenty
    series with one level, drawn with the same bases, has a ratio as large anywhere; then each side is looked at by
    itself.  Scott, A. J. and Knott, M. (1974), https://doi.org/10.2307/2529204; the drawing makes up for trying every
    place.  Chance is all that is reckoned with: letters that come in batches make breaks too.

    Args:
        periods: The names of the periods, in order.
        counts: How many have it in each.
        bases: Of how many; a side of a break has ten in all at least.

    >>> (found,) = find_breaks(["Q1", "Q2", "Q3", "Q4"], [3, 4, 14, 15], [30, 30, 30, 30])
    >>> found.period, round(found.before, 2), round(found.after, 2), found.p < 0.01
    ('Q3', 0.12, 0.48, True)
    """
    hits, sizes = np.asarray(counts, float), np.asarray(bases, float)
    splits = _split(hits, sizes, 0, len(sizes))
    edges = [0, *(place for place, _ in splits), len(sizes)]
    found = []
    for number, (place, p) in enumerate(splits):
        before, after = slice(edges[number], place), slice(place, edges[number + 2])
        cells = [float(each.sum()) for each in (hits[after], sizes[after], hits[before], sizes[before])]
        low, high = newcombe(*cells)
        found.append(Break(periods[place], cells[2] / cells[3], cells[0] / cells[1], float(low), float(high), p))
    return tuple(found)


def _trend(
    corpus: Corpus, of: str, what: str, by: str, labels: Mapping[str, Answers] | None, outlier: str | None = None
) -> Trend:
    without = () if outlier is None else (outlier,)
    rates = find_rates(corpus, of, by, labels=labels, without=without)
    dated = tuple(rate for rate in rates if rate.what == what and rate.group[0].isdigit())
    counts, bases = [rate.numerator for rate in dated], [rate.denominator for rate in dated]
    return Trend(dated, find_breaks([rate.group for rate in dated], counts, bases))


def _split(counts: Array, bases: Array, start: int, end: int) -> list[tuple[int, float]]:
    """Places of breaks between two periods, each with its p, in order."""
    part, sizes = counts[start:end], bases[start:end]
    before = np.cumsum(sizes)[:-1]
    allowed = (before >= SMALL_BASE) & (sizes.sum() - before >= SMALL_BASE)
    if not allowed.any():
        return []
    drawn = np.random.default_rng(0).binomial(sizes.astype(int), part.sum() / sizes.sum(), (_DRAWS, len(sizes)))
    ratios = np.where(allowed, _ratios(np.vstack([part, drawn]), sizes), 0.0)
    clearest = ratios.max(axis=1)
    p = float((clearest[1:] >= clearest[0] - 1e-9).sum() + 1) / (_DRAWS + 1)
    if p > _LEVEL:
        return []
    place = start + int(ratios[0].argmax()) + 1
    return [*_split(counts, bases, start, place), (place, p), *_split(counts, bases, place, end)]


def _ratios(series: Array, bases: Array) -> Array:
    """The likelihood ratio, as a logarithm, of a break after each period but the last, of each series."""
    upto, sizes = np.cumsum(series, axis=1), np.cumsum(bases)
    first, whole = _likelihood(upto[:, :-1], sizes[:-1]), _likelihood(upto[:, -1:], sizes[-1:])
    second = _likelihood(upto[:, -1:] - upto[:, :-1], sizes[-1] - sizes[:-1])
    return first + second - whole


def _likelihood(counts: Array, bases: Array) -> Array:
    """The logarithm of the likelihood of these counts at their own rate."""
    rest = bases - counts
    return _times_log(counts, counts / bases) + _times_log(rest, rest / bases)


def _times_log(number: Array, share: Array) -> Array:
    logarithm: Array = np.log(share, out=np.zeros_like(share), where=share > 0)
    return number * logarithm
