"""Progress on the terminal; silent where nobody watches."""

import contextlib
from collections.abc import Callable, Iterator
from importlib.util import find_spec

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

__all__ = ["watching"]


@contextlib.contextmanager
def watching(what: str, total: int | None = None) -> Iterator[Callable[[int], None]]:
    """Show how far something long has come.

    Args:
        what: What is being done: `Reading letters`.
        total: How many there are; None when nobody knows yet.

    Yields:
        A function to call with the number just done.
    """
    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    # A notebook without widgets would show a warning in place of the bar.
    watched = console.is_terminal or (console.is_jupyter and find_spec("ipywidgets") is not None)
    with Progress(*columns, TimeRemainingColumn(), console=console, disable=not watched) as progress:
        task = progress.add_task(what, total=total)
        yield lambda number: progress.advance(task, number)
