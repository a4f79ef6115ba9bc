"""Bytes to characters: which encoding it is, and mending text that was once decoded wrongly."""

import codecs
import functools
import re
from typing import BinaryIO

from ..errors import UnreadableError

__all__ = ["decode", "encoding_of", "looks_like_text", "mend"]

_CHUNK = 1 << 20
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Form feeds, escapes and the old end-of-file mark stand in honest text files.
_CONTROL = re.compile("[\x00-\x07\x0e-\x19\x1c-\x1f]")
# Lines with their ends apart, so that pages, which begin after one, begin there still.
_LINES = re.compile("([\n\f])")
_SURROGATE = re.compile("[\ud800-\udfff]")
# In every single-byte code page the letters beyond ASCII begin here; Western text has few of them.
_FIRST_LETTER = 0xC0
_WESTERN = 0.3
_SAMPLE = 20_000


def decode(data: bytes) -> str:
    """The characters of a text file; newlines are kept as they are, a byte order mark is not.

    Args:
        data: The bytes.

    Returns:
        The text.

    Raises:
        UnreadableError: The bytes are not text.

    >>> decode("Costs of £5 – “final”".encode("cp1252"))
    'Costs of £5 – “final”'
    """
    encoding = encoding_of(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"the file says it is {encoding} but byte {error.start:,} is not; save it again as UTF-8"
        ) from error
    if not _is_prose(text):
        raise UnreadableError("the file is named or shaped like text but holds binary data; find out what made it")
    return text


def encoding_of(data: bytes | BinaryIO) -> str:
    """The name of the encoding: by its mark, UTF-8 if it can be, else the likeliest.

    cp1252 stands for latin-1 too: it reads the same letters, and the quotes and dashes that
    Windows puts where latin-1 has control codes.

    >>> encoding_of(b"plain"), encoding_of("naïve – “so”".encode("cp1252"))
    ('utf-8', 'sloppy-windows-1252')
    """
    head = data[:_CHUNK] if isinstance(data, bytes) else data.read(_CHUNK)
    for mark, name in _BOMS:
        if head.startswith(mark):
            return name
    if b"\0" in head[:_SAMPLE]:
        return _wide_encoding(head[:_SAMPLE])
    if _is_utf8(data, head):
        return "utf-8"
    return _single_byte_encoding(head)


def looks_like_text(head: bytes) -> bool:
    """Whether the beginning of a file reads as text in some encoding."""
    # A multi-byte character may be cut at the end of the head.
    encoding = encoding_of(head[: len(head) // 4 * 4] or head)
    return _is_prose(head.decode(encoding, errors="replace"))


def mend(text: str) -> tuple[str, str | None]:
    r"""Undo a wrong decoding in somebody else's hands, line by line; nothing else is changed.

    Args:
        text: Text that may hold `â€™` for `’`.

    Returns:
        The text, and the text as it was when that differs.

    >>> mend("Weâ€™ll reply\r\nsoon")
    ('We’ll reply\r\nsoon', 'Weâ€™ll reply\r\nsoon')
    >>> mend("“quoted”")
    ('“quoted”', None)
    """
    # Half of a surrogate pair, which JSON lets through, can be stored nowhere.
    text = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
    if text.isascii():
        return text, None
    mended = "".join(_mended_line(line) for line in _LINES.split(text))
    return (mended, text) if mended != text else (text, None)


def _mended_line(line: str) -> str:
    import ftfy
    from ftfy.badness import is_bad

    if line.isascii() or not is_bad(line):
        return line
    carriage = "\r" if line.endswith("\r") else ""
    return ftfy.fix_encoding(line.removesuffix("\r")) + carriage


def _is_utf8(data: bytes | BinaryIO, head: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        if isinstance(data, bytes):
            decoder.decode(data, final=True)
            return True
        decoder.decode(head)
        for piece in iter(functools.partial(data.read, _CHUNK), b""):
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _wide_encoding(sample: bytes) -> str:
    """UTF-16 without a mark shows in where the zeros stand; zeros elsewhere are binary data."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if half and odd > half * 0.7 and even < half * 0.05:
        return "utf-16-le"
    if half and even > half * 0.7 and odd < half * 0.05:
        return "utf-16-be"
    return "utf-8" if _is_utf8(sample, sample) else "latin-1"


def _single_byte_encoding(head: bytes) -> str:
    import ftfy  # noqa: F401  (registers the sloppy codec, which reads all 256 bytes as browsers do)

    sample = head[:_SAMPLE]
    foreign = sum(byte >= _FIRST_LETTER for byte in sample)
    if foreign <= _WESTERN * len(sample):
        return "sloppy-windows-1252"
    import charset_normalizer

    best = charset_normalizer.from_bytes(sample).best()
    return best.encoding if best else "sloppy-windows-1252"


def _is_prose(text: str) -> bool:
    return len(_CONTROL.findall(text)) * 1000 <= len(text)
