"""Fits the role model: what a citation does where no rule is certain.

Trained on the `train` letters and on passages written for this (`data/gold/passages.txt`); the strength of the penalty is chosen by cross-validation that
keeps all letters of one authority together; the temperature is fitted on the `validation`
letters; figures are of the `test` letters.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import minimize_scalar
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_score

from ..anatomy import dissect
from ..citations.context import contexts
from ..citations.features import clause_features
from ..citations.find import find
from ..citations.roles import is_open_to_model, said_by_rule
from ..evaluation.markup import LabelledLetter
from ..evaluation.matching import match_spans
from ..models import LinearModel
from ..records import RELIED_ON

__all__ = ["Example", "choose_penalty", "examples", "fit"]

_PENALTIES = (0.03, 0.1, 0.2, 0.5)
_FOLDS = 5
_NEGLIGIBLE = 0.01


@dataclass(frozen=True)
class Example:
    """One labelled citation: its features, its role with the two relied-on roles as one, its authority."""

    features: frozenset[str]
    role: str
    authority: str


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
                said = said_by_rule(span["context"])
                features = frozenset(clause_features(span["context"], row["kind"], said))
                found.append(Example(features, role, row["authority"]))
    return found


def choose_penalty(train: list[Example]) -> tuple[float, float]:
    """The strength that does best on authorities left out, and its accuracy on them."""
    _, matrix = _matrix(train)
    roles, groups = [e.role for e in train], [e.authority for e in train]
    scores = {
        penalty: float(
            np.mean(cross_val_score(_regression(penalty), matrix, roles, groups=groups, cv=GroupKFold(_FOLDS)))
        )
        for penalty in _PENALTIES
    }
    best = max(scores, key=lambda penalty: scores[penalty])
    return best, scores[best]


def fit(train: list[Example], validation: list[Example], penalty: float) -> LinearModel:
    """A model fitted on one part of the labels and calibrated on another."""
    names, matrix = _matrix(train)
    regression = _regression(penalty).fit(matrix, [e.role for e in train])
    weights = {
        str(name): tuple(round(float(w), 4) for w in column)
        for name, column in zip(names, regression.coef_.T, strict=True)
        if np.abs(column).max() >= _NEGLIGIBLE
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
