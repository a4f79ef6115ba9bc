"""The only way to the network: polite, bounded, resumable; what it fetches is kept by digest.

`Client` is what a source asks; `HttpClient` is the one that asks the network.
"""

from .client import HttpClient
from .errors import AccessChallenged, AccessForbidden, FetchError, Gone, HostClosed, RunEnded
from .fetched import Client, Fetched, canonical
from .items import Items, Kept
from .log import Entry, RawStore
from .offline import Offline
from .policy import Clock, Policy

__all__ = [
    "AccessChallenged",
    "AccessForbidden",
    "Client",
    "Clock",
    "Entry",
    "FetchError",
    "Fetched",
    "Gone",
    "HostClosed",
    "HttpClient",
    "Items",
    "Kept",
    "Offline",
    "Policy",
    "RawStore",
    "RunEnded",
    "canonical",
]
