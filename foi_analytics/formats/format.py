"""What each file of this folder declares, and telling which of them a content is."""

import functools
import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..errors import UnreadableError
from .content import Content, Limits
from .extracted import Extracted, Refused, Row

__all__ = ["Format", "detect", "formats"]


@dataclass(frozen=True, slots=True)
class Format:
    """One file type; a module of this folder declares it as `FORMAT`.

    Attributes:
        name: What people call it, in the plural: `Word documents`.
        media_type: Its MIME type.
        recognises: Whether a content is of this type, told by its bytes; the name may decide
            only where bytes cannot (a table against prose).
        extract: The text of a document or message.
        members: The contents inside an archive, mailbox or message, each read when it is reached.
        records: The rows of a table.
        mail: It holds e-mails, whose threads may run across files.
        fallback: It is asked only when no other type recognises the content.
    """

    name: str
    media_type: str
    recognises: Callable[[Content], bool]
    extract: Callable[[Content, Limits], Extracted] | None = None
    members: Callable[[Content, Limits], Iterator[Content | Refused]] | None = None
    records: Callable[[Content, Limits], Iterator[Row | Refused]] | None = None
    mail: bool = False
    fallback: bool = False


@functools.cache
def formats() -> tuple[Format, ...]:
    """Every file type that can be read: the modules of this folder that declare one.

    >>> "application/pdf" in {each.media_type for each in formats()}
    True
    """
    package = __name__.rpartition(".")[0]
    path = importlib.import_module(package).__path__
    modules = (importlib.import_module(f"{package}.{each.name}") for each in pkgutil.iter_modules(path))
    found = [module.FORMAT for module in modules if hasattr(module, "FORMAT")]
    return tuple(sorted(found, key=lambda each: each.fallback))


def detect(content: Content) -> Format:
    """The type of a content, told by its bytes.

    Args:
        content: What to look at; only its beginning is read, and the list of names of a zip.

    Returns:
        The file type.

    Raises:
        UnreadableError: It is empty, or of a type no letter comes in.

    >>> detect(Content.of(b"%PDF-1.7 ...", "letter.txt")).media_type
    'application/pdf'
    """
    if content.size == 0:
        raise UnreadableError("the file is empty (0 bytes); ask its sender for it again")
    for each in formats():
        if each.recognises(content):
            return each
    raise UnreadableError(f"{_what(content)}, which no letter comes in; save it as PDF, Word or text")


def _what(content: Content) -> str:
    import puremagic

    try:
        matches = puremagic.magic_string(content.head)
    except (puremagic.PureError, ValueError):
        matches = []
    names = [match.name for match in matches if match.name]
    return f"the file holds {names[0]}" if names else "the file holds binary data of an unknown kind"
