"""Fitted linear classifiers as data: JSON weights, read with the standard library, explained by their features.

A model file holds its labels, an intercept for each, a temperature (fitted on letters of other
authorities, so that a score is a probability), and for each feature a weight per label.  No
code is loaded from it.
"""

import functools
import hashlib
import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources

from ..errors import UsageError

__all__ = ["LinearModel", "load_model", "to_json"]


@dataclass(frozen=True)
class LinearModel:
    """A multinomial logistic regression over named features.

    Attributes:
        name: What it decides, with the first digits of its weights' hash: `roles@1a2b3c4d`.
        labels: What it can answer.
        intercepts: One number for each label.
        temperature: Divides the scores before they become probabilities.
        weights: For each feature one number for each label; features it does not know count nothing.
    """

    name: str
    labels: tuple[str, ...]
    intercepts: tuple[float, ...]
    temperature: float
    weights: Mapping[str, tuple[float, ...]]

    def probabilities(self, features: Iterable[str] | Mapping[str, float]) -> dict[str, float]:
        """How likely each label is; the numbers sum to 1.

        Args:
            features: Names of what is there, or names with how much of it there is.

        >>> model = LinearModel("m", ("yes", "no"), (0.0, 0.0), 1.0, {"exempt": (2.0, -2.0)})
        >>> model.probabilities(["exempt"])["yes"] > 0.9
        True
        """
        amounts = features if isinstance(features, Mapping) else dict.fromkeys(features, 1.0)
        known = [(self.weights[f], amount) for f, amount in amounts.items() if f in self.weights]
        scores = [
            (intercept + sum(w[i] * amount for w, amount in known)) / self.temperature
            for i, intercept in enumerate(self.intercepts)
        ]
        top = max(scores)
        powers = [math.exp(s - top) for s in scores]
        total = sum(powers)
        return {label: p / total for label, p in zip(self.labels, powers, strict=True)}

    def explain(self, features: Iterable[str], label: str, most: int = 5) -> list[tuple[str, float]]:
        """The features that speak most for a label, against the mean of the others."""
        i = self.labels.index(label)
        pull = {
            f: w[i] - (sum(w) - w[i]) / max(len(w) - 1, 1)
            for f in set(features)
            if (w := self.weights.get(f)) is not None
        }
        return sorted(pull.items(), key=lambda item: -item[1])[:most]


@functools.cache
def load_model(name: str) -> LinearModel:
    """A model packaged here, by name.

    Raises:
        UsageError: When there is none of that name.
    """
    path = resources.files(__package__).joinpath(f"{name}.json")
    if not path.is_file():
        raise UsageError(f"no model {name!r} is packaged; fit one with python -m foi_analytics.training")
    raw = path.read_bytes()
    data = json.loads(raw)
    return LinearModel(
        name=f"{name}@{hashlib.sha256(raw).hexdigest()[:8]}",
        labels=tuple(data["labels"]),
        intercepts=tuple(data["intercepts"]),
        temperature=data["temperature"],
        weights={feature: tuple(weights) for feature, weights in data["weights"].items()},
    )


def to_json(model: LinearModel) -> str:
    """The model as the text of its file: features sorted, so that a refit shows what moved."""
    data = {
        "labels": list(model.labels),
        "intercepts": list(model.intercepts),
        "temperature": model.temperature,
    }
    head = json.dumps(data, indent=1)[:-2]
    rows = ",\n".join(
        f"  {json.dumps(f, ensure_ascii=False)}: {json.dumps(list(w))}" for f, w in sorted(model.weights.items())
    )
    return f'{head},\n "weights": {{\n{rows}\n }}\n}}\n'
