"""Full text: which letters hold some words, best first, and where in them.

The index is one SQLite file (FTS5) beside the tables.  It keeps the words of every stored row and
not the texts, and only grows, as the table of letters does: rows that came since are added, and a
row that a later one supersedes is passed over.  Each growth is one transaction, so that whoever
searches meanwhile, and whoever comes after an interruption, finds it whole.
"""

import contextlib
import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from ..errors import UsageError
from ..progress import watching
from .folder import GrowingTable

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["SearchIndex", "excerpt", "matches", "search_rows", "words_sought"]

_VERSION = 1
"""Changes when the index is made in another way; an older one is made anew."""
_TOKENS = "unicode61 remove_diacritics 2"
_TABLES = f"""
    CREATE TABLE letters (letter_id TEXT PRIMARY KEY, "row" INTEGER NOT NULL UNIQUE) WITHOUT ROWID;
    CREATE VIRTUAL TABLE words USING fts5(title, text, content='', tokenize='{_TOKENS}');
    PRAGMA user_version = {_VERSION};"""
_FOUND_SQL = """
    SELECT letter_id FROM words JOIN letters ON letters."row" = words.rowid
    WHERE words MATCH ? ORDER BY words.rank, words.rowid"""
_OPENED, _CLOSED = "\x02", "\x03"
_MARKS = re.compile(f"[{_OPENED}{_CLOSED}]")
_SPACE = re.compile(r"\s+")
_SOUGHT = re.compile(r'"([^"]*)"|([^\s"]+)')
_WIDTH = 240
"""Characters of an excerpt."""
_LEAD = 60
"""How many of them may stand before what was found."""
_ROW: dict[str, pa.DataType] = {
    "letter_id": pa.string(),
    "authority": pa.string(),
    "date": pa.date32(),
    "title": pa.string(),
    "start": pa.int64(),
    "end": pa.int64(),
    "quote": pa.string(),
    "excerpt": pa.string(),
}
_PATIENCE = 120
"""Seconds to wait for another process that makes the index grow."""


class SearchIndex:
    """The index of one corpus.

    Args:
        path: Its file.
        letters: The stored letters.
    """

    def __init__(self, path: Path, letters: GrowingTable) -> None:
        self._path = path
        self._letters = letters

    def find(self, text: str) -> list[str]:
        """Ids of the letters that hold all words of a text, in title or letter, best first (BM25).

        Args:
            text: What a person typed; see `words_sought`.

        Raises:
            UsageError: The index cannot be written or read.
        """
        sought = words_sought(text)
        if not sought:
            return []
        return self._use(lambda index: [each for (each,) in index.execute(_FOUND_SQL, (" ".join(sought),))])

    def grow(self) -> None:
        """Take in the letters that came since; `find` does so too, and has nothing to do when this was called.

        Raises:
            UsageError: The index cannot be written or read.
        """
        self._use(lambda _: [])

    def _use(self, query: Callable[[sqlite3.Connection], list[str]]) -> list[str]:
        """What a query answers of the whole index; a damaged one is made anew, for the letters say it all."""
        try:
            try:
                return self._opened(query)
            except sqlite3.OperationalError:
                raise
            except sqlite3.DatabaseError:
                self._path.unlink()
                return self._opened(query)
        except (sqlite3.Error, OSError) as error:
            raise UsageError(
                f"the search index {self._path} cannot be used ({error}); "
                "see that it can be written to, or delete it, and search again"
            ) from None

    def _opened(self, query: Callable[[sqlite3.Connection], list[str]]) -> list[str]:
        with contextlib.closing(sqlite3.connect(self._path, timeout=_PATIENCE, isolation_level=None)) as index:
            self._grow(index)
            return query(index)

    def _grow(self, index: sqlite3.Connection) -> None:
        stored = len(self._letters)
        if _rows_in(index) == stored:
            return
        index.execute("BEGIN IMMEDIATE")
        with index:
            # Another process may have been here while this one waited.
            known = _rows_in(index)
            if known is None or known > stored:
                _make(index)
                known = 0
            _add(index, self._letters, known, stored)


def _rows_in(index: sqlite3.Connection) -> int | None:
    """How many stored rows the index knows; None when it was not made yet, or otherwise."""
    (version,) = index.execute("PRAGMA user_version").fetchone()
    if version != _VERSION:
        return None
    (rows,) = index.execute('SELECT coalesce(max("row") + 1, 0) FROM letters').fetchone()
    return int(rows)


def _make(index: sqlite3.Connection) -> None:
    index.execute("DROP TABLE IF EXISTS words")
    index.execute("DROP TABLE IF EXISTS letters")
    for statement in filter(str.strip, _TABLES.split(";")):
        index.execute(statement)


def _add(index: sqlite3.Connection, letters: GrowingTable, first: int, stored: int) -> None:
    with watching("Indexing letters", stored - first) as advance:
        for row, letter_id, title, text in _rows_from(letters, first, stored):
            index.execute("INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)", (row, title, text))
            index.execute("REPLACE INTO letters VALUES (?, ?)", (letter_id, row))
            advance(1)


def _rows_from(letters: GrowingTable, first: int, stored: int) -> Iterator[tuple[int, str, str, str]]:
    files = letters.files()
    ends = [*(int(file.stem) for file in files[1:]), stored]
    for file, end in zip(files, ends, strict=True):
        if end <= first:
            continue
        for batch in pq.ParquetFile(file).iter_batches(256, columns=["row", "letter_id", "title", "text"]):
            for each in batch.to_pylist():
                if first <= each["row"] < stored:
                    yield each["row"], each["letter_id"], _storable(each["title"] or ""), _storable(each["text"])


def _storable(text: str) -> str:
    """A text of the same length without the characters that SQLite ends at, or that mark what was found."""
    return text.replace("\0", " ").replace(_OPENED, " ").replace(_CLOSED, " ")


def words_sought(text: str) -> list[str]:
    r"""What a person typed as phrases of FTS5, so that no query can fail.

    All of them must be there, in any order and whatever their case and accents; words between double
    quotes stand together, as do the parts of `s.40(2)`; `refus*` finds every word that begins so.
    Whatever else FTS5 gives a meaning to (`OR`, `NEAR`, `-`, `title:`) is a word like others.

    Args:
        text: What was typed.

    Returns:
        The phrases; none when the text holds no word.

    >>> words_sought('internal OR "public interest test" refus* s.40(2) -')
    ['"internal"', '"OR"', '"public interest test"', '"refus"*', '"s.40(2)"']
    """
    found = []
    for phrase, word in _SOUGHT.findall(_storable(text.encode("utf-8", "replace").decode())):
        if any(map(str.isalnum, phrase or word)):
            begins = word.endswith("*")
            found.append(f'"{phrase or word.rstrip("*")}"{"*" if begins else ""}')
    return found


def matches(texts: Sequence[str], text: str) -> list[list[tuple[int, int]]]:
    r"""Where the words of a search stand in some texts, found by the rules of the index.

    Args:
        texts: The texts.
        text: What was searched for.

    Returns:
        For each text the spans of its words, in order.

    >>> matches(["It was refused under s.40 (2).", "It was not."], "s.40(2) refus*")
    [[(7, 14), (21, 28)], []]
    """
    sought = " OR ".join(words_sought(text))
    marked: dict[int, str] = {}
    if sought:
        with contextlib.closing(sqlite3.connect(":memory:")) as index:
            index.execute(f"CREATE VIRTUAL TABLE words USING fts5(text, tokenize='{_TOKENS}')")
            index.executemany("INSERT INTO words (rowid, text) VALUES (?, ?)", enumerate(map(_storable, texts)))
            query = "SELECT rowid, highlight(words, 0, ?, ?) FROM words WHERE words MATCH ?"
            marked = dict(index.execute(query, (_OPENED, _CLOSED, sought)))
    return [_spans(marked.get(number, "")) for number in range(len(texts))]


def _spans(marked: str) -> list[tuple[int, int]]:
    """The spans between marks, as they are in the text without the marks."""
    places = [found.start() - passed for passed, found in enumerate(_MARKS.finditer(marked))]
    return list(zip(places[::2], places[1::2], strict=True))


def excerpt(text: str, found: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The stretch of a text, a line or two long, that holds most of what was found in it, different words first.

    Args:
        text: The text.
        found: Spans in it, in order.

    Returns:
        Start and end, between words; of the beginning when nothing was found.

    >>> words = "We refused it. " + "Nothing else is said here. " * 20 + "It was refused, as all is refused."
    >>> start, end = excerpt(words, matches([words], "refused")[0])
    >>> words[start:end]
    'else is said here. Nothing else is said here. It was refused, as all is refused.'
    """
    first, most, begin = (0, 0), (0, 0), 0
    for number, (_, end) in enumerate(found, start=1):
        while end - found[begin][0] > _WIDTH - _LEAD and begin < number - 1:
            begin += 1
        here = found[begin:number]
        held = (len({text[slice(*each)].casefold() for each in here}), len(here))
        if held > most:
            first, most = found[begin], held
    start = max(first[0] - _LEAD, 0)
    if start and (space := _SPACE.search(text, start, first[0])):
        start = space.end()
    end = min(max(start + _WIDTH, first[1]), len(text))
    if end < len(text) and (cut := text.rfind(" ", first[1], end)) > 0:
        end = cut
    return start, end


def search_rows(letters: Sequence[Mapping[str, Any]], text: str) -> "pd.DataFrame":
    """Letters that were found as the rows of `Corpus.search`.

    Args:
        letters: Rows of the table `letters`.
        text: What was searched for.
    """
    rows = []
    for letter, found in zip(letters, matches([each["text"] for each in letters], text), strict=True):
        words = letter["text"]
        first, last = excerpt(words, found)
        start, end = next((span for span in found if span[0] >= first), (None, None))
        known = {name: letter[name] for name in ("letter_id", "authority", "date", "title")}
        quote = None if start is None else words[start:end]
        rows.append(known | {"start": start, "end": end, "quote": quote, "excerpt": words[first:last]})
    return (
        pa.Table.from_pylist(rows, pa.schema(_ROW))
        .to_pandas(date_as_object=False)
        .astype({"start": "Int64", "end": "Int64"})
    )
