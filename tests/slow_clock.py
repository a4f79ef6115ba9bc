"""Time that passes only when somebody sleeps, so that no test does."""

import datetime as dt

from foi_analytics.fetching import Clock

BEGIN = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)


class SlowClock:
    """Counts the seconds slept; `naps` has each of them."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.naps: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.naps.append(seconds)
        self.seconds += seconds

    def monotonic(self) -> float:
        return self.seconds

    def now(self) -> dt.datetime:
        return BEGIN + dt.timedelta(seconds=self.seconds)

    def clock(self) -> Clock:
        return Clock(self.now, self.monotonic, self.sleep, lambda: 0.5)
