r"""Texts as cells of a workbook that nothing runs, links or drops, and the way back.

A cell that begins with `= + - @` or an apostrophe begins with one apostrophe more, as in the CSV
files.  A character that a workbook would act on or cannot hold is written as in JSON, by its
number (`\u0009`), and a backslash twice.
"""

import re

from ..tables import guard_cell, unguard_cell
from .statement import SHORTHAND

__all__ = ["cell_text", "text_of_cell"]

_WRITTEN = re.compile(r"\\(?:u([0-9A-F]{4})|U([0-9A-F]{8})|\\)")
_ACTIVE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"  # not in XML, or changed by its readers
    r"|\\"
    r"|(?<=\])\("  # a link of Markdown
    r"|(?<=\$)\$"  # a reference to a note
)
_SAYS_NOTHING = re.compile(r"[^a-zA-Z0-9]*")
_LAST_OF_FOUR = 0xFFFF
_LONGEST = 32_000
_CUT = " … [cut here: a spreadsheet holds no more; the whole is in the other formats]"


def cell_text(text: str) -> str:
    r"""A text as a cell.

    >>> print(cell_text("=1+1"), cell_text("a\tb"), cell_text("[x]"), cell_text("[a](b)"))
    '=1+1 a\u0009b \u005Bx] [a]\u0028b)
    """
    escaped = _escaped(text)
    if text in SHORTHAND or (text and _SAYS_NOTHING.fullmatch(escaped)):
        # Workbooks written for screen readers refuse cells of signs alone.
        escaped = _number(text[0]) + _escaped(text[1:])
    cell = guard_cell(escaped)
    return cell if len(cell) <= _LONGEST else cell[:_LONGEST] + _CUT


def text_of_cell(cell: str) -> str:
    r"""The text that a cell was made of.

    >>> text_of_cell(cell_text("=1\0\\u0041")) == "=1\0\\u0041"
    True
    """
    return _WRITTEN.sub(
        lambda match: chr(int(match[1] or match[2], 16)) if match[0] != r"\\" else "\\", unguard_cell(cell)
    )


def _escaped(text: str) -> str:
    return _ACTIVE.sub(lambda match: r"\\" if match[0] == "\\" else _number(match[0]), text)


def _number(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04X}" if code <= _LAST_OF_FOUR else f"\\U{code:08X}"
