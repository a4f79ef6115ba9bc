"""`foi demo`: the sample corpus from its files to tables, a report and a summary."""

import itertools
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import MissingExtraError, UsageError
from .app import app, report
from .suggest import print_suggestions

if TYPE_CHECKING:
    from ..sources import Source

__all__ = ["demo"]

_SAMPLE = Path(__file__).parents[2] / "data" / "sample"
_PAIRS = 3
"""Suggestions shown."""


@app.command(epilog="Example: `foi demo --into build/demo`")
def demo(
    into: Annotated[Path, typer.Option(metavar="DIR", help="Folder to write into; made when it is not there.")] = Path(
        "build/demo"
    ),
) -> None:
    """Load and read the sample letters, compare their words, write tables and a report, and print what was found.

    Calling it again reads nothing that was read before.
    """
    from ..corpus import Corpus
    from ..exports import print_summary, write_report, write_tables
    from ..sources import load
    from .show import printer

    found = itertools.chain.from_iterable(map(load, _sources()))
    corpus = Corpus.create(into / "corpus")
    problems = corpus.load(found, "data/sample").problems
    corpus.analyse()
    try:
        suggested = corpus.suggest()
    except MissingExtraError as error:
        suggested, missing = None, str(error)
    write_tables(corpus, into / "tables")
    write_report(corpus, into / "report.html")
    console = printer()
    print_summary(corpus, console)
    console.print()
    console.print("The same in other words", style="bold")
    if suggested is None:
        console.print(f"  Not looked for: {missing}", soft_wrap=True, markup=False)
    else:
        print_suggestions(corpus, suggested, console, _PAIRS)
    console.print()
    console.print(f"Report     {into / 'report.html'}", soft_wrap=True, markup=False)
    console.print(f"Tables     {into / 'tables'} (CSV and Parquet)", soft_wrap=True, markup=False)
    console.print(f"Dashboard  make dashboard, or: foi dashboard {into / 'corpus'}", soft_wrap=True, markup=False)
    report(problems)


def _sources() -> "list[Source]":
    """Every entry of the sample's `sources.toml`.

    Raises:
        UsageError: When the sample is not here.
    """
    from ..sources import open_source

    listing = _SAMPLE / "sources.toml"
    if not listing.is_file():
        raise UsageError(
            f"there are no sample letters at {_SAMPLE}: an installed package does not bring them; "
            "run `foi demo` from a checkout of the repository, or load letters of your own with `foi load`"
        )
    entries = tomllib.loads(listing.read_text(encoding="utf-8"))["source"]
    return [open_source(each["kind"], _SAMPLE / each["path"], authority=each["authority"]) for each in entries]
