"""The files of a folder, found without leaving it."""

import os
from collections.abc import Iterator
from pathlib import Path

from ..records import Problem

__all__ = ["files_in", "is_leftover", "origin_of"]

# What systems leave behind everywhere; nobody sent these to anybody.
_LEFTOVERS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini", "__MACOSX"})
_LEFTOVER_PREFIXES = ("._", "~$")


def files_in(root: Path) -> Iterator[Path | Problem]:
    """Every file below a folder in the order of their names; a file stands for itself.

    Hidden folders and what operating systems leave behind are passed over.

    Args:
        root: The folder, or one file.

    Yields:
        Each file; a problem for a link that leads out of the folder, a device, or a folder
        that may not be opened.
    """
    if root.is_dir():
        yield from _walk(root, root)
    else:
        yield root


def is_leftover(name: str) -> bool:
    """Whether a name is one that operating systems and office programs leave behind.

    >>> is_leftover("__MACOSX/._reply.docx"), is_leftover("reply.docx")
    (True, False)
    """
    parts = name.replace("\\\\", "/").split("/")
    return any(part in _LEFTOVERS or part.startswith(_LEFTOVER_PREFIXES) for part in parts)


def origin_of(path: Path, root: Path) -> str:
    """A path inside the source, with forward slashes, in characters that can be stored."""
    inside = path.relative_to(root).as_posix() if path != root else path.name
    return os.fsencode(inside).decode("utf-8", errors="replace")


def _walk(folder: Path, root: Path) -> Iterator[Path | Problem]:
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield Problem(
            origin_of(folder, root), "load", f"the folder cannot be opened ({error.strerror}); check its rights"
        )
        return
    for path in entries:
        if is_leftover(path.name):
            continue
        if path.is_symlink():
            yield from _link(path, root)
        elif path.is_dir():
            if not path.name.startswith("."):
                yield from _walk(path, root)
        elif path.is_file():
            yield path
        else:
            yield Problem(origin_of(path, root), "load", "it is a device or a pipe, not a file; it was not opened")


def _link(path: Path, root: Path) -> Iterator[Problem]:
    """A link inside the folder leads to a file that is found anyway; any other is refused."""
    target = path.resolve()
    if not target.is_relative_to(root.resolve()):
        yield Problem(
            origin_of(path, root), "load", "it is a link out of the folder; copy the file in if it belongs here"
        )
    elif not target.exists():
        yield Problem(origin_of(path, root), "load", "it is a link to nothing; put the file in its place")
