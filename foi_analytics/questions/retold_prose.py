"""What a reply says in prose that it was asked, when it does not quote the request."""

import itertools

from ..anatomy import Anatomy
from . import retelling_cues
from .ask import Ask
from .compounds import split_compound
from .labels import label_lines

__all__ = ["asks_in_prose"]

_OUTSIDE = {"rights", "signature", "footer", "furniture", "quoted_mail"}
_ASKED_WITHIN = 16
_FEWEST_ITEMS = 2


def asks_in_prose(anatomy: Anatomy) -> list[Ask]:
    """What `you asked for …`, `your request was for …` name.

    Args:
        anatomy: The letter taken apart.
    """
    found: list[Ask] = []
    for start, end in _opening_sentences(anatomy):
        retelling = retelling_cues.RETOLD.search(anatomy.text, start, end)
        if retelling is None or retelling_cues.HYPOTHETICAL.search(anatomy.text, start, retelling.end()):
            continue
        items = _items_below(anatomy, retelling.end(), end)
        if items:
            return items
        first, last = _object(anatomy, retelling.end(), end)
        if first < last and not retelling_cues.NO_OBJECT.match(anatomy.text, first, last):
            parts = split_compound(anatomy.text, first, last, retold=True)
            found += [Ask(label, a, b, "retold") for label, a, b in parts]
    return found


def _items_below(anatomy: Anatomy, start: int, end: int) -> list[Ask]:
    """The list that a retelling announces: `which was for`, and below it `(a) …`, `(b) …`."""
    lines = [x for x in anatomy.lines if x.start >= start and x.start < anatomy.own_end]
    if anatomy.text[start:end].strip(" :-–\n"):
        lines = [x for x in anatomy.lines if x.body <= start < x.end] + lines
        lines = lines if lines and lines[0].marker is not None and lines[0].body >= start - 1 else []
    marked = list(itertools.takewhile(lambda x: x.marker is not None, lines))
    labels = label_lines(anatomy.text, marked)
    if len(marked) < _FEWEST_ITEMS:
        return []
    return [Ask(labels[x.start][0] if x.start in labels else "", x.body, x.end, "retold") for x in marked]


def _opening_sentences(anatomy: Anatomy) -> list[tuple[int, int]]:
    inside = [s for s in anatomy.sentences if s[0] < anatomy.own_end and anatomy.kind_at(s[0]) not in _OUTSIDE]
    return inside[:_ASKED_WITHIN]


def _object(anatomy: Anatomy, start: int, end: int) -> tuple[int, int]:
    """The words that name what was asked: to the end of the sentence, or the line below a colon."""
    text = anatomy.text
    if not text[start:end].strip(" :-–\n"):
        line = next((x for x in anatomy.lines if x.start >= end), None)
        start, end = (line.body, line.end) if line is not None and line.end <= anatomy.own_end else (end, end)
    while start < end and (text[start].isspace() or text[start] in "“\"‘':"):
        start += 1
    stop = retelling_cues.RETOLD_END.search(text, start, end)
    end = stop.start() if stop else end
    while end > start and text[end - 1] in " \n.;,:”\"’'":
        end -= 1
    return start, end
