import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foi_analytics.errors import UsageError
from foi_analytics.models import LinearModel, load_model, to_json

MODEL = LinearModel(
    "m", ("relied", "mentioned"), (0.1, -0.1), 1.5, {"b:withheld": (2.0, -2.0), "a:provides": (-1.0, 1.0)}
)


@given(st.sets(st.sampled_from(["b:withheld", "a:provides", "unknown", ""])))
def test_probabilities_sum_to_one(features):
    chances = MODEL.probabilities(features)
    assert sum(chances.values()) == pytest.approx(1)
    assert all(0 < p < 1 for p in chances.values())


def test_a_lower_temperature_is_surer():
    sharp = LinearModel("m", MODEL.labels, MODEL.intercepts, 0.5, MODEL.weights)
    assert sharp.probabilities(["b:withheld"])["relied"] > MODEL.probabilities(["b:withheld"])["relied"]


def test_explanation_names_the_features_that_decided():
    assert MODEL.explain(["b:withheld", "a:provides", "unknown"], "relied")[0] == ("b:withheld", 4.0)


def test_the_file_holds_the_whole_model():
    data = json.loads(to_json(MODEL))
    assert {f: tuple(w) for f, w in data["weights"].items()} == MODEL.weights
    assert (tuple(data["labels"]), data["temperature"]) == (MODEL.labels, MODEL.temperature)


def test_the_packaged_model_knows_a_plain_case():
    model = load_model("roles")
    assert model.name.startswith("roles@")
    assert set(model.labels) == {"relied", "mentioned", "rejected", "quoted"}


def test_a_model_that_is_not_packaged_is_named():
    with pytest.raises(UsageError, match="no model 'nothing'"):
        load_model("nothing")


def test_features_may_come_with_amounts():
    assert MODEL.probabilities({"b:withheld": 1.0, "unknown": 3.0}) == MODEL.probabilities(["b:withheld", "unknown"])
    assert MODEL.probabilities({"b:withheld": 2.0})["relied"] > MODEL.probabilities(["b:withheld"])["relied"]
