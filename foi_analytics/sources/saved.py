"""Pages of a publisher that a person has saved, for sites that let people in and programs not."""

from collections.abc import Iterator
from pathlib import Path

from ..errors import UsageError
from ..fetching import Offline
from ..formats import Content
from ..records import Problem
from .catalogue import Publisher
from .folder import files_in, origin_of
from .options import Options
from .source import Item, Raw, Stub

__all__ = ["SavedPages"]


class SavedPages:
    """A folder of pages or answers of a publisher, each parsed as if it had just been fetched.

    Files that belong to a page are not looked for; they are listed as not there.

    Args:
        publisher: The publisher.
        path: The folder, or one file.
        options: What the person knows.

    Raises:
        UsageError: The publisher's pages cannot be read one by one.
    """

    def __init__(self, publisher: Publisher, path: Path, options: Options) -> None:
        if not publisher.about.saved:
            raise UsageError(
                f"a single page of {publisher.about.name} does not hold what it takes to read it by the publisher's "
                "rules; load saved pages as documents: foi load files FOLDER --into DIR"
            )
        self._publisher = publisher.open(Offline(), options)
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
