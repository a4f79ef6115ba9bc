"""The authority's own sentences, each with the part of the letter it stands in."""

from dataclasses import dataclass

from ..anatomy import NOT_MAIN, Anatomy

__all__ = ["Sentence", "main_sentences", "own_sentences"]

_NOT_OWN = {"furniture", "quoted_mail"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: `text` is `letter[start:end]` with white space flattened, `part` the kind of part.

    `whole` is True when it is all its line says, as a heading or a point of a list is.
    """

    start: int
    end: int
    text: str
    part: str
    whole: bool

    @property
    def main(self) -> bool:
        """Whether it belongs to the message proper: no small print, no request retold."""
        return self.part not in NOT_MAIN


def own_sentences(anatomy: Anatomy) -> list[Sentence]:
    r"""The sentences of the authority, the small print with them; quoted mail and page chrome are left out.

    >>> from foi_analytics.anatomy import dissect
    >>> letter = "Dear A\nIt is exempt. We\nare sorry.\nYours sincerely\nB\n> Why?\n> Who?"
    >>> [(s.text, s.part) for s in own_sentences(dissect(letter))][1:3]
    [('It is exempt.', 'body'), ('We are sorry.', 'body')]
    """
    text, found = anatomy.text, []
    for start, end in anatomy.sentences:
        if start >= anatomy.own_end:
            break
        part = anatomy.kind_at(start)
        if part not in _NOT_OWN:
            line = anatomy.line_at(start)
            whole = start <= line.body and end >= line.end
            found.append(Sentence(start, end, " ".join(text[start:end].split()), part, whole))
    return found


def main_sentences(sentences: list[Sentence]) -> list[Sentence]:
    """Those of the message proper."""
    return [s for s in sentences if s.main]
