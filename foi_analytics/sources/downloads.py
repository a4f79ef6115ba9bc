"""What a publisher downloads, as contents named by the addresses they were asked for at."""

from collections.abc import Callable, Iterable, Mapping
from urllib.parse import urlsplit

from ..errors import Gone
from ..fetching import AccessForbidden, Client, FetchError, HostClosed
from ..formats import Content
from .about import About

__all__ = ["fetch_content", "fetch_files", "fetch_json", "fetch_page", "is_theirs"]


def fetch_content(client: Client, url: str, headers: Mapping[str, str] | None = None, accept: str = "") -> Content:
    """What is at an address, named by it."""
    return Content.of(client.get(url, headers=headers, accept=accept).content, url)


def fetch_json(client: Client, url: str, headers: Mapping[str, str] | None = None) -> Content:
    """JSON; a page in its place, such as one that asks for proof of a person, is the client's to refuse."""
    return fetch_content(client, url, headers, "application/json, application/*+json")


def fetch_page(client: Client, url: str) -> Content:
    """A page of a website."""
    return fetch_content(client, url, accept="text/html, application/xhtml+xml")


def fetch_files(
    client: Client,
    urls: Iterable[str],
    home: str,
    about: About,
    fetch: Callable[[Client, str], Content] = fetch_content,
) -> tuple[tuple[Content, ...], bool]:
    """The files at addresses, each once, and whether all were had that there are.

    One that is gone, or that robots.txt or the publisher's hosts leave out, is passed over: parsing sees that it is
    not there. One that cannot be had today makes the answer incomplete.

    Args:
        client: Fetches.
        urls: The addresses.
        home: An address of the site; its host is asked.
        about: Names the publisher's other hosts; no others are asked.
        fetch: Gets one file.

    Returns:
        The files, and whether they are complete.

    Raises:
        HostClosed: Nothing more may be asked of the host.
        AccessChallenged: The site asks for proof of a person.
    """
    found, complete = [], True
    for url in dict.fromkeys(urls):
        if not is_theirs(url, home, about):
            continue
        try:
            found.append(fetch(client, url))
        except HostClosed:
            raise
        except (Gone, AccessForbidden):
            continue
        except FetchError:
            complete = False
    return tuple(found), complete


def is_theirs(url: str, home: str, about: About) -> bool:
    """Whether an address is on a site or on one of its publisher's other hosts.

    >>> about = About("a", "", "", "inferred", "unknown", 1.0, "", other_hosts=frozenset({"cdn.example"}))
    >>> [is_theirs(f"https://{host}/a.pdf", "https://a.example/", about) for host in ("cdn.example", "b.example")]
    [True, False]
    """
    try:
        return urlsplit(url).hostname in {urlsplit(home).hostname, *about.other_hosts}
    except ValueError:
        return False
