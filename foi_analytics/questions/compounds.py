"""One sentence that asks several things, taken apart: `(i) the plan, and (ii) its cost`."""

import re
from collections.abc import Iterator

from . import compound_cues

__all__ = ["split_compound", "split_run"]

_FEWEST_RUNNING = 3
_SHORTEST = 2


def split_compound(text: str, start: int, end: int, *, retold: bool = False) -> list[tuple[str, int, int]]:
    """The asks of one sentence as (label or "", start, end).

    Args:
        text: The text.
        start: Where the sentence begins.
        end: Where it ends.
        retold: Whether a reply retells what was asked.

    >>> sentence = "the plan for the town, and how many buses it needs."
    >>> [sentence[a:b] for _, a, b in split_compound(sentence, 0, len(sentence))]
    ['the plan for the town', 'how many buses it needs.']
    >>> [label for label, _, _ in split_compound("(i) How many? (ii) How long?", 0, 28)]
    ['i', 'ii']
    """
    enumerated = _enumerated(text, start, end)
    if enumerated:
        return enumerated
    topic = compound_cues.TOPIC.match(text, start, end)
    first = topic.end() if topic else start
    series = len(compound_cues.COMMA.findall(text, first, end)) > 1
    joint = compound_cues.RETOLD_JOINT if retold else compound_cues.JOINT
    pieces = list(_pieces(text, first, end, compound_cues.SERIES_JOINT if series else joint))
    whole = all(len(text[a:b].split()) >= _SHORTEST for _, a, b in pieces)
    return pieces if whole else [("", start, end)]


def split_run(text: str, start: int, end: int, *, first: int = 1) -> list[tuple[str, int, int]]:
    """Numbered items that run on within one line, as in `1. how many 2. how old 3. whose`.

    Args:
        text: The text.
        start: Where the line begins.
        end: Where it ends.
        first: The number that the run begins with; above 1, what stands before it comes first, unlabelled.

    >>> line = "Bicycles please: 1. how many 2. how old 3. whose"
    >>> [(number, line[a:b]) for number, a, b in split_run(line, 0, len(line))]
    [('1', 'how many'), ('2', 'how old'), ('3', 'whose')]
    """
    run: list[re.Match[str]] = []
    for mark in compound_cues.RUNNING.finditer(text, start, end):
        if int(mark["label"]) == first + len(run):
            run.append(mark)
    if len(run) < (_FEWEST_RUNNING if first == 1 else 1):
        return []
    ends = [m.start() for m in run[1:]] + [end]
    items = [(m["label"], m.end(), _before_joint(text, m.end(), e)) for m, e in zip(run, ends, strict=True)]
    return items if first == 1 else [("", start, _before_joint(text, start, run[0].start())), *items]


def _enumerated(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """Parts marked in sequence within the sentence: `(a) … (b) …`, `1) … 2) …`."""
    marks = list(compound_cues.ENUMERATOR.finditer(text, start, end))
    for series in compound_cues.SERIES:
        run: list[re.Match[str]] = []
        for mark in marks:
            if len(run) < len(series) and mark["label"].lower() == series[len(run)]:
                run.append(mark)
        if len(run) > 1:
            ends = [m.start() for m in run[1:]] + [end]
            return [
                (m["label"].lower(), m.end(), _before_joint(text, m.end(), e)) for m, e in zip(run, ends, strict=True)
            ]
    return []


def _before_joint(text: str, start: int, end: int) -> int:
    """Leave out the comma and the "and" that lead to the next part."""
    words = re.sub(r"[\s,;]*(?:\band)?\s*$", "", text[start:end])
    return start + len(words)


def _pieces(text: str, start: int, end: int, joints: re.Pattern[str]) -> Iterator[tuple[str, int, int]]:
    for joint in joints.finditer(text, start, end):
        yield "", start, joint.start()
        start = joint.end()
    yield "", start, end
