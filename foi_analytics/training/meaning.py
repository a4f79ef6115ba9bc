"""`python -m foi_analytics.training.meaning [GOLD]`: fit the model of the meaning tier and write it with its card.

A logistic regression on the pairs of the `train` meanings.  Strength of the penalty, temperature
and threshold are chosen from scores of meanings left out; figures are of the `test` meanings.
Needs the extras `train` and `embeddings`.
"""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize_scalar
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from .. import models
from ..boilerplate.meaning.embedding import load_encoder
from ..models import LinearModel
from .meaning_card import least_score, write_card
from .paraphrases import Pair, load_background, load_wordings, make_pairs

__all__ = ["choose_penalty", "fit", "left_out_scores", "scores_without"]

_PENALTIES = (0.1, 0.3, 1.0, 3.0)
_FOLDS = 8
_GROUPS = {
    "cosine": ("cosine",),
    "margin": ("margin",),
    "words in common": ("words in common",),
    "words aligned by their vectors": ("words aligned",),
    "words aligned, one concept as near": ("aligned",),
    "words without a counterpart": ("unmatched", "greatest gap"),
    "counterparts opposed": ("opposed",),
    "concepts in common": ("concepts in common",),
    "provisions, numbers, dates, parties, groups": (
        "provisions",
        "numbers",
        "dates",
        "parties",
        "overseers",
        "groups",
    ),
    "stances and denials": ("agreed", "denials", "only one denies"),
    "guard": ("guard",),
}
"""Features by the beginnings of their names."""


def fit(pairs: list[Pair], penalty: float, temperature: float = 1.0) -> LinearModel:
    """A model fitted on pairs; the scaling of the features is folded into its weights."""
    pipeline = _pipeline(penalty).fit([p.features for p in pairs], [p.same for p in pairs])
    vectors, scaler, regression = pipeline[0], pipeline[1], pipeline[2]
    slopes = regression.coef_[0] / scaler.scale_
    intercept = float(regression.intercept_[0] - slopes @ scaler.mean_)
    weights = {
        str(name): (round(-float(w) / 2, 4), round(float(w) / 2, 4))
        for name, w in zip(vectors.get_feature_names_out(), slopes, strict=True)
    }
    halves = (round(-intercept / 2, 4), round(intercept / 2, 4))
    return LinearModel("meaning", ("other", "same"), halves, temperature, weights)


def _pipeline(penalty: float) -> Any:
    regression = LogisticRegression(C=penalty, max_iter=5000)
    return make_pipeline(DictVectorizer(sparse=False), StandardScaler(), regression)


def left_out_scores(pairs: list[Pair], penalty: float) -> Any:
    """Each pair's log-odds from a model that saw neither of its meanings."""
    meanings = sorted({m for p in pairs for m in p.meanings})
    folds = dict(zip(meanings, np.random.default_rng(0).permutation(len(meanings)) % _FOLDS, strict=True))
    sides = np.array([[folds[m] for m in p.meanings] for p in pairs])
    scores, times = np.zeros(len(pairs)), np.zeros(len(pairs))
    for fold in range(_FOLDS):
        held_out = (sides == fold).any(axis=1)
        known = [p for p, out in zip(pairs, held_out, strict=True) if not out]
        pipeline = _pipeline(penalty).fit([p.features for p in known], [p.same for p in known])
        asked = [p.features for p, out in zip(pairs, held_out, strict=True) if out]
        scores[held_out] += pipeline.decision_function(asked)
        times[held_out] += 1
    return scores / times


def scores_without(pairs: list[Pair], penalty: float) -> dict[str, Any]:
    """Log-odds of meanings left out, with every feature (the empty name) and without each group of them."""
    found = {}
    for group, names in {"": (), **_GROUPS}.items():
        left = [replace(p, features={k: v for k, v in p.features.items() if not k.startswith(names)}) for p in pairs]
        found[group] = left_out_scores(left, penalty)
    return found


def choose_penalty(pairs: list[Pair]) -> tuple[float, float, Any]:
    """The penalty that does best on meanings left out, the temperature for it, and those log-odds."""
    same = np.array([p.same for p in pairs])
    tried = []
    for penalty in _PENALTIES:
        odds = left_out_scores(pairs, penalty)
        temperature, surprise = _temperature(odds, same)
        tried.append((surprise, penalty, temperature, odds))
    _, penalty, temperature, odds = min(tried, key=lambda one: one[0])
    return penalty, temperature, odds


def _temperature(odds: Any, same: Any) -> tuple[float, float]:
    """The temperature that makes the labels likeliest, and the surprise that is left."""
    best = minimize_scalar(lambda t: log_loss(same, _chance(odds / t)), bounds=(0.3, 5.0), method="bounded")
    return round(float(best.x), 3), float(best.fun)


def _chance(odds: Any) -> Any:
    return 1 / (1 + np.exp(-odds))


def main() -> None:
    """Fit on the paraphrases of a folder (`data/gold`) and write model and card."""
    gold = Path(sys.argv[1] if len(sys.argv) > 1 else "data/gold")
    encoder, background = load_encoder(), load_background(gold)
    wordings = {split: load_wordings(gold / "paraphrases.jsonl", split) for split in ("train", "test")}
    splits = {split: make_pairs(some, encoder, background) for split, some in wordings.items()}
    penalty, temperature, odds = choose_penalty(splits["train"])
    model = fit(splits["train"], penalty, temperature)
    left_out = _chance(odds / temperature)
    folder = Path(models.__file__).parent
    (folder / "meaning.json").write_text(models.to_json(model), encoding="utf-8")
    card = write_card(splits, model, left_out, scores_without(splits["train"], penalty))
    (folder / "meaning.md").write_text(card, encoding="utf-8")
    print(f"{folder / 'meaning.json'}: {len(model.weights)} features, penalty {penalty}; see meaning.md beside it")
    print(f"least score of precision 0.90 on meanings left out: {least_score(splits['train'], left_out, 0.9)}")


if __name__ == "__main__":
    main()
