"""Documents: one file, one letter."""

from ..formats import Content, Extracted, extract
from ..records import Letter
from .dates import stated_day
from .options import Options

__all__ = ["letter_from", "read_document"]


def read_document(content: Content, origin: str, digest: str, found_at: tuple[str, ...], options: Options) -> Letter:
    """The letter a document holds.

    Args:
        content: The document.
        origin: Where it was found.
        digest: sha256 of its bytes, which is its id.
        found_at: Other places where the same bytes were found.
        options: Authority, licence and limits.

    Returns:
        The letter.

    Raises:
        UnreadableError: It cannot be read; the text says why.
    """
    return letter_from(extract(content, limits=options.limits), digest, origin, options, found_at)


def letter_from(
    found: Extracted, letter_id: str, origin: str, options: Options, found_at: tuple[str, ...] = ()
) -> Letter:
    """A letter with what its format yielded and what the person knows."""
    return Letter(
        letter_id=letter_id,
        text=found.text,
        authority=options.authority,
        date=found.date or stated_day(found.text),
        title=found.title,
        source="files",
        origin=origin,
        found_at=found_at,
        media_type=found.media_type,
        page_starts=found.page_starts,
        anchor_starts=found.anchor_starts,
        anchor_names=found.anchor_names,
        original=found.original,
        needs_ocr=found.needs_ocr,
        licence=options.licence,
    )
