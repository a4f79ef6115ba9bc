"""What a return is: its columns and identities, read from the data beside this file."""

import csv
import functools
import io
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any

__all__ = ["Column", "Definition", "Identity", "definition"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a return.

    Attributes:
        position: Where it stands, from 0; two columns may have the same header.
        header: As published, byte for byte.
        key: What is counted in it.
        kind: `label`, `count`, `ground` (a section; its key is the statute), `sum`, `share` or `blank`.
        of: Of a share, `a+b/c`; of a sum, the kinds of grounds.
        when: `annual` when quarterly returns leave it blank.
        needs: `register` when letters alone cannot tell; `any a+b` when one of them must be known;
            `a=b+c` when all must be.
        opens: Which letters stand behind it, as in `CountedRequest.letters`.
    """

    position: int
    header: str
    key: str
    kind: str
    of: str
    when: str
    needs: str
    opens: str


@dataclass(frozen=True, slots=True)
class Identity:
    """A sum that a row has to meet: the columns `whole` make those of `parts` without those of `less`.

    `broken` says what follows when it does not: the return is refused, or there is a warning.
    """

    whole: tuple[int, ...]
    parts: tuple[int, ...]
    says: str
    less: tuple[int, ...] = ()
    broken: str = "refuse"

    def claimed(self, row: Sequence[Any]) -> bool:
        """Whether a row says anything of it: its whole is there, and one of its parts."""
        filled = [row[at] not in (None, "") for at in (*self.parts, *self.less)]
        return all(row[at] not in (None, "") for at in self.whole) and any(filled)

    def holds(self, row: Sequence[Any]) -> bool:
        """Whether a row of numbers meets it; what is blank, or no number, counts as nothing.

        >>> Identity((0,), (1, 2), "all = some + others").holds([3, 1, 2])
        True
        """
        return self._sum(row, self.whole) == self._sum(row, self.parts) - self._sum(row, self.less)

    def told(self, row: Sequence[Any]) -> str:
        """The identity with the numbers of a row, for a person."""
        parts = " + ".join(f"{number(row[at]):g}" for at in self.parts)
        less = "".join(f" - {number(row[at]):g}" for at in self.less)
        return f"{self.says}: {self._sum(row, self.whole):g} is not {parts}{less}"

    def _sum(self, row: Sequence[Any], columns: tuple[int, ...]) -> float:
        return sum(number(row[at]) for at in columns)


def number(cell: Any) -> float:
    """A cell of official statistics as a number.

    >>> number("1,757"), number("-"), number(3), number(None)
    (1757.0, 0.0, 3.0, 0.0)
    """
    if isinstance(cell, int | float):
        return float(cell)
    try:
        return float((cell or "").strip().replace(",", "") or 0)
    except ValueError:
        return 0.0


@dataclass(frozen=True)
class Definition:
    """A return: its name, what it is taken from, statutes, columns, identities, and notes for its readers.

    `charted` are the columns of outcomes, for a chart; `sums` are further ones that a reader knows to
    hold, and that small numbers could be worked out by.
    """

    name: str
    title: str
    sources: str
    statutes: tuple[str, ...]
    charted: tuple[int, ...]
    notes: tuple[str, ...]
    columns: tuple[Column, ...]
    identities: tuple[Identity, ...]
    sums: tuple[Identity, ...] = ()

    @property
    def headers(self) -> tuple[str, ...]:
        """The headers, in order."""
        return tuple(column.header for column in self.columns)

    @functools.cached_property
    def grounds(self) -> frozenset[str]:
        """The keys of the columns of grounds."""
        return frozenset(ground_key(c.key, c.header) for c in self.columns if c.kind == "ground")


def ground_key(statute: str, header: str) -> str:
    """The key under which a ground is counted."""
    return f"{statute}/{header.strip()}"


@functools.cache
def definition(name: str) -> Definition:
    """The definition of a return by the name of its files.

    >>> len(definition("cabinet_office").columns), definition("cabinet_office").headers[18]
    (122, 'Initial Outcome  Partially withheld')
    """
    folder = resources.files(__package__)
    rows = csv.DictReader(io.StringIO(folder.joinpath(f"{name}.csv").read_text(encoding="utf-8")))
    columns = tuple(Column(position, **row) for position, row in enumerate(rows))
    data = tomllib.loads(folder.joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    identities, sums = (tuple(_identity(row) for row in data.pop(name, ())) for name in ("identities", "sums"))
    texts: dict[str, Any] = {
        key: value.strip() if isinstance(value, str) else tuple(value) for key, value in data.items()
    }
    return Definition(name, columns=columns, identities=identities, sums=sums, **texts)


def _identity(row: dict[str, Any]) -> Identity:
    whole = row["whole"] if isinstance(row["whole"], list) else [row["whole"]]
    return Identity(**row | {"whole": tuple(whole), "parts": tuple(row["parts"]), "less": tuple(row.get("less", ()))})
