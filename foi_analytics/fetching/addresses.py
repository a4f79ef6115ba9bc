"""Requests go to the public network only: the address is checked, and the connection bound to it.

A name may lead to this machine or its neighbours, at once, after a redirect, or the second time
it is looked up (rebinding).  So it is looked up here, every address it has is checked, and the
connection goes to an address that was checked; the name stays in the Host header and in TLS.
No proxy is used, for it would look the name up again.
"""

import ipaddress
import socket
from collections.abc import Callable
from typing import TYPE_CHECKING

from .errors import FetchError

if TYPE_CHECKING:
    import httpx

__all__ = ["Resolver", "guarded_transport", "is_public", "resolve"]

Resolver = Callable[[str, int], list[str]]
"""The addresses of a host."""

_TRANSLATED = ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48")
_COMPATIBLE = ipaddress.ip_network("::/96")


def is_public(address: str) -> bool:
    """Whether an address is one of the public network, and not an IPv4 address in IPv6 clothes.

    >>> [is_public(each) for each in ("93.184.216.34", "10.0.0.1", "169.254.169.254", "::ffff:8.8.8.8", "224.0.0.1")]
    [True, False, False, False, False]
    """
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address) and (
        found.ipv4_mapped is not None
        or found.sixtofour is not None
        or found.teredo is not None
        or any(found in network for network in (*_TRANSLATED, _COMPATIBLE))
    ):
        return False
    return found.is_global and not (found.is_multicast or found.is_reserved or found.is_private)


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host, as this machine's resolver gives them.

    Raises:
        FetchError: The host is not known.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"there is no host {host} ({error}); check the spelling and the connection") from None
    return list(dict.fromkeys(str(each[4][0]) for each in found))


def guarded_transport(look_up: Resolver, also_reach: frozenset[str] = frozenset()) -> "httpx.BaseTransport":
    """A transport that reaches public addresses only, over one connection for each host.

    Args:
        look_up: Gives the addresses of a host.
        also_reach: Other addresses that may be reached. For tests only.

    Returns:
        The transport; it raises `FetchError` for any other address.
    """
    import httpx

    class Guarded(httpx.BaseTransport):
        def __init__(self) -> None:
            # By host: a connection made for one name never serves another at the same address.
            self._hosts: dict[str, httpx.HTTPTransport] = {}
            self._certificates = httpx.create_ssl_context(trust_env=False)

        def handle_request(self, request: httpx.Request) -> httpx.Response:
            host = request.url.host
            addresses = _checked(host, request.url.port or 443, look_up, also_reach)
            transport = self._transport(f"{request.url.scheme}://{host}:{request.url.port}")
            for address in addresses[:-1]:
                try:
                    return transport.handle_request(_bound(request, host, address))
                except httpx.ConnectError:
                    continue
            return transport.handle_request(_bound(request, host, addresses[-1]))

        def _transport(self, site: str) -> httpx.HTTPTransport:
            if site not in self._hosts:
                one = httpx.Limits(max_connections=1)
                self._hosts[site] = httpx.HTTPTransport(self._certificates, trust_env=False, limits=one)
            return self._hosts[site]

        def close(self) -> None:
            for transport in self._hosts.values():
                transport.close()

    return Guarded()


def _checked(host: str, port: int, look_up: Resolver, also_reach: frozenset[str]) -> list[str]:
    addresses = look_up(host, port)
    refused = [each for each in addresses if not (is_public(each) or each in also_reach)]
    if refused or not addresses:
        where = refused[0] if refused else "nowhere"
        raise FetchError(f"{host} leads to {where}, which is no address of the public network; nothing was sent")
    return addresses


def _bound(request: "httpx.Request", host: str, address: str) -> "httpx.Request":
    import httpx

    return httpx.Request(
        request.method,
        request.url.copy_with(host=address),
        headers=request.headers,
        stream=request.stream,
        extensions={**request.extensions, "sni_hostname": host},
    )
