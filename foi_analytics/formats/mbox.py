"""Mailboxes: many e-mails in one file, each read when it is reached."""

import re
from collections.abc import Iterator

from .content import Content, Limits
from .extracted import Refused
from .format import Format

__all__ = ["FORMAT"]

_FIRST = re.compile(rb"From \S{1,320} [^\n]{5,100}\n(?:>?[A-Za-z][A-Za-z-]{1,60}: |[A-Za-z-]{2,60}:\r?\n)")
_SEPARATOR = b"From "
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
_LINE = 1 << 16


def _members(content: Content, limits: Limits) -> Iterator[Content | Refused]:
    number, size, lines = 0, 0, list[bytes]()
    blank = True
    with content.open() as stream:
        while line := stream.readline(_LINE):
            if blank and line.startswith(_SEPARATOR):
                if number:
                    yield _message(number, lines, size, limits)
                number, size, lines = number + 1, 0, []
            else:
                size += len(line)
                if size <= limits.max_file:
                    lines.append(line)
            blank = line in {b"\n", b"\r\n"}
    yield _message(number, lines, size, limits)


def _message(number: int, lines: list[bytes], size: int, limits: Limits) -> Content | Refused:
    name = f"message {number}.eml"
    if size > limits.max_file:
        return Refused(
            name, f"the message has {size:,} bytes and {limits.max_file:,} is the most; raise max_file to read it"
        )
    return Content.of(_QUOTED.sub(rb"\1", b"".join(lines)), name)


FORMAT = Format(
    name="Mailboxes",
    media_type="application/mbox",
    recognises=lambda content: _FIRST.match(content.head) is not None,
    members=_members,
    mail=True,
)
