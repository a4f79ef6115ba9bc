"""Numbered paragraphs: a letter whose own paragraphs carry numbers, which are not the requester's."""

from ..anatomy import Anatomy, Line
from . import retelling_cues

__all__ = ["numbered_paragraphs"]


def numbered_paragraphs(anatomy: Anatomy) -> frozenset[int]:
    r"""The starts of the lines that are numbered paragraphs of the authority.

    A run of bare numbers is one of paragraphs when it opens with the letter's own business
    ("1. You wrote on 3 May", "1. Introduction").

    >>> from ..anatomy import dissect
    >>> letter = "1. You wrote to us on 3 May.\n2. We hold the plan.\n3. It is enclosed."
    >>> sorted(numbered_paragraphs(dissect(letter)))
    [0, 29, 50]
    """
    found: set[int] = set()
    for run in _runs(anatomy):
        words = anatomy.text[run[0].body : run[0].end]
        if retelling_cues.INTRODUCTION.match(words) and not words.endswith("?"):
            found |= {line.start for line in run}
    return frozenset(found)


def _runs(anatomy: Anatomy) -> list[list[Line]]:
    """Bare numbers that count on from 1, each style by itself."""
    runs: dict[str, list[Line]] = {}
    closed: list[list[Line]] = []
    for line in anatomy.lines:
        marker = line.marker
        if line.start >= anatomy.own_end or marker is None or marker.worded or not marker.label.isdigit():
            continue
        run = runs.get(marker.style)
        if marker.label == "1":
            runs[marker.style] = run = []
            closed.append(run)
        if run is not None and int(marker.label) == len(run) + 1:
            run.append(line)
    return [run for run in closed if len(run) > 1]
