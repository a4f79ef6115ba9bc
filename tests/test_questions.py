"""What was asked, what became of it and on which grounds: layouts, numbering, outcomes, roll-up."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foi_analytics.evaluation import evaluate, load_gold
from foi_analytics.questions import find_asks, roll_up
from foi_analytics.reading import read
from foi_analytics.records import Letter, Question, Reading

REQUEST = "1. How many skips were hired?\n2. What did they cost?\n3. Which firm supplied them?"


def numbers(request: str) -> list[str]:
    return [ask.number for ask in find_asks(request)]


def outcomes(reading: Reading) -> dict[str, str]:
    return {q.number: q.outcome for q in reading.questions}


def grounds(reading: Reading) -> dict[str, tuple[str, ...]]:
    return {q.number: q.exemptions for q in reading.questions}


def reply(body: str, request: str | None = REQUEST) -> Reading:
    return read(f"Dear Ms Quill\n\n{body}\n\nYours sincerely\nInformation Officer", request=request)


# Asks --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("request_text", "expected"),
    [
        ("Please tell me\n1/ the number of skips\n2/ their cost\n3/ their suppliers", ["1", "2", "3"]),
        ("1. How many?\n2. How long?", ["1", "2"]),
        ("1) How many?\n2) How long?", ["1", "2"]),
        ("(1) How many?\n(2) How long?", ["1", "2"]),
        ("1 - Number of vans\n2 - Cost of vans", ["1", "2"]),
        ("Q1 How many?\nQ2 How long?", ["1", "2"]),
        ("Q.1 How many?\nQ.2 How long?", ["1", "2"]),
        ("Q1: How many?\nQ2: How long?", ["1", "2"]),
        ("Qu 1 How many?\nQu 2 How long?", ["1", "2"]),
        ("Question 1: How many?\nQuestion 2: How long?", ["1", "2"]),
        ("Point 1 - the rota\nPoint 2 - the policy", ["1", "2"]),
        ("Item 1: the rota\nItem 2: the policy", ["1", "2"]),
        ("Request 1: the rota\nRequest 2: the policy", ["1", "2"]),
        ("a) How many?\nb) How long?", ["a", "b"]),
        ("(i) How many?\n(ii) How long?", ["i", "ii"]),
        ("1.1 How many?\n1.2 How long?", ["1.1", "1.2"]),
        ("1a. How many?\n1b. How long?", ["1a", "1b"]),
        ("1. Vans:\na) how many?\nb) how old?\n2. Cost?", ["1a", "1b", "2"]),
        ("1. (a) When was it built? (b) Who built it?\n2. What did it cost?", ["1a", "1b", "2"]),
        ("1 Total vehicles\n2 Of which electric\n3 Average age", ["1", "2", "3"]),
        ("1.- Number of drones\n2.- Range of each\n3.- Cost", ["1", "2", "3"]),
        ("1 Give me the rosters for the depot, July\n2 Give me the names\n3 Who wrote it", ["1", "2", "3"]),
        ("Bicycles please: 1. how many in 2022 2. how many had a lock 3. why so few are found", ["1", "2", "3"]),
        ("Allotments\nQ1) number of plots Q2) number vacant Q3) the rules for tenants", ["1", "2", "3"]),
        ("On money, what did you spend on rooms, and how much was recovered?", ["1", "2"]),
        ("Please let me have the e-mails on the fee, together with the spreadsheet behind it.", ["1", "2"]),
        ("I should like (1) the report, (2) the list of courses and (3) the fee.", ["1", "2", "3"]),
        ("Please send me:\n• the rota for May\n• the policy on overtime", ["1", "2"]),
        ("How many vans have you? What did they cost?", ["1", "2"]),
        ("Please give me the plan of the depot, and how much it cost.", ["1", "2"]),
        ("Could you tell me the number of graves, the price of a plot, and who digs them?", ["1", "2", "3"]),
    ],
)
def test_every_style_of_numbering_gives_its_asks(request_text: str, expected: list[str]) -> None:
    assert numbers(request_text) == expected


@pytest.mark.parametrize(
    "request_text",
    [
        "Please provide a list of all empty shops, with:\n- name of the owner\n- address\n- rateable value",
        "1. For each van please give\n- make\n- model\n- mileage",
        "Has the firm complained about the contract? If so I want the letter.",
        "Dear Council\nHow many vans have you? I look forward to hearing from you within 20 working days.\nThanks",
    ],
)
def test_data_fields_follow_ups_and_courtesies_are_no_asks(request_text: str) -> None:
    assert len(find_asks(request_text)) == 1


def test_the_initials_of_a_name_are_no_list_item() -> None:
    assert numbers("1) The survey\n2) The invoice\n\nI would like this by email.\nC. Dunnock") == ["1", "2"]


def test_a_name_at_the_end_of_a_list_is_no_item() -> None:
    assert numbers("- the by-laws on dogs\n- the quality of the water\nS. Ketley") == ["1", "2"]
    assert numbers("1. number repaired\n2. the cost of each\n\nV. Olorenshaw") == ["1", "2"]


# Layouts of answers ------------------------------------------------------------------------

LAYOUTS = {
    "echo-answer": (
        "1. How many skips were hired?\nForty.\n\n2. What did they cost?\n"
        "This is withheld under section 43(2) of the Freedom of Information Act 2000.\n\n"
        "3. Which firm supplied them?\nWe do not hold this information."
    ),
    "numbers-only": (
        "Our response:\n1. 40\n2. Withheld under section 43(2) of the FOI Act.\n3. The Council does not hold this."
    ),
    "question-words": (
        "Question 1\nThere were 40.\n\nQuestion 2\nExempt under section 43(2) FOIA.\n\n"
        "Question 3\nNo information is held."
    ),
    "topic-headings": (
        "Q1 - Skips hired\n40\n\nQ2 - Cost\nExempt by virtue of S.43(2) of the FOI Act.\n\nQ3 - Supplier\nNot held."
    ),
    "groups": (
        "In relation to question 1: 40 skips were hired.\n\nFor question 2, the sums are exempt under section 43(2) "
        "of the Freedom of Information Act.\n\nRegarding question 3, we do not hold this information."
    ),
    "table": (
        "No. | Question | Reply\n1 | How many skips were hired? | 40\n2 | What did they cost? | Exempt s43(2) FOIA\n"
        "3 | Which firm supplied them? | Not held"
    ),
    "table-with-edges": (
        "| 1 | How many skips were hired? | 40 |\n| 2 | What did they cost? | Withheld - s43(2) FOIA |\n"
        "| 3 | Which firm supplied them? | Information not held |"
    ),
    "on-one-line": (
        "Question 1: forty. Question 2: this is withheld under section 43(2) of the Freedom of Information Act. "
        "Question 3: we do not hold this."
    ),
    "by-topic": (
        "Forty skips were hired during the year.\n\nThe cost is withheld under section 43(2) of the Freedom of "
        "Information Act 2000.\n\nWe do not hold the name of the firm that supplied them."
    ),
}


@pytest.mark.parametrize("body", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_each_layout_gives_each_ask_its_own_outcome_and_grounds(body: str) -> None:
    reading = reply(body)
    assert outcomes(reading) == {"1": "full_disclosure", "2": "full_refusal", "3": "not_held"}
    assert grounds(reading) == {"1": (), "2": ("foia2000:43(2)",), "3": ()}
    assert reading.outcome == "partial_disclosure"


@pytest.mark.parametrize(
    "body",
    [
        "You asked for the plan of the depot, and how much it cost.\n\nThe plan is attached.",
        "Your request was for (i) the plan of the depot, and (ii) how much it cost. We do not hold either.",
        "1. The plan of the depot\nAttached.\n2. How much did it cost?\n£9,000",
        "No. | Question | Reply\n1 | The plan of the depot | Attached\n2 | How much did it cost? | £9,000",
        "Your request was for\n(a) the plan of the depot; and\n(b) how much it cost.\n\nWe hold neither.",
        "I have looked again at your request for the plan of the depot and how much it cost. We hold neither.",
        "Q.1 The plan of the depot\nA. Attached.\nQ.2 How much did it cost?\nA. £9,000",
        "Please see our answers in line.\n> 1) the plan of the depot\nattached\n> 2) how much it cost\n£9,000",
    ],
    ids=["prose", "enumerated", "list", "table", "list-below", "request-for", "Q-and-A", "in-line"],
)
def test_without_the_request_the_asks_are_found_in_the_reply(body: str) -> None:
    reading = reply(body, request=None)
    assert [q.quote[:8].lower() for q in reading.questions] == ["the plan", "how much"]
    assert {q.within for q in reading.questions} == {"reply"}


def test_without_request_or_retelling_the_asks_are_found_in_the_mail_below() -> None:
    reading = read(
        "Dear Ms Quill\nWe do not hold this information.\nRegards\nFOI Team\n\nFrom: A Quill\nSent: 3 May 2024 09:12\n"
        "To: FOI\nSubject: vans\n\nDear Council\nHow many vans have you?\nThanks\nA Quill"
    )
    assert outcomes(reading) == {"1": "not_held"}


def test_numbered_paragraphs_of_the_authority_are_no_asks() -> None:
    reading = reply(
        "1. You wrote to us on 8 May asking for the plan of the depot.\n\n2. We hold the plan.\n\n"
        "3. It is exempt under section 24(1) of the Freedom of Information Act 2000.",
        request=None,
    )
    assert [q.quote for q in reading.questions] == ["the plan of the depot"]
    assert reading.questions[0].outcome == "full_refusal"


def test_unmarked_asks_that_take_turns_with_their_answers_are_found() -> None:
    reading = reply(
        "Number of special constables\n138\n\nHours of duty worked\n31,906\n\nWhat reason each gave\nNot recorded.",
        request=None,
    )
    assert list(outcomes(reading).values()) == ["full_disclosure", "full_disclosure", "not_held"]


# Scopes ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "phrase", ["Questions 1 to 3", "Questions 1, 2 and 3", "Q1-3", "Q's 1, 2 & 3", "For questions 1 to 3"]
)
def test_a_group_shares_its_answer(phrase: str) -> None:
    reading = reply(f"{phrase}: these are exempt under section 31(1)(a) of the Freedom of Information Act 2000.")
    assert set(outcomes(reading).values()) == {"full_refusal"}
    assert set(grounds(reading).values()) == {("foia2000:31(1)(a)",)}


def test_remaining_questions_are_those_no_head_names() -> None:
    reading = reply(
        "Question 1: 40.\n\nRemaining questions: the information is exempt under section 43(2) of the FOI Act."
    )
    assert outcomes(reading) == {"1": "full_disclosure", "2": "full_refusal", "3": "full_refusal"}


@pytest.mark.parametrize(
    "words", ["See answer 1.", "As above", "Please see question 1", "As at 1.", "As Q1", "Skips As Q1."]
)
def test_see_answer_inherits(words: str) -> None:
    reading = reply(f"1. We do not hold this information.\n2. {words}\n3. Hopper Hire Ltd")
    assert outcomes(reading) == {"1": "not_held", "2": "not_held", "3": "full_disclosure"}


def test_grounds_in_a_summary_go_to_the_questions_it_names() -> None:
    reading = reply(
        "Some information is withheld:\n(i) section 43(2) of the FOI Act: the whole of answer 2\n"
        "(ii) section 40(2): the name in answer 3\n\nAnswers\n1. 40\n2. Withheld, as explained.\n3. Withheld."
    )
    assert grounds(reading) == {"1": (), "2": ("foia2000:43(2)",), "3": ("foia2000:40(2)",)}


def test_a_question_passed_over_is_not_answered() -> None:
    assert outcomes(reply("1. 40\n\n3. Hopper Hire Ltd"))["2"] == "not_answered"


# Outcomes ----------------------------------------------------------------------------------

ONE = "How many skips were hired in 2023?"


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        ("Nil", "full_disclosure"),
        ("None", "full_disclosure"),
        ("0", "full_disclosure"),
        ("N/A", "full_disclosure"),
        ("Please find attached the schedule of hirings.", "full_disclosure"),
        ("This can be read at https://www.example.org/skips", "full_disclosure"),
        ("Not recorded.", "not_held"),
        ("None held.", "not_held"),
        ("We have searched and no records were found.", "not_held"),
        ("This isn't something we keep a note of.", "not_held"),
        ("We hold the figure. It is exempt under section 43(2) of the FOI Act.", "full_refusal"),
        ("We are not going to provide the list. Section 31(1)(a) of the FOI Act applies.", "full_refusal"),
        (
            "Section 12(1) of the FOI Act applies. There are 9,000 tickets and at two minutes each it would take 300 "
            "hours, which exceeds the appropriate limit.",
            "cost_limit",
        ),
        ("Your request is vexatious and section 14(1) of the FOI Act applies.", "vexatious"),
        ("Your request is repeated and is refused under section 14(2) of the FOI Act.", "repeated"),
        (
            "The list is at https://www.example.org/skips and is exempt under section 21 of the FOI Act as it is "
            "reasonably accessible to you.",
            "already_accessible",
        ),
        (
            "The list will be published on 3 June and is exempt under section 22(1) of the FOI Act.",
            "future_publication",
        ),
        (
            "We neither confirm nor deny that we hold this, by virtue of section 31(3) of the FOI Act.",
            "ncnd",
        ),
        (
            "Please find the invoices attached. Names of drivers have been redacted under section 40(2) of the FOI Act.",
            "partial_disclosure",
        ),
        ("North 14, South *, East 9. An asterisk is a figure below five, withheld under section 40(2) of the FOI Act.",
         "partial_disclosure"),
        ("Disclosed in part (Enclosure 3). Stamped: s40(2) FOIA.", "partial_disclosure"),
        ("We hired 40 skips. We do not hold the months.", "partial_disclosure"),
        (
            "This is not a request for recorded information, so we have not dealt with it as a request under the FOI Act.",
            "outside_act",
        ),
        ("We have transferred your request to the Waste Authority, which will reply to you direct.", "transferred"),
        ("This question has gone to the Waste Authority, who will write to you.", "transferred"),
        ("This should be directed to the Waste Authority.", "signposted"),
        ("We suggest that you redirect this question to the Waste Authority.", "signposted"),
        ("I do not consider that section 43 is engaged. We hired 40 skips.", "full_disclosure"),
        ("We hired 40 skips. Our refusal of 3 May did not explain which exemption applied.", "full_disclosure"),
    ],
)  # fmt: skip
def test_the_answer_decides_the_outcome(answer: str, outcome: str) -> None:
    reading = reply(f"{ONE}\n\n{answer}", request=ONE)
    assert outcomes(reading) == {"1": outcome}


@pytest.mark.parametrize(
    ("held", "given"),
    [
        ("We have never kept such a list.", "It has never been locked."),
        ("The council does not keep that information.", "The council does not keep animals there."),
        ("We do not maintain records of these.", "The council does not maintain this road."),
        ("The system does not break figures down by ward.", "The machines do not record sound."),
        ("They were destroyed in line with our retention schedule.", "The shed was destroyed by fire."),
        ("There is no central record of this.", "Nothing was held back."),
    ],
)
def test_not_held_is_said_of_information(held: str, given: str) -> None:
    assert outcomes(reply(f"1. 40\n2. {held}\n3. Hopper Hire Ltd"))["2"] == "not_held"
    assert outcomes(reply(f"1. 40\n2. {given}\n3. Hopper Hire Ltd"))["2"] == "full_disclosure"


@pytest.mark.parametrize(
    "answer",
    [
        "Of the 60 applications 11 were refused.",
        "The grant was withheld until the works were done.",
        "The decision was to refuse planning permission.",
    ],
)
def test_refusing_something_else_refuses_no_information(answer: str) -> None:
    assert outcomes(reply(f"1. 40\n2. {answer}\n3. Hopper Hire Ltd"))["2"] == "full_disclosure"


@pytest.mark.parametrize(
    "words",
    ["This is withheld for the same reason.", "Exempt, as above.", "We cannot supply this, on the same ground as 1."],
)
def test_the_same_reason_brings_the_same_grounds(words: str) -> None:
    reading = reply(f"1. Withheld under section 43(2) of the FOI Act.\n2. {words}\n3. Hopper Hire Ltd")
    assert grounds(reading)["2"] == ("foia2000:43(2)",)


def test_the_move_to_the_environmental_regulations_covers_each_ask_they_refuse() -> None:
    reading = reply(
        "The information is environmental and the Council applies section 39(2) of the Freedom of Information (Scotland) "
        "Act 2002.\n\n1. 40\n2. Withheld under regulation 10(5)(e) of the Environmental Information (Scotland) Regulations "
        "2004.\n3. Hopper Hire Ltd"
    )
    assert set(grounds(reading)["2"]) == {"foisa2002:39(2)", "eisr2004:10(5)(e)"}
    assert grounds(reading)["1"] == ()


def test_a_ground_we_would_have_used_refuses_nothing() -> None:
    reading = reply("We do not hold this. Had we held it, it would be exempt under section 40(2) of the FOI Act.", ONE)
    assert outcomes(reading) == {"1": "not_held"}
    assert grounds(reading) == {"1": ()}


def test_a_cost_refusal_of_the_request_covers_every_question() -> None:
    reading = reply(
        "To answer your request would exceed the appropriate limit and we refuse it under section 12(1) of the "
        "Freedom of Information Act 2000. If you confine it to one month we could help (section 16)."
    )
    assert set(outcomes(reading).values()) == {"cost_limit"}
    assert reading.outcome == "cost_limit"


def test_why_is_answered_by_a_narrative() -> None:
    reading = reply(
        "1. The pool closed because its boiler failed and the board chose not to replace it.",
        "1. Why did the pool close?",
    )
    assert outcomes(reading) == {"1": "answered_narrative"}


def test_asks_beside_their_answers_in_bullets_without_numbers() -> None:
    body = "- How many skips were hired? FORTY.\n- What did they cost? NOT RECORDED.\n- The contracts. WE DO NOT HOLD THEM."
    reading = reply(body, request=None)
    assert list(outcomes(reading).values()) == ["full_disclosure", "not_held", "not_held"]


def test_asks_quoted_one_by_one_with_their_answers_are_all_found() -> None:
    asks = ["How many skips were hired?", "What did they cost?", "Which firm supplied them?"]
    told = "\n\n".join(f"{n}) {ask}\nResponse: None." for n, ask in enumerate(asks, start=1))
    reading = reply(f"Thank you for your questions. Taking each of them in turn:\n\n{told}", request=None)
    assert [q.quote for q in reading.questions] == asks


def test_where_prose_answers_by_subject_an_ask_without_an_answer_is_not_known_to_be_passed_over() -> None:
    body = (
        "The number of skips is exempt under section 43(2) of the FOI Act.\n\nThe brochure cost £300 and was printed in "
        "May. Plans for the depot are in hand."
    )
    request = "1. How many skips were hired?\n2. What did the brochure cost?\n3. Who wrote about otters?"
    assert outcomes(reply(body, request)) == {"1": "full_refusal", "2": "full_disclosure", "3": "unknown"}


def test_one_paragraph_below_the_list_of_asks_answers_them_all() -> None:
    body = f"Please find our response below.\n\n{REQUEST}\n\nNo information is held. No skips were ever hired."
    assert set(outcomes(reply(body)).values()) == {"not_held"}


def test_a_letter_without_a_request_says_what_its_lines_say() -> None:
    assert read("Dear A\nWe do not hold the information you have requested.\nYours\nB").outcome == "not_held"


def test_a_supplement_lists_only_the_asks_it_answers() -> None:
    reading = reply("I am sorry that the answer to question 2 was missed from our reply.\n\n2. £4,000")
    assert [q.number for q in reading.questions] == ["2"]


@pytest.mark.parametrize(
    ("labels", "outcome"),
    [
        (["full_disclosure", "not_held"], "full_disclosure"),
        (["full_disclosure", "already_accessible"], "full_disclosure"),
        (["full_disclosure", "full_refusal"], "partial_disclosure"),
        (["full_disclosure", "cost_limit"], "partial_disclosure"),
        (["answered_narrative", "ncnd"], "partial_disclosure"),
        (["full_refusal", "future_publication"], "full_refusal"),
        (["future_publication", "future_publication"], "future_publication"),
        (["cost_limit", "already_accessible"], "cost_limit"),
        (["not_held", "full_refusal"], "mixed_non_disclosure"),
        (["not_held", "clarification_sought"], "not_held"),
        (["transferred", "transferred", "signposted"], "transferred"),
        ([], "unknown"),
    ],
)
def test_questions_add_up_to_the_letter(labels: list[str], outcome: str) -> None:
    assert (
        roll_up(tuple(Question("x", 0, 1, "q", 1.0, "human:t", str(i), "reply", o) for i, o in enumerate(labels)))
        == outcome
    )


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        (
            "This is a fees notice under section 9(1) of the FOI Act. Please send a cheque for £40 before we begin.",
            "fee_notice",
        ),
        (
            "We asked you on 2 May what you meant. As we have not heard from you we have closed the request.",
            "withdrawn_or_lapsed",
        ),
        ("Under regulation 8 the council charges for this information. Please pay on the page below.", "fee_notice"),
    ],
)
def test_letters_that_neither_give_nor_refuse(body: str, outcome: str) -> None:
    assert reply(body, ONE).outcome == outcome


# Whatever comes ----------------------------------------------------------------------------

PIECES = """Q1 How many?|1. Yes|2) None held|(a) the list|Questions 1-3: exempt|Dear A|You asked for the plan, and its cost.
section 43(2) FOIA applies|> 1) why|See answer 2.|3|We do not hold this.|Remaining questions|Response|Yours sincerely|From: A
Sent: May|- rate|1 2 3|1 Total vans|2 Vans|3 Cars|Question 2: two. Question 3: five."""
LINES = st.lists(
    st.sampled_from([*re.split(r"[|\n]", PIECES), "| 1 | How many? | 40 |", ""]) | st.text(max_size=40), max_size=14
)


@settings(deadline=None, max_examples=150)
@given(LINES, st.none() | LINES)
def test_any_text_is_read_and_every_span_is_quoted(lines: list[str], request_lines: list[str] | None) -> None:
    text = "\n".join(lines)
    request = None if request_lines is None else "\n".join(request_lines)
    reading = read(Letter("x", text, request=request))
    for question in reading.questions:
        source = text if question.within == "reply" else request or ""
        assert source[question.start : question.end] == question.quote
        if question.answer_start is not None and question.answer_end is not None:
            assert text[question.answer_start : question.answer_end] == question.answer_quote
            assert question.answer_end <= reading.own_text_end


# Floors ------------------------------------------------------------------------------------


def figures(gold: Path) -> dict[str, float]:
    labelled = load_gold(gold)
    scores = evaluate(labelled, {x.row["id"]: read(x.letter) for x in labelled}).figures["value"]
    names = {"found": "questions.found", "outcome": "questions.outcome_accuracy", "grounds": "questions.exemptions"}
    return {name: scores[figure] for name, figure in names.items()} | {"letter": scores["letter.outcome_accuracy"]}


def missed(found: dict[str, float], floors: dict[str, float]) -> dict[str, float]:
    return {name: found[name] for name, floor in floors.items() if found[name] < floor}


def test_real_letters_are_read_as_well_as_before(shared: Path) -> None:
    found = figures(shared / "gold" / "real_gold.jsonl")
    assert not missed(found, {"found": 0.94, "outcome": 0.90, "grounds": 0.87, "letter": 0.97})


# Notes -------------------------------------------------------------------------------------

NOTED = """Dear A

1. How many lamps are there?
Nine.
2. The rota of the wardens
Exempt, see Note A.
3. The price of the lamps, and of each part
{}

Note A
The wardens could be evaded. Section 31(1)(a) of the Freedom of Information Act 2000 applies.

Note B
Section 43(2) applies, as the maker is bidding elsewhere.

Yours sincerely
B
"""
REASONED = """Dear A

1. The business plan
Not provided, see Part C.
2. Emails about the tender
Not provided, see Part C.
3. The number of lamps
Nine. It is explained in Part C.

Part C - Reasons

The business plan
It is exempt under section 43(2) of the Freedom of Information Act 2000.

Emails about the tender
These are exempt under section 36(2)(b)(ii) of the Act.

Part D - Your rights
You may complain under section 50.
"""


def test_a_ground_in_a_note_belongs_to_the_ask_that_points_to_it() -> None:
    found = read(NOTED.format("£900 in all. Price of each part: Note B")).questions
    assert [(q.outcome, q.exemptions) for q in found] == [
        ("full_disclosure", ()),
        ("full_refusal", ("foia2000:31(1)(a)",)),
        ("partial_disclosure", ("foia2000:43(2)",)),
    ]


def test_a_note_that_is_named_and_not_there_gives_nothing() -> None:
    assert read(NOTED.format("£900. On wear see Note C.")).questions[2].exemptions == ()


def test_a_part_may_give_its_grounds_by_document() -> None:
    letter = REASONED.replace("Not provided, see", "Attached as Document 2, parts removed, see", 1)
    first = read(letter.replace("\nThe business plan\nIt", "\nDocument 2 (part)\nIt")).questions[0]
    assert (first.outcome, first.exemptions) == ("partial_disclosure", ("foia2000:43(2)",))


def test_a_part_with_several_grounds_counts_by_the_heading_like_the_ask() -> None:
    assert [q.exemptions for q in read(REASONED).questions] == [
        ("foia2000:43(2)",),
        ("foia2000:36(2)(b)(ii)",),
        (),
    ]


# Reviews -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("outcome", "found"),
    [
        # A slip that is owned up to, and a ground that was only thought of, change nothing.
        ("upheld", "The section should have been named in full. Your complaint is not upheld. I rely on section 42."),
        ("upheld", "I uphold the decision under section 42. I considered section 38 but it does not apply."),
        ("partly_overturned", "Your complaint isn't upheld as to the names, withheld by section 40(2). The list should have been supplied."),
        ("partly_overturned", "I uphold the use of section 40(2). Section 43 no longer applies and the prices are attached."),
        # All of the refusal went; what is relied on for the rest is new.
        ("overturned", "Section 43 was wrongly applied. The decision is therefore set aside. The plan is attached, with names removed under section 40(2)."),
        ("partly_overturned", "The decision is set aside in part. Section 43 was wrongly applied to the plan; section 40(2) still applies to the names."),
    ],
)  # fmt: skip
def test_reviews_are_judged_by_their_verdict(outcome: str, found: str) -> None:
    told = "We refused your request by section 42 of the Freedom of Information Act 2000."
    letter = f"Internal review\n\nDear A\n\nYou asked for a review of our reply. {told}\n\nI have reviewed it. {found}\n\nYours\nB"
    assert read(letter).outcome == f"internal_review_{outcome}"
