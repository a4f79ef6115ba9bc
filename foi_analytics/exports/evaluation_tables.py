"""How far readings agree with labels, on the terminal."""

import string
from collections.abc import Sequence
from typing import Any

import pandas as pd
from rich.box import SIMPLE
from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from ..evaluation.evaluate import CONFUSED, Evaluation
from ..evaluation.figures import DRAWS
from ..highlight import visible
from ..naming import SMALL_BASE, counted

__all__ = ["HEADLINES", "KEYS", "caption", "headlines", "print_evaluation", "rounded"]

HEADLINES = {
    "citations.provision": "provision",
    "citations.role_accuracy": "role",
    "citations.applied_vs_not_accuracy": "relied on",
    "exemptions.section": "sections",
    "questions.found": "asks found",
    "questions.outcome_accuracy": "ask outcome",
    "questions.exemptions": "ask grounds",
    "letter.kind_accuracy": "kind",
    "letter.outcome_accuracy": "outcome",
}
"""The figures that parts of the letters are compared by, with the heads of their columns."""

KEYS = string.ascii_letters
"""What stands for a label over a column of a confusion table."""

_QUOTE = 80
_TITLES = {"type": "by type of authority", "year": "by year", "layout": "by layout of the answers"}
_COLUMNS = ("value", "95 % interval", "precision", "recall", "labels", "found")


def print_evaluation(evaluation: Evaluation, console: Console, by: Sequence[str] = (), errors: int = 0) -> None:
    """Print the figures, the tables asked for, and the first errors.

    Args:
        evaluation: What was measured.
        console: Where to print.
        by: Any of `type` (of authority), `year`, `layout` (of the answers) and `label`; the last brings the
            confusion tables too.
        errors: How many errors to list, each with the span it is about.
    """
    console.print(_figures(evaluation))
    console.print(Text(caption(evaluation)), soft_wrap=True)
    for field, error in evaluation.calibration_error.items():
        console.print(f"expected calibration error, {field}: {error:.3f}", markup=False, highlight=False)
    for grouping in by:
        for each in _by_label(evaluation) if grouping == "label" else [_by(evaluation, grouping)]:
            console.print(each)
    for _, error in evaluation.errors[:errors].iterrows():
        console.print(Text(_error(error)), soft_wrap=True, highlight=False)


def caption(evaluation: Evaluation) -> str:
    """What the intervals and the mark of small bases mean."""
    drawn = evaluation.letters["authority"].nunique() if evaluation.drawn == "authorities" else len(evaluation.letters)
    things = counted(drawn, *(("authority", "authorities") if evaluation.drawn == "authorities" else ("letter",)))
    few = "; so few say little about others" if drawn < SMALL_BASE else ""
    return (
        f"95 % intervals: {DRAWS:,} bootstrap draws of {things} with all they wrote{few}. "
        f"* rests on fewer than {SMALL_BASE}."
    )


def headlines(evaluation: Evaluation, grouping: str) -> list[tuple[str, int, list["pd.Series[Any]"]]]:
    """For each part of the letters its name, how many letters it has, and the rows of `HEADLINES`."""
    parts = []
    for name, part in evaluation.by(grouping).groupby(grouping, sort=True):
        rows = {row["figure"]: row for _, row in part.iterrows()}
        parts.append((str(name), int(part["letters"].iloc[0]), [rows[figure] for figure in HEADLINES]))
    return parts


def rounded(row: "pd.Series[Any]", column: str = "value") -> str:
    """A figure to three places, marked when its base is small; nothing when there is none, or nothing to measure."""
    value = row[column]
    if pd.isna(value) or not row[["labels", "found"]].fillna(0).any():
        return ""
    return f"{value:.3f}" + ("*" if row["small"] and column == "value" else "")


def _figures(evaluation: Evaluation) -> Group:
    missing = int((~evaluation.letters["read"]).sum())
    table = _table("figure", *_COLUMNS)
    for name, row in evaluation.figures.iterrows():
        table.add_row(str(name), *_cells(row))
    return _titled(f"{counted(len(evaluation.letters), 'letter')}, {missing:,} without a reading", table)


def _titled(title: str, table: Table) -> Group:
    return Group(Text(title, style="bold"), table)


def _table(first: str, *columns: str) -> Table:
    table = Table(box=SIMPLE, padding=(0, 1, 0, 0))
    table.add_column(first, no_wrap=True)
    for name in columns:
        table.add_column(name, justify="right")
    return table


def _cells(row: "pd.Series[Any]") -> list[str]:
    interval = "" if pd.isna(row["low"]) else f"{row['low']:.3f} – {row['high']:.3f}"
    bases = ["" if pd.isna(row[name]) else f"{row[name]:,}" for name in ("labels", "found")]
    return [rounded(row), interval, rounded(row, "precision"), rounded(row, "recall"), *bases]


def _by(evaluation: Evaluation, grouping: str) -> Group:
    table = _table(grouping, "letters", *HEADLINES.values())
    for name, letters, rows in headlines(evaluation, grouping):
        table.add_row(Text(visible(name)), f"{letters:,}", *map(rounded, rows))
    return _titled(_TITLES[grouping], table)


def _by_label(evaluation: Evaluation) -> list[Group]:
    tables = []
    for field, rows in evaluation.by_label.groupby("field", sort=False):
        table = _table("label", *_COLUMNS)
        for _, row in rows.iterrows():
            table.add_row(Text(visible(row["label"])), *_cells(row))
        tables.append(_titled(str(field), table))
    return tables + [_crossed(evaluation, field) for field in CONFUSED]


def _crossed(evaluation: Evaluation, field: str) -> Group:
    counts = evaluation.crossed(field)
    table = _table("label", *KEYS[: len(counts)])
    for key, (label, row) in zip(KEYS, counts.iterrows(), strict=False):
        table.add_row(Text(visible(f"{key} {label}")), *(str(n) if n else "·" for n in row))
    return _titled(f"{field}: labels down, found across", table)


def _error(error: "pd.Series[Any]") -> str:
    where = "" if pd.isna(error["start"]) else f" {error['within']} {error['start']}–{error['end']}"
    words = " ".join(str(error["quote"]).split())
    quote = f" “{words[:_QUOTE]}{'…' if len(words) > _QUOTE else ''}”" if words else ""
    said = f"  {error['made_by']}" if error["made_by"] else ""
    return visible(
        f"{error['letter_id']}{where}{quote}  {error['field']}: {error['expected']} → {error['found']}{said}"
    )
