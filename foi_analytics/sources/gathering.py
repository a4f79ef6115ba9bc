"""From a publisher into a raw store, and from the store to letters: two steps, of which only the first needs a network.

Whatever interrupts the first step, the same call goes on from there: what was fetched is not
fetched again, and letters are always made anew from all that the store has.

What a publisher took back leaves the store and the corpus.  A site that moved looks as if it had
taken everything back, so that many things at once are only taken out when a person says so.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from ..errors import FoiError, Gone, UsageError
from ..fetching import AccessChallenged, HostClosed, Items, Kept, RunEnded
from ..formats import Limits
from ..records import Letter, Problem, Request
from .source import Item, Raw, Source, Stub

__all__ = ["Gathered", "Letters", "are_too_many", "gather"]

_ENDS = (AccessChallenged, HostClosed, RunEnded)
_FEW = 10


@dataclass(slots=True)
class Gathered:
    """What came of asking a publisher.

    Attributes:
        found: Things that it has.
        fetched: Those that were fetched now.
        unchanged: Those that were fetched before and have not changed since.
        removed: Those fetched before that it no longer has.
        kept_back: Those that it no longer has, but are too many to be taken out unasked.
        problems: Those that could not be fetched, and why.
        stopped: Why the run ended before all was seen; empty when it did not.
        challenged: Whether it ended because the site asked for proof of a person.
        resumed: Whether it went on where an earlier one stopped, so that what is new since is for the next.
    """

    found: int = 0
    fetched: int = 0
    unchanged: int = 0
    removed: int = 0
    kept_back: int = 0
    problems: list[Problem] = field(default_factory=list)
    stopped: str = ""
    challenged: bool = False
    resumed: bool = False


def are_too_many(lost: int, known: int) -> bool:
    """Whether so many are gone that it is more likely that the site has changed: over a tenth, and over ten.

    >>> are_too_many(10, 20), are_too_many(11, 200), are_too_many(11, 20)
    (False, False, True)
    """
    return lost > max(_FEW, known / 10)


def gather(
    source: Source,
    query: str,
    items: Items,
    *,
    since: str = "",
    limit: int | None = None,
    recheck: bool = False,
    accept_removals: bool = False,
    advance: Callable[[int], None] = lambda _: None,
) -> Gathered:
    """Fetch what a publisher has into the store, going on where an earlier run stopped.

    Args:
        source: The publisher.
        query: What to look for.
        items: Its items in the store.
        since: Tells runs over one query apart that begin at different days.
        limit: How many things to fetch at most; all when None.
        recheck: Look again at what was fetched before, instead of looking for more.
        accept_removals: Take out what is gone, however much it is.
        advance: Called with the number of things just fetched, for a progress bar.

    Returns:
        What came, what did not, and why.

    Raises:
        UsageError: The query is wrong, or nothing was found for it.
    """
    key = f"{query} since:{since}" if since else query
    begin = None if recheck else items.cursor(key)
    run = _Run(source, items, limit, recheck)
    run.gathered.resumed = begin is not None
    try:
        run.over(_known(items) if recheck else source.discover(query, begin), None if recheck else key, advance)
    except _ENDS as error:
        run.gathered.stopped = str(error)
        run.gathered.challenged = isinstance(error, AccessChallenged)
    except UsageError:
        raise
    except (FoiError, OSError) as error:
        run.gathered.problems.append(Problem(f"{source.name} {query}".strip(), "load", str(error)))
    run.take_out(accept_removals)
    if not (run.gathered.found or run.gathered.stopped or run.gathered.problems or begin or since):
        raise UsageError(
            f"{source.name} has nothing for {query or 'everything'!r}; look in a browser: when there is something, "
            "the site has changed and this program must follow; else check the spelling of the query"
        )
    return run.gathered


class _Run:
    """One run: what it has done so far."""

    def __init__(self, source: Source, items: Items, limit: int | None, recheck: bool) -> None:
        self.gathered = Gathered()
        self._gone: list[tuple[Kept, str]] = []
        self._source = source
        self._items = items
        self._limit = limit
        self._recheck = recheck

    def over(self, stubs: Iterable[Stub | Problem], key: str | None, advance: Callable[[int], None]) -> None:
        """Take what is found until the limit; where it is, is remembered under the key."""
        for stub in stubs:
            if isinstance(stub, Problem):
                self.gathered.problems.append(stub)
                continue
            if self._limit is not None and self.gathered.fetched >= self._limit:
                return
            before = self.gathered.fetched
            self._take(stub)
            advance(self.gathered.fetched - before)
            if stub.cursor and key is not None:
                self._items.go_on_from(key, stub.cursor)
        if key is not None:
            self._items.go_on_from(key, None)

    def _take(self, stub: Stub) -> None:
        """Fetch one thing unless it is there as it is; one that is gone is noted."""
        gathered = self.gathered
        gathered.found += 1
        known = self._items.find(stub.origin)
        as_it_was = known is not None and not known.gone and stub.version and known.version == stub.version
        if as_it_was and not self._recheck:
            gathered.unchanged += 1
            return
        try:
            raw = self._source.fetch(stub)
            self._items.keep(_made_of(raw, stub), raw.contents, Limits().max_file)
            gathered.fetched += 1
        except (*_ENDS, UsageError):
            raise
        except Gone as error:
            if known is not None:
                self._gone.append((known, str(error)))
            else:
                self._items.forget(stub.parts)
                gathered.problems.append(Problem(stub.origin, "load", str(error)))
        except (FoiError, OSError) as error:
            gathered.problems.append(Problem(stub.origin, "load", str(error)))

    def take_out(self, accept: bool) -> None:
        """Bury what is gone, unless it is too much."""
        known = sum(not item.gone for item in self._items)
        newly = sum(not item.gone for item, _ in self._gone)
        if not accept and are_too_many(newly, known):
            self.gathered.kept_back = newly
            return
        for item, reason in self._gone:
            # Also when it was gone before: that run may have been interrupted while it forgot the bytes.
            self._items.bury(item, reason)
        self.gathered.removed = len(self._gone)


def _known(items: Items) -> Iterator[Stub]:
    """What was fetched before, to be looked at again."""
    for item in items:
        yield Stub(item.origin, item.version, item.parts)


def _made_of(raw: Raw, stub: Stub) -> Kept:
    return Kept(stub.origin, stub.version if raw.complete else "", stub.parts, complete=raw.complete)


class Letters:
    """The letters of all that a store has of a source.

    Args:
        source: Parses.
        items: Its items.
    """

    def __init__(self, source: Source, items: Items) -> None:
        self._source = source
        self._items = items
        self.withdrawn: set[str] = set()
        """Ids of the letters and cases of what the publisher took back; known when all was drawn."""
        self.lost: set[str] = set()
        """Ids that what it still has held before and holds no longer; known when all was drawn."""
        self.given = 0
        """How many letters there are; known when all was drawn."""

    def __iter__(self) -> Iterator[Item]:
        """Letters, requests and problems; what an item held is remembered before anybody is given it."""
        given: set[str] = set()
        for kept in self._items:
            found = [] if kept.gone else list(self._parse(kept))
            ids = {each.letter_id for each in found if isinstance(each, Letter)}
            ids |= {each.case_id for each in found if isinstance(each, Request)}
            self._items.hold(kept, ids)
            self.given += sum(isinstance(each, Letter) for each in found)
            given |= ids
            # What could not be fetched whole, or not be parsed, is not taken for gone.
            if kept.gone:
                self.withdrawn |= kept.holds
            elif kept.complete and ids:
                self.lost |= kept.holds - ids
            yield from found
        self.withdrawn -= given
        self.lost -= given

    def _parse(self, kept: Kept) -> Iterator[Item]:
        contents = self._items.contents(kept)
        if len(contents) < len(kept.contents):
            yield Problem(
                kept.origin, "load", "some of its bytes are gone from the store; fetch it again with --recheck"
            )
        try:
            yield from self._source.parse(Raw(Stub(kept.origin, kept.version, kept.parts), contents, kept.complete))
        except (FoiError, OSError) as error:
            yield Problem(kept.origin, "load", str(error))
