"""Reads labelled letters, scores the readings and prints the figures."""

from pathlib import Path

from rich import box
from rich.console import Console
from rich.progress import track
from rich.table import Table

from ..reading import read
from .gold import load_gold
from .score import Rate, Scores, score

__all__ = ["print_scores"]


def print_scores(gold: Path, split: str | None = None, errors: int = 0, console: Console | None = None) -> Scores:
    """Read every labelled letter, and print how far the readings agree with the labels.

    Args:
        gold: Folder or file of labelled letters, as `load_gold` takes it.
        split: `train`, `validation` or `test`; all letters when None.
        errors: How many disagreements to list.
        console: Where to print; standard output when None.

    Returns:
        The figures printed.

    Raises:
        UsageError: When there is nothing to score.
        MarkupError: When a labelled letter does not compile.
    """
    console = console or Console()
    labelled = load_gold(gold, split)
    shown = track(labelled, "Reading", console=Console(stderr=True), transient=True)
    readings = {each.row["id"]: read(each.letter).to_dict() for each in shown}
    scores = score([each.row for each in labelled], readings)
    console.print(_table(scores))
    for line in scores.disagreements[:errors]:
        console.print(line, markup=False, highlight=False)
    return scores


def _table(scores: Scores) -> Table:
    table = Table(title=f"{scores.letters} letters", title_justify="left", box=box.SIMPLE)
    table.add_column("figure")
    for name in ("value", "precision", "recall", "labels", "found"):
        table.add_column(name, justify="right")
    for area, figures in scores.figures.items():
        for name, value in figures.items():
            cells = (
                (value.f1, value.precision, value.recall, value.gold, value.found)
                if isinstance(value, Rate)
                else (value,)
            )
            table.add_row(f"{area}.{name}", *(f"{c:.3f}" if isinstance(c, float) else str(c) for c in cells))
        table.add_section()
    return table
