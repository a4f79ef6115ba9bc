"""`foi load`, `analyse`, `tables`, `export`, `dashboard`: a corpus from its sources to what people look at."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import MissingExtraError, UsageError
from .app import app, complain, report

if TYPE_CHECKING:
    from ..corpus import Loaded

__all__ = ["analyse", "dashboard", "export", "load", "pair", "tables", "told_beside"]

_Folder = Annotated[Path, typer.Argument(metavar="DIR", help="Folder of the corpus.")]


@app.command(
    epilog="Examples: `foi load auto letters/ --into corpus` · "
    "`foi load table log.csv --into corpus --column text=Reply --authority 'Fenmoor Council'`"
)
def load(
    source: Annotated[
        str,
        typer.Argument(
            help="Kind of source: auto, files, table, threads or mail; a publisher, for its pages saved to disk."
        ),
    ],
    path: Annotated[Path, typer.Argument(help="File or folder of that source.")],
    into: Annotated[Path, typer.Option(metavar="DIR", help="Folder of the corpus; made when it is not there.")],
    authority: Annotated[str | None, typer.Option(help="Who wrote the letters, where the source does not say.")] = None,
    licence: Annotated[
        str, typer.Option(help="On what terms they may be used: 'stated: …' or 'assumed: …'.")
    ] = "unknown",
    column: Annotated[
        list[str] | None, typer.Option(metavar="FIELD=NAME", help="For tables, the column that holds a field.")
    ] = None,
    day_first: Annotated[
        bool | None, typer.Option("--day-first/--month-first", help="For tables, how 01/02/2024 is meant.")
    ] = None,
) -> None:
    """Add letters to a corpus: files of every kind, folders, archives, tables, request threads, e-mail.

    What is there already is not added again; what cannot be read is listed with the reason.
    """
    from ..corpus import Corpus
    from ..sources import load as load_source
    from ..sources import open_source

    columns = dict(pair(each) for each in column or [])
    opened = open_source(source, path, authority=authority, licence=licence, columns=columns, day_first=day_first)
    loaded = Corpus.create(into).load(load_source(opened), f"{source}:{path.resolve()}")
    typer.echo(
        f"{loaded.added:,} letters added, {loaded.changed:,} changed, {loaded.unchanged:,} there already, "
        f"{told_beside(loaded)}{len(loaded.problems):,} problems. Next: foi analyse {into}"
    )
    report(loaded.problems)


@app.command(epilog="Example: `foi analyse corpus`")
def analyse(
    folder: _Folder,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes; all cores when not given.")] = None,
) -> None:
    """Read the letters of a corpus that are new, changed, or were read by an older version; find shared wording.

    It can be interrupted at any time; calling it again goes on where it was.
    """
    from ..corpus import Corpus
    from ..records import Problem

    corpus = Corpus(folder)
    try:
        analysed = corpus.analyse(workers)
    except KeyboardInterrupt:
        complain("interrupted; what was read is kept, and the same command goes on from there")
        raise typer.Exit(130) from None
    counts = corpus.sql("SELECT (SELECT count(*) FROM letters) AS letters, (SELECT count(*) FROM families) AS families")
    letters, families = counts.iloc[0]
    typer.echo(
        f"{analysed.letters:,} letters read, {analysed.problems:,} could not be; the corpus has {letters:,} letters "
        f"and {families:,} paragraphs that letters share. Next: foi tables {folder} · foi dashboard {folder}"
    )
    if analysed.problems:
        found = corpus.problems.query("stage == 'read'")
        report(Problem(origin, "read", reason) for origin, reason in zip(found["origin"], found["reason"], strict=True))


@app.command(epilog="Examples: `foi tables corpus` · `foi tables corpus questions --rows 20`")
def tables(
    folder: _Folder,
    names: Annotated[
        list[str] | None, typer.Argument(metavar="TABLE…", help="Tables to show; all when not given.")
    ] = None,
    rows: Annotated[int, typer.Option(min=0, help="How many rows to show of each.")] = 3,
) -> None:
    """Show the tables of a corpus: how many rows and columns each has, and its first rows."""
    from ..corpus import TABLES, Corpus
    from .show import frame_table, printer

    corpus, console = Corpus(folder), printer()
    for name in names or TABLES:
        console.print(frame_table(name, corpus.table(name), rows, console.width))


@app.command(epilog="Examples: `foi export corpus --to results` · `foi export corpus --to pack --format evidence`")
def export(
    folder: _Folder,
    to: Annotated[Path, typer.Option(metavar="OUT", help="Folder to write into; made when it is not there.")],
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            help="Only this: csv or parquet (all tables), xlsx or ods (figures), package (figures as a data package), "
            "evidence (figures with their letters).",
        ),
    ] = None,
) -> None:
    """Write the tables of a corpus as CSV and Parquet and a report as one HTML file, or its figures in another form."""
    from ..corpus import Corpus
    from ..exports import FORMS, export_corpus

    corpus = Corpus(folder)
    earlier = any((to / mark).is_file() for mark in FORMS.values())
    if to.exists() and not earlier and (not to.is_dir() or any(to.iterdir())):
        raise UsageError(f"{to} holds something other than an earlier export; name a new or empty folder")
    for each in export_corpus(corpus, to, form):
        complain(f"left out: {each}")
    typer.echo(f"{'Tables and report.html' if form is None else FORMS[form]} written to {to}")


@app.command(epilog="Example: `foi dashboard corpus`")
def dashboard(folder: _Folder) -> None:
    """Open a corpus in the browser: overview, exemptions, questions, reasoning, boilerplate, and every letter."""
    from ..corpus import Corpus

    Corpus(folder)
    if importlib.util.find_spec("streamlit") is None:
        raise MissingExtraError("the dashboard", "app")
    site = Path(__file__).parents[1] / "dashboard" / "app.py"
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        str(site),
        "--browser.gatherUsageStats=false",
        "--",
        str(folder),
    ]
    raise typer.Exit(subprocess.run(command, check=False).returncode)  # noqa: S603


def told_beside(loaded: "Loaded") -> str:
    """What a source told beside letters, for the line that counts what was loaded."""
    beside = {"requests": loaded.requests, "decisions": len(loaded.notices), "figures": len(loaded.figures)}
    return "".join(f"{count:,} {name}, " for name, count in beside.items() if count)


def pair(text: str) -> tuple[str, str]:
    """The field and the column of a `--column FIELD=NAME`."""
    name, equals, value = text.partition("=")
    if not equals:
        raise UsageError(f"--column takes FIELD=NAME, for example date=Sent, and not {text!r}")
    return name, value
