"""The authority's own sentences, each with the part of the letter it stands in."""

import itertools
import re
from collections.abc import Collection
from dataclasses import dataclass

from ..anatomy import NOT_MAIN, Anatomy

__all__ = ["Sentence", "is_point", "main_sentences", "own_sentences"]

_NOT_OWN = {"furniture", "quoted_mail"}
_POINT = re.compile(
    r"(?:(?:question|query|part|item|point|request|q)\s{0,2})?\(?(?:\d{1,2}|[a-h])[).:]\s"
    r"|(?:part|item|question|query|request) \d",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: `text` is `letter[start:end]` with white space flattened, `part` the kind of part.

    `whole` is True when it is all its line says, as a heading or a point of a list is; `opens` when
    it begins a paragraph or a point of a list.
    """

    start: int
    end: int
    text: str
    part: str
    whole: bool
    opens: bool = False

    @property
    def main(self) -> bool:
        """Whether it belongs to the message proper: no small print, no request retold."""
        return self.part not in NOT_MAIN


def own_sentences(anatomy: Anatomy, decided: Collection[int] = ()) -> list[Sentence]:
    r"""The sentences of the authority, the small print with them; quoted mail and page chrome are left out.

    Args:
        anatomy: The letter taken apart.
        decided: Where grounds are relied on: what seems to retell the request is the message
            proper when one of them stands in it.

    >>> from foi_analytics.anatomy import dissect
    >>> letter = "Dear A\nIt is exempt. We\nare sorry.\nYours sincerely\nB\n> Why?\n> Who?"
    >>> [(s.text, s.part) for s in own_sentences(dissect(letter))][1:3]
    [('It is exempt.', 'body'), ('We are sorry.', 'body')]
    """
    text, found = anatomy.text, []
    kinds = _kinds(anatomy, decided)
    for start, end in anatomy.sentences:
        if start >= anatomy.own_end:
            break
        line = anatomy.line_at(start)
        part = kinds[line.start]
        if part not in _NOT_OWN:
            first = start <= line.body
            whole, opens = first and end >= line.end, first and (line.gap or line.marker is not None)
            found.append(Sentence(start, end, " ".join(text[start:end].split()), part, whole, opens))
    return found


def _kinds(anatomy: Anatomy, decided: Collection[int]) -> dict[int, str]:
    """The kind of part at the start of each line."""
    found: dict[int, str] = {}
    for kind, run in itertools.groupby(zip(anatomy.lines, anatomy.kinds, strict=True), key=lambda pair: pair[1]):
        lines = [line for line, _ in run]
        here = kind == "request" and any(lines[0].start <= place < lines[-1].end for place in decided)
        found.update((line.start, "body" if here else kind) for line in lines)
    return found


def main_sentences(sentences: list[Sentence]) -> list[Sentence]:
    """Those of the message proper."""
    return [s for s in sentences if s.main]


def is_point(sentence: Sentence) -> bool:
    """Whether a sentence begins a numbered point.

    >>> [is_point(Sentence(0, 0, s, "body", False)) for s in ("(2) The rent is exempt.", "The rent is exempt.")]
    [True, False]
    """
    return _POINT.match(sentence.text) is not None
