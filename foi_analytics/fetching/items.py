"""What was fetched for each thing a source has: which bytes, whether it is gone, what it held; and where to go on."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..formats import Content
from .errors import FetchError
from .fetched import canonical
from .log import RawStore

__all__ = ["Items", "Kept"]

_COLUMNS = "origin, version, parts, contents, complete, gone, holds"
_KEEP = """
    INSERT INTO items VALUES (?, ?, ?, ?, ?, ?, '', '[]') ON CONFLICT (source, origin) DO UPDATE SET
    version = excluded.version, parts = excluded.parts, contents = excluded.contents,
    complete = excluded.complete, gone = ''"""


@dataclass(frozen=True, slots=True)
class Kept:
    """One thing a source has, as it was fetched last.

    Attributes:
        origin, version, parts: As in the source's stub.
        contents: Name and digest of each content.
        complete: Whether all was fetched that should be there.
        gone: Why it is no longer there; empty while it is.
        holds: Ids of the letters and cases it has ever yielded.
    """

    origin: str
    version: str
    parts: tuple[str, ...] = ()
    contents: tuple[tuple[str, str], ...] = ()
    complete: bool = True
    gone: str = ""
    holds: frozenset[str] = frozenset()


class Items:
    """The items of one source in a raw store.

    Args:
        store: The store.
        source: Name of the source.
    """

    def __init__(self, store: RawStore, source: str) -> None:
        self._store = store
        self._database = store.database
        self._source = source

    def __iter__(self) -> Iterator[Kept]:
        query = f"SELECT {_COLUMNS} FROM items WHERE source = ? ORDER BY origin"  # noqa: S608
        yield from map(_kept, self._database.execute(query, (self._source,)).fetchall())

    def find(self, origin: str) -> Kept | None:
        """One item; None when it was never fetched."""
        query = f"SELECT {_COLUMNS} FROM items WHERE source = ? AND origin = ?"  # noqa: S608
        row = self._database.execute(query, (self._source, origin)).fetchone()
        return None if row is None else _kept(row)

    def keep(self, item: Kept, contents: Iterable[Content], limit: int) -> None:
        """Remember an item and what it is made of; one that was gone is back, and what it has lost is forgotten.

        Args:
            item: The item.
            contents: Its contents.
            limit: Bytes that one of them may have.

        Raises:
            UnreadableError: A content is larger than the limit.
        """
        before = self.find(item.origin)
        digests = [(each.name, self._store.put(each.read(limit))) for each in contents]
        self._database.execute(
            _KEEP,
            (self._source, item.origin, item.version, json.dumps(item.parts), json.dumps(digests), item.complete),
        )
        if before is not None and item.complete:
            names = {name for name, _ in digests}
            lost = {name: digest for name, digest in before.contents if name not in names}
            self.forget(lost, lost.values())

    def contents(self, item: Kept) -> tuple[Content, ...]:
        """The contents of an item, without those that are no longer there."""
        found = (self._store.content(digest, name) for name, digest in item.contents)
        return tuple(each for each in found if each is not None)

    def hold(self, item: Kept, ids: Iterable[str]) -> None:
        """Remember what an item yielded, before anybody stores it, so that it can be taken back."""
        if not (ids := frozenset(ids)) <= item.holds:
            self._database.execute(
                "UPDATE items SET holds = ? WHERE source = ? AND origin = ?",
                (json.dumps(sorted(item.holds | ids)), self._source, item.origin),
            )

    def bury(self, item: Kept, reason: str) -> None:
        """Mark an item as gone, and forget its bytes."""
        self._database.execute(
            "UPDATE items SET gone = ? WHERE source = ? AND origin = ?", (reason, self._source, item.origin)
        )
        self.forget((name for name, _ in item.contents), (digest for _, digest in item.contents))

    def cursor(self, query: str) -> str | None:
        """Where an earlier run over a query stopped; None when it came to its end."""
        row = self._database.execute(
            "SELECT cursor FROM cursors WHERE source = ? AND query = ?", (self._source, query)
        ).fetchone()
        return None if row is None else str(row[0])

    def go_on_from(self, query: str, cursor: str | None) -> None:
        """Remember where a run over a query is; None when it has come to its end."""
        if cursor is None:
            self._database.execute("DELETE FROM cursors WHERE source = ? AND query = ?", (self._source, query))
        else:
            self._database.execute("INSERT OR REPLACE INTO cursors VALUES (?, ?, ?)", (self._source, query, cursor))

    def forget(self, names: Iterable[str], digests: Iterable[str] = ()) -> None:
        """Remove all bytes that addresses ever gave, but for those that an item still has.

        Args:
            names: The addresses.
            digests: More bytes to remove.
        """
        gone = set(digests)
        for name in names:
            rows = self._database.execute("SELECT sha256 FROM fetches WHERE canonical = ?", (_known_as(name),))
            gone |= {digest for (digest,) in rows if digest}
        if gone:
            rows = self._database.execute("SELECT contents FROM items WHERE gone = ''")
            gone -= {digest for (contents,) in rows for _, digest in json.loads(contents)}
        for digest in gone:
            self._store.remove(digest)


def _known_as(name: str) -> str:
    try:
        return canonical(name)
    except FetchError:
        return name


def _kept(row: tuple[str, str, str, str, int, str, str]) -> Kept:
    origin, version, parts, contents, complete, gone, holds = row
    pairs = tuple((str(name), str(digest)) for name, digest in json.loads(contents))
    return Kept(origin, version, tuple(json.loads(parts)), pairs, bool(complete), gone, frozenset(json.loads(holds)))
