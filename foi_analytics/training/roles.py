"""Fits the role model: what a citation does where no rule is certain.

Trained on the `train` letters and on the passages of `data/gold/passages.txt`; the strength of the
penalty is chosen by cross-validation that keeps all letters of one authority together; the
temperature is fitted on the `validation` letters; figures are of the `test` letters.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import minimize_scalar
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from ..anatomy import dissect
from ..citations.context import contexts
from ..citations.features import clause_features
from ..citations.find import find
from ..citations.roles import is_open_to_model
from ..evaluation.markup import LabelledLetter
from ..evaluation.matching import match_spans
from ..models import LinearModel
from ..records import RELIED_ON

__all__ = ["Example", "choose_penalty", "examples", "fit"]

_PENALTIES = (0.03, 0.1, 0.2, 0.5)
_FOLDS = 5
_NEGLIGIBLE = 0.01
_PASSAGE = 0.3
"""How much a passage counts beside a citation of a letter."""
_ORIGIN = frozenset({"origin:1", "origin:2", "origin:3"})
"""A mark of passages, where the rarer roles are commoner than in letters; no letter read later has it."""


@dataclass(frozen=True)
class Example:
    """One labelled citation: features, role (the two relied-on ones as one), authority, and how much it counts."""

    features: frozenset[str]
    role: str
    authority: str
    weight: float = 1.0


def examples(letters: Iterable[LabelledLetter]) -> list[Example]:
    """The citations of labelled letters about which a rule could be in doubt."""
    found = []
    for letter in letters:
        text, row = letter.letter.text, letter.row
        anatomy = dissect(text)
        placed = contexts(anatomy, find(text, date=letter.letter.date, authority=letter.letter.authority))
        spans = [{"start": c.found.start, "end": c.found.end, "context": c} for c in placed]
        for gold, span in match_spans(row["citations"], spans):
            if is_open_to_model(span["context"]):
                role = "relied" if gold["role"] in RELIED_ON else gold["role"]
                features = clause_features(span["context"], row["kind"])
                written = letter.letter.source == "passages"
                features |= _ORIGIN if written else set()
                found.append(Example(frozenset(features), role, row["authority"], _PASSAGE if written else 1.0))
    return found


def choose_penalty(train: list[Example]) -> tuple[float, float]:
    """The strength that does best on the letters of authorities left out, and its accuracy on them."""
    scores = {penalty: _left_out_accuracy(train, penalty) for penalty in _PENALTIES}
    best = max(scores, key=lambda penalty: scores[penalty])
    return best, scores[best]


def _left_out_accuracy(train: list[Example], penalty: float) -> float:
    """Accuracy on letters, each read by a model that has seen no letter of its authority."""
    roles, groups = np.array([e.role for e in train]), [e.authority for e in train]
    _, matrix = _matrix(train)
    weights = np.array([e.weight for e in train])
    right = []
    for known, held_out in GroupKFold(_FOLDS).split(matrix, roles, groups):
        letters = [i for i in held_out if train[i].weight == 1.0]
        if not letters:
            continue
        regression = _regression(penalty).fit(matrix[known], roles[known], sample_weight=weights[known])
        right.extend(regression.predict(matrix[letters]) == roles[letters])
    return float(np.mean(right))


def fit(train: list[Example], validation: list[Example], penalty: float) -> LinearModel:
    """A model fitted on one part of the labels and calibrated on another."""
    names, matrix = _matrix(train)
    weighed = [e.weight for e in train]
    regression = _regression(penalty).fit(matrix, [e.role for e in train], sample_weight=weighed)
    weights = {
        str(name): tuple(round(float(w), 4) for w in column)
        for name, column in zip(names, regression.coef_.T, strict=True)
        if np.abs(column).max() >= _NEGLIGIBLE and name not in _ORIGIN
    }
    intercepts = tuple(round(float(b), 4) for b in regression.intercept_)
    model = LinearModel("roles", tuple(str(c) for c in regression.classes_), intercepts, 1.0, weights)
    return _calibrated(model, validation)


def _matrix(train: list[Example]) -> tuple[Any, Any]:
    vectors = DictVectorizer()
    matrix = vectors.fit_transform([dict.fromkeys(e.features, 1) for e in train])
    return vectors.get_feature_names_out(), matrix


def _regression(penalty: float) -> LogisticRegression:
    return LogisticRegression(C=penalty, max_iter=2000, class_weight="balanced")


def _calibrated(model: LinearModel, held_out: list[Example]) -> LinearModel:
    """The temperature that makes the held-out labels likeliest."""
    known = [e for e in held_out if e.role in model.labels]

    def surprise(temperature: float) -> float:
        warm = LinearModel(model.name, model.labels, model.intercepts, temperature, model.weights)
        return -sum(float(np.log(warm.probabilities(e.features)[e.role])) for e in known)

    best = minimize_scalar(surprise, bounds=(0.2, 5.0), method="bounded").x
    return LinearModel(model.name, model.labels, model.intercepts, round(float(best), 3), model.weights)
