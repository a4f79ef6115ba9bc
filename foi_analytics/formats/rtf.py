"""Rich Text Format."""

from ..errors import UnreadableError
from .content import Content, Limits
from .extracted import Extracted
from .format import Format

__all__ = ["FORMAT"]


def _extract(content: Content, limits: Limits) -> Extracted:
    from striprtf.striprtf import rtf_to_text

    # RTF is ASCII; what stands beyond it is escaped and decoded by the code page it declares.
    source = content.read(limits.max_markup).decode("latin-1")
    try:
        text = rtf_to_text(source, errors="replace")  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, IndexError, RecursionError) as error:
        raise UnreadableError(f"the RTF is broken ({error}); open it in a word processor and save it again") from error
    return Extracted(text.strip(), FORMAT.media_type)


FORMAT = Format(
    name="RTF documents",
    media_type="application/rtf",
    recognises=lambda content: content.head.startswith(b"{\\rtf"),
    extract=_extract,
)
