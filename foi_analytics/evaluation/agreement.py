"""How far two annotators of the same letters agree, label by label, beyond chance.

Krippendorff's alpha for nominal labels, after Krippendorff, K. (2011), Computing Krippendorff's
Alpha-Reliability, https://repository.upenn.edu/asc_papers/43.  The interval comes from drawing letters, not
labels, with replacement: the citations of one letter stand or fall together.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..errors import UsageError
from ..records import RELIED_ON
from ..regimes import section_of
from .matching import Row

__all__ = ["agreement", "alpha"]

Unit = Sequence[Hashable | None]
"""The labels one thing was given, one an annotator; None where one gave none."""
_Matrix = npt.NDArray[np.float64]

_DRAWS = 2000
_INTERVAL = (0.025, 0.975)


def alpha(units: Iterable[Unit]) -> float:
    """Krippendorff's alpha for nominal labels, any number of annotators and missing labels.

    Args:
        units: For each thing labelled, its labels; those with fewer than two say nothing and are left out.

    Returns:
        1 for perfect agreement, 0 for what chance would give, below 0 for less than that; NaN when all the
        labels are the same, so that there was nothing to disagree about.

    >>> round(alpha([("a", "a"), ("a", "b"), ("b", "b"), ("c", "c"), ("c", None)]), 3)
    0.667
    """
    units = list(units)
    return float(_alphas(_coincidences(units, _values(units))))


def agreement(first: Iterable[Row], second: Iterable[Row]) -> pd.DataFrame:
    """Compare two passes over the same letters.

    Args:
        first: Labels of letters, as `load_gold` gives them; letters the second pass lacks are left out.
        second: Labels of another annotator, with the fields of the first.  Citations are paired by their
            span and asks by their number; what only one of them has is left out, and so are the provisions of
            other Acts, which each may name its own way.  Where the first allows
            either of two roles, giving one of them is agreeing.

    Returns:
        A row per field: `n` things compared, share `agreed`, `alpha`, and its 95 % interval `low` to `high`.
        `exemption sections` asks of each letter and each section that any letter rests on whether it is relied on.

    Raises:
        UsageError: When the second pass has a letter that the first lacks.

    >>> one = {"id": "a", "kind": "response", "outcome": "not_held", "ncnd": False, "pit": "na",
    ...        "prejudice": [], "exemptions": [], "citations": [], "questions": []}
    >>> other = one | {"id": "b", "outcome": "ncnd"}
    >>> agreement([one, other], [one, other]).loc["outcome", ["n", "agreed", "alpha"]].tolist()
    [2.0, 1.0, 1.0]
    """
    known = {row["id"]: row for row in first}
    second = list(second)
    if strangers := [row["id"] for row in second if row["id"] not in known]:
        raise UsageError(f"the first pass has no letter {', '.join(strangers[:5])}; label it there or leave it out")
    pairs = [(known[row["id"]], row) for row in second]
    sections = sorted(set[str]().union(*(_sections(row["exemptions"]) for pair in pairs for row in pair)))
    letters = [_units_of(a, b, sections) for a, b in pairs]
    table = {field: _figures([units[field] for units in letters]) for field in (letters[0] if letters else ())}
    return pd.DataFrame.from_dict(table, orient="index", columns=["n", "agreed", "alpha", "low", "high"])


def _units_of(a: Row, b: Row, sections: list[str]) -> dict[str, list[Unit]]:
    citations = list(_paired(a["citations"], b["citations"], "start", "end"))
    questions = list(_paired(a["questions"], b["questions"], "number"))
    roles = [_roles(x, y) for x, y in citations]
    units: dict[str, list[Unit]] = {field: [(a[field], b[field])] for field in ("kind", "outcome", "ncnd", "pit")}
    return units | {
        "prejudice": [(frozenset(a["prejudice"]), frozenset(b["prejudice"]))],
        "citation role": roles,
        "citation provisions": [(_undated(x), _undated(y)) for x, y in citations if x["role"] != "other_law"],
        "relied on or not": [(x in RELIED_ON, y in RELIED_ON) for x, y in roles],
        "question outcome": [(x["outcome"], y["outcome"]) for x, y in questions],
        "question sections": [(_sections(x["exemptions"]), _sections(y["exemptions"])) for x, y in questions],
        "exemption sections": [(s in _sections(a["exemptions"]), s in _sections(b["exemptions"])) for s in sections],
    }


def _paired(first: list[Row], second: list[Row], *key: str) -> Iterator[tuple[Row, Row]]:
    known = {tuple(row[k] for k in key): row for row in first}
    for row in second:
        if partner := known.get(tuple(row[k] for k in key)):
            yield partner, row


def _roles(first: Row, second: Row) -> Unit:
    role = second["role"]
    return (role, role) if role == first.get("alt_role") else (first["role"], role)


def _undated(citation: Row) -> frozenset[str]:
    return frozenset(provision.split("@")[0] for provision in citation["provisions"])


def _sections(provisions: Iterable[str]) -> frozenset[str]:
    return frozenset(map(section_of, provisions))


def _figures(letters: list[list[Unit]]) -> tuple[int, float, float, float, float]:
    units = [unit for letter in letters for unit in letter]
    agreed = float(np.mean([x == y for x, y in units])) if units else float("nan")
    values = _values(units)
    by_letter = np.stack([_coincidences(letter, values) for letter in letters])
    chance = np.full(len(letters), 1 / len(letters))
    drawn = np.random.default_rng(0).multinomial(len(letters), chance, size=_DRAWS)
    alphas = _alphas(np.tensordot(drawn, by_letter, axes=1))
    alphas = alphas[~np.isnan(alphas)]
    low, high = np.quantile(alphas, _INTERVAL) if alphas.size else (np.nan, np.nan)
    return len(units), agreed, float(_alphas(by_letter.sum(axis=0))), float(low), float(high)


def _values(units: Iterable[Unit]) -> dict[Hashable, int]:
    labels = dict.fromkeys(label for unit in units for label in unit if label is not None)
    return {label: place for place, label in enumerate(labels)}


def _coincidences(units: Iterable[Unit], values: dict[Hashable, int]) -> _Matrix:
    """How often two annotators gave these two labels to one thing, each thing weighing as its labels are many."""
    matrix = np.zeros((len(values), len(values)))
    for unit in units:
        places = [values[label] for label in unit if label is not None]
        for i, row in enumerate(places):
            for column in places[:i] + places[i + 1 :]:
                matrix[row, column] += 1 / (len(places) - 1)
    return matrix


def _alphas(coincidences: _Matrix) -> _Matrix:
    """Alpha of each coincidence matrix in the last two axes."""
    totals = coincidences.sum(axis=-1)
    n = totals.sum(axis=-1)
    observed = n - np.trace(coincidences, axis1=-2, axis2=-1)
    expected = n**2 - (totals**2).sum(axis=-1)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(1 - (n - 1) * observed / expected)
