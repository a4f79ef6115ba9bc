"""Measures how the reader errs on labelled letters, for `measured_errors`.

`python -m foi_analytics.statistics.measuring` (or `make floors`) reads the test part of `data/gold` and writes the
counts anew.
"""

import json
import sys
from pathlib import Path

from ..evaluation import LabelledLetter, load_gold
from ..evaluation.floors import gold_hash
from ..reading import read
from .correction import FEWEST_LABELS, Confusion, confusion_of
from .labels import LABELLED, answers_of
from .measured import FILE

__all__ = ["SPLIT", "measure_errors"]

SPLIT = "test"


def measure_errors(labelled: list[LabelledLetter]) -> dict[str, dict[str, Confusion]]:
    """Read labelled letters and count what they are, and how they are read.

    Args:
        labelled: The letters; those that are not read as decisions are no base of a rate, and left out.

    Returns:
        By subject, the counts of every label that enough letters have, and enough have not.
    """
    readings = [(each.row, read(each.letter).to_dict()) for each in labelled]
    judged = [(answers_of(row), answers_of(found)) for row, found in readings if found["kind"] == "response"]
    errors: dict[str, dict[str, Confusion]] = {}
    for of in LABELLED:
        pairs = [(expected[of], found[of]) for expected, found in judged]
        whats = sorted({what for expected, _ in pairs for what in expected})
        counts = {what: confusion_of(pairs, what) for what in whats}
        errors[of] = {w: c for w, c in counts.items() if min(c.positives, c.negatives) >= FEWEST_LABELS}
    return errors


def _main() -> int:
    labelled = load_gold(Path("data/gold"), SPLIT)
    errors = {of: {what: c.cells for what, c in found.items()} for of, found in measure_errors(labelled).items()}
    stored = {"gold": gold_hash(labelled), "letters": len(labelled), "errors": errors}
    FILE.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
    print(f"errors on {len(labelled)} letters written to {FILE.name}")
    return 0


if __name__ == "__main__":
    sys.exit(_main())
