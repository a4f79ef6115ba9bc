"""The labelled letters of a folder or file, in the one shape everything is measured with."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

from ..errors import UsageError
from ..records import Letter
from .labels import SPLITS
from .markup import LabelledLetter, compile_letter

__all__ = ["load_gold"]


def load_gold(path: Path, split: str | None = None) -> list[LabelledLetter]:
    """Load labelled letters.

    Args:
        path: A folder whose `letters/*.txt` are marked-up letters, or without `letters` its own
            `*.txt`; one such letter; or a file `…gold.jsonl` of labels with the letters beside it
            in `…input.jsonl`.
        split: Keep the letters of this part only: `train`, `validation` or `test`.

    Returns:
        The letters with their labels, in the order of the files or lines.

    Raises:
        UsageError: When there is nothing to load, or a label has no letter.
        MarkupError: When a marked-up letter does not compile.
    """
    if split is not None and split not in SPLITS:
        raise UsageError(f"no split {split!r}; there are {', '.join(SPLITS)}")
    gold = _load_rows(path) if path.suffix == ".jsonl" else _load_letters(path)
    chosen = [each for each in gold if split is None or each.row.get("split") == split]
    if not chosen:
        raise UsageError(f"no labelled letters in {path}" + (f" for the split {split}" if split else ""))
    return chosen


def _load_letters(path: Path) -> list[LabelledLetter]:
    letters = path / "letters"
    files = [path] if path.is_file() else sorted((letters if letters.is_dir() else path).glob("*.txt"))
    return [compile_letter(f.read_bytes().decode("utf-8"), str(f)) for f in files]


def _load_rows(path: Path) -> list[LabelledLetter]:
    letters_path = path.with_name(path.name.replace("gold.jsonl", "input.jsonl"))
    if letters_path == path or not letters_path.is_file():
        raise UsageError(f"{path} needs its letters beside it, in a file with 'input' where it has 'gold'")
    letters = {row["id"]: row for row in _json_lines(letters_path)}
    rows = _json_lines(path)
    if missing := [row["id"] for row in rows if row["id"] not in letters]:
        raise UsageError(f"{letters_path} has no letter for {', '.join(missing[:5])}")
    return [LabelledLetter(_letter(letters[row["id"]]), row) for row in rows]


def _letter(row: dict[str, Any]) -> Letter:
    date = dt.date.fromisoformat(row["date"]) if row.get("date") else None
    return Letter(row["id"], row["text"], row.get("request"), row.get("authority"), date, source="gold")


def _json_lines(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]
