"""Which provisions a citation's tokens name in one statute: the depth of each bracket.

The depth of a bracket is decided by the kind of its token and by the table of the statute,
never by its position: `31(1)(a)(b)` is two siblings, `36(2)(b)(i)` is nested, and
`40(2)(3)&(4)` is three subsections.
"""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..regimes import regime
from .grammar import Token

__all__ = ["Fit", "fit", "literal"]

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_ROWS = (_ROMAN, tuple("abcdefghijklmnopqrstuvwxyz"), tuple(str(n) for n in range(100)))
_MAX_RANGE = 3
_LISTED_IN_FULL = {"foia2000", "foisa2002", "eir2004", "eisr2004"}
"""Statutes whose grounds the tables list to the last limb; of the others and of duties they list the usual ones."""
_MISREAD = {"l": "1", "I": "1", "i": "1", "O": "0", "o": "0"}

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fit:
    """How well tokens fit one statute.

    Attributes:
        numbers: The provisions named, in order, without doubles; empty for a long range.
        valid: Whether the statute has every one of them as written.
        tail_lost: Whether a bracket the statute does not have was dropped.
        known: Whether the statute has the section of every one of them.
    """

    numbers: tuple[str, ...]
    valid: bool
    tail_lost: bool
    known: bool


@functools.cache
def _table(regime_id: str) -> tuple[frozenset[str], frozenset[str]]:
    """The numbers a statute has, and its sections that the table does not list to the last limb."""
    numbers, sections, deep = set(), set(), set()
    for provision in regime(regime_id).provisions.values():
        parts = re.findall(r"^\d+(?:\.\d+)?[A-Z]{0,2}|\([^()]*\)", provision.number)
        numbers |= {"".join(parts[:depth]) for depth in range(1, len(parts) + 1)} | {provision.number}
        if parts:
            sections.add(parts[0])
        if len(parts) > 1 and regime_id in _LISTED_IN_FULL and provision.kind != "procedural":
            deep.add(parts[0])
    return frozenset(numbers), frozenset(sections - deep)


@functools.lru_cache(maxsize=8192)
def fit(tokens: tuple[Token, ...], regime_id: str, inherited: str = "") -> Fit:
    """The provisions that tokens name in a statute.

    Args:
        tokens: As `read_shape` gives them.
        regime_id: The statute whose table decides.
        inherited: Section a bare subsection belongs to.

    >>> fit((Token("36", False), Token("2", True), Token("b", True), Token("i", True), Token("c", True, ",")),
    ...     "foia2000").numbers
    ('36(2)(b)(i)', '36(2)(c)')
    """
    reading = _Reading(*_table(regime_id))
    if inherited:
        reading.path = (inherited,)
    for token in tokens:
        if inherited and not token.bracketed:
            token = Token(token.value, True, token.join)
        reading.add(token)
        if reading.long_range:
            return Fit((), True, False, True)
    numbers = tuple(dict.fromkeys("".join(path) for path in reading.found))
    known = all(path[0] in reading.numbers for path in reading.found)
    return Fit(numbers, all(n in reading.numbers for n in numbers) and not reading.tail_lost, reading.tail_lost, known)


def literal(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The provisions that tokens name, as written, for a statute whose table is not here.

    >>> literal([Token("135", False), Token("1", True), Token("136", False, ",")])
    ('135(1)', '136')
    """
    found: list[Path] = []
    for token in tokens:
        group = f"({token.value})"
        if found and token.join == "-" and not token.bracketed:
            return ()
        if not token.bracketed or not found:
            found.append((token.value,))
        elif not token.join or token.join == ".":
            found[-1] = (*found[-1], group)
        else:
            kept = [part for part in found[-1][1:] if part[1].isdigit() and not token.value[0].isdigit()]
            found.append((found[-1][0], *kept, group))
    return tuple(dict.fromkeys("".join(path) for path in found))


class _Reading:
    """The state while tokens are read one after another."""

    def __init__(self, numbers: frozenset[str], open_sections: frozenset[str]) -> None:
        self.numbers, self.open = numbers, open_sections
        self.path: Path = ()
        self.found: list[Path] = []
        self.tail_lost = self.long_range = False

    def add(self, token: Token) -> None:
        if token.join == "-":
            self._expand(token)
        if token.join == "." and len(self.path) == 1 and f"{self.path[0]}.{token.value}" in self.numbers:
            self._replace((f"{self.path[0]}.{token.value}",))
        elif token.bracketed and self.path:
            self._add_group(token.value)
        else:
            self._add_section(token.value)

    def _add_section(self, value: str) -> None:
        """A number that opens an item; `22A` is a section, `30B` is section 30 and its (b)."""
        number, letter = re.fullmatch(r"(\d*)(.*)", value).groups()  # type: ignore[union-attr]
        if not letter or value in self.numbers or number not in self.numbers:
            sibling = (self.path[0], f"({value})") if len(self.path) > 1 else ()
            if sibling and value not in self.numbers and "".join(sibling) in self.numbers:
                self._append(sibling)
            else:
                self._append((value,))
            return
        self._append((number,))
        self._add_group(letter.lower())

    def _add_group(self, value: str) -> None:
        path = self._place(value)
        if path is None and len(self.path) == 1 and value in _MISREAD:
            path = self._place(_MISREAD[value])
        if path is None:
            self.tail_lost = True
            if self.path[0] not in self.open:
                return
            path = self._written(value)
        extends = path[:-1] == self.path and bool(self.found) and self.found[-1] == self.path
        (self._replace if extends else self._append)(path)

    def _written(self, value: str) -> Path:
        """Where a bracket stands by its kind alone, for a section the table does not list to the last limb."""
        if value[0].isdigit():
            return (*self.path[:1], f"({value.upper()})")
        if value.lower() in _ROMAN and len(self.path) > 1 and self.path[-1][1].isalpha():
            return (*self.path, f"({value.lower()})")
        kept = self.path if self.path[-1][-2:-1].isdigit() or len(self.path) == 1 else self.path[:-1]
        return (*kept, f"({value.lower()})")

    def _place(self, value: str) -> Path | None:
        """The first position, innermost first, at which the table has this token."""
        for path in self._positions(value):
            if "".join(path) in self.numbers:
                return path
        return None

    def _positions(self, value: str) -> list[Path]:
        section = self.path[:1]
        if value[0].isdigit():
            positions = [(*section, f"({value.upper()})")]
            if value.isdigit() and 1 <= int(value) <= len(_ROMAN) and len(self.path) > 1:
                roman = f"({_ROMAN[int(value) - 1]})"
                positions += [(*self.path, roman), (*self.path[:-1], roman)]
            return positions
        group = f"({value.lower()})"
        digits = self.path[:2] if len(self.path) > 1 and self.path[1][1].isdigit() else section
        letters = self.path[: len(digits) + 1]
        positions = []
        if value.lower() in _ROMAN and len(self.path) > len(digits):
            positions += [(*letters, group)]
        return [*positions, (*digits, group), (*section, group)]

    def _append(self, path: Path) -> None:
        self.path = path
        self.found.append(path)

    def _replace(self, path: Path) -> None:
        self.path = path
        if self.found:
            self.found[-1] = path
        else:
            self.found.append(path)

    def _expand(self, token: Token) -> None:
        """Take in what lies between the last token and this one, unless that is too much to mean."""
        last = self.path[-1].strip("()") if self.path else ""
        value = token.value if token.value[0].isdigit() else token.value.lower()
        row = next((row for row in _ROWS if last in row and value in row), ())
        between = row[row.index(last) + 1 : row.index(value)] if row else ()
        if token.bracketed or len(self.path) > 1:
            for each in between if len(between) < _MAX_RANGE else ():
                self._add_group(each)
            return
        self.long_range = len(between) >= _MAX_RANGE
        for each in between if not self.long_range else ():
            if each in self.numbers:
                self._append((each,))
