"""A return that has been counted: cells that open their letters, and what is in none of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...errors import UsageError
from .definition import Definition
from .period import Period

__all__ = ["NO_BASE", "SOURCES", "Cell", "Figures", "Remark"]

SOURCES = ("letters read by foi_analytics.", "a case register and letters read by foi_analytics.")
"""What was counted, without a case register and with one."""

NO_BASE = "-"
"""What official files write for a share of nothing."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a return.

    Attributes:
        authority, position, header: Where it stands.
        value: The number; None when there is none.
        mark: What stands in the place of a number: nothing, `-` (a share of nothing) or `[c]` (withheld as too small).
        cases: The requests that it counts.
        letters: The letters that show it.
    """

    authority: str
    position: int
    header: str
    value: int | float | None
    mark: str = ""
    cases: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """The cell as official files write it, shares with eight places at most.

        >>> Cell("A", 11, "%", 95.92592592592592).shown, Cell("A", 11, "%", 100.0).shown
        ('95.92592593', '100')
        """
        if self.value is None:
            return self.mark
        return str(self.value) if isinstance(self.value, int) else f"{self.value:.8f}".rstrip("0").rstrip(".")


@dataclass(frozen=True, slots=True)
class Remark:
    """Requests of an authority that share a fate in the return; each request of the period is in one."""

    authority: str
    line: str
    counted: bool
    cases: tuple[str, ...]
    letters: tuple[str, ...]


@dataclass(frozen=True)
class Figures:
    """A counted return.

    Attributes:
        definition, period: What was counted.
        rows: For each authority its cells, in the order of the columns.
        remarks: Where the requests of the period went: into the outcomes, or not, and why.
        notes: What a reader has to know.
        tallied: How many requests are outside the return or its outcomes, in sentences.
        warnings: Sums that the rows need not meet, and do not.
        source: What was counted.
        withheld: Whether small numbers are withheld.
    """

    definition: Definition
    period: Period
    rows: Mapping[str, Sequence[Cell]]
    remarks: Sequence[Remark]
    notes: Sequence[str]
    tallied: Sequence[str]
    warnings: Sequence[str]
    source: str
    withheld: bool = False

    def cell(self, column: str | int, authority: str | None = None) -> Cell:
        """One cell.

        Args:
            column: Its header, of two columns of the same header the first; or its position.
            authority: The row; needed when there is more than one.

        Raises:
            UsageError: When there is no such row or column.
        """
        if authority is None and len(self.rows) == 1:
            (authority,) = self.rows
        if authority is None or authority not in self.rows:
            raise UsageError(f"no row for {authority!r}; there are {', '.join(self.rows) or 'none'}")
        for cell in self.rows[authority]:
            if column in (cell.position, cell.header):
                return cell
        raise UsageError(f"the return has no column {column!r}")

    def cells(self) -> Iterator[Cell]:
        """All cells, row by row."""
        for row in self.rows.values():
            yield from row
