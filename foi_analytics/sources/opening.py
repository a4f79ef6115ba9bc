"""Opening a source by its kind, and telling the kind of a path."""

from collections.abc import Mapping
from pathlib import Path

from ..errors import UnreadableError, UsageError
from ..formats import Content, Limits, Row, detect, records
from .catalogue import catalogue, find_publisher
from .communications import is_communication
from .files import KINDS, FileSource
from .options import Options
from .saved import SavedPages
from .source import Source
from .threads import is_thread

__all__ = ["guess_kind", "open_source"]


def open_source(
    kind: str,
    path: Path | str,
    *,
    authority: str | None = None,
    licence: str = "unknown",
    columns: Mapping[str, str] | None = None,
    day_first: bool | None = None,
    limits: Limits | None = None,
) -> Source:
    """A source of letters on this machine.

    Args:
        kind: `auto` (whatever is there), `files`, `table`, `threads` or `mail`; or a publisher, for its
            pages saved to disk: `govuk`, `police:www.kent.police.uk`.
        path: A file or a folder.
        authority: Who wrote the letters, where the source does not name it.
        licence: `stated: …`, `assumed: …` or `unknown`.
        columns: For tables, field to column name; what is not given is guessed.
        day_first: For tables, the order of 01/02/2024; None to tell it from the column.
        limits: How much one file may ask of the machine.

    Returns:
        The source, for `load`.

    Raises:
        UsageError: There is no such kind or path.

    >>> open_source("pigeon", ".")
    Traceback (most recent call last):
    foi_analytics.errors.UsageError: there is no kind of source 'pigeon'; kinds are auto, files, mail, table, threads;
    publishers, for pages saved to disk, ...
    """
    options = Options(authority, licence, dict(columns or {}), day_first, limits or Limits())
    if kind in KINDS:
        return FileSource(_existing(Path(path)), kind, options)
    try:
        publisher = find_publisher(kind)
    except UsageError:
        readable = "; ".join(names for names, about in catalogue() if about.address and about.saved)
        raise UsageError(
            f"there is no kind of source {kind!r}; kinds are {', '.join(sorted(KINDS))}; "
            f"publishers, for pages saved to disk, {readable}"
        ) from None
    return SavedPages(publisher, _existing(Path(path)), options)


def guess_kind(path: Path | str) -> str:
    """What kind of source a path looks like: `auto` for a folder or archive, else what the file holds.

    Args:
        path: A file or a folder.

    Returns:
        One of the kinds `open_source` takes.

    Raises:
        UsageError: There is no such path.
    """
    path = _existing(Path(path))
    if path.is_dir():
        return "auto"
    content = Content.of(path)
    try:
        kind = detect(content)
        if kind.mail:
            return "mail"
        if kind.records:
            first = next((row.values for row in records(content, Limits()) if isinstance(row, Row)), {})
            return "threads" if is_thread(first) or is_communication(first) else "table"
    except UnreadableError:
        return "files"
    return "auto" if kind.members else "files"


def _existing(path: Path) -> Path:
    if not path.exists():
        raise UsageError(f"there is no file or folder {path}; check the spelling and where you are")
    return path
