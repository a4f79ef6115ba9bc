"""Small numbers withheld, and with them the numbers by which they could be found.

Withheld first is every count from one up to the threshold.  Then, as long as a withheld number
follows from those that are shown, by adding and subtracting the sums of the return or because
no other whole numbers are possible, the smallest number that is shown in one of those sums is
withheld too.  Shares go with their counts.  Not prevented is that a number can be narrowed down,
or worked out from another publication, such as the returns for the quarters beside the year.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ...errors import UsageError
from ..publishing.statement import WITHHELD
from .definition import Definition, Identity
from .figures import Cell, Figures
from .linear import Equation, worked_out

__all__ = ["suppress", "withheld"]

_FEWEST = 2


def suppress(figures: Figures, below: int) -> Figures:
    """A return in which counts from 1 up to a threshold can be neither read nor worked out.

    Args:
        figures: The return.
        below: The threshold: 5 withholds 1 to 4.

    Raises:
        UsageError: For a threshold that withholds nothing.
    """
    if below < _FEWEST:
        raise UsageError(f"a threshold of {below} withholds nothing; 5 is usual")
    rows = {authority: _row(figures.definition, cells, below) for authority, cells in figures.rows.items()}
    note = f"Counts below {below} are withheld as {WITHHELD}, and with them counts by which they could be worked out."
    return replace(figures, rows=rows, remarks=(), tallied=(), warnings=(), notes=(*figures.notes, note), withheld=True)


def withheld(values: Mapping[int, int], sums: Sequence[Identity], below: int) -> frozenset[int]:
    """Which of some numbers have to be withheld.

    Args:
        values: The numbers by their position.
        sums: The sums that a reader knows to hold.
        below: The threshold.

    >>> some = Identity((0,), (1, 2, 3), "all = the parts")
    >>> sorted(withheld({0: 30, 1: 2, 2: 8, 3: 20}, [some], 5))
    [1, 2]
    """
    small = {at for at, value in values.items() if 0 < value < below}
    hidden = set(small)
    while True:
        equations = [each for identity in sums if (each := _equation(identity, values, hidden))[0]]
        lowest = min((values[at] for at in hidden), default=1) and 1
        found = small & worked_out(equations, lowest)
        shown = _beside(found, sums, values, hidden)
        if not found or not shown:
            return frozenset(hidden)
        # A nought says that there is nothing to hide, so one is withheld only where nothing else is left.
        hidden.add(min(shown, key=lambda at: (not values[at], values[at], at)))


def _equation(identity: Identity, values: Mapping[int, int], hidden: Iterable[int]) -> Equation:
    factors: dict[int, int] = defaultdict(int)
    total = 0
    signed = itertools.chain(((at, 1) for at in (*identity.whole, *identity.less)), ((at, -1) for at in identity.parts))
    for at, sign in signed:
        if at in hidden:
            factors[at] += sign
        else:
            total -= sign * values.get(at, 0)
    return factors, total


def _beside(
    found: Iterable[int], sums: Sequence[Identity], values: Mapping[int, int], hidden: Iterable[int]
) -> set[int]:
    """The numbers shown in the sums that a found number is in, or is linked to by other hidden ones."""
    reached, unknown = set(found), set(hidden)
    while True:
        near = {at for each in sums if reached & (members := _members(each)) for at in members if at in values}
        more = near & unknown - reached
        if not more:
            return near - unknown
        reached |= more


def _members(identity: Identity) -> set[int]:
    return {*identity.whole, *identity.parts, *identity.less}


def _row(definition: Definition, cells: Sequence[Cell], below: int) -> list[Cell]:
    values = {cell.position: cell.value for cell in cells if isinstance(cell.value, int)}
    hidden = withheld(values, _known_sums(definition, values), below)
    keys = {c.key for c in definition.columns if c.position in hidden}
    shares = {
        c.position
        for c in definition.columns
        if c.kind == "share" and keys & {key for part in c.of.split("/") for key in part.split("+")}
    }
    return [_closed(cell) if cell.position in hidden | shares and cell.value is not None else cell for cell in cells]


def _closed(cell: Cell) -> Cell:
    return replace(cell, value=None, mark=WITHHELD, cases=(), letters=())


def _known_sums(definition: Definition, values: Mapping[int, int]) -> list[Identity]:
    """The sums that these numbers meet, those of one and the same thing in two columns included."""
    places: dict[str, list[int]] = defaultdict(list)
    for column in definition.columns:
        if column.kind == "count":
            places[column.key].append(column.position)
    same = [
        Identity((first,), (second,), "twice the same")
        for those in places.values()
        for first, second in itertools.pairwise(those)
    ]
    row = [values.get(column.position) for column in definition.columns]
    return [
        each
        for each in (*definition.identities, *definition.sums, *same)
        if _members(each) & values.keys() and each.holds(row)
    ]
