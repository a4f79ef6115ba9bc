"""The spaCy components: what they mark, where, and that documents stay documents."""

from importlib.metadata import entry_points

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from foi_analytics.reading import read

LETTER = """Dear Ms Poole

You asked:
1. How many complaints were made in 2023?
2. Who made them?

1. How many complaints were made in 2023?
There were 41 complaints.

2. Who made them?
We withhold the names under s.40(2) of the Freedom of Information Act 2000.

Yours sincerely
"""


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("foi_citations")
    pipeline.add_pipe("foi_questions")
    return pipeline


def test_spacy_finds_the_components_by_their_entry_points() -> None:
    found = {each.name: each for each in entry_points(group="spacy_factories")}
    for name in ("foi_citations", "foi_questions"):
        assert callable(found[name].load())


def test_spans_are_the_findings_of_the_reading(nlp: Language) -> None:
    doc, reading = nlp(LETTER), read(LETTER)
    citations = doc.spans["foi_citations"]
    assert [(s.label_, tuple(s._.foi_provisions), s._.foi_made_by) for s in citations] == [
        (c.role, c.provisions, c.made_by) for c in reading.citations
    ]
    questions = doc.spans["foi_questions"]
    assert [(s._.foi_number, s.label_, tuple(s._.foi_provisions)) for s in questions] == [
        (q.number, q.outcome, q.exemptions) for q in reading.questions if q.within == "reply"
    ]
    assert len(questions) == 2
    assert doc._.foi_reading["outcome"] == reading.outcome


def test_a_span_covers_what_was_found_though_tokens_are_cut_otherwise(nlp: Language) -> None:
    doc = nlp(LETTER)
    (span,) = doc.spans["foi_citations"]
    (citation,) = read(LETTER).citations
    assert span.start_char <= citation.start < citation.end <= span.end_char
    assert "s.40(2)" in span.text


def test_a_document_survives_storage_with_its_spans(nlp: Language) -> None:
    doc = nlp(LETTER)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert [s.text for s in again.spans["foi_citations"]] == [s.text for s in doc.spans["foi_citations"]]
    assert [s._.foi_provisions for s in again.spans["foi_citations"]] == [["foia2000:40(2)"]]
    assert again._.foi_reading == doc._.foi_reading


def test_nothing_is_marked_where_nothing_is_said(nlp: Language) -> None:
    doc = nlp("")
    assert len(doc.spans["foi_citations"]) == len(doc.spans["foi_questions"]) == 0


@settings(deadline=None, max_examples=30)
@given(
    st.lists(
        st.sampled_from(["section 40(2)", "s.31(1", ")(a) of FOIA", "\n", "1. Why?", "é\u0301", "\u202e", "🙂", " "])
    )
)
def test_every_text_can_be_marked(pieces: list[str]) -> None:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("foi_citations")
    pipeline.add_pipe("foi_questions")
    text = "".join(pieces)
    doc = pipeline(text)
    found = [(c["start"], c["end"]) for c in doc._.foi_reading["citations"]]
    covered = [(s.start_char, s.end_char) for s in doc.spans["foi_citations"]]
    assert len(found) == len(covered)
    assert all(s <= start and end <= e for (start, end), (s, e) in zip(found, covered, strict=True))
