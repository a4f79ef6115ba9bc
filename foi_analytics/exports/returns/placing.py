"""Where a request goes in a return: the line of the reconciliation and the keys that count it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ...regimes import provision, section_of
from .definition import Definition, ground_key
from .requests import CountedRequest

__all__ = ["COUNTED", "Place", "Placed", "ground_of", "grounds_in", "placed", "unclassified"]

COUNTED = "counted"


@dataclass(frozen=True, slots=True)
class Placed:
    """What becomes of a request in a return.

    Attributes:
        line: What became of it, for the reconciliation; `counted` when it is among the outcomes.
        keys: The keys of the columns that count it.
    """

    line: str
    keys: frozenset[str] = frozenset()


Place = Callable[[CountedRequest, bool], Placed]
"""Places a request; the second argument says whether a case register speaks of it."""


def placed(*keys: str) -> Placed:
    """A request among the outcomes, counted under some keys."""
    return Placed(COUNTED, frozenset(keys))


def unclassified(reason: str) -> Placed:
    """A request whose outcome no column takes, with the reason."""
    return Placed(f"unclassified: {reason}")


def grounds_in(definition: Definition, provisions: Iterable[str]) -> frozenset[str]:
    """The keys of the columns for some grounds, each once however many limbs are relied on.

    >>> from .definition import definition
    >>> sorted(grounds_in(definition("cabinet_office"), ["foia2000:31(1)(a)", "foia2000:31(1)(b)", "foia2000:12(1)"]))
    ['foia2000/S(31) - Law enforcement']
    """
    return frozenset(map(ground_of, provisions)) & definition.grounds


def ground_of(provision_id: str) -> str:
    """The key of the column that official statistics have for a provision; no column has it when there is none.

    >>> ground_of("eir2004:12(5)(b)")
    'eir2004/5(b) - Adverse effect on course of justice or conduct of enquiries'
    """
    known = provision(provision_id) or provision(section_of(provision_id))
    return ground_key(provision_id.partition(":")[0], known.stats_column if known else "")
