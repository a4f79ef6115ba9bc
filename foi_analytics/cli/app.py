"""The command `foi`: parse, call, print.

Exit status 0 is fine; 1 means that some letters had problems, listed on standard error; 2 is
wrong usage.
"""

import gc
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import FoiError, UsageError

if TYPE_CHECKING:
    from ..records import Problem

__all__ = ["app", "complain", "main", "report"]

app = typer.Typer(
    name="foi",
    help="Read replies to freedom-of-information requests: what was refused, on which ground, for which question.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(version("foi-analytics"))
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run the command line; refusals become one line on standard error."""
    # Loading libraries makes objects by the hundred thousand, none of them garbage, and looking takes a tenth of it.
    gc.set_threshold(100_000)
    try:
        app()
    except FoiError as error:
        complain(str(error))
        sys.exit(2 if isinstance(error, UsageError) else 1)


def complain(message: str) -> None:
    """Say on standard error what went wrong; whatever a letter wrote cannot steer the terminal."""
    from ..highlight import visible

    typer.echo(f"foi: {visible(message)}", err=True)


def report(problems: "Iterable[Problem]") -> None:
    """List problems on standard error; when there are any, the exit status is 1."""
    found = list(problems)
    for problem in found:
        place = problem.origin if problem.line is None else f"{problem.origin}, line {problem.line}"
        complain(f"{place}: {problem.reason}")
    if found:
        raise typer.Exit(1)
