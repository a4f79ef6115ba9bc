"""Word differences: every word of both texts is accounted for, and shown where it belongs."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foi_analytics.boilerplate.differences import differences, interleaved
from foi_analytics.highlight import to_html, to_rich

TEXTS = st.lists(st.sampled_from(["We", "do", "not", "hold", "this", ",", "[name]", "\n"]), max_size=40).map(" ".join)


def tokens(text: str) -> list[str]:
    return re.findall(r"\w+|[^\w\s]", text)


@given(TEXTS, TEXTS)
def test_every_word_of_both_texts_is_in_one_piece(one: str, other: str) -> None:
    pieces = differences(one, other)
    assert tokens(" ".join(one[p.start : p.end] for p in pieces)) == tokens(one)
    assert tokens(" ".join(other[p.other_start : p.other_end] for p in pieces)) == tokens(other)
    for piece in pieces:
        if piece.kind == "same":
            assert tokens(one[piece.start : piece.end]) == tokens(other[piece.other_start : piece.other_end])


@given(TEXTS, TEXTS)
def test_without_what_was_removed_the_interleaved_text_is_the_second(one: str, other: str) -> None:
    text, marks = interleaved(one, other, differences(one, other))
    for mark in reversed([mark for mark in marks if mark.style == "removed"]):
        text = f"{text[: mark.start]} {text[mark.end :]}"
    assert tokens(text) == tokens(other)


@pytest.mark.parametrize(
    ("one", "other", "changed"),
    [
        ("We do hold this.", "We do not hold this.", [("added", "not")]),
        ("We DO  hold\nthis.", "we do hold this.", []),
        ("under section 31(1)(a)", "under section 31(1)(b)", [("removed", "a"), ("added", "b")]),
        ("Dear [name],", "Dear Ms J. Poole,", [("slot", "Ms J. Poole")]),
        ("", "We", [("added", "We")]),
    ],
)
def test_what_changed_is_told(one: str, other: str, changed: list[tuple[str, str]]) -> None:
    text, marks = interleaved(one, other, differences(one, other))
    assert [(mark.style, text[mark.start : mark.end]) for mark in marks] == changed


def test_changes_are_told_by_label_and_hostile_words_stay_words() -> None:
    shown = interleaved("We hold <b>.", "We hold <script>.", differences("We hold <b>.", "We hold <script>."))
    html = to_html(*shown, "diff")
    assert 'data-label="removed"' in html and 'data-label="added"' in html
    assert "<script" not in html and "<b>" not in html
    assert to_rich(*shown).plain == "We hold <b[removed] script[added]>."


def test_texts_as_long_as_a_book_are_compared_in_no_time_that_matters() -> None:
    pieces = differences("a b " * 50_000, "b b a " * 50_000)
    assert {piece.kind for piece in pieces} >= {"removed", "added"}
