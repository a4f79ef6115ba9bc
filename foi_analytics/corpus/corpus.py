"""A corpus: letters, what they say, and SQL and pandas frames over both."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import pyarrow as pa

from ..engines import Database, LocalEngine
from ..errors import UsageError
from ..records import Family, Letter, Reading, arrow_schema, arrow_table, from_arrow
from ..sources import Item
from .analysis import Analysed, analyse_letters
from .clock import FUNCTIONS
from .folder import FIRST_FILE, Folder, GrowingTable, has_columns, prepare_table, widen_table, write_table
from .frames import Frames
from .loading import Known, Loaded, Stored, load_letters
from .rows import (
    ALIASES_SCHEMA,
    FORMS_SCHEMA,
    LETTERS_SCHEMA,
    PLACES_SCHEMA,
    READINGS_SCHEMA,
    REQUESTS_SCHEMA,
    REUSE_SCHEMA,
    STAGES,
    SUGGESTED_SCHEMA,
    TOLD,
    rebuild,
)
from .search import SearchIndex, search_rows
from .suggestions import Suggested, find_suggestions
from .views import KNOWN_REQUESTS_SQL, KNOWN_SQL, TABLES, UNREAD_SQL, VIEWS
from .withdrawing import withdraw

if TYPE_CHECKING:
    import pandas as pd

    from ..boilerplate.meaning.embedding import Encoder

__all__ = ["Corpus"]

_REUSE_TABLES = {
    "families": arrow_schema(Family),
    "reuse": REUSE_SCHEMA,
    "forms": FORMS_SCHEMA,
    "aliases": ALIASES_SCHEMA,
    "suggestions": SUGGESTED_SCHEMA,
}


class Corpus(Frames):
    """A folder of letters and readings.

    Each table is a pandas frame: `letters`, `readings` (one row for each letter read), `requests`,
    `cases` (one row for each request, over all its letters), `licences` (on what terms letters may be
    used), `parts`, `citations`, `exemptions`, `questions`, `arguments`, `cost_estimates`, `duties` (what
    refusal notices owe, met or missing), `extensions` (notices of more time), `passages`, `families`,
    `reuse` (each passage and the family it belongs to), `suggestions` (families that may say the same,
    see `suggest`), `shares` (how much of a letter is boilerplate), `reasons` (how much of what is said
    for each of its grounds is), `notices` (what regulators decided), `figures` (what authorities report
    of a year) and `problems`.
    The same names are tables for `sql`, which also knows `due_date(statute, received, stage)` and
    `working_days(statute, received, sent)`; see `foi_analytics.deadlines`.

    Args:
        path: The folder; `Corpus.create` makes one.

    Raises:
        UsageError: When there is no corpus, with what to do instead.

    >>> import tempfile
    >>> corpus = Corpus.create(Path(tempfile.mkdtemp()) / "corpus")
    >>> corpus.load([Letter("a", "We do not hold this."), Letter("b", "We do not hold this!")], "example")
    Loaded(added=2, changed=0, unchanged=0, problems=[])
    >>> corpus.analyse()
    Analysed(letters=2, problems=0)
    >>> corpus.families[["tier", "kind", "canonical", "letters"]].to_dict("records")
    [{'tier': 'exact', 'kind': 'house_template', 'canonical': 'We do not hold this.', 'letters': 2}]
    >>> corpus.sql("SELECT count(*) AS n FROM letters WHERE text LIKE $words", {"words": "%hold%"})["n"][0]
    np.int64(2)
    """

    def __init__(self, path: Path | str) -> None:
        self._folder = Folder(Path(path))
        self.path = self._folder.path
        self._letters = GrowingTable(self.path / "letters", LETTERS_SCHEMA)
        self._stored = Stored(
            self._letters,
            GrowingTable(self.path / "places", PLACES_SCHEMA),
            GrowingTable(self.path / "requests", REQUESTS_SCHEMA),
        )
        widen_table(self.path / "requests", REQUESTS_SCHEMA)
        for name, record in TOLD.items():
            prepare_table(self.path / name, arrow_schema(record))
        for name, schema in _REUSE_TABLES.items():
            prepare_table(self.path / name, schema)
            if not has_columns(self.path / name, schema):
                write_table(self.path / name / FIRST_FILE, schema.empty_table())
        self._index = SearchIndex(self.path / "search.sqlite", self._letters)
        self._databases: dict[str, Database] = {}

    @classmethod
    def create(cls, path: Path | str) -> Self:
        """The corpus at a path, made when there is nothing there yet.

        Raises:
            UsageError: When something else is there.
        """
        Folder.create(Path(path))
        return cls(path)

    def load(self, found: Iterable[Item], source: str) -> Loaded:
        """Add letters; one that is there already adds nothing, one that changed takes the old one's place.

        Args:
            found: What a source gives.
            source: Name of the source; its problems, notices and figures replace those of the last
                time it was loaded.

        Returns:
            How many letters were new, and what could not be loaded.

        Raises:
            UsageError: When another process is writing to this corpus.
        """
        with self._folder.writing():
            loaded = load_letters(self._stored, self._known(), found)
            name = hashlib.sha256(source.encode("utf-8", "surrogateescape")).hexdigest()[:16]
            for table, record in TOLD.items():
                write_table(self.path / table / f"{name}.parquet", arrow_table(record, getattr(loaded, table)))
            self._folder.record()
        return loaded

    def withdraw(self, ids: Iterable[str]) -> int:
        """Take out letters and requests that their publisher took back; `analyse` then forgets their shared wording.

        Args:
            ids: Ids of letters and of cases; those that are not here are passed over.

        Returns:
            How many letters were taken out.

        Raises:
            UsageError: When another process is writing to this corpus.
        """
        if not (wanted := sorted(ids)):
            return 0
        with self._folder.writing():
            withdrawn = withdraw(self.path, wanted)
            self._folder.record()
        return withdrawn

    def analyse(self, workers: int | None = None) -> Analysed:
        """Read every letter that is new or changed, or was read by an older reader, and find the families.

        What is read is kept when this is interrupted; calling it again goes on from there.

        Args:
            workers: Processes; as many as there are cores when not said.

        Returns:
            How many letters were read, and over how many the reader failed (see `problems`).

        Raises:
            UsageError: When another process is writing to this corpus.
        """
        # Compiled code takes a moment to load, and not everybody who opens a corpus analyses it.
        from .reuse import find_reuse

        with self._folder.writing():
            if self._folder.manifest["read_by"] is None:
                self._folder.record(read_by=STAGES)
            database = self._database(STAGES)
            unread = database.query(UNREAD_SQL).column("row").to_numpy()
            analysed = analyse_letters(self._letters, unread, self._readings(STAGES), LocalEngine(workers))
            find_reuse(database, self.path)
            self._index.grow()
            self._folder.record(read_by=STAGES)
            self._folder.keep_only(self._readings(STAGES).path)
        return analysed

    def suggest(self, encoder: "Encoder | None" = None) -> Suggested:
        """Look for families that say the same in other words, and keep what was found in `suggestions`.

        Suggestions are to look at: no family is changed.  What `analyse` finds later is compared
        when this is called again; until then pairs of which a family is no longer there are not shown.

        Args:
            encoder: Turns texts into vectors; the packaged model unless said otherwise, as for
                `foi_analytics.boilerplate.meaning.suggest`.

        Returns:
            How many families were compared, how many pairs are near, and how many are shown as the same.

        Raises:
            MissingExtraError: When the `embeddings` extra is not installed.
            UsageError: When another process is writing to this corpus.
        """
        with self._folder.writing():
            suggested = find_suggestions(self._database(self._version), self.path, encoder)
            self._folder.record()
        return suggested

    def sql(self, query: str, parameters: Mapping[str, Any] | None = None) -> "pd.DataFrame":
        """The rows of one SELECT over the tables, in DuckDB's SQL.

        Args:
            query: The query; nothing can be written with it.
            parameters: Values for `$name` in the query.

        Raises:
            UsageError: When the query is not one SELECT, or fails; with what DuckDB said.
        """
        return self.arrow(query, parameters).to_pandas(date_as_object=False)

    def arrow(self, query: str, parameters: Mapping[str, Any] | None = None) -> pa.Table:
        """What `sql` answers as an Arrow table, in which whole numbers with gaps stay whole numbers."""
        return self._database(self._version).query(query, parameters)

    def letter(self, letter_id: str) -> Letter | None:
        """One letter by its id; None when the corpus has none of that id."""
        rows = self.arrow("SELECT * FROM letters WHERE letter_id = $id", {"id": letter_id}).to_pylist()
        return from_arrow(Letter, rows)[0] if rows else None

    def reading(self, letter_id: str) -> Reading | None:
        """What one letter says; None when the corpus has no reading of that id."""
        return self.readings_of([letter_id]).get(letter_id)

    def readings_of(self, letter_ids: Sequence[str]) -> dict[str, Reading]:
        """What some letters say, by id, in the order given; those without a reading are left out."""
        where = {"ids": list(letter_ids)}
        letters = self.arrow("SELECT * FROM letters WHERE letter_id IN $ids", where).to_pylist()
        readings = self.arrow(
            "SELECT * FROM latest_readings WHERE letter_id IN $ids AND problem IS NULL", where
        ).to_pylist()
        letter_of = {row["letter_id"]: row for row in letters}
        found = {row["letter_id"]: rebuild(letter_of[row["letter_id"]], row) for row in readings}
        return {each: found[each] for each in letter_ids if each in found}

    def table(self, name: str) -> "pd.DataFrame":
        """One of `TABLES` by its name, in an order that does not depend on how it came to be.

        Raises:
            UsageError: When there is no such table.
        """
        if name not in TABLES:
            raise UsageError(f"there is no table {name!r}; there are {', '.join(TABLES)}")
        return self.sql(f"SELECT * FROM {name} ORDER BY {TABLES[name]}")  # noqa: S608

    def search(self, text: str, number: int = 10) -> "pd.DataFrame":
        """The letters that hold some words, best first.

        All words must be there; words between double quotes stand together, `refus*` finds every
        word that begins so, and nothing that is typed is an error.  Letters are taken into the index,
        which is kept in the folder, by `analyse`, else by the first search after they were loaded.

        Args:
            text: The words.
            number: How many letters at most.

        Returns:
            A row for each: `letter_id`, `authority`, `date`, `title`, `start`, `end` and `quote` of the
            words found (of the first in the excerpt; missing when only the title has them), and an
            `excerpt` of the letter around them.

        Raises:
            UsageError: When the index cannot be written.

        >>> import tempfile
        >>> corpus = Corpus.create(Path(tempfile.mkdtemp()) / "corpus")
        >>> letters = [Letter("a", "The maps are withheld under s.43(2)."), Letter("b", "We hold no maps.")]
        >>> _ = corpus.load(letters, "example")
        >>> corpus.search('maps "s.43(2)"')[["letter_id", "start", "end", "quote"]].to_dict("records")
        [{'letter_id': 'a', 'start': 4, 'end': 8, 'quote': 'maps'}]
        >>> corpus.search('maps) OR "')["letter_id"].to_list()
        []
        """
        return self.excerpts(self.found(text)[:number], text)

    def found(self, text: str) -> list[str]:
        """Ids of all letters that hold some words, best first; see `search`."""
        return self._index.find(text)

    def excerpts(self, letter_ids: Sequence[str], text: str) -> "pd.DataFrame":
        """Where some letters hold some words: the rows of `search`, in the order given."""
        query = "SELECT letter_id, authority, date, title, text FROM letters WHERE letter_id IN $ids"
        by_id = {row["letter_id"]: row for row in self.arrow(query, {"ids": list(letter_ids)}).to_pylist()}
        return search_rows([by_id[each] for each in letter_ids if each in by_id], text)

    def whose(self, text: str, authority: str | None = None, number: int = 10) -> "pd.DataFrame":
        """The families nearest to a text: who else uses this paragraph?

        Args:
            text: A paragraph or several, such as a whole letter.
            authority: Who wrote it, when that is known; its own name is no difference then.
            number: How many families at most.

        Returns:
            A row for each family, what explains most of the text first: `family_id`, `tier` (`exact`:
            the canonical words but for names, dates, references; else `near`), `similarity` from .5
            to 1 as in `reuse`, `otherwise` (it cites another provision, or a negation was put in or
            out, so that however alike it says something else), `start` and `end` of the paragraph in
            the text, then what is known of the family, with who used it first.

        >>> import tempfile
        >>> corpus = Corpus.create(Path(tempfile.mkdtemp()) / "corpus")
        >>> words = "We do not hold the minutes that you ask for, under section 1(1)(a)."
        >>> _ = corpus.load([Letter("a", words, authority="Fenmoor Council"), Letter("b", words)], "example")
        >>> _ = corpus.analyse()
        >>> found = corpus.whose("We do not hold the maps that you ask for, under section 1(1)(a).")
        >>> found[["tier", "similarity", "letters", "first_authority"]].to_dict("records")
        [{'tier': 'near', 'similarity': 0.9333, 'letters': 2, 'first_authority': 'Fenmoor Council'}]
        """
        from .nearest import whose

        return whose(self._database(self._version), text, authority, number)

    def borderline(self, number: int = 20) -> "pd.DataFrame":
        """The pairs of wordings nearest the threshold of near copies, to be read by a person.

        Args:
            number: How many at most of each sort.

        Returns:
            First `linked` pairs, a family's `canonical` words and those of a member only just alike
            enough, the least alike first; then wordings only just not alike enough; then those kept
            apart because one says `otherwise`: another provision, or a negation put in or out. Of
            both the most alike come first, as far as the sketches find them. Each has `similarity`,
            both ids, missing for a passage that no other letter repeats, both texts, and
            `letter_id`, `start`, `end` of the `wording`.
        """
        from .nearest import borderline

        return borderline(self._database(self._version), number)

    @property
    def _version(self) -> str:
        """The stage versions whose readings are shown: the last that read every letter, or that began to.

        Readings of an older version that lack a table of this one are shown no more.
        """
        read_by = str(self._folder.manifest["read_by"] or STAGES)
        return read_by if has_columns(self.path / "readings" / read_by, READINGS_SCHEMA) else STAGES

    def _known(self) -> Known:
        database, known = self._database(self._version), Known()
        for row in database.query(KNOWN_SQL).to_pylist():
            known.letters[row["letter_id"]] = row["revision"]
            known.places[row["letter_id"]] = set(row["places"])
        for row in database.query(KNOWN_REQUESTS_SQL).to_pylist():
            known.requests[row["case_id"]] = row["revision"]
        return known

    def _readings(self, version: str) -> GrowingTable:
        return GrowingTable(self.path / "readings" / version, READINGS_SCHEMA)

    def _database(self, version: str) -> Database:
        if version not in self._databases:
            names = ("letters", "places", "requests", *TOLD, *_REUSE_TABLES)
            folders = {f"stored_{name}": self.path / name for name in names}
            folders["stored_readings"] = self._readings(version).path
            self._databases = {version: LocalEngine().database(folders, VIEWS, FUNCTIONS)}
        return self._databases[version]
