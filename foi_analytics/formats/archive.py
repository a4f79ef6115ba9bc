"""Opening zips, and the office documents that are zips, without trusting what they say of themselves."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ..errors import UnreadableError
from .content import Content, Limits

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["open_zip", "outside_reason", "read_member", "read_xml"]

# Below this a high ratio is harmless, and honest: a file of blank cells packs very small.
_SMALL = 1_000_000
_END_OF_DIRECTORY = b"PK\x05\x06"
_ENTRY_BYTES = 512
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)


@contextmanager
def open_zip(content: Content, limits: Limits) -> Iterator[zipfile.ZipFile]:
    """Open a zip whose list of members is of a sane size.

    Raises:
        UnreadableError: It is broken or lists too many members.
    """
    with content.open() as stream:
        stream.seek(max(0, content.size - 65_557))
        tail = stream.read()
        at = tail.rfind(_END_OF_DIRECTORY)
        # The list is read into memory whole, before anybody could count it.
        listed = struct.unpack_from("<I", tail, at + 12)[0] if 0 <= at <= len(tail) - 16 else 0
        if listed > limits.max_members * _ENTRY_BYTES:
            raise UnreadableError(
                f"the zip lists more than {limits.max_members:,} members; split it, or raise max_members"
            )
        try:
            archive = zipfile.ZipFile(stream)
        except _BROKEN as error:
            raise UnreadableError(f"the zip is broken ({error}); pack it again") from error
        with archive:
            yield archive


def read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, limits: Limits) -> bytes:
    """The bytes of a member, unpacked in memory and never onto the disk.

    Raises:
        UnreadableError: It is too large, packed suspiciously small, encrypted or broken.
    """
    if member.flag_bits & 0x1:
        raise UnreadableError("it is locked with a password; unpack it and load the folder")
    if member.file_size > limits.max_file:
        raise UnreadableError(
            f"it unpacks to {member.file_size:,} bytes and {limits.max_file:,} is the most; raise max_file to read it"
        )
    if member.file_size > max(_SMALL, member.compress_size * limits.max_ratio):
        raise UnreadableError(
            f"it unpacks from {member.compress_size:,} to {member.file_size:,} bytes as zip bombs do; left packed"
        )
    try:
        with archive.open(member) as stream:
            return stream.read(limits.max_file)
    except _BROKEN as error:
        raise UnreadableError(f"it is broken inside the zip ({error}); pack it again") from error


def read_xml(archive: zipfile.ZipFile, name: str, limits: Limits) -> "_Element | None":
    """One XML part of an office document; entities stay unresolved and nothing is fetched.

    Returns:
        Its root; None when the document has no such part.

    Raises:
        UnreadableError: It is too large or is not XML.
    """
    from lxml import etree

    try:
        member = archive.getinfo(name)
    except KeyError:
        return None
    if member.file_size > limits.max_markup:
        raise UnreadableError(f"its part {name} unpacks to {member.file_size:,} bytes, more than a letter has")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.parse(io.BytesIO(read_member(archive, member, limits)), parser).getroot()
    except etree.XMLSyntaxError as error:
        raise UnreadableError(
            f"its part {name} is broken ({error}); open it in a word processor and save it again"
        ) from error


def outside_reason(name: str) -> str | None:
    """Why a member's name is refused; None for a name that stays inside its archive.

    >>> outside_reason("letters/reply.txt")
    >>> outside_reason("../../etc/passwd")
    'its name leads out of the zip; it was not read'
    """
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or name[1:2] == ":":
        return "its name leads out of the zip; it was not read"
    return None
