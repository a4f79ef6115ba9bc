"""One case for each request: which letter decided it and what became of it."""

import dataclasses
import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from test_deadlines import WORKED

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


@pytest.mark.parametrize("claim", ["Disclosed in full", None])
def test_a_request_without_a_letter_is_not_called_open(tmp_path: Path, claim: str | None) -> None:
    corpus = Corpus.create(tmp_path / "corpus")
    corpus.load([Request("7", ASK, "Wexmoor Council", dt.date(2024, 3, 1), source_outcome=claim)], "log")
    (case,) = corpus.arrow("SELECT status, timeliness, source_outcome FROM cases").to_pylist()
    assert case == {"status": "no_letter", "timeliness": None, "source_outcome": claim}


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


LAWS = {
    "foia2000": "Freedom of Information Act 2000",
    "eir2004": "Environmental Information Regulations 2004",
    "foisa2002": "Freedom of Information (Scotland) Act 2002",
    "eisr2004": "Environmental Information (Scotland) Regulations 2004",
}
ANSWERED = "Dear A\nWe handled your request under the {}. We do not hold the information you have requested.\nYours\nB"
WEIGHING = (
    "Dear A\nWe have not yet reached a decision on the balance of the public interest under section 43(2). We take "
    "further time under section 10(3) of the Freedom of Information Act 2000{}.\nYours\nB"
)
COMPLEX = (
    "Dear A\nWe are extending the time for our reply to 40 working days under regulation 7(1) of the {}, given the "
    "complexity and volume of what you ask for. We will reply by {}.\nYours\nB"
)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def cases_of(
    path: Path, *threads: tuple[str | None, list[tuple[str, str | None]]], later: Sequence[list[str]] = ()
) -> list[Case]:
    """The cases of threads: the day of each request, its letters with their days, and when the requester wrote on."""
    found: list[Letter | Request] = []
    for number, (requested, letters) in enumerate(threads):
        again = tuple(map(day, later[number])) if later else ()
        found.append(Request(f"t/{number:02}", ASK, date=day(requested) if requested else None, later=again))
        for place, (text, sent) in enumerate(letters):
            date = day(sent) if sent else None
            found.append(Letter(f"t/{number:02}/{place}", text, ASK, date=date, case_id=f"t/{number:02}"))
    corpus = Corpus.create(path / "corpus")
    corpus.load(found, "threads")
    corpus.analyse(workers=1)
    return [Case(**row) for row in corpus.arrow("SELECT * FROM cases ORDER BY case_id").to_pylist()]


@pytest.mark.parametrize("regime", LAWS)
def test_the_worked_examples_of_the_field(tmp_path: Path, regime: str) -> None:
    column = 1 if regime in ("foia2000", "eir2004") else 3
    cases = cases_of(tmp_path, *((row[0], [(ANSWERED.format(LAWS[regime]), row[column])]) for row in WORKED))
    assert [(case.regime, str(case.due)) for case in cases] == [(regime, row[column]) for row in WORKED]
    assert {(case.timeliness, case.replied_in) for case in cases} == {("in_time", 20)}


def test_the_worked_examples_of_an_extension_of_the_regulations(tmp_path: Path) -> None:
    answered = ANSWERED.format(LAWS["eir2004"])
    # The promise of a later day does not put off the limit of regulation 7.
    notice = COMPLEX.format(LAWS["eir2004"], "1 December 2027")
    cases = cases_of(tmp_path, *((row[0], [(notice, row[1]), (answered, row[4])]) for row in WORKED))
    assert [str(case.due) for case in cases] == [row[4] for row in WORKED]
    assert {(case.timeliness, case.replied_in, case.extended) for case in cases} == {("in_extension", 40, True)}


FOIA, FOISA, EISR = (ANSWERED.format(LAWS[regime]) for regime in ("foia2000", "foisa2002", "eisr2004"))


# Letters with their days, to a request of 3 March 2025; when it was due, and whether that was kept.
KEPT: list[tuple[list[tuple[str, str | None]], str, str, int | None]] = [
    ([(FOIA, "2025-04-02")], "2025-04-01", "late", 21),
    ([(FOIA, "2025-03-03")], "2025-04-01", "in_time", 0),
    # The answer names no statute; the acknowledgement did.
    (
        [
            (ACKNOWLEDGED + " It is a request under the Freedom of Information Act 2000.", "2025-03-04"),
            (NOT_HELD, "2025-04-01"),
        ],
        "2025-04-01",
        "in_time",
        20,
    ),
    ([(ACKNOWLEDGED + " It is dealt with under FOISA.", "2025-03-04")], "2025-03-31", "open", None),
    # An extension to weigh the public interest ends on the day named, else as the Code has it.
    ([(WEIGHING.format(", until 20 May 2025"), "2025-04-01"), (FOIA, "2025-05-20")], "2025-05-20", "in_extension", 52),
    ([(WEIGHING.format(""), "2025-04-01"), (FOIA, "2025-05-02")], "2025-05-01", "late", 41),
    ([(WEIGHING.format(", until 20 May 2025"), "2025-03-20"), (FOIA, "2025-03-28")], "2025-05-20", "in_time", 18),
    # A notice after the limit extends nothing, nor does a letter that only apologises, nor one under another law.
    ([(WEIGHING.format(", until 20 May 2025"), "2025-04-02"), (FOIA, "2025-05-01")], "2025-04-01", "late", 40),
    ([("Dear A\nWe need more time, as two officers are ill.\nB", "2025-03-20"), (FOISA, "2025-04-01")], "2025-03-31", "late", 21),
    ([(WEIGHING.format(""), "2025-03-20"), (EISR, "2025-04-01")], "2025-03-31", "late", 21),
    ([(COMPLEX.format(LAWS["eisr2004"], "1 May"), "2025-03-20"), (EISR, "2025-04-28")], "2025-04-29", "in_extension", 39),
    # A notice that belongs to a later request in the same correspondence.
    ([(FOIA, "2025-04-02"), (WEIGHING.format(", until 20 May 2025"), "2025-04-03")], "2025-04-01", "late", 21),
]  # fmt: skip


def test_due_days_and_whether_they_were_kept(tmp_path: Path) -> None:
    cases = cases_of(tmp_path, *(("2025-03-03", letters) for letters, *_ in KEPT))
    assert [(str(case.due), case.timeliness, case.replied_in) for case in cases] == [tuple(told) for _, *told in KEPT]


def test_what_is_not_known_has_no_due_day(tmp_path: Path) -> None:
    threads: list[tuple[str | None, list[tuple[str, str | None]]]] = [
        (None, [(FOIA, "2025-04-01")]),
        ("2025-03-03", [(NOT_HELD, "2025-04-01")]),
        # Statutes of two nations; a day before there were calendars.
        ("2025-03-03", [(f"{FOIA}\n{FOISA}", "2025-04-01")]),
        ("1925-03-03", [(FOIA, "2025-04-01")]),
        # The clock starts anew on the day the requester answered, which nobody told.
        ("2025-03-03", [(CLARIFY, "2025-03-10"), (FOIA, "2025-04-20")]),
    ]
    for case in cases_of(tmp_path, *threads):
        assert (case.status, case.due, case.timeliness, case.replied_in) == ("decided", None, None, None)


EIR = ANSWERED.format(LAWS["eir2004"])


# To a request of 3 March 2025: letters, days on which the requester wrote on, when it was due, and whether that was kept.
CLARIFIED: list[tuple[list[tuple[str, str]], list[str], str | None, str | None, int | None]] = [
    # From the first message after the question; a chaser later on changes nothing.
    ([(CLARIFY, "2025-03-10"), (FOIA, "2025-04-20")], ["2025-03-24", "2025-04-15"], "2025-04-23", "in_time", 18),
    ([(CLARIFY, "2025-03-10"), (FOIA, "2025-04-24")], ["2025-03-24"], "2025-04-23", "late", 21),
    # Asked twice, told twice; on the same day.
    ([(CLARIFY, "2025-03-10"), (CLARIFY, "2025-04-20"), (FOIA, "2025-05-02")], ["2025-03-24", "2025-04-20"], "2025-05-20", "in_time", 9),
    # What was written before the question, or after the answer, tells nothing more.
    ([(CLARIFY, "2025-03-10"), (FOIA, "2025-04-20")], ["2025-03-05", "2025-04-25"], None, None, None),
    # The Regulations allow the question within the ordinary limit only.
    ([(CLARIFY, "2025-03-31"), (EIR, "2025-05-02")], ["2025-04-07"], "2025-05-08", "in_time", 17),
    ([(CLARIFY, "2025-04-02"), (EIR, "2025-05-02")], ["2025-04-07"], "2025-04-01", "late", 41),
]  # fmt: skip


def test_the_clock_starts_anew_when_the_requester_has_told_more(tmp_path: Path) -> None:
    threads = [("2025-03-03", letters) for letters, *_ in CLARIFIED]
    cases = cases_of(tmp_path, *threads, later=[again for _, again, *_ in CLARIFIED])
    told = [(str(case.due) if case.due else None, case.timeliness, case.replied_in) for case in cases]
    assert told == [tuple(each) for _, _, *each in CLARIFIED]


def test_a_message_that_puts_the_answer_off_decides_nothing(tmp_path: Path) -> None:
    delayed = "Dear A\nAs offices are closed there may be a delay. We hope to send a reply as soon as we can.\nB"
    under_review = "Dear A\nI can confirm that we have the papers, but we need to check them before we reply.\nB"
    case = case_of(tmp_path, delayed, under_review, REFUSED)
    assert (case.first_decision, case.first_outcome) == ("t/1/3", "full_refusal")


def test_requests_of_an_older_version_are_there_and_can_be_loaded_anew(tmp_path: Path) -> None:
    corpus = Corpus.create(tmp_path / "corpus")
    corpus.load([Request("t/1", ASK, date=day("2025-03-03"))], "threads")
    for file in (tmp_path / "corpus" / "requests").glob("*.parquet"):
        pq.write_table(pq.read_table(file).drop_columns(["later"]), file)
    corpus = Corpus(tmp_path / "corpus")
    assert [len(each) for each in corpus.requests["later"]] == [0]
    corpus.load([Request("t/1", ASK, date=day("2025-03-03"), later=(day("2025-03-24"),))], "threads")
    assert [len(each) for each in corpus.requests["later"]] == [1]


def test_a_due_day_without_a_day_of_the_first_response_says_nothing_of_time(tmp_path: Path) -> None:
    firsts = ((FOIA, None), (FOIA, "2025-03-01"), (UPHELD + " FOIA", "2025-06-02"))
    for case in cases_of(tmp_path, *(("2025-03-03", [first]) for first in firsts)):
        assert (str(case.due), case.timeliness, case.replied_in) == ("2025-04-01", None, None)


def test_a_query_may_ask_when_something_was_due(tmp_path: Path) -> None:
    corpus = Corpus.create(tmp_path / "corpus")
    asked = """SELECT due_date('eir2004', DATE '2025-03-03', 'extended') AS due,
        working_days('foisa2002', DATE '2025-03-03', DATE '2025-03-31') AS days,
        due_date('foisa2002', DATE '2025-03-03', 'extended') AS never, due_date(NULL, NULL, 'answer') AS unknown"""
    assert corpus.arrow(asked).to_pylist() == [{"due": day("2025-05-01"), "days": 20, "never": None, "unknown": None}]
