"""The share still open after so many days, when some are still open.

Kaplan, E. L. and Meier, P. (1958), https://doi.org/10.1080/01621459.1958.10501452; variance by Greenwood (1926), on
the scale of log(-log) (Kalbfleisch, J. D. and Prentice, R. L. (2002), The Statistical Analysis of Failure Time Data,
section 1.4), on which no limit leaves 0 to 1.
"""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from .intervals import normal_quantile

__all__ = ["Curve", "Step", "survival_curve"]


@dataclass(frozen=True, slots=True)
class Step:
    """A day on which some were decided.

    Attributes:
        days: How many days after the request.
        waiting: How many were still being waited for on it.
        decided: How many were decided on it.
        share: The share still open after it.
        low, high: Its 95 % interval.
    """

    days: int
    waiting: int
    decided: int
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Curve:
    """A survival curve: its steps, in order."""

    steps: tuple[Step, ...]

    def after(self, days: int) -> tuple[float, float, float]:
        """The share still open after so many days, and its 95 % interval."""
        step = next((step for step in reversed(self.steps) if step.days <= days), None)
        return (step.share, step.low, step.high) if step else (1.0, 1.0, 1.0)

    @property
    def median(self) -> tuple[int | None, int | None, int | None]:
        """Days until half were decided, and the 95 % interval; None where the curve does not come down so far.

        Brookmeyer, R. and Crowley, J. (1982), https://doi.org/10.2307/2530286.
        """

        def first(name: str) -> int | None:
            return next((step.days for step in self.steps if getattr(step, name) <= 1 / 2), None)

        return first("share"), first("low"), first("high")


def survival_curve(requests: Iterable[tuple[int, bool]]) -> Curve:
    """The curve of requests of which some are open.

    Args:
        requests: For each, the days until it was decided or, while it is open, its days so far; and whether it
            was decided.  One that is decided on the last known day of another counts before it.

    >>> curve = survival_curve([(5, True), (12, True), (20, True), (20, False), (31, False), (40, True)])
    >>> [(step.days, step.waiting, round(step.share, 3)) for step in curve.steps]
    [(5, 6, 0.833), (12, 5, 0.667), (20, 4, 0.5), (40, 1, 0.0)]
    >>> print(*(f"{x:.3f}" for x in curve.after(25)))
    0.500 0.111 0.804
    >>> curve.median
    (20, 5, None)
    """
    known = list(requests)
    gone, decided = Counter(days for days, _ in known), Counter(days for days, was in known if was)
    waiting, share, variance = len(known), 1.0, 0.0
    steps: list[Step] = []
    for days in sorted(gone):
        if events := decided[days]:
            share *= 1 - events / waiting
            variance += events / (waiting * (waiting - events)) if events < waiting else 0.0
            before = steps[-1].high if steps else 1.0
            low, high = _limits(share, variance) if events < waiting else (0.0, before)
            steps.append(Step(days, waiting, events, share, low, high))
        waiting -= gone[days]
    return Curve(tuple(steps))


def _limits(share: float, variance: float) -> tuple[float, float]:
    spread = math.exp(normal_quantile() * math.sqrt(variance) / math.log(share))
    return share ** (1 / spread), share**spread
