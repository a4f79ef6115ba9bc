"""Text of letters in the dashboard's Markdown: shown as it is, and never turned into markup."""

import re

from ..highlight import visible

__all__ = ["plain", "spoken"]

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_MARKUP = re.compile(r"([!-/:-@\[-`{-~])")
_LINKING = re.compile(r"(?<=:)(?=//)|(?<=@)(?=[\w-]{1,63}\.)|(?<=\bwww)(?=\.)", re.IGNORECASE)


def spoken(markdown: str) -> str:
    r"""Safe Markdown as a screen reader should speak it.

    >>> spoken(r"**s\.40** is relied on most")
    's.40 is relied on most'
    """
    return _ESCAPED.sub(r"\1", markdown.replace("**", ""))


def plain(text: object, limit: int | None = None) -> str:
    r"""Text from a letter for a Markdown table: shown as it is, never obeyed.

    Punctuation is escaped, so that it makes no image, link, emoji or formula; addresses are
    broken by an unseen joiner, so that they do not become links; what could disguise is shown.

    >>> plain("![x](y) *b*") == r"\!\[x\]\(y\) \*b\*"
    True
    """
    words = " ".join(visible("" if text is None else str(text)).split())
    if limit is not None and len(words) > limit:
        words = words[: limit - 1].rstrip() + "…"
    return _MARKUP.sub(r"\\\1", _LINKING.sub("\u2060", words))
