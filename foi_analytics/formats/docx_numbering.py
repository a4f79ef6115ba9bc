"""The numbers and bullets Word makes up while it shows a list."""

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Numbering"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class Numbering:
    """Counts list paragraphs as they come and tells the label of each."""

    def __init__(self, part: "_Element | None") -> None:
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        if part is None:
            return
        for abstract in part.iter(_W + "abstractNum"):
            self._levels[_value(abstract, "abstractNumId")] = {
                int(_value(level, "ilvl") or 0): (
                    _child(level, "numFmt"),
                    _child(level, "lvlText"),
                    int(_child(level, "start") or 1),
                )
                for level in abstract.iter(_W + "lvl")
            }
        for number in part.iter(_W + "num"):
            self._abstract[_value(number, "numId")] = _child(number, "abstractNumId")

    def label(self, paragraph: "_Element") -> str | None:
        """The label of the next list paragraph; None when it is not in a list.

        A list goes on counting where paragraphs outside it stand between its items.
        """
        properties = paragraph.find(f"{_W}pPr/{_W}numPr")
        if properties is None:
            return None
        abstract = self._abstract.get(_child(properties, "numId"))
        levels = self._levels.get(abstract or "", {})
        depth = int(_child(properties, "ilvl") or 0)
        if abstract is None or depth not in levels:
            return None
        counts = self._counts[abstract]
        counts[depth] = counts.get(depth, levels[depth][2] - 1) + 1
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        style, template, _ = levels[depth]
        if style in {"bullet", "none"}:
            return "•" if style == "bullet" else None

        def number(match: re.Match[str]) -> str:
            level = int(match[1]) - 1
            first = levels.get(level, ("decimal", "", 1))
            return _written(counts.get(level, first[2]), first[0])

        return re.sub(r"%(\d)", number, template) or None


def _written(count: int, style: str) -> str:
    if style.endswith("Letter"):
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if style.startswith("upper") else letter
    if style.endswith("Roman"):
        roman = ""
        for value, sign in _ROMAN:
            times, count = divmod(count, value)
            roman += sign * times
        return roman.upper() if style.startswith("upper") else roman
    return f"{count:02}" if style == "decimalZero" else str(count)


def _value(element: "_Element", name: str) -> str:
    return str(element.get(_W + name, ""))


def _child(element: "_Element", name: str) -> str:
    child = element.find(_W + name)
    return "" if child is None else _value(child, "val")
