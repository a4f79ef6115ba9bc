import json
import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foi_analytics.errors import UsageError
from foi_analytics.evaluation import load_gold
from foi_analytics.evaluation.agreement import agreement, alpha

GOLD = Path(__file__).resolve().parent.parent / "data" / "gold"


def by_unit(*annotators: str) -> list[tuple[str | None, ...]]:
    """What each annotator said, a label a unit and `*` for none, turned into units."""
    return [tuple(None if label == "*" else label for label in unit) for unit in zip(*annotators, strict=True)]


# The worked examples of Krippendorff (2011): two values, several values, four observers with missing labels.
@pytest.mark.parametrize(
    ("units", "expected"),
    [
        (by_unit("0100000010", "1110010000"), 0.095),
        (by_unit("aabbdcccedda", "babbbccceddd"), 0.692),
        (by_unit("123321412***", "1233224125*3", "*3332342251*", "12332441251*"), 0.743),
    ],
)
def test_the_worked_examples_of_the_paper(units: list[tuple[str | None, ...]], expected: float) -> None:
    assert alpha(units) == pytest.approx(expected, abs=0.0005)


labels = st.lists(st.tuples(*[st.sampled_from(["a", "b", "c", None])] * 3), max_size=20)


@given(labels)
def test_neither_the_order_of_annotators_nor_the_names_of_labels_matter(units: list[tuple[str | None, ...]]) -> None:
    renamed = {"a": "c", "b": "a", "c": "b", None: None}
    turned = [tuple(renamed[label] for label in reversed(unit)) for unit in reversed(units)]
    assert alpha(turned) == pytest.approx(alpha(units), nan_ok=True)


@given(labels)
def test_a_thing_that_one_annotator_labelled_alone_changes_nothing(units: list[tuple[str | None, ...]]) -> None:
    assert alpha([*units, ("d", None, None)]) == pytest.approx(alpha(units), nan_ok=True)


def test_full_agreement_is_one_and_no_choice_is_no_figure() -> None:
    assert alpha(by_unit("ab", "ab")) == 1
    assert math.isnan(alpha(by_unit("aa", "aa")))
    assert math.isnan(alpha([]))


def row(letter_id: str, **labels: Any) -> dict[str, Any]:
    empty = {"kind": "response", "outcome": "not_held", "ncnd": False, "pit": "na", "prejudice": []}
    return {"id": letter_id, **empty, "exemptions": [], "citations": [], "questions": [], **labels}


def cited(role: str, start: int = 0, **more: Any) -> dict[str, Any]:
    return {"start": start, "end": start + 5, "role": role, "provisions": [], **more}


def test_each_field_is_compared_on_its_own() -> None:
    ask = {"number": "1", "outcome": "ncnd", "exemptions": ["foia2000:40(5B)"]}
    first = [row("a", outcome="ncnd", ncnd=True, questions=[ask]), row("b"), row("c")]
    second = [row("a", outcome="ncnd", ncnd=False, questions=[ask | {"exemptions": []}]), row("b")]
    table = agreement(first, second)
    assert table.loc["outcome", ["n", "agreed", "alpha"]].tolist() == [2, 1, 1]
    assert table.loc["ncnd", ["n", "agreed"]].tolist() == [2, 0.5]
    assert table.loc["question outcome", ["n", "agreed"]].tolist() == [1, 1]
    assert table.loc["question sections", ["n", "agreed"]].tolist() == [1, 0]


def test_either_of_two_roles_agrees_and_a_citation_without_partner_is_left_out() -> None:
    first = [row("a", citations=[cited("mentioned", alt_role="ncnd"), cited("applied", 10), cited("quoted", 20)])]
    second = [row("a", citations=[cited("ncnd"), cited("ncnd", 10), cited("applied", 40)])]
    table = agreement(first, second)
    assert table.loc["citation role", ["n", "agreed"]].tolist() == [2, 0.5]
    assert table.loc["relied on or not", ["n", "agreed"]].tolist() == [2, 1]


def test_provisions_agree_whatever_their_date_and_other_acts_are_left_out() -> None:
    first = [cited("applied", provisions=["foia2000:40(3)@2018-05-24"]), cited("other_law", 10, provisions=["x:1"])]
    second = [cited("applied", provisions=["foia2000:40(3)"]), cited("other_law", 10, provisions=["y:1"])]
    table = agreement([row("a", citations=first)], [row("a", citations=second)])
    assert table.loc["citation provisions", ["n", "agreed"]].tolist() == [1, 1]


def test_exemptions_agree_by_section_also_on_what_is_absent() -> None:
    first = [row("a", exemptions=["foia2000:31(1)(a)"]), row("b", exemptions=["foia2000:40(2)"])]
    second = [row("a", exemptions=["foia2000:31(1)(b)"]), row("b", exemptions=["foia2000:41"])]
    assert agreement(first, second).loc["exemption sections", ["n", "agreed"]].tolist() == [6, 4 / 6]


def test_the_interval_holds_the_figure_and_comes_out_the_same_again() -> None:
    first = [row(str(i), outcome="ncnd" if i % 2 else "not_held") for i in range(20)]
    second = [row(str(i), outcome="ncnd" if i % 2 or i == 4 else "not_held") for i in range(20)]
    table = agreement(first, second)
    assert 0 < table.loc["outcome", "low"] < table.loc["outcome", "alpha"] < table.loc["outcome", "high"] <= 1
    assert table.equals(agreement(first, second))


def test_a_letter_only_the_second_pass_has_is_named() -> None:
    with pytest.raises(UsageError, match="no letter b"):
        agreement([row("a")], [row("b")])


def test_the_second_pass_still_fits_the_letters() -> None:
    for line in (GOLD / "second_pass.jsonl").read_text(encoding="utf-8").splitlines():
        again = json.loads(line)
        first = load_gold(GOLD / "letters" / f"{again['id']}.txt")[0].row
        spans = {(c["start"], c["end"]) for c in first["citations"]}
        assert spans >= {(c["start"], c["end"]) for c in again["citations"]}, again["id"]
        assert {q["number"] for q in first["questions"]} >= {q["number"] for q in again["questions"]}, again["id"]
