"""Figures from judgements: each a few sums over (field, expected, found), with bootstrap intervals.

Figures are micro-averaged over the letters unless their name says macro.  The intervals are percentile bootstrap
intervals (Efron, B. and Tibshirani, R. J. (1993), An Introduction to the Bootstrap, chapter 13) from drawing whole
authorities, where they are known, since the letters of one are written alike.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..naming import SMALL_BASE
from ..records import LETTER_KINDS, OUTCOMES, QUESTION_OUTCOMES, RELIED_ON, ROLES
from .comparing import NOTHING

__all__ = ["DRAWS", "Cells", "figures_of", "in_order", "labels_of"]

_Counts = npt.NDArray[np.float64]

DRAWS = 1000
_INTERVAL = (0.025, 0.975)

# Labels that official returns put in the same cell.
_GROUPS = {
    "full_disclosure": "disclosed",
    "answered_narrative": "disclosed",
    "full_refusal": "refused",
    "future_publication": "refused",
    "mixed_non_disclosure": "refused",
    "cost_limit": "not_processed",
    "vexatious": "not_processed",
    "repeated": "not_processed",
}
_LABELS = {
    "citation role": ROLES,
    "question outcome": QUESTION_OUTCOMES,
    "outcome": OUTCOMES,
    "kind": LETTER_KINDS,
    "ncnd": ("yes",),
    "exemption section": (),
}
"""Fields told label by label, with the order of their labels."""


def _group(label: str) -> str:
    return _GROUPS.get(label, label)


def _relied(label: str) -> str:
    return "relied on" if label in RELIED_ON else "not relied on"


def _same(label: str) -> str:
    return label


def _any(_: str) -> str:
    return "any"


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure: its name, the field it is about, how it is measured, and which labels it takes for one."""

    name: str
    field: str
    measure: str
    merge: Callable[[str], str] = _same
    label: str | None = None


_FIGURES = (
    _Figure("citations.span", "citation role", "rate", _any),
    _Figure("citations.provision", "citation provisions", "rate"),
    _Figure("citations.role", "citation role", "rate"),
    _Figure("citations.role_accuracy", "citation role", "share"),
    _Figure("citations.applied_vs_not_accuracy", "citation role", "share", _relied),
    _Figure("exemptions.provision", "exemption provision", "rate"),
    _Figure("exemptions.section", "exemption section", "rate"),
    _Figure("questions.found", "question outcome", "rate", _any),
    _Figure("questions.outcome", "question outcome", "rate"),
    _Figure("questions.outcome_accuracy", "question outcome", "share"),
    _Figure("questions.outcome_group_accuracy", "question outcome", "share", _group),
    _Figure("questions.outcome_macro_f1", "question outcome", "macro"),
    _Figure("questions.exemptions", "question section", "rate"),
    _Figure("letter.kind_accuracy", "kind", "share"),
    _Figure("letter.outcome_accuracy", "outcome", "share"),
    _Figure("letter.outcome_group_accuracy", "outcome", "share", _group),
    _Figure("letter.outcome_macro_f1", "outcome", "macro"),
    _Figure("letter.ncnd", "ncnd", "rate", label="yes"),
    _Figure("letter.ncnd_accuracy", "ncnd", "share"),
    _Figure("letter.own_text_end_accuracy", "own text end", "share"),
)


class Cells:
    """How often each (field, expected, found) occurs: as measured, then in each bootstrap draw."""

    def __init__(self, judgements: pd.DataFrame, clusters: pd.Series) -> None:
        """Count judgements.

        Args:
            judgements: A row for each `Judgement`, with its `letter_id`.
            clusters: For each letter id, what it is drawn together with.
        """
        keys = judgements.groupby(["field", "expected", "found"], sort=True).ngroup().to_numpy()
        self._keys = (
            judgements[["field", "expected", "found"]]
            .drop_duplicates()
            .sort_values(["field", "expected", "found"], ignore_index=True)
        )
        codes, names = pd.factorize(clusters)
        rows = pd.Series(codes, index=clusters.index)[judgements["letter_id"]].to_numpy()
        counts = np.zeros((len(names), len(self._keys)))
        np.add.at(counts, (rows, keys), 1)
        drawn = np.random.default_rng(0).multinomial(len(names), np.full(len(names), 1 / len(names)), size=DRAWS)
        self._totals = np.vstack([counts.sum(axis=0), drawn @ counts])
        self.drawn = len(names)

    def of(self, field: str, merge: Callable[[str], str] = _same) -> "_Field":
        """The cells of one field, with labels merged."""
        mine = (self._keys["field"] == field).to_numpy()
        expected, found = (
            np.array(
                [label if label == NOTHING else merge(label) for label in self._keys.loc[mine, side]], dtype=object
            )
            for side in ("expected", "found")
        )
        return _Field(expected, found, self._totals[:, mine])


@dataclass(frozen=True, slots=True)
class _Field:
    """The cells of one field: their labels, and their counts as measured and in each draw."""

    expected: npt.NDArray[np.object_]
    found: npt.NDArray[np.object_]
    totals: _Counts

    def paired(self) -> "_Field":
        return self._only((self.expected != NOTHING) & (self.found != NOTHING))

    def labels(self) -> list[str]:
        return sorted({*self.expected, *self.found} - {NOTHING})

    def counts(self, label: str | None = None) -> tuple[_Counts, _Counts, _Counts]:
        """How many are right, labelled and found: of one label, or of all together."""
        gold, found = (side != NOTHING if label is None else side == label for side in (self.expected, self.found))
        right = gold & (self.expected == self.found)
        return self._sum(right), self._sum(gold), self._sum(found)

    def _only(self, cells: npt.NDArray[np.bool_]) -> "_Field":
        return _Field(self.expected[cells], self.found[cells], self.totals[:, cells])

    def _sum(self, cells: npt.NDArray[np.bool_]) -> _Counts:
        return np.asarray(self.totals[:, cells].sum(axis=1))


def figures_of(cells: Cells) -> pd.DataFrame:
    """Every figure with its interval and base: a row each, in the order of the scorer they equal."""
    rows = {figure.name: _row(figure, cells) for figure in _FIGURES}
    return _framed(pd.DataFrame.from_dict(rows, orient="index"), cells).rename_axis("figure")


def labels_of(cells: Cells) -> pd.DataFrame:
    """Precision, recall and F1 of every label of roles, outcomes, kinds, NCND and sections relied on.

    What was missed and what is spurious count, so that the mean of these F1s is not the macro F1 of outcomes,
    which is given that an ask was found.
    """
    rows = [
        {"field": field, "label": label} | _rate(*cells.of(field).counts(label))
        for field in _LABELS
        for label in in_order(field, cells.of(field).labels())
        if (field, label) != ("ncnd", "no")
    ]
    return _framed(pd.DataFrame(rows), cells)


def in_order(field: str, labels: Iterable[str]) -> list[str]:
    """Labels of a field in the order of the records, others after them by name.

    >>> in_order("kind", ["holding", "(nothing)", "response"])
    ['response', 'holding', '(nothing)']
    """
    order = _LABELS[field]
    return sorted(labels, key=lambda label: (order.index(label) if label in order else len(order), label))


def _row(figure: _Figure, cells: Cells) -> dict[str, object]:
    field = cells.of(figure.field, figure.merge)
    if figure.measure == "rate":
        return _rate(*field.counts(figure.label))
    field = field.paired()
    right, gold, _ = field.counts()
    value = _ratio(right, gold) if figure.measure == "share" else _macro_f1(field)
    return {"draws": value, "precision": np.nan, "recall": np.nan, "labels": gold[0], "found": np.nan}


def _rate(right: _Counts, gold: _Counts, found: _Counts) -> dict[str, object]:
    precision, recall = _ratio(right, found)[0], _ratio(right, gold)[0]
    return {
        "draws": _ratio(2 * right, gold + found),
        "precision": np.nan_to_num(precision),
        "recall": np.nan_to_num(recall),
        "labels": gold[0],
        "found": found[0],
    }


def _macro_f1(field: _Field) -> _Counts:
    """Mean F1 of the labels there are, in each draw of those that were drawn."""
    labels = sorted(set(field.expected))
    if not labels:
        return np.full(len(field.totals), np.nan)
    right, gold, found = (np.stack(counts) for counts in zip(*map(field.counts, labels), strict=True))
    present = gold > 0
    return _ratio((_ratio(2 * right, gold + found, empty=0) * present).sum(axis=0), present.sum(axis=0))


def _ratio(part: _Counts, whole: _Counts, empty: float = np.nan) -> _Counts:
    ratio: _Counts = np.divide(part, whole, out=np.full(np.shape(whole), float(empty)), where=whole > 0)
    return ratio


def _framed(rows: pd.DataFrame, cells: Cells) -> pd.DataFrame:
    """Values and intervals from the draws; without two things to draw there is no interval."""
    draws = np.stack(list(rows.pop("draws")))
    known = ~np.isnan(draws[:, 1:]).all(axis=1) & (cells.drawn > 1)
    low, high = np.full((2, len(rows)), np.nan)
    if known.any():
        low[known], high[known] = np.nanquantile(draws[known, 1:], _INTERVAL, axis=1)
    small = (rows[["labels", "found"]] < SMALL_BASE).any(axis=1)
    rows = rows.assign(value=np.nan_to_num(draws[:, 0]), low=low, high=high, small=small)
    names = [name for name in ("field", "label") if name in rows]
    rows = rows[[*names, "value", "low", "high", "precision", "recall", "labels", "found", "small"]]
    return rows.astype({"labels": "Int64", "found": "Int64"})
