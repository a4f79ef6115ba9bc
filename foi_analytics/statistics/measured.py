"""How the reader errs on the labelled letters of this project, kept with the package as counts.

They come from the test part of `data/gold`, whose authorities nobody wrote rules from, and are measured anew by
`foi_analytics.statistics.measuring`.  Those letters were made to be awkward, so that most others are read better.
"""

import functools
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .correction import Confusion

__all__ = ["FILE", "measured_errors", "measured_on"]

FILE = Path(__file__).with_name("measured.json")


@functools.cache
def measured_errors() -> Mapping[str, Mapping[str, Confusion]]:
    """By subject, the labels that were measured well enough, with what letters are and how they are read.

    >>> measured_errors()["outcome"]["partial_disclosure"].positives >= 10
    True
    """
    return {of: {what: Confusion(*cells) for what, cells in found.items()} for of, found in _stored()["errors"].items()}


def measured_on() -> tuple[int, str]:
    """How many letters were measured, and the hash of them and their labels."""
    stored = _stored()
    return stored["letters"], stored["gold"]


def _stored() -> Any:
    return json.loads(FILE.read_text(encoding="utf-8"))
