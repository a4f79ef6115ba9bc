"""What a client gives, and what every client can do."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from .errors import FetchError

__all__ = ["Client", "Fetched", "canonical"]

# They say how the page was come by, not which page it is.
_PASSING = frozenset({"cookie_passthrough"})
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer, as it is stored.

    Attributes:
        url: The address that answered, after redirects.
        status: HTTP status; that of the first answer when a later one said that nothing changed.
        content: Its bytes.
        media_type: As the site declares it, without parameters; a claim, not a fact.
        sha256: Digest of the bytes.
        fetched_at: When the site last gave it, or confirmed it.
    """

    url: str
    status: int
    content: bytes
    media_type: str
    sha256: str
    fetched_at: dt.datetime


class Client(Protocol):
    """Anything that can ask the network for a source."""

    def get(
        self,
        url: str,
        *,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        accept: str = "",
    ) -> Fetched:
        """The answer to a GET.

        Args:
            url: The address.
            params: Parameters of its query.
            headers: More headers, such as a key.
            accept: Media types that are expected, such as `application/json` or `text/*`, parted by
                commas; an answer of another type is refused. Anything when empty.

        Raises:
            AccessForbidden: robots.txt does not allow it.
            AccessChallenged: The site asks for proof of a person.
            Gone: There is no such page, or no longer.
            FetchError: There was no usable answer.
        """
        ...

    def post(self, url: str, *, json: Any) -> Fetched:
        """The answer to a POST of JSON, for interfaces that are searched that way; errors as in `get`."""
        ...


def canonical(url: str, params: Mapping[str, str] | None = None) -> str:
    """The address under which an answer is known: no fragment, no default port, no passing parameters.

    Args:
        url: An address.
        params: More parameters of its query.

    Returns:
        The address.

    Raises:
        FetchError: It is no address of the web.

    >>> canonical("HTTPS://Foi.Example:443/a?cookie_passthrough=1#incoming-3", {"page": "2"})
    'https://foi.example/a?page=2'
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    scheme, host = parts.scheme.lower(), (parts.hostname or "").lower()
    if scheme not in _PORTS or not host:
        raise FetchError(f"{url[:200]!r} is no address of the web")
    host = f"[{host}]" if ":" in host else host
    if port is not None and port != _PORTS[scheme]:
        host = f"{host}:{port}"
    query = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if k not in _PASSING]
    return urlunsplit((scheme, host, parts.path or "/", urlencode([*query, *(params or {}).items()]), ""))
