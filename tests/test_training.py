from pathlib import Path

import pytest

pytest.importorskip("sklearn", reason="fitting needs scikit-learn: pip install 'foi-analytics[train]'")

from foi_analytics.evaluation.markup import compile_letter
from foi_analytics.training.card import write_card
from foi_analytics.training.passages import load_passages
from foi_analytics.training.roles import Example, choose_penalty, examples, fit

LETTER = """+++
id = "testing-council-01"
authority = "Testing Council"
authority_type = "council"
split = "train"
kind = "response"
regimes = ["foia2000"]
outcome = "full_refusal"
ncnd = false
pit = "na"
prejudice = []
exemptions = ["foia2000:40(2)"]
questions = [{ number = "1", outcome = "full_refusal", exemptions = ["foia2000:40(2)"] }]
+++
=== text
Dear A, you asked for ⟦q:1|the names⟧. ⟦a:1|They are withheld under ⟦c:applied foia2000:40(2)|section 40(2)⟧ of FOIA.⟧
⟦c:procedural foia2000:50|Section 50⟧ of FOIA lets you complain.
⟦end⟧
From: A
Sent: today
I know ⟦c:quoted foia2000:43|section 43⟧ of FOIA.
"""


def some(role, words, authority):
    features = {f"b:{w}" for w in words.split()} | {"law:ground"}
    return Example(frozenset(features), role, authority)


SPLIT = [
    some(*case, f"authority-{i % 6}")
    for i in range(12)
    for case in (("relied", f"withheld x{i}"), ("mentioned", f"provides y{i}"), ("rejected", f"withdrawn z{i}"))
]


def test_only_citations_that_wording_decides_are_learnt_from():
    assert [e.role for e in examples([compile_letter(LETTER, "letter.txt")])] == ["relied"]


def test_a_fitted_model_learns_its_words_and_its_card_tells():
    penalty, accuracy = choose_penalty(SPLIT)
    model = fit(SPLIT, SPLIT, penalty)
    assert accuracy > 0.9
    chances = model.probabilities({"b:withdrawn"})
    assert max(chances, key=chances.get) == "rejected"
    card = write_card({"train": SPLIT, "validation": SPLIT, "test": SPLIT}, model, penalty, accuracy)
    assert "| rejected | 1.00 | 1.00 | 12 |" in card


def test_fitting_twice_gives_the_same_model():
    assert fit(SPLIT, SPLIT, 0.3) == fit(SPLIT, SPLIT, 0.3)


def test_passages_are_letters_with_their_citations_labelled(tmp_path):
    path = tmp_path / "passages.txt"
    path.write_text("--- internal_review\n[rejected:Section 22] of FOIA falls away, [applied:section 41] does not.\n")
    (letter,) = load_passages(path)
    text = letter.letter.text
    assert letter.row["kind"] == "internal_review"
    assert [(text[c["start"] : c["end"]], c["role"]) for c in letter.row["citations"]] == [
        ("Section 22", "rejected"),
        ("section 41", "applied"),
    ]
    assert [e.weight < 1 for e in examples([letter])] == [True, True]


def test_every_passage_is_found_as_labelled():
    letters = list(load_passages(Path("data/gold/passages.txt")))
    found = examples(letters)
    assert len(found) > 500
    assert {e.role for e in found} == {"relied", "mentioned", "rejected", "quoted"}
