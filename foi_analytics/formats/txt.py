"""Plain text, kept to the letter: newlines as they are, page breaks counted."""

from .content import Content, Limits
from .decoding import decode, looks_like_text
from .extracted import Extracted, check_length
from .format import Format

__all__ = ["FORMAT"]


def _extract(content: Content, limits: Limits) -> Extracted:
    text = decode(content.read(limits.max_markup))
    check_length(len(text), limits)
    breaks = [at + 1 for at, character in enumerate(text) if character == "\f"]
    return Extracted(text, FORMAT.media_type, page_starts=(0, *breaks) if breaks else ())


FORMAT = Format(
    name="Text files",
    media_type="text/plain",
    recognises=lambda content: looks_like_text(content.head),
    extract=_extract,
    fallback=True,
)
