"""Loading: letters from a source into the stored table, each once, the latest wording last."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import pyarrow as pa

from ..records import Letter, Problem
from .folder import GrowingTable, TableWriter
from .progress import watching
from .rows import PLACES_SCHEMA, letter_rows, revision_of

__all__ = ["Known", "Loaded", "load_letters"]

_FOUND_PER_BATCH = 100


@dataclass(slots=True)
class Loaded:
    """What came of loading a source.

    Attributes:
        added: Letters that are new.
        changed: Letters that were there, of which the source now gives something else.
        unchanged: Letters that were there already; their places are kept.
        problems: What the source could not give.
    """

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    problems: list[Problem] = field(default_factory=list)


@dataclass(slots=True)
class Known:
    """What a corpus knows of a letter it holds: its revision and the places it was found in."""

    revision: str
    places: set[str]


def load_letters(
    letters: GrowingTable, places: GrowingTable, known: dict[str, Known], found: Iterable[Letter | Problem]
) -> Loaded:
    """Add what a source gives to the stored tables.

    Args:
        letters: The stored letters.
        places: The places letters were found in.
        known: Letters stored, by id; kept up to date.
        found: Letters and problems, drawn as they are written.

    Returns:
        The counts, and the problems.
    """
    loading = _Loading(known)
    row, source = len(letters), iter(found)
    with TableWriter(letters) as letter_writer, TableWriter(places) as place_writer, watching("Loading") as advance:
        while batch := list(itertools.islice(source, _FOUND_PER_BATCH)):
            new = list(loading.new_letters(batch))
            if new:
                letter_writer.add(letter_rows(new, row))
                row += len(new)
            place_writer.add(_place_rows(loading.take_places()))
            advance(len(batch))
    return loading.loaded


class _Loading:
    """One run over a source: which of its letters are new, and where known ones were met again."""

    def __init__(self, known: dict[str, Known]) -> None:
        self.loaded = Loaded()
        self._known = known
        self._places: list[tuple[str, str]] = []

    def new_letters(self, found: Iterable[Letter | Problem]) -> Iterator[tuple[Letter, str]]:
        """The letters to write, with their revisions; everything else is counted or kept as a problem."""
        for each in found:
            problem = each if isinstance(each, Problem) else _not_unicode(each)
            if problem is not None:
                self.loaded.problems.append(problem)
            elif isinstance(each, Letter):
                revision = revision_of(each)
                if self._is_new(each, revision):
                    yield each, revision
                self._place(each)

    def take_places(self) -> list[tuple[str, str]]:
        """Letters and places met since the last call, those known before left out."""
        taken, self._places = self._places, []
        return taken

    def _is_new(self, letter: Letter, revision: str) -> bool:
        before = self._known.get(letter.letter_id)
        if before is None:
            self.loaded.added += 1
            self._known[letter.letter_id] = Known(revision, set())
            return True
        if before.revision == revision:
            self.loaded.unchanged += 1
            return False
        self.loaded.changed += 1
        before.revision = revision
        return True

    def _place(self, letter: Letter) -> None:
        places = self._known[letter.letter_id].places
        for place in (letter.origin, *letter.found_at):
            if place and place not in places:
                places.add(place)
                self._places.append((letter.letter_id, place))


def _place_rows(places: Sequence[tuple[str, str]]) -> pa.RecordBatch:
    ids, names = zip(*places, strict=True) if places else ((), ())
    return pa.RecordBatch.from_arrays([pa.array(ids, pa.string()), pa.array(names, pa.string())], schema=PLACES_SCHEMA)


def _not_unicode(letter: Letter) -> Problem | None:
    """A problem when the text cannot be stored as it is; half a surrogate pair is no character."""
    try:
        for words in (letter.text, letter.request, letter.title, letter.original):
            (words or "").encode("utf-8")
    except UnicodeEncodeError as error:
        reason = f"its text is not Unicode at character {error.start}; export it again as UTF-8"
        return Problem(letter.origin or letter.letter_id, "load", reason, letter.letter_id)
    return None
