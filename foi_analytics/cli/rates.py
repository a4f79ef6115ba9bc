"""`foi rates`: shares with their intervals, and how they come about."""

import enum
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from .app import app

if TYPE_CHECKING:
    from ..corpus import Corpus
    from ..statistics import Rate

__all__ = ["print_rates", "rates"]

_NAMES = {
    "as_read": "as read",
    "clustered": "as read",
    "prediction_powered": "corrected by labels",
    "labelled_only": "labels only",
    "rogan_gladen": "corrected by error rates",
    "rogan_gladen_elsewhere": "corrected by error rates elsewhere",
}
_UNITS = {
    "request": "the first decisions of requests",
    "citation": "the citations relied on in first decisions",
    "word": "the words of first decisions",
}
_WORDS = {"repeated": "In other letters too", "unrepeated": "In no other letter"}
_WIDEST = 60
_LIMIT = 20
"""Working days of the ordinary limit of FOIA, EIR, FOISA and EI(S)R."""


class _Of(enum.StrEnum):
    OUTCOME = "outcome"
    EXEMPTION = "exemption"
    GROUND = "ground"
    BOILERPLATE = "boilerplate"
    TIMELINESS = "timeliness"


class _By(enum.StrEnum):
    AUTHORITY = "authority"
    TYPE = "type"
    QUARTER = "quarter"
    YEAR = "year"
    REGIME = "regime"


class _Unit(enum.StrEnum):
    REQUEST = "request"
    CITATION = "citation"


@app.command(
    epilog="Examples: `foi rates corpus` · `foi rates corpus --of exemption --by authority --labels labels.jsonl` · "
    "`foi rates corpus --of timeliness --by year --csv rates.csv`"
)
def rates(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder of the corpus.")],
    of: Annotated[
        _Of, typer.Option(help="What is counted: exemptions are sections, grounds provisions.")
    ] = _Of.OUTCOME,
    by: Annotated[_By | None, typer.Option(help="By which groups; the corpus as a whole when not given.")] = None,
    unit: Annotated[
        _Unit | None, typer.Option(help="Exemptions and grounds are counted of requests, or of citations.")
    ] = None,
    labels: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Labels of letters drawn at random from this corpus: JSON lines with id, and outcome or exemptions.",
        ),
    ] = None,
    types: Annotated[
        Path | None, typer.Option(metavar="FILE", help="For --by type: a CSV file with the columns name and type.")
    ] = None,
    minimum: Annotated[int, typer.Option(min=1, help="Rates of fewer letters are withheld.")] = 10,
    csv: Annotated[Path | None, typer.Option(metavar="FILE", help="Also write every rate, zeros too, as CSV.")] = None,
) -> None:
    """Print rates of outcomes, exemptions, shared wording or timeliness, with intervals and the method of each."""
    from ..corpus import Corpus
    from ..exports.rates import write_rates
    from ..statistics import find_rates, load_labels, load_types
    from .show import printer

    corpus, console = Corpus(folder), printer()
    found = find_rates(
        corpus,
        of.value,
        by.value if by else None,
        unit=unit.value if unit else "",
        labels=load_labels(labels) if labels else None,
        types=load_types(types) if types else None,
        minimum=minimum,
    )
    print_rates(found, of.value, console)
    if of is _Of.TIMELINESS and by is not _By.TYPE:
        _print_waiting(corpus, by.value if by else None, minimum, console)
    if csv:
        csv.parent.mkdir(parents=True, exist_ok=True)
        write_rates(found, csv)
        typer.echo(f"{len(found):,} rates written to {csv}")


def print_rates(rates: "Sequence[Rate]", of: str, console: Console) -> None:
    """Print the rates of which there are any, by group and not by size, and what is to be known of them."""
    from ..statistics import METHODS

    shown = [rate for rate in rates if rate.numerator or rate.estimate]
    if not shown:
        console.print("There is nothing to count: no letter decides a request, or none was read yet (foi analyse).")
        return
    console.print(_table(shown, of))
    for method in dict.fromkeys(rate.method for rate in shown if not rate.withheld):
        console.print(f"  {_NAMES[method]}: {METHODS[method]}", soft_wrap=True)
    for reason, number in Counter(rate.withheld for rate in shown if rate.withheld).items():
        console.print(f"  {number:,} withheld: {reason}", soft_wrap=True)
    console.print("  All are of published responses: a corpus is not a register.", soft_wrap=True)


def _table(rates: "Sequence[Rate]", of: str) -> Table:
    from ..statistics import EVERYTHING
    from .show import plain

    grouped = any(rate.group != EVERYTHING for rate in rates)
    title = Text(f"{of.title()}: of {_UNITS[rates[0].unit]}", style="bold")
    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD)
    for heading in ("Group", "What") if grouped else ("What",):
        table.add_column(heading)
    for heading in ("As read", "Rate", "95 % interval"):
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column("How")
    for rate in sorted(rates, key=lambda rate: (rate.group, -rate.numerator, rate.what)):
        named = [plain(_group_label(rate.group), _WIDEST)] if grouped else []
        counts = f"{rate.numerator:,} of {rate.denominator:,}"
        table.add_row(*named, plain(_label(of, rate.what), _WIDEST), counts, *_share(rate))
    return table


def _share(rate: "Rate") -> tuple[str, str, str]:
    if rate.estimate is None or rate.low is None or rate.high is None:
        return "–", "–", "withheld"
    interval = f"{100 * rate.low:.1f}–{100 * rate.high:.1f} %"
    return f"{rate.estimate:.1%}".replace("%", " %"), interval, _NAMES[rate.method]


def _label(of: str, what: str) -> str:
    from ..naming import OUTCOME_LABELS, TIMELINESS_LABELS, cited_as, section_label

    if of in ("exemption", "ground"):
        return section_label(what) if of == "exemption" else cited_as(what)
    return {"outcome": OUTCOME_LABELS, "timeliness": TIMELINESS_LABELS, "boilerplate": _WORDS}[of].get(what, what)


def _group_label(group: str) -> str:
    from ..regimes import regimes

    return regimes()[group].short if group in regimes() else group


def _print_waiting(corpus: "Corpus", by: str | None, minimum: int, console: Console) -> None:
    """Print the median of what was decided, and what was still open after twenty days."""
    from ..naming import counted
    from ..statistics import find_durations, find_waiting
    from .show import plain

    for took in find_durations(corpus, by, minimum):
        if took.median is not None:
            interval = f" ({took.low}–{took.high})" if took.low is not None else ""
            days = f"median {took.median:g}{interval} working days"
            of = counted(took.requests, "decided request")
            console.print(plain(f"{_group_label(took.group)}: {days}, of {of}"), soft_wrap=True)
    for wait in find_waiting(corpus, by, minimum=minimum):
        if wait.curve:
            share, low, high = wait.curve.after(_LIMIT)
            after = f"{share:.0%} ({low:.0%}–{high:.0%}) open after {_LIMIT} working days"
            of = f"of {counted(wait.requests, 'request')}, {wait.open:,} still open on {wait.as_of}"
            console.print(plain(f"{_group_label(wait.group)}: {after}, {of}"), soft_wrap=True)
