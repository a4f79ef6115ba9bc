"""Files, folders and archives as a source of letters."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import ClassVar

from ..errors import FoiError
from ..formats import Content, detect
from ..records import Problem
from .about import About
from .folder import files_in, origin_of
from .mail import Message, read_threads
from .options import Options
from .source import Item, Raw, Stub
from .unpacking import Unpacker, documents_in

__all__ = ["KINDS", "FileSource"]

KINDS: Mapping[str, frozenset[str]] = {
    "auto": frozenset({"document", "e-mail", "table", "thread"}),
    "files": frozenset({"document", "e-mail"}),
    "table": frozenset({"table"}),
    "threads": frozenset({"thread"}),
    "mail": frozenset({"e-mail"}),
}
"""What a source of each kind reads; everything else it meets is listed as a problem."""


def _about(name: str, summary: str) -> About:
    complete = "everything; what cannot be read is listed with the reason"
    return About(name, summary, complete, "verified", "as given with --licence, else unknown", 0.0, "")


class FileSource:
    """The letters in a file, a folder with everything below it, or an archive.

    Args:
        path: Where to look.
        kind: One of `KINDS`.
        options: What the person knows, and the limits.
    """

    name = "files"
    kinds: ClassVar[tuple[About, ...]] = (
        _about("auto", "a file, a folder or an archive of anything below"),
        _about("files", "documents and e-mails: PDF, Word, OpenDocument, RTF, web pages, text, e-mail"),
        _about("table", "disclosure logs and other tables: CSV, Excel, OpenDocument, JSON lines, Parquet"),
        _about("threads", "request threads and lists of communications as JSON"),
        _about("mail", "mailboxes and e-mails, joined to threads"),
    )

    def __init__(self, path: Path, kind: str, options: Options) -> None:
        self._path = path
        self._accepted = KINDS[kind]
        self._options = options

    def discover(self, query: str = "", cursor: str | None = None) -> Iterator[Stub | Problem]:
        """One stub for each file, and one for all e-mails, whose threads may run across files.

        Every document is hashed here, so that a stub knows where else its bytes are found.

        Args:
            query: Files cannot be searched before they are read; nothing is left out.
            cursor: Finding files is quick; it begins anew.

        Yields:
            Stubs, and a problem for what was not even opened.
        """
        places: dict[str, list[str]] = defaultdict(list)
        digests: dict[Path, list[str]] = {}
        mail: list[Path] = []
        for path in files_in(self._path):
            if isinstance(path, Problem):
                yield path
            elif _is_mail(path):
                mail.append(path)
            else:
                digests[path] = []
                for digest, place in documents_in(Content.of(path), self._origin(path), self._options.limits):
                    digests[path].append(digest)
                    places[digest].append(place)
        for path, inside in digests.items():
            twins = {digest: tuple(places[digest]) for digest in inside if len(places[digest]) > 1}
            yield Stub(self._origin(path), _version(inside), (str(path),), twins)
        if mail:
            origin = self._origin(mail[0]) if len(mail) == 1 else f"{len(mail)} files of e-mails"
            yield Stub(origin, _version(Content.of(path).sha256() for path in mail), tuple(map(str, mail)))

    def fetch(self, stub: Stub) -> Raw:
        """The files of a stub, opened when they are read."""
        paths = map(Path, stub.parts)
        return Raw(stub, tuple(Content.of(path, self._origin(path)) for path in paths))

    def parse(self, raw: Raw) -> Iterator[Item]:
        """The letters and problems in the files of a stub."""
        messages = []
        for content in raw.contents:
            for found in Unpacker(self._accepted, raw.stub.places, self._options).read(content, content.name):
                if isinstance(found, Message):
                    messages.append(found)
                else:
                    yield found
        yield from read_threads(messages, self._options)

    def _origin(self, path: Path) -> str:
        return origin_of(path, self._path)


def _is_mail(path: Path) -> bool:
    try:
        return detect(Content.of(path)).mail
    except (FoiError, OSError):
        return False


def _version(digests: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(digests).encode()).hexdigest()
