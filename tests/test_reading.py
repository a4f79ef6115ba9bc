import datetime as dt
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foi_analytics.reading import read
from foi_analytics.records import LETTER_KINDS, OUTCOMES, QUESTION_OUTCOMES, ROLES, Letter

LETTER = """Dear Ms Ashdown

You asked for:
1. The number of vans in the fleet
2. The names of the drivers
3. When they were bought

Our response
1. We own nine vans.
2. This is exempt from disclosure under section 40(2) of the Freedom of Information Act 2000.
3. We do not hold this information.

If you are unhappy with this reply you may ask for an internal review.

Yours sincerely
Records
"""


def test_a_letter_from_end_to_end():
    reading = read(LETTER, date=dt.date(2024, 5, 1))
    assert (reading.kind, reading.outcome, reading.regimes) == ("response", "partial_disclosure", ("foia2000",))
    assert [e.provision for e in reading.exemptions] == ["foia2000:40(2)"]
    assert {q.number: q.outcome for q in reading.questions} == {
        "1": "full_disclosure",
        "2": "full_refusal",
        "3": "not_held",
    }
    assert reading.questions[1].exemptions == ("foia2000:40(2)",)
    assert reading.some_not_held
    assert not reading.ncnd


def evidence_holds(reading):
    text, request = reading.letter.text, reading.letter.request or ""
    for finding in (*reading.parts, *reading.citations, *reading.exemptions):
        assert text[finding.start : finding.end] == finding.quote
    for question in reading.questions:
        source = text if question.within == "reply" else request
        assert source[question.start : question.end] == question.quote
        if question.answer_start is not None:
            assert text[question.answer_start : question.answer_end] == question.answer_quote
    assert 0 <= reading.own_text_end <= len(text)


FRAGMENTS = st.sampled_from(
    [
        "Dear A\n", "1. How many bins?\n", "a) cost\n", "Q2 – vans\n", "section 40(2) of FOIA", " is exempt under ", "\n\n",
        "We do not hold this.\n", "neither confirm nor deny ", "From: A\nSent: B\n", "> quoted\n", "Regulation 12(5)(e) EIR ",
        "Yours sincerely\n", "please see attached", "(((((", "“", "| 3 | cost | s31 |\n", "\u202e", "\x00", "é", "\ufeff",
    ]
)  # fmt: skip


@settings(deadline=None)
@given(parts=st.lists(st.one_of(FRAGMENTS, st.text(max_size=20)), max_size=25), request=st.lists(FRAGMENTS, max_size=8))
def test_no_text_breaks_the_reader_and_every_finding_opens_its_evidence(parts, request):
    reading = read(Letter("x", "".join(parts), request="".join(request) or None))
    evidence_holds(reading)
    assert reading.kind in LETTER_KINDS
    assert reading.outcome in OUTCOMES
    assert {c.role for c in reading.citations} <= set(ROLES)
    assert {q.outcome for q in reading.questions} <= set(QUESTION_OUTCOMES)
    json.dumps(reading.to_dict())


def test_evidence_of_a_real_looking_letter():
    evidence_holds(read(LETTER))


def test_empty_text_is_correspondence_without_outcome():
    reading = read("  \n ")
    assert (reading.kind, reading.outcome, reading.questions) == ("correspondence", "unknown", ())


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
def test_newlines_change_nothing_but_the_offsets(newline):
    reading = read(LETTER.replace("\n", newline))
    evidence_holds(reading)
    assert [e.provision for e in reading.exemptions] == ["foia2000:40(2)"]


def test_the_json_has_the_documented_fields():
    record = read(LETTER).to_dict()
    assert {"id", "kind", "regimes", "own_text_end", "outcome", "citations", "exemptions", "inferred_exemptions",
            "questions", "ncnd", "pit", "prejudice"} <= set(record)  # fmt: skip
    assert {"number", "start", "end", "in", "quote", "outcome", "exemptions", "answer", "score", "made_by"} <= set(
        record["questions"][0]
    )


def test_showing_in_a_notebook_escapes_the_letter():
    html = read("Dear A\n<script>alert(1)</script> is exempt under section 40(2) of FOIA.")._repr_html_()
    assert "<script>" not in html
    assert '<mark class="applied"' in html


def test_a_notebook_shows_asks_beside_answers_and_checks_the_notice():
    html = read(
        "You asked:\n1. Who signed <b>the contract</b>?\n\nAnswer 1: the name is withheld under section 40(2) of FOIA.\n"
    )._repr_html_()
    assert "1. Who signed <b>" not in html
    asks, _, notice = html.partition("<caption>Refusal notice</caption>")
    assert "&lt;b&gt;the contract&lt;/b&gt;" in asks.partition("<caption>Questions beside answers</caption>")[2]
    assert "<td>foia2000:17(1)(b)</td><td>foia2000:40(2)</td><td>met</td><td>section 40(2)</td>" in notice
    assert "<td>foia2000:17(7)(b)</td><td>foia2000:40(2)</td><td>missing</td>" in notice
    assert "<table" not in read("Dear A\nThank you for your letter.")._repr_html_()


def test_the_letter_of_the_police_kind_with_shared_gold(shared):
    letter = json.loads((shared / "corpus" / "seed" / "input.jsonl").read_text(encoding="utf-8"))
    reading = read(Letter(letter["id"], letter["text"], request=letter.get("request")))
    assert {e.provision for e in reading.exemptions} == {
        "foia2000:22(1)(a)",
        "foia2000:22(1)(b)",
        "foia2000:22(1)(c)",
        "foia2000:31(1)(a)",
        "foia2000:31(1)(b)",
        "foia2000:40(2)",
    }
    assert {q.number: q.outcome for q in reading.questions} == {
        "1": "partial_disclosure",
        "2": "future_publication",
        "3": "partial_disclosure",
        "4": "answered_narrative",
    }
    assert (reading.outcome, reading.ncnd, len(reading.citations)) == ("partial_disclosure", False, 18)


@pytest.mark.parametrize(
    ("text", "provision"),
    [
        ("Answering this would take 60 hours and so exceed the appropriate limit of the FOI Act.", "foia2000:12"),
        ("Under FOISA we find that to comply would exceed the cost limit of £600.", "foisa2002:12"),
        ("We consider your request to be vexatious under the FOI Act.", "foia2000:14(1)"),
    ],
)
def test_grounds_without_a_section_are_inferred_and_kept_apart(text, provision):
    reading = read(Letter("x", f"Dear A\n{text}\nYours sincerely\nB", request="How many vans do you own?"))
    assert reading.exemptions == ()
    assert [(e.provision, e.inferred, e.questions) for e in reading.inferred_exemptions] == [(provision, True, ("1",))]
    evidence_holds(reading)
