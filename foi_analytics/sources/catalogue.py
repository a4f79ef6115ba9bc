"""Every source there is: the list is the folder."""

import functools
import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ..errors import UsageError
from ..fetching import Client
from .about import About
from .files import FileSource
from .options import Options
from .source import Source

__all__ = ["Publisher", "catalogue", "find_publisher", "publishers"]


@dataclass(frozen=True, slots=True)
class Publisher:
    """A publisher that can be opened.

    Attributes:
        about: What is known of it.
        make: Its class; of software that many sites run, with the site.
    """

    about: About
    make: Callable[[Client, Options], Source]

    def open(self, client: Client, options: Options) -> Source:
        """The source.

        Args:
            client: Fetches.
            options: What the person knows and wants.

        Raises:
            UsageError: It cannot be asked for what is new since a day, and is.

        >>> import datetime as dt
        >>> from foi_analytics.fetching import Offline
        >>> find_publisher("gla").open(Offline(), Options(since=dt.date(2024, 1, 1)))
        Traceback (most recent call last):
        foi_analytics.errors.UsageError: gla cannot be asked for what is new since a day; leave out --since ...
        """
        if options.since is not None and not self.about.since:
            raise UsageError(
                f"{self.about.name} cannot be asked for what is new since a day; leave out --since (what was fetched "
                "and has not changed is not fetched again), or name the days in the query where it takes them"
            )
        return self.make(client, options)


def catalogue() -> list[tuple[str, About]]:
    """Every source, with the names it answers to on the command line: publishers first, then what is local.

    >>> [names for names, about in catalogue() if about.name == "alaveteli"]
    ['whatdotheyknow, righttoknow, fyi, asktheeu, alaveteli:HOST']
    """
    listed = [
        (", ".join([*kind.sites, f"{name}:HOST"]) if hasattr(kind, "sites") else name, kind.about)
        for name, kind in publishers().items()
    ]
    return [*listed, *((about.name, about) for about in FileSource.kinds)]


def find_publisher(name: str) -> Publisher:
    """A publisher by its name.

    Args:
        name: Its name; for software that many sites run, one of its sites, the first when none is said, or `NAME:HOST`.

    Returns:
        The publisher.

    Raises:
        UsageError: There is no such publisher.

    >>> find_publisher("alaveteli:foi.example").about.etiquette
    2.0
    """
    kind, _, host = name.partition(":")
    for each in publishers().values():
        sites = getattr(each, "sites", {})
        if name in sites or (each.about.name == kind and sites):
            return Publisher(each.about, functools.partial(each, sites.get(name) or host or next(iter(sites.values()))))
        if each.about.name == name:
            return Publisher(each.about, each)
    known = "; ".join(names for names, about in catalogue() if about.address)
    raise UsageError(f"there is no publisher {name!r}; there are {known}; `foi sources` tells more")


@functools.cache
def publishers() -> Mapping[str, Any]:
    """The classes of this folder's modules that say what they are about, by the name they say.

    >>> publishers()["govuk"].about.verified
    'verified'
    """
    package = __name__.rpartition(".")[0]
    path = importlib.import_module(package).__path__
    found = {}
    for name in sorted(module.name for module in pkgutil.iter_modules(path)):
        module = importlib.import_module(f"{package}.{name}")
        for value in vars(module).values():
            if (
                isinstance(value, type)
                and value.__module__ == module.__name__
                and isinstance(about := vars(value).get("about"), About)
            ):
                found[about.name] = value
    return dict(sorted(found.items()))
