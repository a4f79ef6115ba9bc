"""Reads replies to freedom-of-information requests."""

from typing import TYPE_CHECKING, Any

from .records import Letter, Reading

if TYPE_CHECKING:
    from .corpus import Corpus
    from .reading import read

__all__ = ["Corpus", "Letter", "Reading", "read"]


def __getattr__(name: str) -> Any:
    """The reader and the corpus are imported when first asked for: the one brings its wording, the other a database."""
    if name == "read":
        from .reading import read

        return read
    if name == "Corpus":
        from .corpus import Corpus

        return Corpus
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
