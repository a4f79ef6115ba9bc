"""Letters that answer without turning to each ask by number or repetition: which sentence answers which ask."""

import pytest

from foi_analytics.reading import read
from foi_analytics.records import Question

SURVEY = "1. visits to the pool\n2. members of the gym\n3. staff employed\n4. the management fee\n5. results of the users' survey"


def asked(body: str, request: str = SURVEY) -> dict[str, Question]:
    reading = read(f"Dear Ms Quill\n\n{body}\n\nYours sincerely\nInformation Officer", request=request)
    return {q.number: q for q in reading.questions}


def outcomes(body: str, request: str = SURVEY) -> list[str]:
    return [q.outcome for q in asked(body, request).values()]


def test_answers_out_of_order_go_to_the_asks_whose_words_they_share() -> None:
    found = asked(
        "The results of the survey will be published in June and are exempt until then under section 22 of the Freedom of Information "
        "Act 2000.\n\nThere were 14,210 visits to the pool. The gym has 310 members.\n\nThe management fee is withheld "
        "under section 43(2). Rivals would be likely to bid up to it.\n\nWe do not hold the number of staff, who are "
        "employed by the operator."
    )
    assert [q.outcome for q in found.values()] == [
        "full_disclosure",
        "full_disclosure",
        "not_held",
        "full_refusal",
        "future_publication",
    ]
    assert found["4"].exemptions == ("foia2000:43(2)",)
    assert found["5"].exemptions == ("foia2000:22",)
    assert "pool" in (found["1"].answer_quote or "")


def test_a_paragraph_that_goes_on_stays_with_its_ask() -> None:
    found = asked(
        "Your first point was about bids. There were four.\n\nYour second point was the price. It is exempt under section "
        "43(2) of the Freedom of Information Act. Those who bid are buying elsewhere and would be harmed.",
        "- the number of bids for the ropeworks\n- the price paid",
    )
    assert [q.outcome for q in found.values()] == ["full_disclosure", "full_refusal"]
    assert "elsewhere" in (found["2"].answer_quote or "")


@pytest.mark.parametrize(
    "rest",
    ["The remainder is in the attached workbook.", "Everything else is attached.", "The other three are enclosed."],
)
def test_the_rest_is_what_nothing_else_speaks_of(rest: str) -> None:
    body = (
        "The management fee is exempt under section 43(2) of the Freedom of Information Act.\n\nThe survey is due to be "
        f"published in May and is exempt under section 22.\n\n{rest}"
    )
    assert outcomes(body) == [*["full_disclosure"] * 3, "full_refusal", "future_publication"]


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("Your first three questions", ["full_refusal"] * 3),
        ("The first and third of your queries", ["full_refusal", "full_disclosure", "full_refusal"]),
        ("Items 1 and 2", ["full_refusal", "full_refusal", "full_disclosure"]),
        ("Bullets one and two of your message", ["full_refusal", "full_disclosure", "full_disclosure"]),
    ],
)
def test_asks_named_by_place(named: str, expected: list[str]) -> None:
    body = (
        f"{named} are exempt under section 31(1)(a) of the Freedom of Information Act, as crime would be made easier.\n\n"
        "Everything else you asked for is attached."
    )
    request = "- routes of the patrol\n- keys to the depot\n- cameras in the yard\n- cost of paint\n- age of the vans"
    assert outcomes(body, request)[:3] == expected


def test_numbers_in_brackets_name_the_asks() -> None:
    body = (
        "The call log (1) and pictures (3). We do not hold these.\n\nThe statement (2). This is personal data and exempt "
        "under section 40(2) of the Freedom of Information Act."
    )
    assert outcomes(body, "1. the log of calls\n2. the warden's account\n3. film of the rescue") == [
        "not_held",
        "full_refusal",
        "not_held",
    ]


def test_headings_lead_to_the_asks_they_name() -> None:
    body = (
        "Minutes\n\nA copy is at Annex A.\n\nSubmissions\n\nThese are withheld under section 35(1)(a) of the Freedom of "
        "Information Act.\n\nLicences\n\n3,412 were issued."
    )
    request = (
        "- the minutes of the lock forum\n- submissions to ministers on canoes\n- the number of licences for canoes"
    )
    assert outcomes(body, request) == ["full_disclosure", "full_refusal", "full_disclosure"]


def test_reasons_for_refusing_a_whole_request_answer_no_single_ask() -> None:
    body = (
        "We are not able to comply with your request, as the cost would exceed the appropriate limit: section 12(1) of the "
        "Freedom of Information Act 2000.\n\nThere were about 31,000 repairs. Photographs and e-mails are kept against "
        "single jobs. At a minute a job it would take more than 500 hours."
    )
    found = asked(body, "1. number repaired\n2. photographs before and after\n3. copies of e-mails about each")
    assert {q.outcome for q in found.values()} == {"cost_limit"}
    assert {q.exemptions for q in found.values()} == {("foia2000:12(1)",)}


def test_what_follows_the_answers_is_no_answer() -> None:
    body = (
        "The pool had 14,210 visits and the gym 310 members. Nine staff are employed. The management fee is £40,000. "
        "The survey is attached.\n\nAbout the Act\n\nThe Freedom of Information Act gives anyone a right to information. "
        "Some exemptions are absolute, where information is personal or commercially sensitive.\n\nIf you believe that I "
        "have got this wrong a review can be had by writing to the Head of Governance about staff or members."
    )
    assert set(outcomes(body)) == {"full_disclosure"}


def test_unnumbered_paragraphs_answer_in_order_what_they_can_answer() -> None:
    found = asked(
        "£4,800 all in.\n\nScarrow Nurseries Limited.\n\nEleven metres.",
        "What did the tree cost? Who supplied it? How tall was it?",
    )
    quotes = [q.answer_quote for q in found.values()]
    assert quotes == ["£4,800 all in.", "Scarrow Nurseries Limited.", "Eleven metres."]


def test_a_group_that_is_told_apart_has_its_grounds_apart() -> None:
    found = asked(
        "Questions 1 and 2\n\nThe engineer's letter was given in confidence and is exempt under section 41(1) of the Freedom "
        "of Information Act.\n\nThe revenue figures are exempt under section 43(2).\n\nQuestion 3\n\nNone.",
        "1. the engineer's letter\n2. the operator's revenue\n3. complaints",
    )
    assert found["1"].exemptions == ("foia2000:41(1)",)
    assert found["2"].exemptions == ("foia2000:43(2)",)


def test_an_answer_ends_where_another_ask_is_named() -> None:
    found = asked(
        "1. Forty.\n\n2. Hopper Hire Ltd.\n\nThe names withheld in question 3 are exempt under section 40(2) of the Freedom "
        "of Information Act.",
        "1. How many skips?\n2. Which firm?\n3. Who drove them?",
    )
    assert found["2"].outcome == "full_disclosure"
    assert found["3"].exemptions == ("foia2000:40(2)",)
