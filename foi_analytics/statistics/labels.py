"""What people say of letters, beside what the reader says: the measure of its mistakes."""

import json
import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..corpus import Corpus
from ..errors import UsageError
from ..records import OUTCOMES
from ..regimes import section_of
from .tables import read_table

__all__ = ["LABELLED", "Answers", "answers_of", "draw_sample", "load_labels", "load_types"]

LABELLED = ("outcome", "exemption", "ground")
"""What labels say; other rates are as read."""

Answers = Mapping[str, frozenset[str]]
"""What a letter says, by subject: its outcome, the sections and the provisions it relies on."""


def answers_of(row: Mapping[str, Any]) -> Answers:
    """What a reading or a label says, in the shape of `foi read --json`; a subject it is silent on is not there.

    >>> answers = answers_of({"outcome": "full_refusal", "exemptions": ["foia2000:40(2)"]})
    >>> [(subject, *answers[subject]) for subject in answers]
    [('outcome', 'full_refusal'), ('exemption', 'foia2000:40'), ('ground', 'foia2000:40(2)')]
    """
    said: dict[str, frozenset[str]] = {}
    if "outcome" in row:
        said["outcome"] = frozenset({row["outcome"]})
    if "exemptions" in row:
        grounds = [*row["exemptions"], *row.get("inferred_exemptions", ())]
        ids = {(each if isinstance(each, str) else each["provision"]).split("@")[0] for each in grounds}
        said |= {"exemption": frozenset(map(section_of, ids)), "ground": frozenset(ids)}
    return said


def load_labels(path: Path) -> dict[str, Answers]:
    """Load labels of letters of a corpus.

    Args:
        path: A line of JSON for each letter: `id`, and `outcome` or `exemptions` or both, with the names that
            `foi read --json` has for them; what else is there is left alone.

    Returns:
        What is said of each letter, by its id.

    Raises:
        UsageError: When a line is not such a label, or a letter is labelled twice; with its line.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeError) as error:
        raise UsageError(f"{path} cannot be read as text in UTF-8: {error}") from error
    labels: dict[str, Answers] = {}
    for number, line in enumerate(lines, start=1):
        if line.strip():
            row = _label(line, f"{path}, line {number}")
            if row["id"] in labels:
                raise UsageError(f"{path}, line {number}: {row['id']} is labelled twice")
            labels[row["id"]] = answers_of(row)
    return labels


def load_types(path: Path) -> dict[str, str]:
    """Load the type of each authority.

    Args:
        path: A CSV file with the columns `name` (of the authority) and `type`.

    Raises:
        UsageError: When a column is missing.
    """
    return {row["name"]: row["type"] for _, row in read_table(path, ("name", "type")) if row["name"] and row["type"]}


def draw_sample(corpus: Corpus, number: int, seed: int = 0) -> list[str]:
    """The ids of first decisions to label, drawn at random, each with the same chance.

    Only labels drawn so say how the reader errs in this corpus: letters that somebody chose to look at do not.

    Args:
        corpus: The corpus.
        number: How many; all when there are no more.
        seed: Another number draws others; the same draws the same as long as the corpus is.
    """
    decisions = corpus.arrow(
        """SELECT first_decision AS id FROM cases JOIN readings ON letter_id = first_decision
        WHERE kind = 'response' ORDER BY id"""
    )
    ids: list[str] = [row["id"] for row in decisions.to_pylist()]
    return random.Random(seed).sample(ids, min(number, len(ids)))  # noqa: S311 - nothing is kept secret by it


def _label(line: str, where: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{where}: not JSON ({error})") from error
    if not isinstance(row, dict) or not isinstance(row.get("id"), str):
        raise UsageError(f"{where}: a label is an object with the `id` of a letter")
    if not row.keys() & {"outcome", "exemptions"}:
        raise UsageError(f"{where}: a label says `outcome` or `exemptions`")
    if "outcome" in row and row["outcome"] not in OUTCOMES:
        raise UsageError(f"{where}: there is no outcome {row['outcome']!r}; there are {', '.join(OUTCOMES)}")
    for name in ("exemptions", "inferred_exemptions"):
        if not _are_grounds(row.get(name, [])):
            raise UsageError(f'{where}: {name} are a list of provisions, as in ["foia2000:40(2)"]')
    return row


def _are_grounds(value: Any) -> bool:
    return isinstance(value, list) and all(
        isinstance(each, str) or (isinstance(each, dict) and isinstance(each.get("provision"), str)) for each in value
    )
