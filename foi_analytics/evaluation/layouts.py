"""How a letter lays out its answers, told from its labels alone, so that no rule of the reader bears on it.

The kinds are those an officer would name: the ask repeated above each answer, answers by number,
in order or by topic, by group, in a table, after the decision, one for all, or none in the letter.
Answers written between the lines of the request (in colour, say) cannot be told in plain text
from asks repeated, and count as such.
"""

import re
from collections import Counter

from ..records import RELIED_ON
from .markup import LabelledLetter
from .matching import Row

__all__ = ["layout_of"]

_NUMBERED = re.compile(
    r"[ \t]*(?:(?:questions?|q|part|point|item|answer|request)[ .:]{0,2})?"
    r"\(?(?:\d{1,2}(?:\.\d{1,2})?[a-h]?|[a-h]|[ivx]{1,4})"
    r"[).:\]]{0,2}[ \t]*[-–—:.]?(?:[ \t]|$)",
    re.IGNORECASE,
)
_CELL = re.compile(r"\||\t")
_HEAD = 80


def layout_of(labelled: LabelledLetter) -> str:
    r"""The layout of most of a letter's answers; `no asks` or `not said` where the labels do not tell.

    Args:
        labelled: The letter; its questions say where each ask and its answer stand.

    >>> from ..records import Letter
    >>> letter = Letter("a", "1. Vans?\nNine.\n2. Cars?\nTwo.")
    >>> asks = [{"start": 3, "end": 8, "in": "reply", "answer": {"start": 9, "end": 14}},
    ...         {"start": 18, "end": 23, "in": "reply", "answer": {"start": 24, "end": 28}}]
    >>> layout_of(LabelledLetter(letter, {"questions": asks, "citations": []}))
    'ask repeated'
    """
    asks = labelled.row["questions"]
    if not asks or not any("answer" in ask for ask in asks):
        return "not said" if asks else "no asks"
    answered = [ask for ask in asks if ask["answer"]]
    if not answered:
        return "none in the letter"
    if len(asks) == 1:
        return "single ask"
    if _decides_first(labelled.row["citations"], answered):
        return "decision first"
    told = Counter(_layout(ask, answered, labelled.letter.text) for ask in answered)
    return max(told, key=lambda name: (told[name], name))


def _decides_first(citations: list[Row], answered: list[Row]) -> bool:
    """Whether grounds are given before the first answer."""
    first = min(ask["answer"]["start"] for ask in answered)
    return any(each["role"] in RELIED_ON and each["end"] <= first for each in citations)


def _layout(ask: Row, answered: list[Row], text: str) -> str:
    start, end = ask["answer"]["start"], ask["answer"]["end"]
    line = text[text.rfind("\n", 0, start) + 1 : start]
    if _CELL.search(line):
        return "table"
    sharing = sum(other["answer"] == ask["answer"] for other in answered)
    if sharing > 1:
        return "one for all" if sharing == len(answered) else "by group"
    quoted = [each["start"] for each in answered if each["in"] == "reply"]
    if ask["in"] == "reply" and ask["end"] <= start and not any(ask["end"] <= each < start for each in quoted):
        return "ask repeated"
    above = text[: start - len(line)].rstrip().rpartition("\n")[2] if not line.strip() else ""
    head = line if line.strip() else above if len(above) < _HEAD else ""
    if _NUMBERED.match(head) or _NUMBERED.match(text, start, end):
        return "by number"
    return "in order or by topic"
