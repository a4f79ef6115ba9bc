"""Floors: what the reader reached on the labelled letters, pinned, so that no change lowers it unseen.

`python -m foi_analytics.evaluation.floors` (or `make floors`) pins them anew.  A floor goes down only with
`--lower REASON` (`make floors LOWER=REASON`), and the reason stays in the file.
"""

import argparse
import datetime as dt
import hashlib
import json
import math
import sys
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from ..errors import UsageError
from ..reading import read
from .evaluate import Evaluation, evaluate
from .gold import load_gold
from .labels import SPLITS
from .markup import LabelledLetter

__all__ = ["Floors", "gold_hash", "load_floors", "measure", "pin", "shortfalls"]

_FILE = "floors.json"


@dataclass(frozen=True, slots=True)
class Floors:
    """The floors of one split.

    Attributes:
        split: `train`, `validation` or `test`.
        gold: `gold_hash` of the letters they were measured on.
        letters: How many those are.
        floors: What was measured, by the name of the figure, rounded down to three places.
        lowered: Each time some went down: `date`, `reason`, and `from`, what they were before.
    """

    split: str
    gold: str
    letters: int
    floors: Mapping[str, float]
    lowered: tuple[Mapping[str, Any], ...] = field(default=())


def gold_hash(labelled: Iterable[LabelledLetter]) -> str:
    """SHA-256 over letters and their labels as compiled: their order, their files and `notes` make no difference.

    >>> from ..records import Letter
    >>> one, other = (LabelledLetter(Letter("a", "None held."), {"id": "a", "notes": note}) for note in "xy")
    >>> gold_hash([one]) == gold_hash([other]) != gold_hash([one, other])
    True
    """
    lines = sorted(json.dumps([each.letter.text, each.letter.request, _labels(each)]) for each in labelled)
    return hashlib.sha256("\n".join(lines).encode("ascii")).hexdigest()


def _labels(each: LabelledLetter) -> dict[str, Any]:
    return {name: each.row[name] for name in sorted(each.row) if name != "notes"}


def shortfalls(floors: Mapping[str, float], evaluation: Evaluation) -> dict[str, tuple[float, float]]:
    """The figures below their floors, each with its floor and what was measured; a figure that is gone measures 0."""
    values = evaluation.figures["value"]
    measured = {name: float(values.get(name, 0.0)) for name in floors}
    return {name: (floor, measured[name]) for name, floor in floors.items() if measured[name] < floor}


def load_floors(gold: Path) -> dict[str, Floors]:
    """The floors in a folder of labelled letters, by split; none when there is no file.

    Raises:
        UsageError: When the file does not hold floors.
    """
    path = gold / _FILE
    if not path.is_file():
        return {}
    try:
        entries = [Floors(**entry) for entry in json.loads(path.read_text(encoding="utf-8"))]
    except (ValueError, TypeError) as error:
        raise UsageError(f"{path} does not hold floors ({error}); take it from version control again") from error
    return {entry.split: entry for entry in entries}


def measure(gold: Path) -> dict[str, tuple[list[LabelledLetter], Evaluation]]:
    """Read every labelled letter of a folder: by split, the letters and how far the readings agree with them."""
    everything = load_gold(gold)
    splits = {split: [each for each in everything if each.row["split"] == split] for split in SPLITS}
    return {
        split: (labelled, evaluate(labelled, {each.row["id"]: read(each.letter) for each in labelled}))
        for split, labelled in splits.items()
        if labelled
    }


def pin(gold: Path, lower: str | None = None) -> list[str]:
    """Measure the reader and write the floors.

    Args:
        gold: Folder of labelled letters; the floors are in its `floors.json`.
        lower: Why floors may go down; it is kept in the file.

    Returns:
        What changed, a line each.

    Raises:
        UsageError: When a floor would go down and no reason is given; nothing is written then.
    """
    before, measured = load_floors(gold), measure(gold)
    falls = [f"{split}: its letters are gone" for split in before.keys() - measured.keys()]
    after, changes = [], []
    for split, (labelled, evaluation) in measured.items():
        old = before.get(split, Floors(split, "", 0, {}))
        fallen = shortfalls(old.floors, evaluation)
        falls += [f"{split} {name}: {floor:.3f} -> {now:.4f}" for name, (floor, now) in fallen.items()]
        new = Floors(split, gold_hash(labelled), len(labelled), _rounded_down(evaluation), _lowered(old, fallen, lower))
        after.append(asdict(new))
        changes += [
            f"{split} {name}: {old.floors.get(name, 'new')} -> {floor:.3f}"
            for name, floor in new.floors.items()
            if old.floors.get(name) != floor
        ]
    if falls and not lower:
        why = "floors would fall, so nothing was written; mend the reader, or say why: make floors LOWER='the reason'"
        raise UsageError("\n  ".join([why, *falls]))
    (gold / _FILE).write_text(json.dumps(after, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return changes


def _rounded_down(evaluation: Evaluation) -> dict[str, float]:
    return {str(name): math.floor(round(1000 * v, 6)) / 1000 for name, v in evaluation.figures["value"].items()}


def _lowered(
    old: Floors, fallen: Mapping[str, tuple[float, float]], reason: str | None
) -> tuple[Mapping[str, Any], ...]:
    if not fallen:
        return tuple(old.lowered)
    was = {name: floor for name, (floor, _) in fallen.items()}
    return (*old.lowered, {"date": dt.date.today().isoformat(), "reason": reason, "from": was})


def _main() -> int:
    parser = argparse.ArgumentParser(prog="make floors", description="Pin the floors of the reader.")
    parser.add_argument("gold", nargs="?", type=Path, default=Path("data/gold"), help="folder of labelled letters")
    parser.add_argument("--lower", metavar="REASON", help="let floors go down, and keep the reason in the file")
    given = parser.parse_args()
    try:
        changes = pin(given.gold, given.lower)
    except UsageError as error:
        print(error, file=sys.stderr)
        return 2
    print("\n".join(changes) or "no floor changed")
    return 0


if __name__ == "__main__":
    sys.exit(_main())
