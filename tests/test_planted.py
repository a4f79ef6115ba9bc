"""The planted corpus says the truth about itself: figures measured on it rest on that."""

import random
import re
from collections import defaultdict
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as pq
import pytest

BENCHMARKS = Path(__file__).parent / "benchmarks"
LETTERS = 60


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return planted(tmp_path_factory.mktemp("planted"))


def planted(folder: Path, letters: int = LETTERS) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(BENCHMARKS))
        from planted import write  # type: ignore[import-not-found, unused-ignore]

        write(folder, letters, seed=3)
    return folder


@pytest.fixture(scope="module")
def passages(folder: Path) -> list[dict[str, Any]]:
    letters = pq.read_table(folder / "letters.parquet").to_pylist()
    texts = {letter["letter_id"]: letter["text"] for letter in letters}
    rows = pq.read_table(folder / "truth.parquet").to_pylist()
    return [row | {"text": texts[row["letter_id"]][row["start"] : row["end"]]} for row in rows]


def words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+|\d+", text.lower())


def families(passages: list[dict[str, Any]], kind: str) -> dict[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for passage in passages:
        if passage["kind"] == kind:
            found[passage["family"]].append(passage)
    return found


def test_the_paragraphs_of_a_letter_are_its_passages(folder: Path, passages: list[dict[str, Any]]) -> None:
    by_letter: dict[str, list[str]] = defaultdict(list)
    for passage in passages:
        by_letter[passage["letter_id"]].append(passage["text"])
    letters = pq.read_table(folder / "letters.parquet").to_pylist()
    assert len(letters) == LETTERS
    for letter in letters:
        assert letter["text"].split("\n\n") == by_letter[letter["letter_id"]]


def test_exact_copies_differ_in_case_space_and_punctuation_only(passages: list[dict[str, Any]]) -> None:
    copied = [family for family in families(passages, "exact").values() if len(family) > 1]
    assert copied
    for family in copied:
        texts = {" ".join(words(member["text"])) for member in family if member["change"] != "punctuation"}
        assert len(texts) == 1


def test_copies_in_new_slots_keep_most_words(passages: list[dict[str, Any]]) -> None:
    originals = {p["family"]: words(p["text"]) for p in passages if p["change"] == "same"}
    slots = [p for p in passages if p["kind"] == "slot" and p["family"] in originals]
    assert slots
    kept = [len(set(words(p["text"])) & set(originals[p["family"]])) / len(set(words(p["text"]))) for p in slots]
    assert sum(kept) / len(kept) > 0.8
    assert all(words(p["text"]) != originals[p["family"]] for p in slots)


def test_edited_copies_change_at_most_15_in_100_words(passages: list[dict[str, Any]]) -> None:
    originals = {p["family"]: p["text"] for p in passages if p["change"] == "same"}
    sizes = {"insert": 1, "delete": -1, "truncate": -1}
    edited = [p for p in passages if p["kind"] == "edited" and p["change"] in sizes and p["family"] in originals]
    assert edited
    for copy in edited:
        before, after = len(originals[copy["family"]].split()), len(copy["text"].split())
        assert 0 < (after - before) * sizes[copy["change"]] <= 0.15 * before


def test_unique_passages_are_in_no_other_place(passages: list[dict[str, Any]]) -> None:
    unique = [" ".join(words(p["text"])) for p in passages if p["kind"] == "unique"]
    others = {" ".join(words(p["text"])) for p in passages if p["kind"] != "unique"}
    assert len(set(unique)) == len(unique) > 0.3 * len(passages)
    assert not set(unique) & others


def test_look_alikes_say_something_else_than_their_twins(passages: list[dict[str, Any]]) -> None:
    twins = {p["family"]: p for p in passages if p["change"] == "same" and p["kind"] in ("exact", "paraphrase")}
    alike = [p for p in passages if p["kind"] == "lookalike" and p["twin"] in twins]
    assert {p["change"] for p in alike} >= {"polarity", "quantity"}
    for passage in alike:
        assert passage["family"] != passage["twin"]
        assert passage["text"] != twins[passage["twin"]]["text"]


def test_wordings_of_a_meaning_are_families_of_their_own(passages: list[dict[str, Any]]) -> None:
    meanings: dict[str, set[int]] = defaultdict(set)
    for passage in passages:
        if passage["kind"] == "paraphrase":
            meanings[passage["meaning"]].add(passage["family"])
    assert len(meanings) >= 60
    assert all(3 <= len(wordings) <= 4 for wordings in meanings.values())


def test_the_same_seed_plants_the_same_corpus(folder: Path, tmp_path: Path) -> None:
    again = planted(tmp_path)
    for name in ("letters.jsonl", "letters.parquet", "truth.parquet"):
        assert (again / name).read_bytes() == (folder / name).read_bytes()


def counted(truth: Any, found: list[int], same: list[bool]) -> tuple[float, float, float]:
    """Precision, recall and strict precision by looking at every pair."""
    rows = truth.astype({"meaning": object}).replace({np.nan: None}).to_dict("records")
    right = wrong = shown_as_same = wanted = 0
    meaning = {row["family"]: row["meaning"] for row in rows}

    def kin(row: dict[str, Any]) -> object:
        family = row["family"] if row["twin"] is None else row["twin"]
        return meaning[family] or family

    for one, other in combinations(range(len(rows)), 2):
        first, second = rows[one], rows[other]
        merged = found[one] == found[other] >= 0
        wanted += first["family"] == second["family"]
        right += merged and first["family"] == second["family"]
        wrong += merged and kin(first) != kin(second)
        twins = second["family"] == first["twin"] or first["family"] == second["twin"]
        shown_as_same += merged and twins and same[one] and same[other]
    return right / (right + wrong), right / wanted, right / (right + wrong + shown_as_same)


def test_a_score_equals_the_count_over_all_pairs(tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(BENCHMARKS))
        from truth import score  # type: ignore[import-not-found, unused-ignore]
    truth = pq.read_table(planted(tmp_path, letters=20) / "truth.parquet").to_pandas()
    chance = random.Random(1)
    twins = truth["twin"].fillna(truth["family"]).astype(int)
    # Look-alikes beside their twins, a few families joined by mistake, every tenth passage lost.
    found = [-1 if chance.random() < 0.1 else family % 400 for family in twins]
    same = [chance.random() < 0.5 for _ in found]
    result = score(truth, np.array(found), np.array(same))
    assert (result.precision, result.recall, result.strict) == pytest.approx(counted(truth, found, same))
    perfect = score(truth, truth["family"].to_numpy())
    assert perfect[:7] == (1.0,) * 7
