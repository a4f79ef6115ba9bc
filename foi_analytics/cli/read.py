"""`foi read`: letters in files or JSON lines, read and printed."""

import contextlib
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..errors import FoiError, UsageError, defect
from .app import app, complain, report

if TYPE_CHECKING:
    from ..records import Letter

__all__ = ["read"]

_EXAMPLES = """Examples: `foi read reply.pdf` · `foi read *.docx --json > readings.jsonl` ·
`foi read --jsonl letters.jsonl > readings.jsonl`"""


@app.command(epilog=_EXAMPLES)
def read(
    files: Annotated[
        list[Path] | None, typer.Argument(help="Letters; with --jsonl, one file of JSON lines, else standard input.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print each reading as JSON, one a line.")] = False,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="Read JSON lines (id, text, request, authority, date), print JSON lines.")
    ] = False,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes for --jsonl; all cores when not given.")] = None,
) -> None:
    """Read letters: the outcome, the grounds relied on, each question, and the letter with its citations marked."""
    files = files or []
    if jsonl:
        if as_json or len(files) > 1:
            raise UsageError("--jsonl takes one file or standard input, and prints JSON anyway")
        _read_lines(files[0] if files else None, workers)
    elif not files:
        raise UsageError("name a file to read, or give JSON lines with --jsonl; see `foi read --help`")
    else:
        _read_files(files, as_json)


def _read_lines(file: Path | None, workers: int | None) -> None:
    from .jsonl import read_json_lines

    problems = 0
    with contextlib.nullcontext(sys.stdin.buffer) if file is None else _existing(file).open("rb") as stream:
        for found in read_json_lines(stream, workers):
            sys.stdout.buffer.write(found.output + b"\n")
            if found.problem is not None:
                problems += 1
                complain(found.problem)
    sys.stdout.flush()
    if problems:
        raise typer.Exit(1)


def _read_files(files: list[Path], as_json: bool) -> None:
    from ..reading import read as read_letter
    from ..records import Problem
    from .show import printer, reading_view

    problems = []
    for file in map(_existing, files):
        try:
            letter = _letter(file)
        except (FoiError, OSError) as error:
            problems.append(Problem(str(file), "load", str(error)))
            continue
        try:
            reading = read_letter(letter)
        except Exception as error:
            # Whatever the reader stumbles over, one letter costs one letter.
            problems.append(Problem(str(file), "read", defect(error)))
            continue
        if as_json:
            _print_json(reading.to_dict())
        else:
            printer().print(reading_view(reading))
    report(problems)


def _letter(file: Path) -> "Letter":
    from ..formats import Content
    from ..sources import Options
    from ..sources.document import read_document

    content = Content.of(file)
    return read_document(content, str(file), content.sha256(), (), Options())


def _print_json(record: dict[str, Any]) -> None:
    """UTF-8 whatever the terminal says; half a surrogate pair becomes the escape JSON has for it."""
    text = json.dumps(record, ensure_ascii=False)
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")


def _existing(file: Path) -> Path:
    if not file.is_file():
        raise UsageError(f"there is no file {file}; check the spelling and where you are")
    return file
