"""When the next request may go out, and when the run has used up what it was allowed."""

from .errors import HostClosed, RunEnded
from .policy import Clock, Policy

__all__ = ["Pacer"]

_AGAIN = "the same command goes on from there"


class Pacer:
    """Waits before each request to a host and counts what the run has used.

    Args:
        policy: How long to wait and how much to use.
        clock: Time and chance.
    """

    def __init__(self, policy: Policy, clock: Clock) -> None:
        self._policy = policy
        self._clock = clock
        self._began = clock.monotonic()
        self._next: dict[str, float] = {}
        self._delays: dict[str, float] = {}
        self._requests = 0
        self._bytes = 0

    def slow_down(self, host: str, delay: float) -> None:
        """Take a host's own Crawl-delay, when it is longer."""
        self._delays[host] = delay

    def wait(self, host: str) -> None:
        """Wait until a host may be asked again, and count the request.

        Raises:
            RunEnded: The run has used up its requests, bytes or minutes.
        """
        policy, clock = self._policy, self._clock
        begin = max(clock.monotonic(), self._next.get(host, 0.0))
        self._check(begin)
        if (rest := begin - clock.monotonic()) > 0:
            clock.sleep(rest)
        self._requests += 1
        delay = max(policy.delay, self._delays.get(host, 0.0))
        self._next[host] = clock.monotonic() + delay * (1 + policy.jitter * clock.chance())

    def count(self, size: int) -> None:
        """Count bytes that came.

        Raises:
            RunEnded: They are more than the run may take.
        """
        self._bytes += size
        if self._bytes > self._policy.max_bytes:
            raise RunEnded(f"the {self._policy.max_bytes:,} bytes of one run are used up; {_AGAIN}")

    def hold(self, host: str, seconds: float) -> None:
        """Leave a host alone for as long as it asks.

        Raises:
            HostClosed: It asks for longer than a run waits.
        """
        if seconds > self._policy.max_wait:
            raise HostClosed(f"{host} asks to be left alone for {seconds:,.0f} seconds; {_AGAIN} after that")
        self._next[host] = max(self._next.get(host, 0.0), self._clock.monotonic() + seconds)

    def _check(self, begin: float) -> None:
        policy = self._policy
        if self._requests >= policy.max_requests:
            raise RunEnded(f"the {policy.max_requests:,} requests of one run are used up; {_AGAIN}")
        if begin - self._began > policy.max_minutes * 60:
            raise RunEnded(f"the {policy.max_minutes:,.0f} minutes of one run are used up; {_AGAIN}")
