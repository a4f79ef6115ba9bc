"""How a site is asked: how often, how much, how long."""

import datetime as dt
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field

__all__ = ["Clock", "Policy"]


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


@dataclass(frozen=True, slots=True)
class Clock:
    """Time and chance, so that tests need to wait for neither.

    Attributes:
        now: The time of day, with its zone.
        monotonic: Seconds that only go on.
        sleep: Waits.
        chance: A number from 0 to 1.
    """

    now: Callable[[], dt.datetime] = _now
    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random


@dataclass(frozen=True, slots=True)
class Policy:
    """What a run may ask of a site and of this machine.

    Attributes:
        delay: Seconds between two requests to one host; a longer Crawl-delay counts instead.
        jitter: Share of the delay that is added by chance.
        timeout: Seconds to connect, and for each pause within an answer.
        max_seconds: For one answer as a whole.
        max_answer: Bytes of one answer, unpacked.
        max_requests, max_bytes, max_minutes: Of the run.
        max_wait: The longest Retry-After that is waited for, in seconds.
        attempts: How often one request is tried in all.
        max_failures: Refusals and failures in a row after which a host is left alone.
        fresh_for: For how long a stored answer is not asked for again; sites keep their pages that long.
        other_hosts: Hosts a redirect may lead to beside the one that was asked.
        also_reach: Addresses outside the public network that may be reached. For tests only.
    """

    delay: float = 2.0
    jitter: float = 0.25
    timeout: float = 30.0
    max_seconds: float = 300.0
    max_answer: int = 100_000_000
    max_requests: int = 2_000
    max_bytes: int = 2_000_000_000
    max_minutes: float = 180.0
    max_wait: float = 300.0
    attempts: int = 5
    max_failures: int = 10
    fresh_for: dt.timedelta = dt.timedelta(hours=1)
    other_hosts: frozenset[str] = field(default_factory=frozenset)
    also_reach: frozenset[str] = field(default_factory=frozenset)
