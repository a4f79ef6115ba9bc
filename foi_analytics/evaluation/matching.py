"""Which finding answers which label: one-to-one, the best pairs first."""

import re
from collections.abc import Iterable
from typing import Any

__all__ = ["Row", "match_questions", "match_spans"]

Row = dict[str, Any]
"""A reading, a citation or a question as `foi read --json` prints it."""

_HALF = 0.5
_OPENING = 12


def match_spans(gold: list[Row], found: list[Row]) -> list[tuple[Row, Row]]:
    """Pair spans that share at least half of their union.

    >>> match_spans([{"start": 0, "end": 10}], [{"start": 2, "end": 10}, {"start": 8, "end": 30}])
    [({'start': 0, 'end': 10}, {'start': 2, 'end': 10})]
    """
    ranked = ((_shared(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found))
    pairs = _one_to_one((rank, i, j) for rank, i, j in ranked if rank >= _HALF)
    return [(gold[i], found[j]) for i, j in pairs]


def match_questions(gold: list[Row], found: list[Row]) -> list[tuple[Row, Row]]:
    """Pair asks: same opening words and number first, then longer shared openings, then the number alone."""
    ranked = ((_likeness(g, f), -i, -j) for i, g in enumerate(gold) for j, f in enumerate(found))
    pairs = _one_to_one((rank, i, j) for rank, i, j in ranked if rank)
    if not pairs and len(gold) == len(found) == 1:
        pairs = [(0, 0)]
    return [(gold[-i], found[-j]) for i, j in pairs]


def _one_to_one(ranked: Iterable[tuple[float, int, int]]) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    used_gold, used_found = set(), set()
    for _, i, j in sorted(ranked, reverse=True):
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((i, j))
    return pairs


def _shared(a: Row, b: Row) -> float:
    common: int = min(a["end"], b["end"]) - max(a["start"], b["start"])
    union: int = a["end"] - a["start"] + b["end"] - b["start"] - common
    return common / union if common > 0 else 0.0


def _likeness(gold: Row, found: Row) -> int:
    a, b = _words(gold["quote"]), _words(found.get("quote"))
    same_number = _number(gold["number"]) != "" and _number(gold["number"]) == _number(found.get("number"))
    shorter = min(len(a), len(b))
    opening = _shared_opening(a, b)
    if opening >= min(_OPENING, max(shorter, 4)):
        return 2 * min(opening, 200) + same_number
    few_words = shorter < 8 or len({*a.split()} & {*b.split()}) >= 2
    return int(same_number and few_words)


def _shared_opening(gold: str, found: str) -> int:
    shared = next((i for i, (x, y) in enumerate(zip(gold, found, strict=False)) if x != y), min(len(gold), len(found)))
    if shared < 8 and len(gold) >= _OPENING and gold[:40] in found:  # the found quote begins earlier
        return len(gold[:40])
    return shared


def _number(number: Any) -> str:
    return re.sub(r"[^0-9a-z]", "", str(number or "").lower().replace("question", "").replace("q", ""))


def _words(text: str | None) -> str:
    return re.sub(r"\W+", " ", (text or "").lower()).strip()
