"""Letters that somebody gives the dashboard to read there and then; nothing of them is kept."""

import dataclasses
import re
import tempfile
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..errors import FoiError, defect
from ..formats import Limits
from ..reading import read
from ..records import Letter, Problem, Reading
from ..sources import Item, load, open_source

__all__ = ["LIMITS", "MOST_CHARACTERS", "MOST_LETTERS", "Uploaded", "read_sample", "read_uploads", "sample_is_there"]

LIMITS = Limits(max_file=50_000_000, max_unpacked=200_000_000, max_members=1_000)
MOST_LETTERS = 200
MOST_CHARACTERS = 20_000_000
"""Letters, and characters in all of them, that are read; the rest is for a corpus."""
_SAMPLE = Path(__file__).parents[2] / "data" / "sample"
_UNUSUAL = re.compile(r"[^\w .,()\[\]&'+-]")
_NUMBER = re.compile(r"^\d{4} ")
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Uploaded:
    """What came of some files.

    Attributes:
        readings: What each letter says.
        problems: What could not be read, with the reason.
        cut_short: Whether there were more letters than are read here.
    """

    readings: tuple[Reading, ...]
    problems: tuple[Problem, ...]
    cut_short: bool


def read_uploads(files: Iterable[tuple[str, bytes]]) -> Uploaded:
    """Read letters from files of any kind; they are in a temporary folder while that takes.

    Args:
        files: The name and the bytes of each.

    Returns:
        Their readings, and what could not be read.

    >>> found = read_uploads([("a.txt", b"We hold no maps."), ("b.pdf", b"")])
    >>> [reading.letter.origin for reading in found.readings], [problem.origin for problem in found.problems]
    (['a.txt'], ['b.pdf'])
    """
    with tempfile.TemporaryDirectory(prefix="foi-") as folder:
        for number, (name, data) in enumerate(files):
            (Path(folder) / f"{number:04d} {_safe(name)}").write_bytes(data)
        return _read_all(_named_as_given(item) for item in load(open_source("auto", folder, limits=LIMITS)))


def sample_is_there() -> bool:
    """Whether the sample letters came with this installation; those of the repository do."""
    return (_SAMPLE / "sources.toml").is_file()


def read_sample() -> Uploaded:
    """Read the sample letters as `read_uploads` does."""
    entries = tomllib.loads((_SAMPLE / "sources.toml").read_text(encoding="utf-8"))["source"]
    return _read_all(
        item
        for each in entries
        for item in load(open_source(each["kind"], _SAMPLE / each["path"], authority=each["authority"]))
    )


def _safe(name: str) -> str:
    """A name that a folder can hold, its end kept: a table is told by it."""
    return _UNUSUAL.sub("_", name)[-_LONGEST_NAME:]


def _named_as_given(item: Item) -> Item:
    return dataclasses.replace(item, origin=_NUMBER.sub("", item.origin)) if item.origin else item


def _read_all(items: Iterable[Item]) -> Uploaded:
    readings: list[Reading] = []
    problems: list[Problem] = []
    characters = 0
    for item in items:
        if isinstance(item, Problem):
            problems.append(item)
        elif isinstance(item, Letter):
            characters += len(item.text)
            if len(readings) == MOST_LETTERS or characters > MOST_CHARACTERS:
                return Uploaded(tuple(readings), tuple(problems), cut_short=True)
            try:
                readings.append(read(item))
            except FoiError as error:
                problems.append(Problem(item.origin or item.letter_id, "read", str(error)))
            except Exception as error:
                # Whatever the reader stumbles over, one letter costs one letter.
                problems.append(Problem(item.origin or item.letter_id, "read", defect(error)))
    return Uploaded(tuple(readings), tuple(problems), cut_short=False)
