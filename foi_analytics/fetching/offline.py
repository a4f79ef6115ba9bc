"""The client of somebody who wants no network."""

from collections.abc import Mapping
from typing import Any

from .errors import FetchError
from .fetched import Fetched

__all__ = ["Offline"]


class Offline:
    """Refuses to fetch: what is stored can be parsed without it."""

    def get(
        self,
        url: str,
        *,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        accept: str = "",
    ) -> Fetched:
        """Refuse.

        Raises:
            FetchError: Always.
        """
        raise FetchError(f"{url} was not asked for: this runs without a network")

    def post(self, url: str, *, json: Any) -> Fetched:
        """Refuse, as `get` does."""
        return self.get(url)
