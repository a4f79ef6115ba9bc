"""What a publisher needs of whoever fetches for it, and nothing more."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol

from ..errors import Gone, UsageError
from ..formats import Content

__all__ = ["Client", "Fetched", "Offline", "fetch_content", "fetch_files", "fetch_json", "fetch_page"]


class Fetched(Protocol):
    """What came back; the address is the last one after redirects."""

    @property
    def url(self) -> str:
        """Where it came from."""
        ...

    @property
    def content(self) -> bytes:
        """Its bytes."""
        ...


class Client(Protocol):
    """Fetches politely; whatever goes wrong is a `FoiError`."""

    def get(
        self,
        url: str,
        *,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        accept: str = "",
    ) -> Fetched:
        """What is at an address."""
        ...

    def post(self, url: str, *, json: Any) -> Fetched:
        """What an address answers to a question in JSON."""
        ...


class Offline:
    """The client of a publisher whose pages are read from disk."""

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
            UsageError: Always.
        """
        raise UsageError(f"saved pages are read without a network; {url} was not fetched")

    def post(self, url: str, *, json: Any) -> Fetched:
        """Refuse, as `get`."""
        return self.get(url)


def fetch_content(client: Client, url: str, headers: Mapping[str, str] | None = None, accept: str = "") -> Content:
    """What is at an address, named by it."""
    return Content.of(client.get(url, headers=headers, accept=accept).content, url)


def fetch_json(client: Client, url: str, headers: Mapping[str, str] | None = None) -> Content:
    """JSON; a page in its place, such as one that asks for proof of a person, is the client's to refuse."""
    return fetch_content(client, url, headers, "application/json, application/*+json")


def fetch_page(client: Client, url: str) -> Content:
    """A page of a website."""
    return fetch_content(client, url, accept="text/html, application/xhtml+xml")


def fetch_files(client: Client, urls: Iterable[str]) -> Iterator[Content]:
    """The files at addresses, each once; one that is gone is passed over, for parsing sees that it is not there."""
    for url in dict.fromkeys(urls):
        try:
            yield fetch_content(client, url)
        except Gone:
            continue
