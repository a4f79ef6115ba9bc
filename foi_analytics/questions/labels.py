"""Full numbers of list items: a letter under `2.` is `2a`, a roman under `c)` is `c(i)`."""

from ..anatomy import Line, Marker, find_marker

__all__ = ["Labeller", "label_lines"]

_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_PASSED_OVER = 2


class Labeller:
    """Gives each item of a list its full number, in reading order."""

    def __init__(self) -> None:
        self._parent = self._letter = ""
        self._roman = -1

    def restart(self) -> None:
        """Forget the number that letters stand under."""
        self._parent = ""

    def accepts(self, marker: Marker) -> bool:
        """Whether a letter or roman begins or continues a list, unlike the initials of a name."""
        if marker.kind == "roman":
            place = _ROMANS.index(marker.label) if marker.label in _ROMANS else len(_ROMANS)
            if place <= self._roman + _PASSED_OVER or self._follows(marker.label):
                self._roman = place
                return True
            return False
        return marker.kind != "letter" or marker.label == "a" or self._follows(marker.label)

    def number(self, text: str, marker: Marker, end: int) -> tuple[str, int]:
        """The full number of the item a marker opens, and the offset of its words before `end`."""
        number, start = self._full(marker), marker.end
        inner = find_marker(text, start, end)
        if marker.kind == "number":
            self._parent, self._letter = _stem(number)
            if inner is not None and inner.kind in ("letter", "roman"):
                number, self._letter, start = f"{number}{inner.label}", inner.label, inner.end
        elif marker.kind == "letter" or (marker.kind == "roman" and "(" not in number):
            self._letter = marker.label
        return number, start

    def _full(self, marker: Marker) -> str:
        if marker.kind == "number":
            return marker.label
        if marker.kind == "letter" or self._follows(marker.label):
            return f"{self._parent}{marker.label}"
        if self._letter and self._letter not in _ROMANS:
            return f"{self._parent}{self._letter}({marker.label})"
        return f"{self._parent}({marker.label})" if self._parent else marker.label

    def _follows(self, label: str) -> bool:
        """Whether `i` continues the letters a, b, … h rather than starting romans."""
        return len(label) == 1 and len(self._letter) == 1 and ord(label) == ord(self._letter) + 1


def _stem(number: str) -> tuple[str, str]:
    """`3a` opens the letters under 3."""
    return (number[:-1], number[-1]) if number[-1:].isalpha() and number[:-1].isdigit() else (number, "")


def label_lines(text: str, lines: list[Line]) -> dict[int, tuple[str, int]]:
    r"""For each marked line, by its start, its full number and the offset of its words.

    >>> from ..anatomy import find_lines
    >>> letter = "1. Network\na) 14\nb) None\n2. (a) Yes"
    >>> [number for number, _ in label_lines(letter, find_lines(letter)).values()]
    ['1', '1a', '1b', '2a']
    """
    labeller = Labeller()
    return {
        line.start: labeller.number(text, line.marker, line.end)
        for line in lines
        if line.marker is not None and line.marker.kind != "bullet" and labeller.accepts(line.marker)
    }
