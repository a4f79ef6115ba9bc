"""What can be worked out about whole numbers that are hidden, from sums that are known."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

__all__ = ["Equation", "worked_out"]

Equation = tuple[Mapping[int, int], int]
"""Hidden numbers with their factors, and what they add up to."""

_ROUNDS = 20
"""Bounds are narrowed so many times at most; a round that changes nothing is the last."""

_Row = tuple[dict[int, Fraction], Fraction]


def worked_out(equations: Sequence[Equation], lowest: int) -> frozenset[int]:
    """The hidden numbers that have one value only.

    Args:
        equations: What is known.
        lowest: No hidden number is smaller.

    >>> sorted(worked_out([({1: 1, 2: 1}, 5), ({1: 1, 2: 1, 3: 1}, 7)], 1))
    [3]
    >>> sorted(worked_out([({1: 1, 2: 1}, 2)], 1))
    [1, 2]
    """
    rows = _reduced(equations)
    bounds: dict[int, tuple[Fraction, Fraction | None]] = {
        number: (Fraction(lowest), None) for factors, _ in rows for number in factors
    }
    given = [({n: Fraction(f) for n, f in factors.items()}, Fraction(total)) for factors, total in equations]
    for _ in range(_ROUNDS):
        before = dict(bounds)
        for row in (*rows, *given):
            for number in row[0]:
                bounds[number] = _narrowed(row, number, bounds)
        if bounds == before:
            break
    return frozenset(number for number, (low, high) in bounds.items() if low == high)


def _reduced(equations: Sequence[Equation]) -> list[_Row]:
    """The equations solved for one number each, as far as they go."""
    rows: list[_Row] = []
    for factors, total in equations:
        row = _without_zeros({n: Fraction(f) for n, f in factors.items()}), Fraction(total)
        for other in rows:
            row = _less(row, other, next(iter(other[0])))
        if not row[0]:
            continue
        pivot = next(iter(row[0]))
        scale = row[0][pivot]
        row = {n: f / scale for n, f in row[0].items()}, row[1] / scale
        rows = [_less(other, row, pivot) for other in rows]
        rows.append(row)
    return rows


def _less(row: _Row, other: _Row, pivot: int) -> _Row:
    """A row without the number that another is solved for; the number it is solved for itself stays first."""
    factor = row[0].get(pivot, Fraction(0))
    if not factor:
        return row
    numbers = dict.fromkeys((*row[0], *other[0]))
    factors = {n: row[0].get(n, Fraction(0)) - factor * other[0].get(n, Fraction(0)) for n in numbers}
    return _without_zeros(factors), row[1] - factor * other[1]


def _without_zeros(factors: dict[int, Fraction]) -> dict[int, Fraction]:
    return {number: factor for number, factor in factors.items() if factor}


def _narrowed(
    row: _Row, number: int, bounds: Mapping[int, tuple[Fraction, Fraction | None]]
) -> tuple[Fraction, Fraction | None]:
    """The bounds of a number, given those of the others in a row."""
    factor = row[0][number]
    least: Fraction | None = row[1]
    most: Fraction | None = row[1]
    for other, by in row[0].items():
        if other == number:
            continue
        low, high = bounds[other]
        small, large = (low, high) if by > 0 else (high, low)
        most = None if most is None or small is None else most - by * small
        least = None if least is None or large is None else least - by * large
    lower, upper = (least, most) if factor > 0 else (most, least)
    low, high = bounds[number]
    if lower is not None:
        low = max(low, lower / factor)
    if upper is not None:
        high = upper / factor if high is None else min(high, upper / factor)
    return low, high
