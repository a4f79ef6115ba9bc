"""Where statutory references stand and whose they are; their roles are tested in test_roles.py."""

import datetime as dt
import itertools
import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foi_analytics.citations import find
from foi_analytics.citations.grammar import MAX_TOKENS
from foi_analytics.regimes import regimes

STRINGS = [json.loads(line) for line in (Path(__file__).parent / "data/citation_strings.jsonl").open(encoding="utf-8")]
AFTER_2018 = dt.date(2023, 5, 1)

CONTESTABLE: dict[str, str] = {}
"""Ids of shared strings that are rightly read otherwise, with the reason; none at present."""


def undated(text: str, **known) -> list[str]:
    return [p.split("@")[0] for f in find(text, **known) for p in f.provisions]


def of_our_laws(provisions) -> set[str]:
    return {p for p in provisions if p.split(":")[0] in regimes()}


@pytest.mark.parametrize("row", STRINGS, ids=lambda row: f"{row['rule']}: {row['text'][:40]}")
def test_each_way_of_writing_a_citation(row):
    assert set(undated(row["text"])) == set(row["expected"])


def test_the_shared_strings(shared):
    rows = [json.loads(line) for line in (shared / "reference/citation_variants.jsonl").open(encoding="utf-8")]
    wrong = {
        row["id"]: (row["text"], row["expected"], found)
        for row in rows
        if row["id"] not in CONTESTABLE and (found := of_our_laws(undated(row["text"]))) != of_our_laws(row["expected"])
    }
    assert wrong == {}


@pytest.mark.parametrize("letters", ["gold/real_", "corpus/seed/"])
def test_shared_letters_are_found_as_their_readers_marked_them(shared, letters):
    sys.path.insert(0, str(shared / "score"))
    try:
        from score import match_spans, prf
    finally:
        sys.path.pop(0)
    paths = [shared / f"{letters}{part}.jsonl" for part in ("input", "gold")]
    inputs, golds = ([json.loads(line) for line in path.open(encoding="utf-8")] for path in paths)
    hits = misses = extra = right = 0
    for row, gold in zip(inputs, golds, strict=True):
        day = dt.date.fromisoformat(row["date"]) if row.get("date") else None
        found = [
            {"start": f.start, "end": f.end, "provisions": f.provisions, "other": f.other_law}
            for f in find(row["text"], date=day, authority=row.get("authority"))
        ]
        pairs = match_spans(gold["citations"], found)
        hits, misses = hits + len(pairs), misses + len(gold["citations"]) - len(pairs)
        extra += len(found) - len(pairs)
        right += sum(
            f["other"] if g["role"] == "other_law" else of_our_laws(f["provisions"]) == of_our_laws(g["provisions"])
            for g, f in pairs
        )
    assert prf(hits, extra, misses)["f1"] >= 0.98
    assert right / hits >= 0.98


TEXT = st.text() | st.lists(
    st.sampled_from(
        ["Section ", "s.", "S", "reg 12", "40", "(2)", "(a)", " and ", ", ", "-", " to ", "subsection ", " of the Act",
         "Freedom of Information Act 2000", " (the Act)", "FOISA", "5 U.S.C. 552", "(b)(6)", "IFG", "\n", "\u00a0", "["]
    )
).map("".join)  # fmt: skip


@given(TEXT, st.none() | st.dates())
def test_any_text_is_read_and_every_reference_opens_its_words(text, date):
    found = find(text, date=date)
    assert all(text[f.start : f.end] == f.quote and f.quote for f in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(":" in p for f in found for p in f.provisions)


@pytest.mark.parametrize(
    "text",
    ["(" * 100_000, "section (" * 20_000, "section 1" + ",1" * 500_000, "section 31" + "(1)" * 100_000,
     "the Act (" * 50_000, "A " * 100_000 + "Act 2000", "section 12 of the " + "a " * 100_000 + "report"],
    ids=["brackets", "heads", "list", "groups", "names", "capitals", "words"],
)  # fmt: skip
def test_a_hostile_text_yields_bounded_references(text):
    assert all(len(f.provisions) <= MAX_TOKENS for f in find(text))
    assert all(f.end - f.start < 20 * MAX_TOKENS for f in find(text))


def test_a_list_under_one_head_is_one_reference_and_a_new_head_begins_another():
    quotes = [f.quote for f in find("Sections 31 & 40 apply, as do Section 42 and Section 43(2) of the Act.")]
    assert quotes == ["Sections 31 & 40", "Section 42", "Section 43(2)"]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("under Section 40(2) of the Freedom of Information Act 2000", "Section 40(2)"),
        ("as subsections 3A and 4A of the Freedom of Information Act 2000 say",
         "subsections 3A and 4A of the Freedom of Information Act 2000"),
        ("Section 3 of the Data Protection Act 2018 says", "Section 3 of the Data Protection Act 2018"),
        ("Article 6(1) of the UK GDPR", "Article 6(1)"),
        ("paragraph (a) of section 31(1) of the Act", "paragraph (a) of section 31(1)"),
        ("FOIA s.43(2) applies", "s.43(2)"),
    ],
)  # fmt: skip
def test_the_span_is_head_and_items_and_takes_a_name_in_only_where_it_must(text, quote):
    assert [f.quote for f in find(text)] == [quote]


def test_a_provision_cited_after_its_last_day_is_kept_dated_and_called_stale():
    (late,) = find("Section 40(3) of FOIA", date=AFTER_2018)
    assert (late.provisions, late.flags) == (("foia2000:40(3)@2018-05-24",), ("stale",))
    (early,) = find("Section 40(3) of FOIA", date=dt.date(2016, 1, 1))
    assert (early.provisions, early.flags) == (("foia2000:40(3)@2018-05-24",), ())
    (undated_letter,) = find("Section 40(3) of FOIA")
    assert undated_letter.flags == ()


def test_the_day_of_the_letter_chooses_between_texts_of_one_number():
    for year, expected in ((2009, "foia2000:37(1)(a)@2011-01-18"), (2020, "foia2000:37(1)(a)")):
        (found,) = find("Section 37(1)(a) of FOIA", date=dt.date(year, 6, 1))
        assert found.provisions == (expected,)


def test_a_provision_cited_before_it_was_law_is_impossible():
    (found,) = find("Section 22A of FOIA", date=dt.date(2012, 1, 1))
    assert "impossible" in found.flags


def test_a_bracket_the_statute_does_not_have_is_dropped_and_flagged():
    (found,) = find("Section 12(4)(d) of FOIA")
    assert (found.provisions, found.flags) == (("foia2000:12(4)",), ("invalid_tail",))


def test_a_section_the_statute_does_not_have_is_kept_and_flagged():
    (found,) = find("Section 99 of FOIA")
    assert (found.provisions, found.flags) == (("foia2000:99",), ("impossible",))


def test_alternatives_are_marked():
    found = find("section 35(1)(a), or in the alternative section 36(2)(b)(i) of the Act")
    assert all("alternative" in f.flags for f in found)


def test_an_assumed_statute_is_said_to_be_assumed():
    (named,) = find("section 41 of FOIA")
    (assumed,) = find("Exempt: section 41")
    assert named.named and "statute_assumed" not in named.flags
    assert not assumed.named and "statute_assumed" in assumed.flags
    assert assumed.score < named.score


def test_other_law_is_told_from_the_laws_of_access():
    found = find("Exempt under section 40(2) FOIA; see Article 5 of the UK GDPR and section 2 of the Theft Act 1968.")
    assert [f.other_law for f in found] == [False, True, True]


def test_a_scottish_body_cites_scottish_law_where_nothing_else_decides():
    text = "The advice is exempt under section 36(1)."
    assert undated(text, authority="Dundee City Council") == ["foisa2002:36(1)"]
    assert undated(text, authority="Leeds City Council") == ["foia2000:36(1)"]


def test_a_subsection_belongs_to_the_section_named_before_it():
    text = "Section 23(5) of the Act lifts the duty where a body is listed in subsection (3)."
    assert undated(text) == ["foia2000:23(5)", "foia2000:23(3)"]


def test_a_long_range_is_a_reference_without_provisions():
    (found,) = find("the exemptions in sections 21 to 44 of the Act")
    assert (found.quote, found.provisions) == ("sections 21 to 44", ())
