"""`foi families` and `foi whose`: which paragraphs return in letter after letter, and whose a text is."""

import contextlib
import sys
from pathlib import Path
from typing import Annotated

import typer

from ..errors import UsageError
from .app import app, complain

__all__ = ["families", "whose"]


@app.command(epilog="Example: `foi families letters.jsonl > passages.jsonl`")
def families(
    file: Annotated[Path | None, typer.Argument(help="JSON lines of letters; standard input when not given.")] = None,
    exact: Annotated[bool, typer.Option("--exact", help="Only the same words; no edited copies.")] = False,
) -> None:
    """Find the paragraphs that letters share: for each paragraph of JSON lines (id, text, authority) its family.

    One line for every paragraph, in order: letter_id, start, end, family, tier (exact or near) and
    similarity; the last three are null for a paragraph found in no other letter.
    """
    from ..progress import watching
    from .family_lines import find_family_lines

    if file is not None and not file.is_file():
        raise UsageError(f"there is no file {file}; name a file of JSON lines, or give them on standard input")
    with contextlib.nullcontext(sys.stdin.buffer) if file is None else file.open("rb") as stream:
        size = None if file is None else file.stat().st_size
        with watching("Comparing paragraphs", size) as advance:
            found = find_family_lines(stream, near=not exact, advance=advance)
            for lines in found.output:
                sys.stdout.buffer.write(lines)
    sys.stdout.buffer.flush()
    complain(
        f"{found.passages:,} paragraphs of {found.letters:,} letters; {found.families:,} stand in two letters or more"
    )
    for problem in found.problems:
        complain(problem)
    if found.problems:
        raise typer.Exit(1)


@app.command(
    epilog='Example: `foi whose corpus "We have to weigh openness against harm."` · `foi whose corpus - < reply.txt`'
)
def whose(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder of the corpus.")],
    text: Annotated[str, typer.Argument(help="A paragraph or several; - for standard input.")],
    authority: Annotated[str | None, typer.Option(help="Who wrote it: its own name is no difference then.")] = None,
) -> None:
    """Find who else uses a paragraph: the wordings of a corpus nearest to it, and what the nearest differs in."""
    from ..corpus import Corpus
    from .show import printer
    from .whose import whose_view

    if text == "-":
        text = sys.stdin.buffer.read().decode("utf-8", "replace")
    printer().print(whose_view(Corpus(folder).whose(text, authority), text))
