"""Readings measured against labels, as frames: figures, labels, confusion, errors, calibration."""

import dataclasses
import functools
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from ..errors import UsageError
from ..records import Reading
from .calibration import calibration_errors, calibration_of
from .comparing import Judgement, compare
from .figures import Cells, figures_of, in_order, labels_of
from .layouts import layout_of
from .markup import LabelledLetter
from .matching import Row

__all__ = ["CONFUSED", "GROUPINGS", "Evaluation", "evaluate"]

GROUPINGS = ("type", "year", "layout")
CONFUSED = ("citation role", "question outcome", "outcome", "kind")
"""Fields with a confusion table."""

_PLACE = ["letter_id", "field", "expected", "found", "start", "end", "within", "quote", "made_by", "score"]


@dataclass(frozen=True)
class Evaluation:
    """How far readings agree with labels.

    Attributes:
        letters: A row for each letter, by its id: `authority`, `type` (of authority), `year`, `layout` of its answers,
            and whether it was `read`; a letter without a reading counts as read to nothing.
        judgements: A row for each label or finding: `letter_id` and the fields of `Judgement`.
    """

    letters: pd.DataFrame
    judgements: pd.DataFrame

    @property
    def drawn(self) -> str:
        """What the bootstrap draws: `authorities` when every letter names its own, else `letters`."""
        return "authorities" if self.letters["authority"].notna().all() else "letters"

    @functools.cached_property
    def figures(self) -> pd.DataFrame:
        """A row for each figure.

        `value` is F1 where there are `precision` and `recall`, else a share; `low` to `high` is its 95 % bootstrap
        interval; `labels` and `found` are what it rests on, `small` when either is under ten.
        """
        return figures_of(self._cells)

    @functools.cached_property
    def by_label(self) -> pd.DataFrame:
        """Precision, recall and F1 (`value`) of each `label` of a `field`, with the columns of `figures`."""
        return labels_of(self._cells)

    @functools.cached_property
    def confusion(self) -> pd.DataFrame:
        """How often (`n`) each label was read as what: `field`, `expected`, `found`."""
        chosen = self.judgements[self.judgements["field"].isin(CONFUSED)]
        return chosen.groupby(["field", "expected", "found"], sort=False).size().reset_index(name="n")

    def crossed(self, field: str) -> pd.DataFrame:
        """The confusion table of a field: a row for each label, a column for each thing found, in the same order."""
        chosen = self.confusion[self.confusion["field"] == field]
        labels = in_order(field, {*chosen["expected"], *chosen["found"]})
        table = chosen.pivot(index="expected", columns="found", values="n")
        return table.reindex(index=labels, columns=labels).fillna(0).astype(int)

    @functools.cached_property
    def errors(self) -> pd.DataFrame:
        """Every disagreement once, in the order of the letters: where it is, and which rule or model said so."""
        wrong = self.judgements["expected"] != self.judgements["found"]
        return self.judgements.loc[wrong & ~self.judgements["implied"], _PLACE].reset_index(drop=True)

    @functools.cached_property
    def calibration(self) -> pd.DataFrame:
        """The points of the reliability curves of role and question scores; see `calibration_of`."""
        return calibration_of(self.judgements)

    @property
    def calibration_error(self) -> pd.Series:
        """Expected calibration error of `citation role` and `question outcome` scores."""
        return calibration_errors(self.calibration)

    def by(self, grouping: str) -> pd.DataFrame:
        """The figures of parts of the letters.

        Args:
            grouping: `type` (of authority), `year`, or `layout` of the answers, as the labels have it.

        Returns:
            `figures` of each part, below one another: the part's name in a first column, its `letters` in a second.

        Raises:
            UsageError: When there is no such grouping.
        """
        if grouping not in GROUPINGS:
            raise UsageError(f"no grouping {grouping!r}; there are {', '.join(GROUPINGS)}")
        parts = []
        for name, letters in self.letters.groupby(grouping, sort=True):
            chosen = self.judgements[self.judgements["letter_id"].isin(letters.index)]
            part = Evaluation(letters, chosen).figures.reset_index()
            part.insert(0, "letters", len(letters))
            part.insert(0, grouping, name)
            parts.append(part)
        return pd.concat(parts, ignore_index=True)

    def to_dict(self, errors: int = 0) -> dict[str, Any]:
        """Everything, for JSON: figures by area and name, their intervals, the other frames as rows.

        Args:
            errors: How many errors to give.
        """
        areas: dict[str, Any] = {"letters": len(self.letters), "missing": int((~self.letters["read"]).sum())}
        intervals = {}
        for name, row in self.figures.iterrows():
            area, _, figure = str(name).partition(".")
            areas.setdefault(area, {})[figure] = _plain(row)
            intervals[str(name)] = None if pd.isna(row["low"]) else [round(row["low"], 4), round(row["high"], 4)]
        frames = {name: getattr(self, name) for name in ("by_label", "confusion", "calibration")}
        frames |= {f"by_{grouping}": self.by(grouping) for grouping in GROUPINGS} | {"errors": self.errors[:errors]}
        rows = {name: json.loads(frame.to_json(orient="records", double_precision=4)) for name, frame in frames.items()}
        return areas | {"drawn": self.drawn, "intervals": intervals} | rows

    @functools.cached_property
    def _cells(self) -> Cells:
        together = self.letters["authority"] if self.drawn == "authorities" else self.letters.index.to_series()
        return Cells(self.judgements, together)


def evaluate(labelled: Iterable[LabelledLetter], readings: Mapping[str, Reading | Row]) -> Evaluation:
    """Measure readings against labels.

    Args:
        labelled: Labelled letters, as `load_gold` gives them.
        readings: Readings by id of the letter: as `read` gives them, or as `foi read --json` prints them.

    Returns:
        Figures, confusion, errors and calibration.

    Raises:
        UsageError: When there are no letters, or one is there twice.

    >>> from .. import read
    >>> from ..records import Letter
    >>> letter = Letter("a", "The names are exempt under section 40(2) of the FOI Act.")
    >>> label = {"id": "a", "kind": "response", "outcome": "full_refusal", "ncnd": False, "questions": [],
    ...          "exemptions": ["foia2000:40(2)"], "citations": [{"start": 27, "end": 40, "role": "mentioned",
    ...          "quote": "section 40(2)", "provisions": ["foia2000:40(2)"]}]}
    >>> found = evaluate([LabelledLetter(letter, label)], {"a": read(letter)})
    >>> found.figures.loc["exemptions.section", ["value", "precision", "recall"]].tolist()
    [1.0, 1.0, 1.0]
    >>> found.errors[["field", "expected", "found", "quote"]].values.tolist()
    [['citation role', 'mentioned', 'applied', 'section 40(2)']]
    >>> found.by_label.set_index(["field", "label"]).loc[("citation role", "applied"), ["precision", "found"]].tolist()
    [0.0, 1.0]
    >>> found.confusion.query("field == 'citation role'")[["expected", "found", "n"]].values.tolist()
    [['mentioned', 'applied', 1]]
    >>> found.calibration[["field", "n", "right"]].values.tolist()
    [['citation role', 1, 0.0]]
    """
    labelled = list(labelled)
    ids = [each.row["id"] for each in labelled]
    if not ids:
        raise UsageError("there are no labelled letters to evaluate")
    if twice := sorted({each for each in ids if ids.count(each) > 1}):
        raise UsageError(f"labelled twice: {', '.join(twice[:5])}; ids of letters must differ")
    rows = [
        (each.row["id"], *dataclasses.astuple(judgement))
        for each in labelled
        for judgement in compare(each, _row(readings.get(each.row["id"])))
    ]
    names = ["letter_id", *(field.name for field in dataclasses.fields(Judgement))]
    judgements = pd.DataFrame(rows, columns=names).astype({"start": "Int64", "end": "Int64", "score": "Float64"})
    return Evaluation(pd.DataFrame([_letter(each, readings) for each in labelled], index=ids), judgements)


def _row(reading: Reading | Row | None) -> Row:
    return reading.to_dict() if isinstance(reading, Reading) else reading or {}


def _letter(each: LabelledLetter, readings: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "authority": each.letter.authority or each.row.get("authority"),
        "type": each.row.get("authority_type") or "not said",
        "year": str(each.letter.date.year) if each.letter.date else "undated",
        "layout": layout_of(each),
        "read": each.row["id"] in readings,
    }


def _plain(figure: "pd.Series[Any]") -> Any:
    if pd.isna(figure["found"]):
        return round(float(figure["value"]), 4)
    shares = {"precision": "precision", "recall": "recall", "f1": "value"}
    bases = {"gold": int(figure["labels"]), "found": int(figure["found"])}
    return {name: round(float(figure[column]), 4) for name, column in shares.items()} | bases
