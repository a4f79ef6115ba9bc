"""The log of everything that was fetched, in SQLite, and the bytes beside it, each under its digest.

    raw/<aa>/<sha256>   the bytes of an answer, written whole or not at all
    raw/fetches.sqlite  fetches (one row for each answer), items, cursors

Nothing a site sends becomes a path.  Each step is one transaction: whenever a run is killed, what
the log says is there is there.
"""

import datetime as dt
import hashlib
import os
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from ..errors import UsageError
from ..formats import Content

__all__ = ["Entry", "RawStore"]

_HALF = ".half"
_SCHEMA = """
    CREATE TABLE IF NOT EXISTS fetches (
        url TEXT NOT NULL, canonical TEXT NOT NULL, status INTEGER NOT NULL, etag TEXT, last_modified TEXT,
        sha256 TEXT, media_type TEXT, fetched_at TEXT NOT NULL, robots TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS fetches_by_canonical ON fetches (canonical, status);
    CREATE TABLE IF NOT EXISTS items (
        source TEXT NOT NULL, origin TEXT NOT NULL, version TEXT NOT NULL, parts TEXT NOT NULL, contents TEXT NOT NULL,
        complete INTEGER NOT NULL, gone TEXT NOT NULL, holds TEXT NOT NULL, PRIMARY KEY (source, origin));
    CREATE TABLE IF NOT EXISTS cursors (
        source TEXT NOT NULL, query TEXT NOT NULL, cursor TEXT NOT NULL, PRIMARY KEY (source, query));
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One answer of a site.

    Attributes:
        url: The address that answered.
        canonical: The address it is known under.
        status: HTTP status.
        etag, last_modified: For asking whether it changed; empty when the site gave none.
        sha256: Digest of its bytes; empty when they were not kept.
        media_type: As declared.
        fetched_at: When.
        robots: What robots.txt said of it: `allowed`, `no robots.txt`, with a Content-Signal if there is one.
    """

    url: str
    canonical: str
    status: int
    etag: str
    last_modified: str
    sha256: str
    media_type: str
    fetched_at: dt.datetime
    robots: str


class RawStore:
    """Bytes by digest, and the log of where they came from.

    Args:
        folder: Where they are kept; made when it is not there.

    Raises:
        UsageError: Another process uses it: two would ask the same sites at once.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._lock = FileLock(folder / ".lock", timeout=0)
        try:
            self._lock.acquire()
        except Timeout:
            raise UsageError(f"another process is fetching into {folder}; wait for it, or end it") from None
        for leftover in folder.glob(f"??/*{_HALF}"):
            leftover.unlink()
        self.database = sqlite3.connect(folder / "fetches.sqlite", isolation_level=None, timeout=30)
        self.database.execute("PRAGMA journal_mode = WAL")
        self.database.executescript(_SCHEMA)

    def put(self, data: bytes) -> str:
        """Keep bytes; their digest."""
        digest = hashlib.sha256(data).hexdigest()
        path = self._path(digest)
        if not path.is_file():
            path.parent.mkdir(exist_ok=True)
            part = path.with_name(f"{path.name}{_HALF}")
            with part.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        return digest

    def content(self, digest: str, name: str) -> Content | None:
        """Kept bytes under a name; None when they are not there, or no longer."""
        path = self._path(digest)
        return Content.of(path, name) if path.is_file() else None

    def remove(self, digest: str) -> None:
        """Forget bytes for good."""
        self._path(digest).unlink(missing_ok=True)

    def note(self, entry: Entry) -> None:
        """Add an answer to the log."""
        self.database.execute(
            "INSERT INTO fetches VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(entry.url, entry.canonical, entry.status, entry.etag, entry.last_modified, entry.sha256),
                *(entry.media_type, entry.fetched_at.isoformat(), entry.robots),
            ),
        )

    def latest(self, canonical: str) -> tuple[Entry, bytes] | None:
        """The last answer with bytes that an address gave, and its bytes; None when there is none."""
        row = self.database.execute(
            "SELECT * FROM fetches WHERE canonical = ? AND sha256 <> '' ORDER BY rowid DESC LIMIT 1", (canonical,)
        ).fetchone()
        if row is None:
            return None
        url, known_as, status, etag, modified, digest, media_type, fetched_at, robots = row
        when = dt.datetime.fromisoformat(fetched_at)
        entry = Entry(url, known_as, status, etag, modified, digest, media_type, when, robots)
        path = self._path(entry.sha256)
        return (entry, path.read_bytes()) if path.is_file() else None

    def close(self) -> None:
        """Close the log, and let others use the store."""
        self.database.close()
        self._lock.release()

    def _path(self, digest: str) -> Path:
        return self.folder / digest[:2] / digest
