"""An evaluation as one page that needs nothing else: every table, the calibration plot, and each error in its letter.

Letters and labels are hostile text, as in a report: see `templates`.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pandas as pd
from markupsafe import Markup

from .. import highlight
from ..evaluation import Evaluation, LabelledLetter
from ..evaluation.evaluate import CONFUSED, GROUPINGS
from ..highlight import Mark, to_html
from ..naming import SMALL_BASE
from ..records import ROLES
from .evaluation_tables import HEADLINES, KEYS, caption, headlines, rounded
from .files import whole
from .letters import span_href
from .templates import environment

__all__ = ["write_evaluation"]

_LABEL_LENGTH = 60


def write_evaluation(evaluation: Evaluation, labelled: Iterable[LabelledLetter], folder: Path) -> Path:
    """Write an evaluation as `evaluation.html`, a page that appears whole or not at all.

    Args:
        evaluation: What was measured.
        labelled: The letters it was measured on.
        folder: Where the page goes; made when it is not there.

    Returns:
        The page.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "evaluation.html"
    page = environment().get_template("evaluation.html.jinja").render(_contents(evaluation, labelled))
    with whole(path) as part:
        part.write_text(page, encoding="utf-8")
    return path


def _contents(evaluation: Evaluation, labelled: Iterable[LabelledLetter]) -> dict[str, Any]:
    figures = evaluation.figures.reset_index(names="label")
    return {
        "css": Markup(highlight.CSS),  # noqa: S704 - constant
        "letters": len(evaluation.letters),
        "missing": int((~evaluation.letters["read"]).sum()),
        "caption": caption(evaluation),
        "tables": [
            ("Figures", "figure", _rows(figures)),
            *((str(name), "label", _rows(rows)) for name, rows in evaluation.by_label.groupby("field", sort=False)),
        ],
        "heads": list(HEADLINES.values()),
        "groupings": [(grouping, _parts(evaluation, grouping)) for grouping in GROUPINGS],
        "crossed": [(field, _crossed(evaluation, field)) for field in CONFUSED],
        "curves": _curves(evaluation),
        "small": SMALL_BASE,
        "wrong": _wrong(evaluation, labelled),
    }


def _rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return [
        {
            "label": row["label"],
            "cells": [rounded(row, column) for column in ("value", "low", "high", "precision", "recall")]
            + ["" if pd.isna(row[base]) else f"{row[base]:,}" for base in ("labels", "found")],
        }
        for _, row in frame.iterrows()
    ]


def _parts(evaluation: Evaluation, grouping: str) -> list[dict[str, Any]]:
    return [
        {"name": name, "letters": letters, "cells": [(rounded(row), _interval(row)) for row in rows]}
        for name, letters, rows in headlines(evaluation, grouping)
    ]


def _interval(row: "pd.Series[Any]") -> str:
    return "" if pd.isna(row["low"]) else f"{row['low']:.2f} – {row['high']:.2f}"


def _crossed(evaluation: Evaluation, field: str) -> list[dict[str, Any]]:
    counts = evaluation.crossed(field)
    return [
        {"key": key, "label": label, "counts": [int(n) for n in row]}
        for key, (label, row) in zip(KEYS, counts.iterrows(), strict=False)
    ]


def _curves(evaluation: Evaluation) -> list[dict[str, Any]]:
    return [
        {"field": field, "error": evaluation.calibration_error[field], "points": points.to_dict("records")}
        for field, points in evaluation.calibration.groupby("field")
    ]


def _wrong(evaluation: Evaluation, labelled: Iterable[LabelledLetter]) -> list[dict[str, Any]]:
    """The letters with errors: each error with a link to its words, and the texts with those words marked."""
    by_letter = dict(list(evaluation.errors.groupby("letter_id", sort=False)))
    return [
        _letter(f"letter-{number}", each, by_letter[each.row["id"]])
        for number, each in enumerate(labelled, start=1)
        if each.row["id"] in by_letter
    ]


def _letter(anchor: str, each: LabelledLetter, errors: pd.DataFrame) -> dict[str, Any]:
    bodies = {}
    for within, text in (("reply", each.letter.text), ("request", each.letter.request)):
        if not text:
            continue
        marked = to_html(text, _marks(errors[errors["within"] == within]), f"{anchor}-{within}")
        bodies[within] = Markup(marked)  # noqa: S704 - escaped by to_html
    return {
        "anchor": anchor,
        "id": each.row["id"],
        "authority": each.letter.authority or "authority not stated",
        "bodies": bodies,
        "errors": [
            {name: error[name] for name in ("field", "expected", "found", "quote", "made_by")}
            | {"href": _href(bodies.get(error["within"]), anchor, error)}
            for _, error in errors.iterrows()
        ],
    }


def _marks(errors: pd.DataFrame) -> list[Mark]:
    """One mark for each span, told by all that is wrong with it."""
    spans: dict[tuple[int, int], list[Any]] = {}
    for _, error in errors.dropna(subset=["start", "end"]).iterrows():
        spans.setdefault((int(error["start"]), int(error["end"])), []).append(error)
    return [_mark(start, end, here) for (start, end), here in spans.items()]


def _mark(start: int, end: int, errors: list[Any]) -> Mark:
    says = "; ".join(f"{error['expected']} → {error['found']}" for error in errors)
    style = next((error["expected"] for error in errors if error["expected"] in ROLES), "question")
    return Mark(start, end, style, says[:_LABEL_LENGTH], "; ".join(filter(None, (e["made_by"] for e in errors))))


def _href(body: Markup | None, anchor: str, error: "pd.Series[Any]") -> str:
    if body is None or pd.isna(error["start"]):
        return f"#{anchor}"
    return span_href(body, f"{anchor}-{error['within']}", error["start"], error["end"])
