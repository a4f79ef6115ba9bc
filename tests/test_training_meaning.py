"""Fitting the meaning model: what it learns, what it is measured on, and what its card tells."""

import math
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("sklearn", reason="fitting needs scikit-learn: pip install 'foi-analytics[train]'")

from foi_analytics.boilerplate.meaning.embedding import Encoded
from foi_analytics.training.meaning import choose_penalty, fit, left_out_scores, scores_without
from foi_analytics.training.meaning_card import least_score, write_card
from foi_analytics.training.paraphrases import Pair, Wording, load_wordings, make_pairs

PARAPHRASES = Path("data/gold/paraphrases.jsonl")


class Letters:
    """A text is how often each letter occurs in it."""

    def encode(self, texts: Sequence[str]) -> Iterator[Encoded]:
        for text in texts:
            words = tuple(re.findall(r"\w+", text.lower()))
            rows = np.array([[w.count(c) + 0.01 for c in "abcdefghijklmnopqrstuvwxyz"] for w in words], np.float32)
            rows /= np.linalg.norm(rows, axis=1, keepdims=True)
            vector = rows.sum(axis=0)
            yield Encoded(vector / np.linalg.norm(vector), words, rows)


def some(number: int, same: bool, hard: str | None = None) -> Pair:
    amount = 0.9 if same else 0.2 + 0.01 * (number % 5)
    features = {"cosine": 0.8, "aligned": amount, "guard:None": 1.0}
    return Pair(features, same, hard, (f"m{number % 16}",) * 2, 0.8 - amount / 10, None, True)


PAIRS = [some(n, n % 2 == 0, None if n % 2 == 0 else "negation") for n in range(64)]


def test_pairs_are_of_one_meaning_or_near_and_the_background_is_left_out() -> None:
    wordings = [
        Wording("We hold nothing.", "held-1", "same"),
        Wording("Nothing is held.", "held-1", "same"),
        Wording("We hold forty files.", "held-1", "number"),
        Wording("Your fee is due.", "fee-1", "same"),
    ]
    pairs = make_pairs(wordings, Letters(), ["Parks and bins.", "A road is shut."])
    assert [(p.same, p.hard) for p in pairs if p.meanings == ("held-1", "held-1")] == [
        (True, None),
        (False, "number"),
        (False, "number"),
    ]
    assert {m for p in pairs for m in p.meanings} == {"held-1", "fee-1"}


def test_the_model_learns_what_tells_and_scores_are_chances() -> None:
    penalty, temperature, odds = choose_penalty(PAIRS)
    model = fit(PAIRS, penalty, temperature)
    assert model.probabilities(PAIRS[0].features)["same"] > 0.9
    assert model.probabilities(PAIRS[1].features)["same"] < 0.1
    assert model == fit(PAIRS, penalty, temperature)
    assert math.isclose(sum(model.probabilities({"aligned": 0.5}).values()), 1)
    assert len(odds) == len(PAIRS)


def test_a_pair_is_scored_by_a_model_that_saw_neither_meaning() -> None:
    telling, plain = (Pair(features, True, None, ("odd", "odd"), 0.5, None, True) for features in ({"here": 1.0}, {}))
    *_, one, other = left_out_scores([*PAIRS, telling, plain], 1.0)
    assert one == other


def test_the_least_score_keeps_the_precision_over_ten_pairs() -> None:
    pairs = [some(n, n < 12) for n in range(20)]
    scores = [1 - n / 100 for n in range(20)]
    assert least_score(pairs, scores, 0.9) == scores[12]
    assert least_score(pairs[12:], scores[12:], 0.9) is None


def test_the_card_shows_plain_cosine_beside() -> None:
    scores = [0.9 if p.same else 0.1 for p in PAIRS]
    without = {"": scores, "margin": [-s for s in scores]}
    card = write_card(
        {"train": PAIRS, "test": PAIRS}, fit(PAIRS, 1.0), [0.9 if p.same else 0.1 for p in PAIRS], without
    )
    assert "| test | score 0.8, guards | 1.00 (32 of 32, 0.89 to 1.00) | 1.00 | 1.00 | 1.00 |" in card
    assert "| test | cosine alone | – | – | 0.00 | 0.00 |" in card
    assert "| nothing | 1.000 | 1.000 |" in card and re.search(r"\| margin \| 0\.\d+ \| 0\.000 \|", card)


def test_a_feature_that_tells_is_missed_when_it_is_left_out() -> None:
    found = scores_without(PAIRS, 1.0)
    same = np.array([p.same for p in PAIRS])

    def apart(group: str) -> bool:
        return bool(found[group][same].min() > found[group][~same].max())

    assert apart("") and apart("margin")
    assert np.ptp(found["words aligned, one concept as near"]) < np.ptp(found[""]) / 4


def test_the_file_has_wordings_and_look_alikes_in_both_splits() -> None:
    for split in ("train", "test"):
        kinds = {w.kind for w in load_wordings(PARAPHRASES, split)}
        assert kinds == {"same", "date", "negation", "number", "provision", "party", "outcome", "statement"}
