"""How a refusal is reasoned: the public interest test and the level of prejudice claimed."""

from collections.abc import Iterable

from ..records import RELIED_ON, Citation
from ..regimes import provision
from . import cues

__all__ = ["prejudice_levels", "public_interest_test"]


def public_interest_test(main: str, citations: Iterable[Citation]) -> str:
    """How complete the public interest test is: `complete`, `one_sided`, `asserted_only`, `absent` or `na`.

    Complete needs factors on both sides and a balance; it is owed for qualified grounds only,
    and `na` when none is relied on (FOIA 2000 s.2(2)(b); EIR 2004 reg.12(1)(b)).

    Args:
        main: The authority's message proper, white space flattened.
        citations: The letter's citations with their roles.
    """
    rows = [provision(p) for c in citations if c.role in RELIED_ON for p in c.provisions]
    if not any(row is not None and row.pit == "yes" for row in rows):
        return "na"
    favouring, against, balance = (bool(p.search(main)) for p in (cues.PIT_FOR, cues.PIT_AGAINST, cues.PIT_BALANCE))
    if favouring and against and balance:
        return "complete"
    if favouring or against:
        return "one_sided"
    return "asserted_only" if balance or cues.PIT_ASSERTED.search(main) else "absent"


def prejudice_levels(main: str, citations: Iterable[Citation]) -> tuple[str, ...]:
    """The levels of prejudice claimed: `would`, `likely`, `unspecified` (both recited, none chosen).

    See FOIA 2000 ss.26-38 and *Hogan v Information Commissioner* EA/2005/0026 for the two limbs.
    """
    rows = [provision(p) for c in citations if c.role in RELIED_ON for p in c.provisions]
    if not any(row is not None and row.basis in ("prejudice", "mixed") for row in rows):
        return ()
    if cues.PREJUDICE_BOTH.search(main):
        return ("unspecified",)
    levels = (("likely", cues.PREJUDICE_LIKELY), ("would", cues.PREJUDICE_WOULD))
    return tuple(level for level, pattern in levels if pattern.search(main))
