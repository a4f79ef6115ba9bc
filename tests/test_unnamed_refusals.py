"""Refusals that name no section: what is refused, under which law, and what their notices lack."""

import pytest

from foi_analytics.reading import read

RIGHTS = (
    "You may ask for an internal review. You may then apply to the Information Commissioner, Wycliffe House, Wilmslow."
)
SCOTTISH_RIGHTS = "You may require us to review this decision. You may then apply to the Scottish Information Commissioner, St Andrews."
FOIA = "Thank you for your request under the Freedom of Information Act 2000."
EIR = "Thank you for your request under the Environmental Information Regulations 2004."
FOISA = "Thank you for your request under the Freedom of Information (Scotland) Act 2002."


def missing(*paragraphs: str) -> set[str]:
    letter = "\n\n".join(["Dear Ms Quill", *paragraphs, "Yours sincerely\nInformation Officer"])
    return {duty.duty for duty in read(letter).duties if not duty.met}


@pytest.mark.parametrize(
    "words",
    [
        "Answering this would mean going through 4,000 paper files, which we put at six weeks of one officer's time. We are "
        "not able to do that.",
        "It would take too long to find these and we cannot justify it.",
        "We do not have the staff to trawl through these e-mails and so must refuse this part.",
        "This is held in 300 files, each of which would need to be opened. We cannot undertake that work.",
        "The work is estimated at 95 hours. The Trust will not be supplying the figures.",
        "Finding them would be too expensive, so we are refusing this request.",
        "The amount of work is excessive and the College cannot comply with your request.",
    ],
)
def test_a_refusal_for_the_work_is_one_for_cost_though_it_names_no_limit(words: str) -> None:
    assert missing(FOIA, words, RIGHTS) == {"foia2000:16(1)", "foia2000:17(5)"}


@pytest.mark.parametrize(
    "words",
    [
        "This is your fifteenth request about the hedge. We regard it as an abuse of the right to information and will not "
        "answer it.",
        "The request appears designed to annoy. The Council declines to respond to it.",
        "Given the volume and tone of your correspondence, we have decided not to answer this request.",
        "Your requests amount to harassment of our staff and we will not respond to any more of them.",
        "The request lacks any serious purpose, and the Council will not be dealing with it.",
    ],
)
def test_a_vexatious_request_need_not_be_called_so(words: str) -> None:
    assert missing(FOIA, words, RIGHTS) == {"foia2000:17(5)"}


def test_an_exemption_claimed_is_no_refusal_for_the_work() -> None:
    words = "The plan is exempt, because burglars would use it. To redact it would take many hours."
    assert missing(FOIA, words, RIGHTS) == {"foia2000:17(1)(b)"}


@pytest.mark.parametrize(
    "words",
    [
        "It is not going to be released.",
        "We will not be sending it to you.",
        "We are not able to let you have it.",
        "It is not for release.",
        "It is confidential and must remain so.",
        "The Council has decided to keep the survey to itself.",
        "It is being kept back.",
    ],
)
def test_an_exception_must_be_named_however_the_refusal_is_put(words: str) -> None:
    harm = "Disclosure would lead collectors to the nests."
    assert missing(EIR, f"We hold the survey. {words} {harm}", RIGHTS) == {"eir2004:14(3)(a)"}


def test_the_regulations_know_no_cost_limit_and_no_vexatious_request() -> None:
    words = "The work would take 300 hours and exceed the limit, so we refuse it, because it would divert staff."
    assert missing(EIR, words, RIGHTS) == {"eir2004:14(3)(a)"}


@pytest.mark.parametrize(
    "words",
    [
        "The Trust does not provide this service.",
        "Q2 How many were refused\n\nFive.",
        "We are unable to provide the number by street, as our system does not record it.",
        "Had we held it we would not be able to release it. We do not hold it.",
    ],
)
def test_what_is_not_there_or_not_refused_owes_no_notice(words: str) -> None:
    assert missing(FOIA, words) == set()


@pytest.mark.parametrize("label", ["Query", "Question", "Request", "Item", "Part"])
def test_a_point_without_its_section_beside_one_refused_for_cost(label: str) -> None:
    tenders = "We hold them. The tenders are exempt because release would prejudice our bids."
    complaints = "Section 12(1) applies as the cost would exceed £600. You could narrow it to one year."
    points = (f"{label} 1\nThe tenders.\n\n{tenders}", f"{label} 2\nThe complaints.\n\n{complaints}")
    assert missing(FOISA, *points, SCOTTISH_RIGHTS) == {"foisa2002:16(1)(c)"}


def test_an_ask_may_be_called_a_query_and_its_refusal_may_lie_ahead() -> None:
    letter = "Query 1\nThe site plan.\n\nThis is enclosed.\n\nQuery 2\nThe opinion.\n\nIt is not going to be disclosed."
    reading = read(f"{EIR}\n\n{letter}")
    assert [question.outcome for question in reading.questions] == ["full_disclosure", "full_refusal"]
