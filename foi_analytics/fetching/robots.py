"""robots.txt, obeyed: read by protego, for the standard library's parser allows paths it must not.

A host that does not say what it allows is not asked: only a missing file allows everything.
Rules after RFC 9309, but for files that cannot be read, where this is stricter.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from .errors import AccessForbidden, FetchError, HostClosed
from .sending import Answer

if TYPE_CHECKING:
    from protego import Protego

__all__ = ["ROBOTS_NAME", "Robots", "Rules"]

ROBOTS_NAME = "foi-analytics"
"""The name robots.txt may address this program by."""

_SIGNAL = re.compile(r"^\s{0,20}content-signal\s{0,20}:\s{0,20}(\S[^\r\n]{0,200})", re.IGNORECASE | re.MULTILINE)
_START = re.compile(rb"\s{0,100}<(?:!doctype|html)", re.IGNORECASE)
_MOST = 500_000


@dataclass(frozen=True, slots=True)
class Rules:
    """What the robots.txt of one host says.

    Attributes:
        rules: The file, parsed; None when the host has none.
        delay: Its Crawl-delay in seconds.
        signal: Its Content-Signal lines, which are recorded.
    """

    rules: "Protego | None" = None
    delay: float = 0.0
    signal: str = ""

    def verdict(self, url: str) -> str:
        """What it says of an address, for the log.

        Raises:
            AccessForbidden: It does not allow it.
        """
        if self.rules is None:
            return "no robots.txt"
        if not self.rules.can_fetch(url, ROBOTS_NAME):
            host = urlsplit(url).hostname
            raise AccessForbidden(f"robots.txt of {host} does not allow {url}; ask the site, or save the page by hand")
        return f"allowed; content-signal: {self.signal}" if self.signal else "allowed"


class Robots:
    """The rules of each host, read once in a run.

    Args:
        ask: Fetches the file.
    """

    def __init__(self, ask: Callable[[str], Answer]) -> None:
        self._ask = ask
        self._hosts: dict[str, Rules | HostClosed] = {}

    def of(self, url: str) -> Rules:
        """The rules of the host of an address.

        Raises:
            HostClosed: They cannot be read, so that the host may not be asked.
        """
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._hosts:
            try:
                self._hosts[site] = self._read(site)
            except FetchError as error:
                self._hosts[site] = HostClosed(
                    f"{site}/robots.txt cannot be read ({error}), so nothing is fetched there"
                )
            except HostClosed as error:
                self._hosts[site] = error
        found = self._hosts[site]
        if isinstance(found, HostClosed):
            raise found
        return found

    def _read(self, site: str) -> Rules:
        from protego import Protego

        answer = self._ask(f"{site}/robots.txt")
        if answer.status in {404, 410}:
            return Rules()
        if answer.status != 200:
            raise HostClosed(f"{site}/robots.txt answers with status {answer.status}, so nothing is fetched there")
        if _START.match(answer.content):
            raise HostClosed(f"{site}/robots.txt is a web page and no robots.txt, so nothing is fetched there")
        text = answer.content[:_MOST].decode("utf-8", errors="replace")
        rules = Protego.parse(text)
        return Rules(rules, float(rules.crawl_delay(ROBOTS_NAME) or 0), "; ".join(_SIGNAL.findall(text))[:400])
