"""`foi return`: official returns and disclosure logs from a corpus."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from ..errors import UsageError
from .app import app, complain
from .corpus import pair

__all__ = ["make"]


@app.command(
    "return",
    epilog="Examples: `foi return cabinet-office corpus --year 2024 --to return.csv` · "
    "`foi return section45 corpus --year 2024 --quarter 3 --register cases.csv --to return.xlsx`",
)
def make(
    name: Annotated[
        str, typer.Argument(metavar="RETURN", help="cabinet-office, scotland, section45, us or disclosure-log.")
    ],
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder of the corpus.")],
    year: Annotated[int, typer.Option(help="The year; for us, the fiscal year.")],
    to: Annotated[
        Path, typer.Option(metavar="FILE", help="A .csv, .parquet, .xlsx, .ods or .zip (evidence pack), or a folder.")
    ],
    quarter: Annotated[int | None, typer.Option(min=1, max=4, help="One quarter of it.")] = None,
    authority: Annotated[str | None, typer.Option(help="One authority; all when not given.")] = None,
    register: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A case register: a table with a row for each request.")
    ] = None,
    column: Annotated[
        list[str] | None, typer.Option(metavar="FIELD=NAME", help="The column of the register that holds a field.")
    ] = None,
    as_of: Annotated[
        dt.datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Day on which open requests are counted; the register's last day."),
    ] = None,
    suppress_below: Annotated[
        int | None, typer.Option(metavar="N", help="Withhold counts from 1 to N-1, and what would tell them.")
    ] = None,
) -> None:
    """Count an official return, check its sums, and write it with what stands behind every cell.

    What letters cannot tell is left blank and named, unless a case register is given. A return
    whose sums contradict one another is not written.
    """
    from ..corpus import Corpus
    from ..exports.returns import Chosen, log_book, make_return, suppress, write_book, write_return

    corpus = Corpus(folder)
    columns = dict(pair(each) for each in column or [])
    chosen = Chosen(year, quarter, authority, register, columns, as_of.date() if as_of else None)
    if name == "disclosure-log":
        if suppress_below:
            raise UsageError("a disclosure log lists requests; it has no counts to withhold")
        left_out = write_book(log_book(corpus, chosen), corpus, to)
        typer.echo(f"Disclosure log written to {to}")
    else:
        figures = make_return(name, corpus, chosen)
        left_out = write_return(suppress(figures, suppress_below) if suppress_below else figures, corpus, to)
        requests = sum(len(remark.cases) for remark in figures.remarks)
        typer.echo(f"{figures.definition.title}, {figures.period}: {requests:,} requests, written to {to}")
        for each in (*figures.tallied, *(f"Does not add up: {warning}" for warning in figures.warnings)):
            complain(each)
    for each in left_out:
        complain(f"left out: {each}")
