"""The prejudice a refusal claims, how likely it says that is, and the harm it describes."""

from collections.abc import Iterable, Iterator

from ..records import RELIED_ON, Citation
from ..regimes import provision
from . import prejudice_cues as cues
from .words import Sentence

__all__ = ["find_harm", "find_prejudice", "is_prejudice_owed", "prejudice_levels"]


def is_prejudice_owed(citations: Iterable[Citation]) -> bool:
    """Whether any ground relied on turns on prejudice, harm or adverse effect."""
    rows = [provision(p) for c in citations if c.role in RELIED_ON for p in c.provisions]
    return any(row is not None and row.basis in ("prejudice", "mixed") for row in rows)


def find_prejudice(main: Iterable[Sentence]) -> Iterator[tuple[str, Sentence]]:
    """The sentences that claim prejudice, each with its level: `would`, `likely`, `unspecified`.

    `unspecified` recites both limbs and chooses none; what the statute says in general is no claim
    (FOIA 2000 ss.26-38; *Hogan v Information Commissioner* EA/2005/0026 for the two limbs).

    >>> said = ["Release would be likely to prejudice our bids.", "It would harm the tenants."]
    >>> [level for level, _ in find_prejudice(Sentence(0, 0, s, "body", False) for s in said)]
    ['likely', 'would']
    """
    for sentence in main:
        text = sentence.text
        if cues.DESCRIBES.search(text):
            continue
        if cues.BOTH.search(text):
            yield "unspecified", sentence
        else:
            level = next((level for level, wording in cues.LEVELS if wording.search(text)), None)
            if level:
                yield level, sentence


def prejudice_levels(found: Iterable[str]) -> tuple[str, ...]:
    """The levels of a letter: those it chose, else `unspecified` when it only recited both.

    >>> prejudice_levels(["unspecified", "would", "likely"]), prejudice_levels(["unspecified"])
    (('likely', 'would'), ('unspecified',))
    """
    levels = set(found)
    chosen = tuple(level for level in ("likely", "would") if level in levels)
    return chosen or tuple(levels)


def find_harm(main: Iterable[Sentence]) -> Iterator[Sentence]:
    """The sentences that say what would happen if the information came out."""
    return (s for s in main if cues.HARM.search(s.text) and not cues.DESCRIBES.search(s.text))
