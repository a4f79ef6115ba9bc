"""The floors of this project hold, and none goes down unseen."""

import json
from pathlib import Path

import labelled
import pytest
from conftest import ROOT

from foi_analytics.errors import UsageError
from foi_analytics.evaluation import Evaluation, LabelledLetter
from foi_analytics.evaluation.floors import gold_hash, load_floors, measure, pin, shortfalls
from foi_analytics.evaluation.labels import SPLITS

GOLD = ROOT / "data" / "gold"

Measured = dict[str, tuple[list[LabelledLetter], Evaluation]]


@pytest.fixture(scope="session")
def measured() -> Measured:
    """Every labelled letter of this project, read once."""
    return measure(GOLD)


@pytest.mark.parametrize("split", SPLITS)
def test_no_figure_is_below_its_floor(split: str, measured: Measured) -> None:
    pinned = load_floors(GOLD)[split]
    letters, evaluation = measured[split]
    assert pinned.gold == gold_hash(letters), (
        "the labelled letters changed since the floors were pinned: look at what changed, then run `make floors`"
    )
    assert shortfalls(pinned.floors, evaluation) == {}
    assert pinned.floors.keys() == set(evaluation.figures.index)


@pytest.mark.parametrize("split", ["train", "validation"])
def test_every_error_opens_its_words(split: str, measured: Measured) -> None:
    letters, evaluation = measured[split]
    texts = {each.row["id"]: {"reply": each.letter.text, "request": each.letter.request} for each in letters}
    placed = evaluation.errors.dropna(subset=["start"])
    assert len(placed) > 0
    for error in placed.itertuples():
        assert texts[error.letter_id][error.within][error.start : error.end] == error.quote


# Pinning -------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, labelled.source())
    pin(tmp_path)
    return tmp_path


def write(gold: Path, source: str) -> None:
    (gold / "letters").mkdir(exist_ok=True)
    (gold / "letters" / "x-01.txt").write_text(source, encoding="utf-8")


RIGHT = labelled.source()
WRONG = RIGHT.replace('kind = "response"', 'kind = "internal_review"')


def test_floors_are_what_was_measured(folder: Path) -> None:
    (train,) = load_floors(folder).values()
    ((letters, evaluation),) = measure(folder).values()
    assert (train.split, train.letters, train.gold) == ("train", 1, gold_hash(letters))
    assert train.floors["letter.kind_accuracy"] == 1
    assert shortfalls(train.floors, evaluation) == {}
    assert pin(folder) == []


def test_a_floor_falls_only_with_a_reason_that_is_kept(folder: Path) -> None:
    before = (folder / "floors.json").read_bytes()
    write(folder, WRONG)
    with pytest.raises(UsageError, match=r"train letter\.kind_accuracy: 1\.000 -> 0\.0000"):
        pin(folder)
    assert (folder / "floors.json").read_bytes() == before
    assert "train letter.kind_accuracy: 1.0 -> 0.000" in pin(folder, lower="labelled anew")
    (entry,) = json.loads((folder / "floors.json").read_bytes())
    (lowered,) = entry["lowered"]
    assert (lowered["reason"], lowered["from"]) == ("labelled anew", {"letter.kind_accuracy": 1.0})
    write(folder, RIGHT)
    pin(folder)
    (train,) = load_floors(folder).values()
    assert train.floors["letter.kind_accuracy"] == 1
    assert [dict(each) for each in train.lowered] == [lowered]


def test_a_split_that_is_gone_is_a_fall(folder: Path) -> None:
    write(folder, RIGHT.replace('"train"', '"test"'))
    with pytest.raises(UsageError, match="train: its letters are gone"):
        pin(folder)


def test_the_hash_tells_any_other_word_or_label() -> None:
    one = labelled.letter()
    others = [labelled.letter(pit='"absent"'), labelled.letter(text=labelled.TEXT + "!")]
    assert len({gold_hash([each]) for each in (one, *others)}) == 3
    assert gold_hash([one, *others]) == gold_hash([*others, one])


def test_a_file_that_holds_no_floors_is_refused(folder: Path) -> None:
    (folder / "floors.json").write_text('[{"split": "train"}]', encoding="utf-8")
    with pytest.raises(UsageError, match="does not hold floors"):
        pin(folder)
