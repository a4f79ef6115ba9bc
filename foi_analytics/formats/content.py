"""Bytes that came from somewhere, read no further than asked, and how much may be asked."""

import hashlib
import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from ..errors import UnreadableError

__all__ = ["Content", "Limits"]

_HEAD = 65_536
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one file may ask of the machine; what asks for more is refused with a reason.

    Attributes:
        max_text: Characters of one letter.
        max_file: Bytes of one document, or of one member of an archive.
        max_unpacked: Bytes all members of an archive may unpack to, nested archives included.
        max_members: Members of an archive, nested archives included.
        max_ratio: Unpacked bytes for each packed byte of a member.
        max_depth: Archives within archives.
    """

    max_text: int = 5_000_000
    max_file: int = 100_000_000
    max_unpacked: int = 1_000_000_000
    max_members: int = 10_000
    max_ratio: int = 200
    max_depth: int = 3

    @property
    def max_markup(self) -> int:
        """Bytes of text or markup that may be parsed at once: four for each character of a letter."""
        return 4 * self.max_text


@dataclass(frozen=True, eq=False)
class Content:
    """A named file, member or attachment that can be opened again and again.

    Attributes:
        name: Name as found; a hint only, the type is told by the bytes.
        size: Bytes it holds.
        open: Opens it for reading, seekable.
    """

    name: str
    size: int
    open: Callable[[], BinaryIO]

    @classmethod
    def of(cls, data: bytes | Path, name: str = "") -> "Content":
        """Bytes in memory, or a file, which is not read yet.

        >>> Content.of(b"Dear Ms Example", "reply.txt").size
        15
        """
        if isinstance(data, Path):
            return cls(name or data.name, data.stat().st_size, lambda: data.open("rb"))
        return cls(name, len(data), lambda: io.BytesIO(data))

    def read(self, limit: int) -> bytes:
        """All its bytes.

        Raises:
            UnreadableError: It is larger than the limit; nothing was read then.
        """
        if self.size > limit:
            raise UnreadableError(
                f"the file has {self.size:,} bytes and {limit:,} is the most for its kind; split it, or raise max_text"
            )
        with self.open() as stream:
            return stream.read(limit + 1)

    @cached_property
    def head(self) -> bytes:
        """Its first 64 KB."""
        with self.open() as stream:
            return stream.read(_HEAD)

    @cached_property
    def zip_names(self) -> frozenset[str]:
        """Names inside it when it is a zip that can be opened; none otherwise."""
        if not self.head.startswith(b"PK"):
            return frozenset()
        try:
            with self.open() as stream, zipfile.ZipFile(stream) as archive:
                return frozenset(archive.namelist())
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            return frozenset()

    def sha256(self) -> str:
        """Digest of its bytes, read in pieces."""
        digest = hashlib.sha256()
        with self.open() as stream:
            while piece := stream.read(_CHUNK):
                digest.update(piece)
        return digest.hexdigest()
