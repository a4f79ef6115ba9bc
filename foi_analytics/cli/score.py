"""`foi score`: the reader measured against labelled letters."""

from pathlib import Path
from typing import Annotated

import typer

from .app import app

__all__ = ["score"]


@app.command(epilog="Example: `foi score --split test --errors 20`")
def score(
    gold: Annotated[
        Path, typer.Option(help="Folder of labelled letters, one of them, or a file of gold labels.")
    ] = Path("data/gold"),
    split: Annotated[str | None, typer.Option(help="Only this part: train, validation or test.")] = None,
    errors: Annotated[int, typer.Option(min=0, help="How many disagreements to list.")] = 0,
) -> None:
    """Read labelled letters and print how often the reader agrees with their labels."""
    from ..evaluation.report import print_scores

    print_scores(gold, split, errors)
