"""Readings measured against labels: the same figures as the shared scorer, how sure they are, and what is wrong."""

import copy
import importlib.util
import itertools
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from labelled import TEXT, letter

from foi_analytics.errors import UsageError
from foi_analytics.evaluation import Evaluation, LabelledLetter, evaluate, load_gold
from foi_analytics.evaluation.calibration import calibration_of


def perfect(labelled: list[LabelledLetter]) -> dict[str, dict[str, Any]]:
    return {each.row["id"]: copy.deepcopy(each.row) for each in labelled}


def errors(evaluation: Evaluation) -> list[tuple[str, str, str]]:
    return list(evaluation.errors[["field", "expected", "found"]].itertuples(index=False, name=None))


# Figures -----------------------------------------------------------------------------------


def test_labels_score_full_marks_against_themselves(gold: list[LabelledLetter]) -> None:
    found = evaluate(gold, perfect(gold))
    assert set(found.figures["value"]) == {1.0}
    assert set(found.by_label["value"]) == {1.0}
    assert found.errors.empty
    assert (found.confusion["expected"] == found.confusion["found"]).all()


def test_a_letter_without_reading_counts_as_read_to_nothing() -> None:
    found = evaluate([letter()], {}).to_dict()
    assert found["missing"] == 1
    assert found["citations"]["span"] == {"precision": 0, "recall": 0, "f1": 0, "gold": 1, "found": 0}
    assert (found["letter"]["kind_accuracy"], found["letter"]["ncnd_accuracy"]) == (0, 0)


def test_an_open_label_is_not_held_against_a_reading() -> None:
    open_role = letter(text=TEXT.replace("c:applied", "c:applied/mentioned"))
    other = copy.deepcopy(open_role.row)
    other["citations"][0]["role"] = "mentioned"
    assert errors(evaluate([open_role], {"x-01": other})) == []
    other["questions"] += copy.deepcopy(other["questions"])
    assert ("question outcome", "(nothing)", "full_refusal") in errors(evaluate([open_role], {"x-01": other}))
    first_only = LabelledLetter(open_role.letter, open_role.row | {"questions_complete": False})
    assert errors(evaluate([first_only], {"x-01": other})) == []


def test_figures_equal_those_of_the_shared_scorer(shared: Path) -> None:
    module = importlib.util.spec_from_file_location("shared_score", shared / "score" / "score.py")
    assert module is not None and module.loader is not None
    theirs = importlib.util.module_from_spec(module)
    module.loader.exec_module(theirs)
    labelled = load_gold(shared / "gold" / "real_gold.jsonl")
    rows = [each.row for each in labelled]
    for seed in range(8):
        readings = {r["id"]: _perturbed(r, random.Random(f"{seed} {r['id']}")) for r in rows[seed % 3 :]}
        noted: list[str] = []
        expected = theirs.score(rows, readings, noted)
        found = evaluate(labelled, readings)
        mine = {name: value for name, value in found.to_dict().items() if name in expected}
        assert dict(_leaves(mine)) == pytest.approx(dict(_leaves(expected)), abs=2e-4)
        assert _noted(found) == len(noted)


def _noted(found: Evaluation) -> int:
    """As many errors as the shared scorer lists: it tells sections by letter, and some fields not at all."""
    listed = ("citation role", "citation provisions", "question outcome", "outcome")
    wrong = found.judgements[found.judgements["expected"] != found.judgements["found"]]
    sections = wrong.loc[wrong["field"] == "exemption section", "letter_id"].nunique()
    return int(found.errors["field"].isin(listed).sum()) + sections


def _perturbed(row: dict, chance: random.Random) -> dict:
    row = copy.deepcopy(row)
    for citation in row["citations"]:
        citation["start"] += chance.choice([0, 0, 0, -8, 3])
        citation["role"] = chance.choice([citation["role"], "applied", "other_law"])
        citation["provisions"] = chance.choice([citation["provisions"], ["foia2000:40(2)"]])
    for question in row["questions"]:
        quote = question["quote"]
        question["quote"] = chance.choice([quote, "", quote[20:], f"and {quote}"])
        question["number"] = chance.choice([question["number"], str(chance.randint(1, 9))])
        question["outcome"] = chance.choice([question["outcome"], "not_held", None])
        question["exemptions"] = chance.choice([question["exemptions"], [{"provision": "eir2004:13(2A)"}]])
    for name in ("citations", "questions"):
        row[name] = [each for each in row[name] if chance.random() < 0.8]
    row["outcome"] = chance.choice([row["outcome"], "ncnd", "future_publication"])
    row["exemptions"] = chance.choice([row["exemptions"], ["foia2000:40", "eir2004:12(5)(e)"]])
    return row | {"ncnd": chance.random() < 0.3, "own_text_end": row["own_text_end"] + chance.choice([0, 79, 500])}


def _leaves(figures: dict, path: str = "") -> Iterator[tuple[str, float]]:
    return itertools.chain.from_iterable(
        _leaves(value, f"{path}.{name}") if isinstance(value, dict) else [(f"{path}.{name}", value)]
        for name, value in figures.items()
    )


def test_macro_f1_is_the_mean_over_the_labels_there_are() -> None:
    kinds = ["holding", "holding", "acknowledgement"]
    labelled = [letter(n, kind=f'"{kind}"', questions="[]", text="Exempt, ⟦c:applied foia2000:40(2)|s.40(2)⟧.",
                       outcome='"unknown"') for n, kind in enumerate(kinds)]  # fmt: skip
    labelled[2].row["outcome"] = "acknowledgement"
    readings = perfect(labelled)
    readings["x-00"]["outcome"] = "acknowledgement"
    readings["x-01"]["outcome"] = "ncnd"  # no label has it: it is no part of the mean
    figure = evaluate(labelled, readings).figures.loc["letter.outcome_macro_f1"]
    assert figure["value"] == pytest.approx((0 + 2 / 3) / 2)
    assert figure["labels"] == 3


def test_a_letter_labelled_twice_and_no_letter_at_all_are_refused() -> None:
    with pytest.raises(UsageError, match="labelled twice: x-01"):
        evaluate([letter(), letter()], {})
    with pytest.raises(UsageError, match="no labelled letters"):
        evaluate([], {})


# How sure the figures are --------------------------------------------------------------------


def halves(authorities: list[str]) -> Evaluation:
    """Twenty letters of which the first ten are read as the wrong kind."""
    labelled = [letter(n, authority=authorities[n % len(authorities)]) for n in range(20)]
    labelled.sort(key=lambda each: each.row["authority"])
    readings = perfect(labelled)
    for each in labelled[:10]:
        readings[each.row["id"]]["kind"] = "holding"
    return evaluate(labelled, readings)


def test_the_letters_of_an_authority_are_drawn_together() -> None:
    together = halves(["X", "Y"]).figures.loc["letter.kind_accuracy"]
    assert together[["value", "low", "high"]].tolist() == [0.5, 0, 1]
    apart = halves([f"A{n:02}" for n in range(20)]).figures.loc["letter.kind_accuracy"]
    assert apart[["low", "high"]].tolist() == pytest.approx([0.5 - 0.22, 0.5 + 0.22], abs=0.08)  # ± 1.96 √(.25 / 20)


def test_letters_are_drawn_where_an_authority_is_not_named() -> None:
    found = halves(["X", "Y"])
    found.letters.loc["x-00", "authority"] = None
    again = Evaluation(found.letters, found.judgements)
    assert (found.drawn, again.drawn) == ("letters", "letters")
    assert 0 < again.figures.loc["letter.kind_accuracy", "low"] < 0.5


def test_one_authority_gives_no_interval() -> None:
    assert halves(["X"]).figures[["low", "high"]].isna().all(axis=None)


def test_intervals_hold_their_figures_and_are_the_same_each_time(gold: list[LabelledLetter]) -> None:
    readings = {each.row["id"]: _perturbed(each.row, random.Random(each.row["id"])) for each in gold}
    one, other = evaluate(gold, readings), evaluate(gold, readings)
    pd.testing.assert_frame_equal(one.figures, other.figures)
    figures = one.figures.drop(index="letter.kind_accuracy")  # nothing is wrong with it here
    assert ((figures["low"] < figures["value"]) & (figures["value"] < figures["high"])).all()


# Parts and labels ----------------------------------------------------------------------------


def test_parts_are_measured_by_themselves() -> None:
    labelled = [letter(1, date="2022-03-01"), letter(2, authority_type='"fire"', date="2023-03-01"), letter(3)]
    readings = perfect(labelled)
    readings["x-02"]["kind"] = "holding"
    found = evaluate(labelled, readings)
    for grouping, parts in (("type", ["fire", "police"]), ("year", ["2022", "2023", "undated"])):
        frame = found.by(grouping)
        assert list(frame[grouping].unique()) == parts
        assert frame.groupby(grouping)["letters"].first().sum() == 3
        kinds = frame[frame["figure"] == "letter.kind_accuracy"].set_index(grouping)["value"]
        assert [name for name, value in kinds.items() if value < 1] == [parts[0] if grouping == "type" else parts[1]]
    with pytest.raises(UsageError, match="no grouping 'colour'"):
        found.by("colour")


def test_each_label_has_its_precision_and_recall() -> None:
    labelled = [letter(n) for n in range(12)]
    readings = perfect(labelled)
    for missed in ("x-00", "x-01", "x-02"):
        readings[missed]["citations"] = []
    readings["x-03"]["citations"].append({"start": 0, "end": 5, "role": "applied", "provisions": []})
    for wrong in ("x-03", "x-04"):
        readings[wrong]["ncnd"] = True
    labels = evaluate(labelled, readings).by_label.set_index(["field", "label"])
    applied = labels.loc[("citation role", "applied")]
    assert applied[["precision", "recall", "labels", "found"]].tolist() == [9 / 10, 9 / 12, 12, 10]
    assert not applied["small"]
    ncnd = labels.loc[("ncnd", "yes")]
    assert ncnd[["precision", "recall", "labels", "found", "small"]].tolist() == [0, 0, 0, 2, True]


def test_what_was_taken_for_what() -> None:
    labelled = [letter(n) for n in range(3)]
    readings = perfect(labelled)
    readings["x-00"]["citations"][0]["role"] = "quoted"
    readings["x-01"]["citations"] = []
    table = evaluate(labelled, readings).crossed("citation role")
    assert table.loc["applied"].to_dict() == {"applied": 1, "quoted": 1, "(nothing)": 1}
    assert list(table.index) == list(table.columns) == ["applied", "quoted", "(nothing)"]


# Errors --------------------------------------------------------------------------------------


def test_each_error_is_listed_once_where_it_is_with_what_said_so() -> None:
    each = letter()
    reading = copy.deepcopy(each.row)
    reading["citations"][0] |= {"role": "rejected", "provisions": ["foia2000:40"], "made_by": "rule:r", "score": 0.4}
    reading |= {"exemptions": ["foia2000:40"], "own_text_end": 0, "ncnd": True}
    reading["questions"][0] |= {"outcome": "not_held", "outcome_made_by": "rule:q", "made_by": "rule:ask"}
    found = evaluate([each], {"x-01": reading}).errors.set_index(["field", "expected"])
    assert found.loc[("citation role", "applied"), ["quote", "made_by", "score"]].tolist() == ["s.40(2)", "rule:r", 0.4]
    assert found.loc[("citation provisions", "foia2000:40(2)"), "found"] == "foia2000:40"
    assert found.loc[("exemption provision", "foia2000:40(2)"), ["found", "quote"]].tolist() == ["(nothing)", "s.40(2)"]
    assert found.loc[("question outcome", "full_refusal"), ["quote", "made_by"]].tolist() == ["Names", "rule:q"]
    assert ("exemption provision", "(nothing)") in found.index
    assert len(found) == 6  # and NCND; the end of a text so short is near enough


def test_readings_of_strangers_are_measured_whatever_they_lack() -> None:
    reading = {"citations": [{"start": "1"}, {"start": 4, "end": 2}, {"start": 0, "end": 5}], "questions": [{}]}
    found = evaluate([letter()], {"x-01": reading})
    assert ("citation role", "(nothing)", "(no label)") in errors(found)
    assert json.dumps(found.to_dict(errors=9))


# Calibration ---------------------------------------------------------------------------------


def test_scores_are_compared_with_what_is_right_in_each_tenth() -> None:
    rows = [("citation role", "applied", "applied", 0.9), ("citation role", "applied", "quoted", 0.81),
            ("citation role", "quoted", "quoted", 0.3), ("citation role", "(nothing)", "quoted", 0.3),
            ("citation role", "quoted", "(nothing)", None), ("question outcome", "ncnd", "ncnd", 0.0),
            ("exemption provision", "a", "a", 0.5)]  # fmt: skip
    points = calibration_of(pd.DataFrame(rows, columns=["field", "expected", "found", "score"]))
    assert points.round(3).values.tolist() == [
        ["citation role", 0.2, 0.3, 1, 0.3, 1.0],
        ["citation role", 0.8, 0.9, 2, 0.855, 0.5],
        ["question outcome", 0.0, 0.1, 1, 0.0, 1.0],
    ]
