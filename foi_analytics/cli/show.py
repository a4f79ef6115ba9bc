"""Readings and tables for the eye: on a terminal in colour, in a pipe as plain text."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import pandas as pd
from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from ..highlight import to_rich
from ..reasoning import duty_source, duty_words
from ..records import Duty, Exemption, Question, Reading
from ..regimes import provision, regimes

__all__ = ["frame_table", "plain", "printer", "reading_view"]

_QUOTE = 160
_WIDEST = 32
_PADDING = 4
_PIPE_WIDTH = 120
_WHERE = ("start", "end", "score", "made_by")


def printer() -> Console:
    """Standard output; where it is no terminal, wide enough for tables."""
    console = Console(highlight=False)
    return console if console.is_terminal else Console(highlight=False, width=_PIPE_WIDTH)


def reading_view(reading: Reading) -> RenderableType:
    """A reading as a person looks at it: outcome, grounds, questions, what a refusal notice owes, then the letter."""
    grounds = reading.exemptions + reading.inferred_exemptions
    pieces: list[RenderableType] = [_header(reading)]
    if grounds:
        pieces.append(_grounds_table(grounds))
    if reading.questions:
        pieces.append(_questions_table(reading.questions))
    if reading.duties:
        pieces.append(_notice_table(reading.duties))
    pieces.append(Panel(to_rich(reading.letter.text, reading.marks()), title="The letter", title_align="left"))
    return Group(*pieces)


def frame_table(name: str, frame: pd.DataFrame, rows: int, width: int) -> Table:
    """The first rows of a frame: the columns that say most, as many as fit; the others are named below."""
    head = {str(column): [_cell(value) for value in frame[column].head(rows)] for column in frame}
    shown = []
    for column, cells in head.items():
        needed = min(max(map(len, (column, *cells))), _WIDEST) + _PADDING
        if needed <= width and column not in _WHERE and (any(cells) or not cells):
            shown.append(column)
            width -= needed
    title = f"{name}: {len(frame):,} rows, {len(frame.columns)} columns"
    table = Table(title=Text(title, style="bold"), title_justify="left", caption_justify="left", box=SIMPLE_HEAD)
    if others := [column for column in head if column not in shown]:
        table.caption = Text(f"also {', '.join(others)}")
    for column in shown:
        table.add_column(Text(column), no_wrap=True, max_width=_WIDEST)
    for row in zip(*(head[column] for column in shown), strict=True):
        table.add_row(*(plain(cell, _WIDEST) for cell in row))
    return table


def _header(reading: Reading) -> Panel:
    letter = reading.letter
    facts = {
        "Outcome": _words(reading.outcome),
        "Kind": _words(reading.kind),
        "Law": ", ".join(known.short if (known := regimes().get(r)) else r for r in reading.regimes),
        "Neither confirmed nor denied": "yes" if reading.ncnd else "",
        "Partly not held": "yes" if reading.some_not_held else "",
        "Public interest test": "" if reading.pit == "na" else _words(reading.pit),
        "Prejudice": ", ".join(reading.prejudice),
        "More time": "; ".join(
            f"{_cited(e.provision)}, until {e.until}" if e.until else _cited(e.provision) for e in reading.extensions
        ),
        "Authority": letter.authority or "",
        "Date": letter.date.isoformat() if letter.date else "",
    }
    grid = Table.grid(padding=(0, 2))
    for name, fact in facts.items():
        if fact:
            grid.add_row(Text(name, style="bold"), plain(fact))
    return Panel(grid, title=plain(letter.title or letter.origin or letter.letter_id, 100), title_align="left")


def _grounds_table(grounds: Iterable[Exemption]) -> Table:
    table = Table(box=SIMPLE_HEAD)
    table.add_column("Relied on", no_wrap=True)
    for heading in ("What it is about", "How", "Questions", "In these words"):
        table.add_column(heading)
    for ground in grounds:
        known = provision(ground.provision)
        about = known.label or known.title if known else ""
        how = "concluded" if ground.inferred else _words(ground.role)
        numbers = plain(", ".join(ground.questions))
        table.add_row(_cited(ground.provision), about, how, numbers, plain(ground.quote, _QUOTE))
    return table


def _questions_table(questions: Iterable[Question]) -> Table:
    table = Table(box=SIMPLE_HEAD)
    for heading in ("", "Asked", "Outcome"):
        table.add_column(heading)
    table.add_column("Grounds", no_wrap=True)
    table.add_column("Answered in these words")
    for question in questions:
        grounds = "\n".join(map(_cited, question.exemptions))
        asked, answer = plain(question.quote, _QUOTE), plain(question.answer_quote or "", _QUOTE)
        table.add_row(plain(question.number), asked, _words(question.outcome), grounds, answer)
    return table


def _notice_table(duties: Sequence[Duty]) -> Table:
    found = sum(duty.met for duty in duties)
    sources = "\n".join(dict.fromkeys(duty_source(duty.duty) for duty in duties))
    table = Table(
        title=Text(f"Refusal notice: {found} of {len(duties)} duties met", style="bold"),
        title_justify="left",
        caption=Text(sources),
        caption_justify="left",
        box=SIMPLE_HEAD,
    )
    table.add_column("The notice", ratio=3)
    table.add_column("", no_wrap=True)
    table.add_column("Imposed by", no_wrap=True)
    table.add_column("In these words, or owed because of these", ratio=4)
    rows = Counter(duty.duty for duty in duties)
    for duty in duties:
        # A duty that is owed for each ground has a row for each; the ground tells them apart.
        about = f" ({', '.join(map(_cited, duty.concerns))})" if rows[duty.duty] > 1 and duty.concerns else ""
        words = plain(duty_words(duty.duty) + about)
        shown = Text("met", style="green") if duty.met else Text("missing", style="bold red")
        imposed = Text(_cited(duty.duty), style=f"link {duty_source(duty.duty)}")
        table.add_row(words, shown, imposed, plain(duty.quote, _QUOTE))
    return table


def _cited(provision_id: str) -> str:
    """`FOIA 40(2)` for `foia2000:40(2)`; other Acts as they are."""
    regime_id, _, number = provision_id.partition(":")
    known = regimes().get(regime_id)
    return f"{known.short} {number}" if known else provision_id


def _words(label: str) -> str:
    return "neither confirm nor deny" if label == "ncnd" else label.replace("_", " ")


def _cell(value: Any) -> str:
    if isinstance(value, np.ndarray):
        return ", ".join(map(str, value))
    if pd.isna(value):
        return ""
    return value.date().isoformat() if isinstance(value, pd.Timestamp) else str(value)


def plain(text: str, longest: int = 1000) -> Text:
    """Text of a letter on one line, shortened, with nothing in it that could steer a terminal."""
    flat = " ".join(text.split())
    return to_rich(flat if len(flat) <= longest else f"{flat[: longest - 1]}…", [])
