"""Marked spans over a text, as HTML that is safe to show and as terminal text.

Letters are hostile text: everything is escaped before it is marked up, and control
characters that could disguise it (right-to-left overrides and the like) are made visible.
"""

import html
import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.text import Text

__all__ = ["CSS", "Mark", "to_html", "to_html_table", "to_rich", "visible"]

_DISGUISE = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]")

# Label, pattern and colour: no role is told by colour alone.
_STYLES = {
    "applied": ("#b3261e", "#fde7e5", "solid", "bold red"),
    "ncnd": ("#7b2d8b", "#f5e6f8", "double", "bold magenta"),
    "procedural": ("#4a5b6c", "#e9edf1", "dotted", "cyan"),
    "mentioned": ("#80640a", "#fbf3d6", "dashed", "yellow"),
    "rejected": ("#3f6b32", "#e6f2e1", "dashed", "green"),
    "quoted": ("#5a5a5a", "#eeeeee", "dotted", "dim"),
    "other_law": ("#245c8c", "#e2eef8", "dotted", "blue"),
    "question": ("#0b6e6e", "#def3f3", "solid", "bold cyan"),
    "answer": ("#0b6e6e", "#eefafa", "dotted", "cyan"),
    "boilerplate": ("#6b5b2e", "#f4efdf", "dotted", "dim yellow"),
    "furniture": ("#8a8a8a", "#f6f6f6", "dotted", "dim"),
    "removed": ("#b3261e", "#fde7e5", "dashed", "red strike"),
    "added": ("#3f6b32", "#e6f2e1", "solid", "green"),
    "slot": ("#5a5a5a", "#eeeeee", "dotted", "dim"),
}

CSS = "\n".join(
    [
        ".foi-letter{white-space:pre-wrap;overflow-wrap:anywhere;line-height:1.6;font-family:Georgia,serif}",
        ".foi-table td,.foi-table th,.foi-table caption{text-align:left;vertical-align:top}",
        ".foi-table caption{font-weight:600}",
        ".foi-letter mark{color:inherit;border-radius:2px;padding:0 1px}",
        ".foi-letter mark[id]::before{content:attr(data-label);font:600 .65em sans-serif;margin-right:.35em}",
        *(
            f".foi-letter mark.{name}{{background:{ground};color:#1c1c1c;border-bottom:3px {line} {ink}}}"
            for name, (ink, ground, line, _) in _STYLES.items()
        ),
        ".foi-letter mark.removed{text-decoration:line-through}",
    ]
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to show: `style` is a role or kind, `label` a short word for it, `title` what made it."""

    start: int
    end: int
    style: str
    label: str
    title: str = ""


def to_html(text: str, marks: Iterable[Mark], anchor: str = "span") -> str:
    """The text as an escaped HTML block in which the marks are `<mark>` elements.

    Where marks overlap, the shorter one wins the overlap and the other is interrupted.  What
    begins a mark has the id `anchor-start-end`; texts on one page need anchors of their own.

    >>> to_html("<b>s.40</b>", [Mark(3, 7, "applied", "applied", "rule:x")])
    '<div class="foi-letter">&lt;b&gt;<mark class="applied" data-label="applied" title="rule:x"
    id="span-3-7">s.40</mark>&lt;/b&gt;</div>'
    """
    pieces = []
    for start, end, mark in _stretches(len(text), marks):
        piece = _escaped(text[start:end])
        if mark is not None:
            attributes = {"class": mark.style, "data-label": mark.label, "title": mark.title}
            if start == mark.start:
                attributes["id"] = f"{anchor}-{mark.start}-{mark.end}"
            shown = " ".join(f'{name}="{_escaped(value)}"' for name, value in attributes.items())
            piece = f"<mark {shown}>{piece}</mark>"
        pieces.append(piece)
    return f'<div class="foi-letter">{"".join(pieces)}</div>'


def to_html_table(caption: str, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Texts as an HTML table, each of them escaped.

    >>> to_html_table("Asks", ["Asked"], [["<b>How many?</b>"]])
    '<table class="foi-table"><caption>Asks</caption><thead><tr><th scope="col">Asked</th></tr></thead><tbody><tr><td>&lt;b&gt;How many?&lt;/b&gt;</td></tr></tbody></table>'
    """  # noqa: E501 - one line of HTML
    head = "".join(f'<th scope="col">{_escaped(each)}</th>' for each in headings)
    body = "".join(f"<tr>{''.join(f'<td>{_escaped(cell)}</td>' for cell in row)}</tr>" for row in rows)
    caption = f"<caption>{_escaped(caption)}</caption>"
    return f'<table class="foi-table">{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _escaped(text: str) -> str:
    return html.escape(visible(text))


def to_rich(text: str, marks: Iterable[Mark]) -> Text:
    """The text for a terminal, marks in colour with their label in brackets."""
    shown = Text()
    for start, end, mark in _stretches(len(text), marks):
        piece = visible(text[start:end])
        if mark is None:
            shown.append(piece)
        else:
            style = _STYLES[mark.style][3] if mark.style in _STYLES else "bold"
            shown.append(piece, style=f"{style} underline")
            if end == mark.end:
                shown.append(f"[{mark.label}]", style=f"{style} reverse")
    return shown


def visible(text: str) -> str:
    r"""The text with every control character that could disguise it replaced by `�`.

    >>> visible("exe\u202efdp")
    'exe�fdp'
    """
    return _DISGUISE.sub("\N{REPLACEMENT CHARACTER}", text)


def _stretches(length: int, marks: Iterable[Mark]) -> list[tuple[int, int, Mark | None]]:
    """Cut 0..length into stretches that carry one mark at most, the shortest that covers them."""
    usable = [m for m in marks if 0 <= m.start < m.end <= length]
    cuts = sorted({0, length, *(m.start for m in usable), *(m.end for m in usable)})
    starting: dict[int, list[Mark]] = {}
    for mark in usable:
        starting.setdefault(mark.start, []).append(mark)
    open_marks: list[Mark] = []
    stretches: list[tuple[int, int, Mark | None]] = []
    for start, end in itertools.pairwise(cuts):
        open_marks = [m for m in open_marks if m.end > start] + starting.get(start, [])
        stretches.append((start, end, min(open_marks, key=lambda m: m.end - m.start, default=None)))
    return stretches
