"""`foi evaluate`: the reader measured against labelled letters."""

import enum
import json
from pathlib import Path
from typing import Annotated

import typer

from .app import app

__all__ = ["evaluate"]


class _By(enum.StrEnum):
    TYPE = "type"
    YEAR = "year"
    LAYOUT = "layout"
    LABEL = "label"


@app.command(epilog="Example: `foi evaluate --split validation --by label --errors 20 --into build/evaluation`")
def evaluate(
    gold: Annotated[
        Path, typer.Argument(help="Folder of labelled letters, one of them, or a file of gold labels.")
    ] = Path("data/gold"),
    split: Annotated[str | None, typer.Option(help="Only this part: train, validation or test.")] = None,
    by: Annotated[
        list[_By] | None,
        typer.Option(
            help="Also by type of authority, year, layout of the answers, or label (with confusion tables); repeatable."
        ),
    ] = None,
    errors: Annotated[int, typer.Option(min=0, help="How many errors to list.")] = 0,
    into: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write a page with every table, error and plot here.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print everything as one JSON object.")] = False,
) -> None:
    """Read labelled letters and print how far the reader agrees with their labels."""
    from rich.console import Console
    from rich.progress import track

    from ..evaluation import evaluate as measure
    from ..evaluation import load_gold
    from ..exports import print_evaluation, write_evaluation
    from ..reading import read
    from .show import printer

    labelled = load_gold(gold, split)
    shown = track(labelled, "Reading", console=Console(stderr=True), transient=True)
    evaluation = measure(labelled, {each.row["id"]: read(each.letter) for each in shown})
    if as_json:
        typer.echo(json.dumps(evaluation.to_dict(errors)))
    else:
        print_evaluation(evaluation, printer(), by or (), errors)
    if into is not None:
        page = write_evaluation(evaluation, labelled, into)
        typer.echo(f"Page: {page}", err=as_json)
