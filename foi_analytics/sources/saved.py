"""Pages of a publisher that a person has saved, for sites that let people in and programs not."""

from collections.abc import Iterator
from pathlib import Path

from ..errors import UsageError
from ..formats import Content
from ..records import Problem
from .client import Offline
from .folder import files_in, origin_of
from .options import Options
from .publisher import Publisher, publishers
from .source import Item, Raw, Stub

__all__ = ["SavedPages"]


class SavedPages:
    """A folder of pages or answers of a publisher, each parsed as if it had just been fetched.

    Files that belong to a page are not looked for; they are listed as not there.

    Args:
        publisher: Name of the publisher; `NAME:HOST` says which of its sites.
        path: The folder, or one file.
        options: What the person knows.

    Raises:
        UsageError: There is no such publisher.
    """

    def __init__(self, publisher: str, path: Path, options: Options) -> None:
        self._publisher = _opened(publisher, options)
        self.name = self._publisher.name
        self._path = path

    def discover(self, query: str = "", cursor: str | None = None) -> Iterator[Stub | Problem]:
        """One stub for each file; files cannot be searched before they are read."""
        for path in files_in(self._path):
            if isinstance(path, Problem):
                yield path
            else:
                yield Stub(origin_of(path, self._path), Content.of(path).sha256(), (str(path),))

    def fetch(self, stub: Stub) -> Raw:
        """The file, opened when it is read."""
        return Raw(stub, tuple(Content.of(Path(part), stub.origin) for part in stub.parts))

    def parse(self, raw: Raw) -> Iterator[Item]:
        """What the publisher's own parser finds."""
        return self._publisher.parse(raw)


def _opened(name: str, options: Options) -> Publisher:
    name, _, host = name.partition(":")
    kind = publishers().get(name)
    if kind is None:
        raise UsageError(f"there is no publisher {name!r}; there are {', '.join(publishers())}")
    opened: Publisher = (
        kind(host or next(iter(kind.sites.values())), Offline(), options)
        if hasattr(kind, "sites")
        else kind(Offline(), options)
    )
    return opened
