"""Zip archives of letters, read in memory with every bound set beforehand."""

import stat
from collections.abc import Iterator

from ..errors import UnreadableError
from .archive import open_zip, outside_reason, read_member
from .content import Content, Limits
from .extracted import Refused
from .format import Format

__all__ = ["FORMAT"]

_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")
_OFFICE = {"[Content_Types].xml", "mimetype", "META-INF/manifest.xml"}


def _recognises(content: Content) -> bool:
    return content.head.startswith(_SIGNATURES) and not content.zip_names & _OFFICE


def _members(content: Content, limits: Limits) -> Iterator[Content | Refused]:
    with open_zip(content, limits) as archive:
        members = [each for each in archive.infolist() if not each.is_dir()]
        for member in members:
            if reason := _refusal(member.filename, member.external_attr >> 16):
                yield Refused(member.filename, reason)
                continue
            try:
                yield Content.of(read_member(archive, member, limits), member.filename)
            except UnreadableError as error:
                yield Refused(member.filename, str(error))


def _refusal(name: str, mode: int) -> str | None:
    return "it is a link, not a file; it was not read" if stat.S_ISLNK(mode) else outside_reason(name)


FORMAT = Format(
    name="Zip archives",
    media_type="application/zip",
    recognises=_recognises,
    members=_members,
)
