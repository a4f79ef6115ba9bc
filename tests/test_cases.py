"""One case for each request: which letter decided it and what became of it."""

import dataclasses
import datetime as dt
from pathlib import Path

import pytest

from foi_analytics.corpus import Corpus
from foi_analytics.records import Case, Letter, Request
from foi_analytics.sources import load, open_source

ASK = "Please provide:\n1. the number of skips hired in 2023\n2. the name of each supplier"
ACKNOWLEDGED = "Dear A\nThank you for your request, which has been logged. We will respond within 20 working days."
REFUSED = "Dear A\nThe information is withheld under section 43(2) of the Freedom of Information Act 2000.\nYours\nB"
NOT_HELD = "Dear A\nWe do not hold the information you have requested.\nYours\nB"
GIVEN = "Dear A\n1. the number of skips hired in 2023\n41.\n2. the name of each supplier\nHarmer Skips Ltd.\nYours\nB"
CLARIFY = (
    "Dear A\nPlease clarify which depots your request is about, so that we can identify the information.\nYours\nB"
)
HELD_UP = (
    "Dear A\nWe need further time to consider the public interest under section 43(2) and will respond to you by 9 May."
)
UPHELD = (
    "Internal review\nDear A\nI have carried out an internal review of our handling of your request. I uphold the "
    "decision to withhold the information under section 43(2).\nYours\nB"
)
OVERTURNED = (
    "Internal review\nDear A\nI have carried out an internal review of our handling of your request. I have decided to "
    "overturn the original decision and section 43(2) no longer applies.\n1. the number of skips hired in 2023\n41.\n"
    "2. the name of each supplier\nHarmer Skips Ltd.\nYours\nB"
)


def case_of(path: Path, *texts: str, request: str | None = ASK) -> Case:
    """The case of a thread whose letters come a day apart."""
    day = dt.date(2024, 3, 1)
    found: list[Letter | Request] = [Request("t/1", request, "Wexmoor Council", day, "Skips")] if request else []
    for number, text in enumerate(texts, start=1):
        sent = day + dt.timedelta(days=number)
        found.append(Letter(f"t/1/{number}", text, request, "Wexmoor Council", sent, "Skips", case_id="t/1"))
    corpus = Corpus.create(path / "corpus")
    corpus.load(found, "threads")
    corpus.analyse(workers=1)
    (row,) = corpus.arrow("SELECT * FROM cases").to_pylist()
    return Case(**row)


@pytest.mark.parametrize(
    ("texts", "status", "first", "last", "outcome", "review"),
    [
        ((), "no_letter", None, None, None, None),
        ((ACKNOWLEDGED,), "open", None, None, None, None),
        ((ACKNOWLEDGED, GIVEN), "decided", "t/1/2", "t/1/2", "full_disclosure", None),
        ((ACKNOWLEDGED, NOT_HELD, ACKNOWLEDGED), "decided", "t/1/2", "t/1/2", "not_held", None),
        ((REFUSED, GIVEN), "decided", "t/1/1", "t/1/2", "full_disclosure", None),
        ((REFUSED, UPHELD), "reviewed", "t/1/1", "t/1/2", "full_refusal", "internal_review_upheld"),
        ((REFUSED, OVERTURNED), "reviewed", "t/1/1", "t/1/2", "full_disclosure", "internal_review_overturned"),
    ],
)
def test_what_became_of_a_request(
    tmp_path: Path,
    texts: tuple[str, ...],
    status: str,
    first: str | None,
    last: str | None,
    outcome: str | None,
    review: str | None,
) -> None:
    case = case_of(tmp_path, *texts)
    assert (case.status, case.first_decision, case.last_decision) == (status, first, last)
    assert (case.outcome, case.review_outcome, case.letters) == (outcome, review, len(texts))
    assert (case.requested, case.title, case.authority) == (dt.date(2024, 3, 1), "Skips", "Wexmoor Council")


def test_clarifying_and_extending_are_noted_with_the_days_of_the_decisions(tmp_path: Path) -> None:
    case = case_of(tmp_path, CLARIFY, HELD_UP, REFUSED, UPHELD)
    assert case.clarified and case.extended
    assert (case.first_decided, case.last_decided) == (dt.date(2024, 3, 4), dt.date(2024, 3, 5))


def test_an_answer_to_a_new_request_in_the_same_thread_does_not_change_the_first(tmp_path: Path) -> None:
    corpus = Corpus.create(tmp_path / "corpus")
    letters = [Letter("1", REFUSED, ASK, case_id="c"), Letter("2", NOT_HELD, "How many lorries?", case_id="c")]
    corpus.load(letters, "threads")
    corpus.analyse(workers=1)
    assert corpus.cases[["last_decision", "outcome"]].to_numpy().tolist() == [["1", "full_refusal"]]


def test_a_letter_of_no_case_is_its_own(tmp_path: Path) -> None:
    corpus = Corpus.create(tmp_path / "corpus")
    corpus.load([Letter("a", NOT_HELD), Letter("b", GIVEN, ASK)], "files")
    corpus.analyse(workers=1)
    assert corpus.cases[["case_id", "status", "outcome"]].to_numpy().tolist() == [
        ["a", "decided", "not_held"],
        ["b", "decided", "full_disclosure"],
    ]


def test_the_table_has_the_columns_of_the_record(tmp_path: Path) -> None:
    assert list(Corpus.create(tmp_path / "c").cases) == [field.name for field in dataclasses.fields(Case)]


def test_a_request_is_kept_once_and_its_latest_wording_counts(tmp_path: Path) -> None:
    corpus = Corpus.create(tmp_path / "corpus")
    for title in ("Skips", "Skips", "Skips and lorries"):
        corpus.load([Request("t/1", ASK, title=title)], "threads")
    assert corpus.requests["title"].tolist() == ["Skips and lorries"]


def test_every_real_thread_is_one_case(shared: Path, tmp_path: Path) -> None:
    threads = shared / "corpus" / "threads"
    corpus = Corpus.create(tmp_path / "corpus")
    corpus.load(load(open_source("threads", threads)), "threads")
    assert len(corpus.cases) == len(list(threads.glob("*.json")))
