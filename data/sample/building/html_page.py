"""Disclosure-log pages as police websites publish them, page furniture and all."""

import functools
import html
import string
from pathlib import Path

from .blocks import Block, blocks
from .source import Case, long_date

__all__ = ["as_html", "files"]

_PAGE = Path(__file__).resolve().parent.parent / "sources" / "page.html"
_TAGS = {"heading": "h3", "paragraph": "p", "quotation": "blockquote", "box": "aside"}


def files(case: Case) -> dict[str, bytes]:
    """The page of a case's one letter."""
    (letter,) = case.letters
    page = _page().substitute(
        title=html.escape(case.title),
        name=html.escape(case.authority.name),
        reference=html.escape(letter.header["reference"]),
        date=long_date(letter.sent),
        body="\n".join(as_html(block) for block in blocks(letter.body)),
        attachments=_attachments(letter.header.get("attachments", [])),
    )
    return {f"html/{case.authority.id}/{case.id}.html": page.encode()}


def as_html(block: Block) -> str:
    """One block as HTML."""
    if block.shape == "table":
        head, *rows = block.rows
        return f"<table>\n{_row(head, 'th')}\n" + "\n".join(_row(r, "td") for r in rows) + "\n</table>"
    if block.shape == "bullets":
        return "<ul>\n" + "\n".join(f"<li>{html.escape(line)}</li>" for line in block.lines) + "\n</ul>"
    tag = _TAGS[block.shape]
    return f"<{tag}>{'<br>'.join(html.escape(line) for line in block.lines)}</{tag}>"


@functools.cache
def _page() -> string.Template:
    return string.Template(_PAGE.read_text(encoding="utf-8"))


def _row(cells: list[str], tag: str) -> str:
    return "<tr>" + "".join(f"<{tag}>{html.escape(cell)}</{tag}>" for cell in cells) + "</tr>"


def _attachments(labels: list[str]) -> str:
    if not labels:
        return ""
    items = "\n".join(f'<li><a href="#" download>{html.escape(label)}</a></li>' for label in labels)
    return f'<section class="downloads"><h2>Attachments</h2>\n<ul>\n{items}\n</ul></section>\n'
