"""The client every source asks the network with: honest, slow, and nothing twice."""

import importlib.metadata
import importlib.util
from collections.abc import Mapping
from typing import Any, Self
from urllib.parse import urljoin, urlsplit

from ..errors import MissingExtraError, UsageError
from .addresses import Resolver, guarded_transport, resolve
from .answers import is_challenge, is_expected, media_type_of
from .errors import AccessChallenged, FetchError, Gone, HostClosed
from .fetched import Fetched, canonical
from .log import Entry, RawStore
from .pacing import Pacer
from .policy import Clock, Policy
from .robots import Robots
from .sending import Answer, Sender

__all__ = ["HttpClient"]

_NEEDED = ("httpx", "protego", "stamina")
_PACKAGE = "foi-analytics"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_REFUSALS = frozenset({401, 403, 429})
_MOST_REDIRECTS = 5


class HttpClient:
    """Fetches from the network into a raw store; what is stored and fresh is not asked for again.

    It names itself and a person to write to, obeys robots.txt, keeps one connection and a pause for
    each host, asks whether a stored answer changed, waits when told to, and stops at a challenge.

    Args:
        store: Where answers go.
        contact: Address at which the person who fetches can be reached.
        policy: How a site is asked.
        clock: Time and chance.
        look_up: The resolver.

    Raises:
        UsageError: No contact.
        MissingExtraError: The extra `fetch` is not installed.
    """

    def __init__(
        self,
        store: RawStore,
        contact: str,
        policy: Policy | None = None,
        clock: Clock | None = None,
        look_up: Resolver = resolve,
    ) -> None:
        if not contact.strip() or not contact.isprintable() or not contact.isascii():
            raise UsageError("sites must be able to reach you: say --contact with an e-mail address or a web page")
        if missing := [name for name in _NEEDED if importlib.util.find_spec(name) is None]:
            raise MissingExtraError(f"fetching ({', '.join(missing)} not installed)", "fetch")
        self._store = store
        self._policy = policy or Policy()
        self._clock = clock or Clock()
        self._pacer = Pacer(self._policy, self._clock)
        transport = guarded_transport(look_up, self._policy.also_reach)
        self._sender = Sender(transport, _agent(contact.strip()), self._pacer, self._policy, self._clock)
        self._robots = Robots(self._read_robots)
        self._challenged: dict[str, AccessChallenged] = {}
        self._failures: dict[str, int] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._sender.close()

    def get(
        self,
        url: str,
        *,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        accept: str = "",
    ) -> Fetched:
        """As `Client.get`; a stored answer is used while it is fresh, or when the site says it has not changed."""
        address = canonical(url, params)
        stored = self._store.latest(address)
        if stored is not None and self._clock.now() - stored[0].fetched_at < self._policy.fresh_for:
            return _fetched(*stored)
        asking = dict(headers or {}) | {"Accept": accept or "*/*"}
        if stored is not None and stored[0].etag:
            asking["If-None-Match"] = stored[0].etag
        if stored is not None and stored[0].last_modified:
            asking["If-Modified-Since"] = stored[0].last_modified
        answer, robots = self._follow("GET", address, asking, None, accept)
        if answer.status == 304 and stored is not None:
            return self._unchanged(stored, address, robots)
        return self._keep(answer, address, robots, accept)

    def post(self, url: str, *, json: Any) -> Fetched:
        """As `Client.post`; the answer is logged and kept, but always asked for anew."""
        address = canonical(url)
        accept = "application/json, application/*+json"
        answer, robots = self._follow("POST", address, {"Accept": accept}, json, accept)
        return self._keep(answer, f"{address}#post", robots, accept)

    def _follow(self, method: str, url: str, headers: Mapping[str, str], json: Any, accept: str) -> tuple[Answer, str]:
        """The answer at the end of the redirects, each of which is checked like a request of its own."""
        first = urlsplit(url).hostname or ""
        for _ in range(_MOST_REDIRECTS + 1):
            self._refuse_closed(url)
            rules = self._robots.of(url)
            robots = rules.verdict(url)
            self._pacer.slow_down(urlsplit(url).netloc, rules.delay)
            answer = self._send(method, url, headers, json, accept)
            if is_challenge(answer.status, answer.headers, answer.content, accept):
                raise self._challenge(url)
            if answer.status not in _REDIRECTS:
                return answer, robots
            url = self._redirected(answer, first)
            if urlsplit(url).hostname != first:
                # A key for one host is none of another's business.
                headers = {"Accept": headers["Accept"]}
            if answer.status == 303:
                method, json = "GET", None
        raise FetchError(f"{url} redirects more than {_MOST_REDIRECTS} times")

    def _send(self, method: str, url: str, headers: Mapping[str, str], json: Any, accept: str) -> Answer:
        """The answer to one request; a host that only refuses and fails is left alone."""
        host, failed = urlsplit(url).netloc, True
        try:
            answer = self._sender.send(method, url, headers, json, accept)
            failed = answer.status in _REFUSALS or answer.status >= 500
            return answer
        finally:
            self._failures[host] = self._failures.get(host, 0) + 1 if failed else 0

    def _redirected(self, answer: Answer, first: str) -> str:
        target = _joined(answer.url, answer.headers.get("location", ""))
        parts, before = urlsplit(target), urlsplit(answer.url)
        if before.scheme == "https" and parts.scheme == "http":
            raise FetchError(f"{answer.url} redirects to {target}, in the clear; it was not followed", answer.status)
        if parts.hostname != first and parts.hostname not in self._policy.other_hosts:
            raise FetchError(f"{answer.url} redirects to {target}, another host; it was not followed", answer.status)
        return target

    def _keep(self, answer: Answer, address: str, robots: str, accept: str) -> Fetched:
        good = 200 <= answer.status < 300 and bool(answer.content)
        entry = Entry(
            url=answer.url,
            canonical=address,
            status=answer.status,
            etag=answer.headers.get("etag", ""),
            last_modified=answer.headers.get("last-modified", ""),
            sha256=self._store.put(answer.content) if good and _is_as_expected(answer, accept) else "",
            media_type=media_type_of(answer.headers),
            fetched_at=self._clock.now(),
            robots=robots,
        )
        self._store.note(entry)
        if answer.status in {404, 410}:
            raise Gone(f"{answer.url} is not there (status {answer.status})")
        if not good:
            what = "nothing at all" if 200 <= answer.status < 300 else f"status {answer.status}"
            raise FetchError(f"{answer.url} answers with {what}", answer.status, answer.content)
        if not entry.sha256:
            raise FetchError(
                f"{answer.url} sends {entry.media_type or 'no type'} and not {accept}", answer.status, answer.content
            )
        return _fetched(entry, answer.content)

    def _unchanged(self, stored: tuple[Entry, bytes], address: str, robots: str) -> Fetched:
        entry, content = stored
        facts = (entry.url, address, entry.status, entry.etag, entry.last_modified, entry.sha256, entry.media_type)
        confirmed = Entry(*facts, fetched_at=self._clock.now(), robots=robots)
        self._store.note(confirmed)
        return _fetched(confirmed, content)

    def _read_robots(self, url: str) -> Answer:
        """robots.txt, asked for once a day at most."""
        stored = self._store.latest(canonical(url))
        if stored is not None and (self._clock.now() - stored[0].fetched_at).days < 1:
            return Answer(url, stored[0].status, {}, stored[1])
        first = urlsplit(url).hostname or ""
        for _ in range(_MOST_REDIRECTS + 1):
            answer = self._sender.send("GET", url, {"Accept": "text/plain, */*"})
            if answer.status not in _REDIRECTS:
                break
            url = self._redirected(answer, first)
        if is_challenge(answer.status, answer.headers, answer.content, ""):
            raise self._challenge(url)
        digest = self._store.put(answer.content) if answer.status == 200 and answer.content else ""
        facts = (url, canonical(url), answer.status, "", "", digest, media_type_of(answer.headers))
        self._store.note(Entry(*facts, fetched_at=self._clock.now(), robots=""))
        return answer

    def _challenge(self, url: str) -> AccessChallenged:
        host = urlsplit(url).netloc
        self._challenged[host] = AccessChallenged(
            f"{host} asks for proof that a person is asking, and this program does not pretend to be one; nothing more "
            "is fetched there. Ask the site for access, or save the pages in a browser and load those"
        )
        return self._challenged[host]

    def _refuse_closed(self, url: str) -> None:
        host = urlsplit(url).netloc
        if (before := self._challenged.get(host)) is not None:
            raise before
        if self._failures.get(host, 0) >= self._policy.max_failures:
            raise HostClosed(
                f"{host} refused or failed {self._failures[host]} times in a row and is left alone; "
                "the same command goes on another time"
            )


def _agent(contact: str) -> str:
    """Who asks: the program, its version, its home page where the package names one, and the person."""
    facts = importlib.metadata.metadata(_PACKAGE)
    # `Homepage, https://…`: a label and the address.
    pages = [each.rpartition(",")[2].strip() for each in facts.get_all("Project-URL") or ()]
    return f"{_PACKAGE}/{facts['Version']} ({'; '.join([*(f'+{page}' for page in pages[:1]), f'contact {contact}'])})"


def _joined(base: str, location: str) -> str:
    try:
        return canonical(urljoin(base, location))
    except (ValueError, FetchError):
        raise FetchError(f"{base} redirects to {location[:200]!r}, which is no address of the web") from None


def _is_as_expected(answer: Answer, accept: str) -> bool:
    return is_expected(media_type_of(answer.headers), accept)


def _fetched(entry: Entry, content: bytes) -> Fetched:
    return Fetched(entry.url, entry.status, content, entry.media_type, entry.sha256, entry.fetched_at)
