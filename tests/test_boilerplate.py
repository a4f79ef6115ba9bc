"""Passages, words and slots: every word once, and what varies between copies of a template is a slot."""

import itertools

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from foi_analytics.boilerplate import NOT_REUSE, cut_passages
from foi_analytics.boilerplate.paragraphs import cut_paragraphs
from foi_analytics.boilerplate.words import mask, normalise
from foi_analytics.records import Letter, Part, Reading

LETTERLIKE = st.text(st.sampled_from("Dear Ab1 0£.,\n\r\t -:@/()_ſ’é\u00a0"), max_size=300)


def reading(text: str, *parts: tuple[int, int, str], authority: str | None = None) -> Reading:
    letter = Letter("x", text, authority=authority)
    found = tuple(Part("x", start, end, text[start:end], 1.0, "test", kind) for start, end, kind in parts)
    return Reading(letter, "response", ("none",), len(text), "unknown", parts=found)


def quotes(text: str) -> list[str]:
    return [passage.quote for passage in cut_passages(reading(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo\nlines.\n \nThree.", ["One.", "Two\nlines.", "Three."]),
        ("One.\r\n\r\nTwo.", ["One.", "Two."]),
        ("\n\n  One.  \n\n\n", ["One."]),
        ("1. One.\n2. Two.", ["1. One.", "2. Two."]),
        ("Words.\n\n-----\n\nMore.", ["Words.", "More."]),
        ("", []),
    ],
)
def test_a_passage_is_a_block_else_a_line(text: str, expected: list[str]) -> None:
    assert quotes(text) == expected


def test_hard_wrapped_lines_are_one_passage_and_offsets_stay() -> None:
    wrapped = (
        "You asked how many visits there were in the last year and what they cost\n"
        "altogether. We hold this in a system that is searched by hand, and to find it\n"
        "would take more than the time the law allows for.\n"
        "Yours sincerely"
    )
    first, last = cut_passages(reading(wrapped))
    assert (first.start, first.quote) == (0, wrapped[: wrapped.index("\nYours")])
    assert last.quote == "Yours sincerely"


def test_a_block_as_long_as_a_page_is_cut_into_its_lines() -> None:
    page = "\n".join(f"{n}. This is a line of a page that has no blank lines in it." for n in range(90))
    assert len(quotes(f"Heading\n\n{page}")) == 91


def test_words_of_others_are_passages_of_their_own_part() -> None:
    text = "We hold none. You asked:\nHow many?"
    first, second = cut_passages(reading(text, (0, 24, "body"), (25, 34, "request")))
    assert (first.part, second.part) == ("body", "request")
    assert second.part in NOT_REUSE


@given(LETTERLIKE)
def test_every_word_stands_in_one_passage_in_order(text: str) -> None:
    passages = cut_passages(reading(text))
    assert all(text[p.start : p.end] == p.quote for p in passages)
    assert all(one.end <= other.start for one, other in itertools.pairwise(passages))
    assert sum(p.words for p in passages) == len(normalise(text))


@given(st.lists(LETTERLIKE, min_size=1, max_size=4))
def test_raw_texts_are_cut_as_letters_are(texts: list[str]) -> None:
    encoded = [text.encode() for text in texts]
    edges = np.cumsum([0, *map(len, encoded)])
    data = np.frombuffer(b"".join(encoded), np.uint8)
    found: list[list[str]] = [[] for _ in texts]
    for text, first, last, start, end in cut_paragraphs(data, edges).tolist():
        assert (
            data[edges[text] :][first - edges[text] : last - edges[text]].tobytes().decode() == texts[text][start:end]
        )
        if normalise(texts[text][start:end]):
            found[text].append(texts[text][start:end])
    assert found == [quotes(text) for text in texts]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We do NOT hold\nthis.", "we do not hold this"),
        ("don’t", "don't"),
        ("caf\u00e9", "cafe\u0301"),
        ("ﬁle", "file"),
        ("a\u00a0b", "a b"),
    ],
)
def test_writing_the_same_words_otherwise_is_exact_reuse(one: str, other: str) -> None:
    assert same(one, other)


@pytest.mark.parametrize(("one", "other"), [("on [date]", "on 3 May 2024"), ("hold", "holds"), ("漢", "字")])
def test_other_words_are_not(one: str, other: str) -> None:
    assert not same(one, other)


def same(one: str, other: str) -> bool:
    from foi_analytics.boilerplate.gathering import Batch, Gathering

    gathering = Gathering()
    texts = [one.encode(), other.encode()]
    edges = np.cumsum([0, *map(len, texts)])
    nobody = np.full(2, -1, np.int32)
    batch = Batch(np.frombuffer(b"".join(texts), np.uint8), edges[:-1], edges[1:], nobody)
    gathering.add(np.arange(2, dtype=np.int32), gathering.level(batch))
    return bool(np.diff(gathering.form_of()) == 0)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Dear Mr J. Ashworth,", "Dear [name],"),
        ("Cllr Jane Moss asked", "[name] asked"),
        ("Yours sincerely\n\nJane Moss", "Yours sincerely\n\n[name]"),
        ("Kind regards, Jo Moss\nFOI Officer", "Kind regards, [name]\nFOI Officer"),
        ("received on 3rd of March 2024.", "received on [date]."),
        ("between 01/04/2022 and 2022-23", "between [date] and [date]"),
        ("in March 2024 and in 2019", "in [date] and in [date]"),
        ("our reference FOI-2024/00311", "our reference [reference]"),
        ("Request 01.FOI.22.023434 refers", "Request [reference] refers"),
        ("cost £1,250.50 or £3.2 million", "cost £[amount] or £[amount]"),
        ("call 01632 960 001 or +44 1632 960001", "call [phone] or +[phone]"),
        ("SW1A 2AA", "[postcode]"),
        ("a.b@c.example, https://c.example/x?y=1 now", "[email], [link] now"),
        ("as North Vale Borough Council said", "as [name] said"),
        ("The University of Wexmoor and the Department for Fens", "The [name] and the [name]"),
        ("[Fenmoor Council request email] wrote", "[name request email] wrote"),
    ],
)
def test_what_varies_between_copies_becomes_a_slot(text: str, shown: str) -> None:
    assert mask(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Section 40(2) of the Freedom of Information Act 2000",
        "sections 31, 40 and 41 apply",
        "s.40(3A)(a) and regulation 12(5)(e)",
        "the Environmental Information Regulations 2004",
        "under section\n31(1) of the Freedom of Information Act\n2000",
        "COVID-19, v2 and B2B",
        "The Council may not answer; this is 12.5% of 1,204 calls in room 101",
    ],
)
def test_the_law_and_plain_numbers_are_never_a_slot(text: str) -> None:
    assert mask(text) == text


def test_the_writers_own_name_is_a_slot_wherever_it_stands() -> None:
    assert mask("Fennet  works holds", "Fennet Works") == "[name] holds"


@given(LETTERLIKE)
@example("0/s 0")
@example("Dear \ud800")
def test_what_is_no_slot_stays_as_it_was_written(text: str) -> None:
    pieces = [piece.split("]", 1)[-1] for piece in mask(text).split("[")]
    at = 0
    for piece in pieces:
        at = text.encode("utf-8", "replace").decode().index(piece, at) + len(piece)
