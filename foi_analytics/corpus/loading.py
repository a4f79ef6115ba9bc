"""Loading: letters and requests from a source into the stored tables, each once, the latest wording last."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import pyarrow as pa

from ..progress import watching
from ..records import DecisionNotice, Letter, Problem, ReportedFigure, Request
from ..sources import Item
from .folder import GrowingTable, TableWriter
from .rows import PLACES_SCHEMA, numbered_rows, revision_of

__all__ = ["Known", "Loaded", "Stored", "load_letters"]

_FOUND_PER_BATCH = 100


@dataclass(slots=True)
class Loaded:
    """What came of loading a source.

    Attributes:
        added: Letters that are new.
        changed: Letters that were there, of which the source now gives something else.
        unchanged: Letters that were there already; their places are kept.
        problems: What the source could not give.
        requests: Requests that are new or changed.
        notices, figures: What it tells beside letters: regulators' decisions, and numbers reported.
    """

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    problems: list[Problem] = field(default_factory=list)
    requests: int = field(default=0, repr=False)
    notices: list[DecisionNotice] = field(default_factory=list, repr=False)
    figures: list[ReportedFigure] = field(default_factory=list, repr=False)


@dataclass(slots=True)
class Known:
    """What a corpus holds already, kept up to date while loading.

    Attributes:
        letters: Revision of each letter, by id.
        places: Where each letter was found, by id.
        requests: Revision of each request, by case.
    """

    letters: dict[str, str] = field(default_factory=dict)
    places: dict[str, set[str]] = field(default_factory=dict)
    requests: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stored:
    """The tables that loading adds to."""

    letters: GrowingTable
    places: GrowingTable
    requests: GrowingTable


def load_letters(stored: Stored, known: Known, found: Iterable[Item]) -> Loaded:
    """Add what a source gives to the stored tables.

    Args:
        stored: The tables.
        known: What they hold.
        found: Letters, requests and problems, drawn as they are written.

    Returns:
        The counts, and the problems.
    """
    loading = _Loading(known)
    source = iter(found)
    with (
        TableWriter(stored.letters) as letter_writer,
        TableWriter(stored.places) as place_writer,
        TableWriter(stored.requests) as request_writer,
        watching("Loading") as advance,
    ):
        rows, request_rows = len(stored.letters), len(stored.requests)
        while batch := list(itertools.islice(source, _FOUND_PER_BATCH)):
            letters, requests = loading.new_records(batch)
            if letters:
                letter_writer.add(numbered_rows(letters, rows))
                rows += len(letters)
            if requests:
                request_writer.add(numbered_rows(requests, request_rows))
                request_rows += len(requests)
            place_writer.add(_place_rows(loading.take_places()))
            advance(len(batch))
    return loading.loaded


class _Loading:
    """One run over a source: which of its letters and requests are new, and where known letters were met again."""

    def __init__(self, known: Known) -> None:
        self.loaded = Loaded()
        self._known = known
        self._places: list[tuple[str, str]] = []

    def new_records(self, found: Iterable[Item]) -> tuple[list[tuple[Letter, str]], list[tuple[Request, str]]]:
        """The letters and requests to write, with their revisions; the rest is counted or kept as a problem."""
        letters: list[tuple[Letter, str]] = []
        requests: list[tuple[Request, str]] = []
        for each in found:
            if isinstance(each, DecisionNotice):
                self.loaded.notices.append(each)
                continue
            if isinstance(each, ReportedFigure):
                self.loaded.figures.append(each)
                continue
            problem = each if isinstance(each, Problem) else _not_unicode(each)
            if problem is not None:
                self.loaded.problems.append(problem)
            elif isinstance(each, Letter):
                revision = revision_of(each)
                if self._is_new(each, revision):
                    letters.append((each, revision))
                self._place(each)
            elif isinstance(each, Request):
                revision = revision_of(each)
                if self._known.requests.get(each.case_id) != revision:
                    self._known.requests[each.case_id] = revision
                    self.loaded.requests += 1
                    requests.append((each, revision))
        return letters, requests

    def take_places(self) -> list[tuple[str, str]]:
        """Letters and places met since the last call, those known before left out."""
        taken, self._places = self._places, []
        return taken

    def _is_new(self, letter: Letter, revision: str) -> bool:
        before = self._known.letters.get(letter.letter_id)
        self._known.letters[letter.letter_id] = revision
        if before is None:
            self.loaded.added += 1
        elif before == revision:
            self.loaded.unchanged += 1
        else:
            self.loaded.changed += 1
        return before != revision

    def _place(self, letter: Letter) -> None:
        places = self._known.places.setdefault(letter.letter_id, set())
        for place in (letter.origin, *letter.found_at):
            if place and place not in places:
                places.add(place)
                self._places.append((letter.letter_id, place))


def _place_rows(places: Sequence[tuple[str, str]]) -> pa.RecordBatch:
    ids, names = zip(*places, strict=True) if places else ((), ())
    return pa.RecordBatch.from_arrays([pa.array(ids, pa.string()), pa.array(names, pa.string())], schema=PLACES_SCHEMA)


def _not_unicode(record: Letter | Request) -> Problem | None:
    """A problem when the text cannot be stored as it is; half a surrogate pair is no character."""
    letter = record if isinstance(record, Letter) else None
    texts = (letter.request, letter.original) if letter else ()
    try:
        for words in (record.text, record.title, *texts):
            (words or "").encode("utf-8")
    except UnicodeEncodeError as error:
        reason = f"its text is not Unicode at character {error.start}; export it again as UTF-8"
        letter_id = letter.letter_id if letter else None
        return Problem(record.origin or letter_id or "a request", "load", reason, letter_id)
    return None
