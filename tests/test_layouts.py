"""The layout of a letter's answers, as its labels have it."""

import pytest

from foi_analytics.evaluation import compile_letter
from foi_analytics.evaluation.layouts import layout_of

FRONT = """+++
id = "x-01"
authority = "Wexmoor"
authority_type = "local"
split = "train"
kind = "response"
regimes = ["foia2000"]
outcome = "full_disclosure"
ncnd = false
pit = "na"
prejudice = []
exemptions = [{grounds}]
questions = [{questions}]
+++
"""
ASKED = "=== request\n1. ⟦q:1|How many vans?⟧\n2. ⟦q:2|How many cars?⟧\n"


def layout(body: str, count: int = 2, grounds: str = "") -> str:
    asks = ", ".join(f'{{ number = "{n}", outcome = "full_disclosure", exemptions = [] }}' for n in range(1, count + 1))
    source = FRONT.format(grounds=grounds, questions=asks) + body
    return layout_of(compile_letter(source, "x-01.txt"))


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("ask repeated", "=== text\n1. ⟦q:1|How many vans?⟧\n⟦a:1|Nine.⟧\n2. ⟦q:2|How many cars?⟧ ⟦a:2|Two.⟧\n"),
        ("by number", "=== text\n1. ⟦q:1|Vans?⟧\n2. ⟦q:2|Cars?⟧\nResponse\n1. ⟦a:1|Nine.⟧\n2. ⟦a:2|Two.⟧\n"),
        ("by number", f"{ASKED}=== text\nQuestion 1\n⟦a:1|Nine.⟧\n\nQuestion 2\n⟦a:2|Two.⟧\n"),
        ("in order or by topic", f"{ASKED}=== text\n⟦a:1|We have nine vans.⟧ ⟦a:2|There are two cars.⟧\n"),
        ("one for all", f"{ASKED}=== text\n⟦a:1 2|We hold neither figure.⟧\n"),
        ("table", "=== text\nAsk | Answer\n⟦q:1|Vans⟧ | ⟦a:1|9⟧\n⟦q:2|Cars⟧ | ⟦a:2|2⟧\n"),
        ("none in the letter", f"{ASKED}=== text\nOur answers are in the attached workbook.\n"),
    ],
)
def test_layouts_are_told_from_the_places_of_asks_and_answers(name: str, body: str) -> None:
    assert layout(body) == name


def test_answers_shared_by_some_are_by_group() -> None:
    asked = f"{ASKED}3. ⟦q:3|And bikes?⟧\n4. ⟦q:4|And carts?⟧\n"
    assert layout(f"{asked}=== text\n⟦a:1 2|Nine in all.⟧\n⟦a:3 4|None.⟧\n", 4) == "by group"


def test_grounds_before_the_answers_come_first() -> None:
    first = "=== text\n⟦c:applied foia2000:40(2)|Section 40(2)⟧ applies.\nDisclosure\n1. ⟦a:1|Nine.⟧\n2. ⟦a:2|Two.⟧\n"
    assert layout(ASKED + first, grounds='"foia2000:40(2)"') == "decision first"


def test_letters_that_answer_one_ask_or_none_are_told_apart() -> None:
    assert layout("=== text\nYou asked ⟦q:1|how many vans⟧ there are.\n⟦a:1|Nine.⟧\n", 1) == "single ask"
    assert layout("=== text\nThank you for your request.\n", 0) == "no asks"
