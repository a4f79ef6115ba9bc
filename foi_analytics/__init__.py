"""Reads replies to freedom-of-information requests."""

from typing import TYPE_CHECKING, Any

from .reading import read
from .records import Letter, Reading

if TYPE_CHECKING:
    from .corpus import Corpus

__all__ = ["Corpus", "Letter", "Reading", "read"]


def __getattr__(name: str) -> Any:
    """`Corpus` is imported when it is first asked for: it brings a database, which one letter does not need."""
    if name == "Corpus":
        from .corpus import Corpus

        return Corpus
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
