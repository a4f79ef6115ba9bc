"""One request on its way: paced, limited while it streams, tried again where that may help."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from .answers import is_challenge, retry_after
from .errors import FetchError
from .pacing import Pacer
from .policy import Clock, Policy

if TYPE_CHECKING:
    import httpx

__all__ = ["Answer", "Sender"]

# It would say on the terminal that a request is tried again; what comes of it is said anyway.
logging.getLogger("stamina").addHandler(logging.NullHandler())

_PASSING = frozenset({429, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, whatever its status; `headers` have names in lower case."""

    url: str
    status: int
    headers: Mapping[str, str]
    content: bytes


class _TryAgainError(Exception):
    """A failure that may pass, with the answer if there was one."""

    def __init__(self, reason: str, answer: Answer | None = None) -> None:
        super().__init__(reason)
        self.answer = answer


class Sender:
    """Sends requests one at a time.

    Args:
        transport: Carries them.
        agent: The User-Agent.
        pacer: Says when.
        policy: The limits, and how often to try.
        clock: Time.
    """

    def __init__(
        self, transport: "httpx.BaseTransport", agent: str, pacer: Pacer, policy: Policy, clock: Clock
    ) -> None:
        import httpx

        self._client = httpx.Client(
            transport=transport, trust_env=False, timeout=policy.timeout, headers={"User-Agent": agent}
        )
        self._pacer = pacer
        self._policy = policy
        self._clock = clock

    def send(self, method: str, url: str, headers: Mapping[str, str], json: Any = None, accept: str = "") -> Answer:
        """The answer to one request; redirects are not followed.

        Args:
            method: `GET` or `POST`.
            url: The address.
            headers: Headers beside the User-Agent.
            json: What to post.
            accept: As in `Client.get`; tells a challenge from a passing failure.

        Raises:
            FetchError: There was none, or it is too large or too slow.
            HostClosed: The host asks to be left alone.
            RunEnded: The run has used up what it was allowed.
        """
        import stamina

        try:
            for attempt in stamina.retry_context(
                on=_TryAgainError, attempts=self._policy.attempts, timeout=None, wait_initial=1.0, wait_max=60.0
            ):
                with attempt:
                    return self._try(method, url, headers, json, accept)
        except _TryAgainError as error:
            if error.answer is not None:
                return error.answer
            raise FetchError(f"{url} gave no whole answer ({error}); try again later") from error
        raise AssertionError

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def _try(self, method: str, url: str, headers: Mapping[str, str], json: Any, accept: str) -> Answer:
        import httpx

        host = urlsplit(url).netloc
        self._pacer.wait(host)
        self._client.cookies.clear()
        try:
            with self._client.stream(method, url, headers=headers, json=json) as response:
                answer = Answer(url, response.status_code, dict(response.headers), self._body(response, url))
        except (httpx.TransportError, httpx.DecodingError) as error:
            raise _TryAgainError(f"{type(error).__name__}: {error}") from error
        except (httpx.InvalidURL, httpx.StreamError) as error:
            raise FetchError(f"{url} cannot be fetched ({error})") from error
        if answer.status in _PASSING and not is_challenge(answer.status, answer.headers, answer.content, accept):
            wait = retry_after(answer.headers.get("retry-after", ""), self._clock.now())
            if wait is not None:
                self._pacer.hold(host, wait)
            raise _TryAgainError(f"status {answer.status}", answer)
        return answer

    def _body(self, response: "httpx.Response", url: str) -> bytes:
        """The bytes, counted and timed as they come, since neither a length nor a pause says how much is to come."""
        policy, began = self._policy, self._clock.monotonic()
        pieces, size = [], 0
        for piece in response.iter_bytes(65_536):
            pieces.append(piece)
            size += len(piece)
            self._pacer.count(len(piece))
            if size > policy.max_answer:
                raise FetchError(f"{url} is larger than {policy.max_answer:,} bytes; it was not kept")
            if self._clock.monotonic() - began > policy.max_seconds:
                raise FetchError(f"{url} took longer than {policy.max_seconds:,.0f} seconds; it was not kept")
        return b"".join(pieces)
