"""Everything inside one file: what it is, who reads it, and what is inside that again."""

from collections.abc import Iterator, Mapping

from ..errors import FoiError, UnreadableError
from ..formats import Content, Limits, Refused, Row, detect, extract, members, records
from ..records import Letter, Problem
from .communications import is_communication, read_communication
from .document import read_document
from .folder import is_leftover
from .mail import Message
from .options import Options
from .source import Item
from .table import read_table
from .threads import is_thread, read_thread

__all__ = ["Unpacker", "documents_in"]

_WAYS = {
    "document": "foi load files",
    "e-mail": "foi load mail",
    "table": "foi load table",
    "thread": "foi load threads",
}


_PDF = "application/pdf"


class Unpacker:
    """Reads one file and whatever is inside it, within one budget.

    Args:
        accepted: Kinds of content to read, of `document`, `e-mail`, `table`, `thread`.
        places: Digests of contents found more than once to all their places; the first is read.
        options: What the person knows, and the limits.
        budget: What it may unpack to, where it is inside something that has begun to use it up.
    """

    def __init__(
        self,
        accepted: frozenset[str],
        places: Mapping[str, tuple[str, ...]],
        options: Options,
        budget: "_Budget | None" = None,
    ) -> None:
        self._accepted = accepted
        self._places = places
        self._options = options
        self._budget = budget or _Budget(options.limits)

    def read(self, content: Content, origin: str, depth: int = 0) -> Iterator[Item | Message]:
        """Everything in a content; what cannot be read becomes a problem and ends nothing else.

        Args:
            content: What to read.
            origin: Where it was found.
            depth: How many archives it is inside of.

        Yields:
            Letters, problems, and e-mails, whose threads are not known yet.
        """
        try:
            kind = detect(content)
            # A PDF may be a letter or a log; it is a log when nothing else was asked for.
            if kind.records or (kind.media_type == _PDF and self._accepted == {"table"}):
                yield from self._read_records(content, origin)
            elif kind.extract and kind.members:
                yield from self._read_message(content, origin, depth)
            elif kind.members:
                yield from self._read_members(content, origin, depth)
            else:
                yield from self._read_document(content, origin)
        except (FoiError, OSError) as error:
            yield Problem(origin, "load", str(error))

    def _read_document(self, content: Content, origin: str) -> Iterator[Letter]:
        self._check("document")
        digest = content.sha256()
        first, *others = self._places.get(digest, (origin,))
        if first == origin:
            yield read_document(content, origin, digest, tuple(others), self._options)

    def _read_message(self, content: Content, origin: str, depth: int) -> Iterator[Item | Message]:
        self._check("e-mail")
        found = extract(content, limits=self._options.limits)
        # The same leaflet enclosed in two messages belongs to both cases: places do not count here.
        inner = Unpacker(self._accepted | {"document"}, {}, self._options, self._budget)
        enclosed: list[Item] = []
        for each in inner._read_members(content, origin, depth):
            if isinstance(each, Message):
                yield each
            else:
                enclosed.append(each)
        yield Message(content.sha256(), found, origin, tuple(enclosed))

    def _read_members(self, content: Content, origin: str, depth: int) -> Iterator[Item | Message]:
        _check_depth(depth, self._options.limits)
        for member in members(content, self._options.limits):
            place = f"{origin}/{member.name}"
            if is_leftover(member.name):
                continue
            if isinstance(member, Refused):
                yield Problem(place, "load", member.reason)
                continue
            self._budget.take(member)
            yield from self.read(member, place, depth + 1)

    def _read_records(self, content: Content, origin: str) -> Iterator[Item]:
        if self._places.get(content.sha256(), (origin,))[0] != origin:
            return
        rows = records(content, self._options.limits)
        first = next((row.values for row in rows if isinstance(row, Row)), None)
        if first is not None and (is_thread(first) or is_communication(first)):
            self._check("thread")
            yield from self._read_objects(content, origin)
        else:
            self._check("table")
            yield from read_table(content, origin, self._options)

    def _read_objects(self, content: Content, origin: str) -> Iterator[Item]:
        for row in records(content, self._options.limits):
            if isinstance(row, Refused):
                yield Problem(origin, "load", row.reason, line=row.number)
            elif is_thread(row.values):
                yield from read_thread(row.values, origin, self._options)
            elif is_communication(row.values):
                yield from read_communication(row.values, origin, self._options)
            else:
                yield Problem(
                    origin, "load", "the record is no request thread; keep it in a file apart", line=row.number
                )

    def _check(self, shape: str) -> None:
        if shape not in self._accepted:
            raise UnreadableError(
                f"this is a {shape}, which was not asked for; read it with `{_WAYS[shape]}` or `foi load auto`"
            )


def documents_in(content: Content, origin: str, limits: Limits) -> Iterator[tuple[str, str]]:
    """Digest and place of every document and table in a file, archives opened.

    Args:
        content: The file.
        origin: Where it was found.
        limits: How much it may ask of the machine.

    Yields:
        What can be told; what cannot is met again, and listed, when the file is read.
    """
    yield from _documents_in(content, origin, _Budget(limits), 0)


def _documents_in(content: Content, origin: str, budget: "_Budget", depth: int) -> Iterator[tuple[str, str]]:
    try:
        kind = detect(content)
        if kind.mail:
            return
        if kind.members is None:
            yield content.sha256(), origin
            return
        _check_depth(depth, budget.limits)
        for member in members(content, budget.limits):
            if isinstance(member, Content) and not is_leftover(member.name):
                budget.take(member)
                yield from _documents_in(member, f"{origin}/{member.name}", budget, depth + 1)
    except (FoiError, OSError):
        return


def _check_depth(depth: int, limits: Limits) -> None:
    if depth > limits.max_depth:
        raise UnreadableError(f"archives are nested more than {limits.max_depth} deep here; unpack the outer ones")


class _Budget:
    """What one file may still unpack to, archives within it included."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._members = limits.max_members
        self._bytes = limits.max_unpacked

    def take(self, member: Content) -> None:
        """Count a member.

        Raises:
            UnreadableError: A limit is reached; what comes after in the archive stays unread.
        """
        self._members -= 1
        self._bytes -= member.size
        if self._members < 0:
            raise UnreadableError(
                f"more than {self.limits.max_members:,} members, the rest was not read; split the archive"
            )
        if self._bytes < 0:
            raise UnreadableError(
                f"it unpacks to more than {self.limits.max_unpacked:,} bytes, the rest was not read; split the archive"
            )
