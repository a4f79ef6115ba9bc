"""Whether the sums of a return are right, before anybody relies on it."""

from collections.abc import Mapping, Sequence

from ...errors import FoiError
from .definition import Definition
from .figures import Cell

__all__ = ["UnreconciledError", "reconcile"]

_TOLD = 5


class UnreconciledError(FoiError):
    """A return whose columns contradict one another; its text says which and by how much."""


def reconcile(definition: Definition, rows: Mapping[str, Sequence[Cell]]) -> list[str]:
    """Check the identities of a return, as the published files have them.

    An identity is passed over where its whole, or all of its parts, are left blank: then nothing is claimed.

    Args:
        definition: The return.
        rows: Its cells, by authority.

    Returns:
        A warning for each rule that need not hold, and does not.

    Raises:
        UnreconciledError: When one that must hold does not.
    """
    broken: list[str] = []
    warnings: list[str] = []
    for authority, cells in rows.items():
        values = [cell.value for cell in cells]
        for identity in definition.identities:
            if not identity.claimed(values) or identity.holds(values):
                continue
            told = f"{authority}: {identity.told(values)}"
            (broken if identity.broken == "refuse" else warnings).append(told)
    if broken:
        more = f"; and {len(broken) - _TOLD} more" if len(broken) > _TOLD else ""
        raise UnreconciledError(f"the return does not reconcile and is not written: {'; '.join(broken[:_TOLD])}{more}")
    return warnings
