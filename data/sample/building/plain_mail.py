"""A message's words as plain text, and the earlier messages quoted below them as mail programs do."""

import textwrap

from .blocks import Block, blocks
from .source import Case, Message

__all__ = ["plain_text", "quoted_mail", "sender"]


def plain_text(body: str, width: int, gap: str = "\n\n", bullet: str = "• ") -> str:
    """Words as plain text, every line at most `width` wide."""
    return gap.join(_plain_block(block, width, bullet) for block in blocks(body))


def sender(case: Case, message: Message) -> str:
    """Who wrote a message, as the `From:` line of a quoted mail says it."""
    return str(message.header.get("from", case.authority.team))


def quoted_mail(case: Case, message: Message, width: int, gap: str = "\n\n") -> str:
    """The messages of a case before one, latest first, each under its own header lines."""
    earlier = [m for m in case.messages[: case.messages.index(message)] if m.sent < message.sent]
    quoted = []
    for each in reversed(earlier):
        recipient = case.authority.team if each.outgoing else sender(case, case.messages[0])
        lines = [
            f"From: {sender(case, each)}",
            f"Sent: {each.sent:%A}, {each.sent.day} {each.sent:%B %Y %H:%M}",
            f"To: {recipient}",
            f"Subject: {case.title}" if each.outgoing else f"Subject: RE: {case.title}",
        ]
        quoted.append("\n".join(lines) + gap + plain_text(each.body, width, gap))
    return gap.join(quoted)


def _plain_block(block: Block, width: int, bullet: str) -> str:
    if block.shape == "table":
        return "\n".join("  ".join(row) for row in block.rows)
    mark = bullet if block.shape == "bullets" else ""
    return "\n".join(_wrapped(mark + line, width) for line in block.lines)


def _wrapped(line: str, width: int) -> str:
    return "\n".join(textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)) or line
